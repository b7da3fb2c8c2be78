"""How the page looks, and what can be taken from it: pictures and tables, light and dark, large and small."""

import base64
import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

TURTLE = (Path(__file__).parent / "data" / "network.ttl").read_text(encoding="utf-8")
PICTURES = Path(__file__).parent.parent / "build" / "pictures"
Browse = Callable[..., list[object]]
Page = Callable[..., Path]


def test_what_is_shown_is_saved_as_picture_and_table(browse: Browse, page: Page) -> None:
    picture, table = browse(
        page(), ("click", "#layers button:has-text('Treaties')"), ("download", "#png"), ("download", "#csv")
    )
    found = cast("list[dict[str, str]]", [picture, table])
    assert [one["name"] for one in found] == ["pactgraph-treaties.png", "pactgraph-treaties.csv"]
    png = base64.b64decode(found[0]["content"])
    PICTURES.mkdir(parents=True, exist_ok=True)
    (PICTURES / "saved.png").write_bytes(png)
    assert (png[:8], len(png) > 5000) == (b"\x89PNG\r\n\x1a\n", True)
    rows = list(csv.DictReader(io.StringIO(found[1]["content"].removeprefix("\ufeff"))))
    assert [row["relation"] for row in rows] == ["implements", "ratified", "ratified", "ratified", "ratified", "signed"]
    assert rows[1] == {
        "subject": "state/NOR",
        "subject_name": "Norway",
        "relation": "ratified",
        "object": "treaty/ICSANT",
        "object_name": "International Convention for the Suppression of Acts of Nuclear Terrorism",
        "status": "asserted",
        "date": "2014-02-20",
        "document": "NOTE/1",
        "language": "zh",
        "section": "挪威",
        "paragraph": "7",
        "page": "",
        "said_by": "state/NOR",
        "quote": "挪威已于2014年2月20日批准《核恐公约》。",
    }


def test_a_table_runs_no_formula(browse: Browse, page: Page) -> None:
    text = '=HYPERLINK("http://example.org")'
    (table,) = browse(page(TURTLE.replace('"INTERPOL"', f"'{text}'")), ("download", "#csv"))
    row, *_ = csv.DictReader(io.StringIO(cast("dict[str, str]", table)["content"]))
    assert row["object_name"] == "'" + text


def test_the_page_says_how_it_is_drawn(browse: Browse, page: Page) -> None:
    said, still_open = browse(
        page(), ("click", "#help"), ("texts", "dialog"), ("click", "dialog button"), ("count", "dialog[open]")
    )
    assert all(name in cast("list[str]", said)[0] for name in ("Fruchterman", "Louvain", "betweenness", "networkx"))
    assert still_open == 0


def test_a_large_graph_is_cut_and_says_so(browse: Browse, page: Page) -> None:
    (notice,) = browse(page(TURTLE, "--limit", "4"), ("texts", "#notice"))
    assert "Here are 4 of 8 things" in cast("list[str]", notice)[0]


@pytest.mark.parametrize(
    ("name", "scheme", "where"),
    [
        ("light-en", "light", ""),
        ("dark-en-node", "dark", "#layer=everything&node=state/NOR"),
        ("light-zh-layer", "light", "#layer=treaties&lang=zh"),
        ("dark-ar-node", "dark", "#layer=cooperation&lang=ar&node=org/IAEA"),
    ],
)
def test_a_page_is_shown_light_and_dark_in_each_direction(
    browse: Browse, page: Page, name: str, scheme: str, where: str
) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    (theme, before, canvases, other) = browse(
        page(),
        ("shot", str(PICTURES / f"page-{name}.png")),
        ("evaluate", "document.documentElement.dataset.theme"),
        ("evaluate", "getComputedStyle(document.body).backgroundColor"),
        ("count", "#canvas canvas"),
        ("click", "#theme"),
        ("evaluate", "getComputedStyle(document.body).backgroundColor"),
        scheme=scheme,
        hash=where,
    )
    assert (theme, canvases) == (scheme, 1)
    assert before != other


def test_a_small_screen_has_everything_below_each_other(browse: Browse, page: Page) -> None:
    (wide, panel) = browse(
        page(),
        ("evaluate", "document.documentElement.scrollWidth"),
        ("evaluate", "document.getElementById('panel').getBoundingClientRect().width"),
        size=(390, 844),
    )
    assert (wide, panel) == (390, 390)
