"""Pictures for papers: what they show, their bytes, and what is said when they cannot be drawn."""

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph.cli import main
from graph.show.network import Network, load_network
from graph.show.picture import FORMS, picture, pictures
from graph.show.pictures.timeline import span
from graph.show.treaty_acts import Act, treaty_acts
from ontology.errors import PactgraphError
from ontology.schema import load_schema

GRAPH = Path(__file__).parent / "data" / "network.ttl"
SCHEMA = load_schema()
HEADS = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}


@pytest.fixture(scope="module")
def network() -> Network:
    return load_network(str(GRAPH), SCHEMA)


def test_acts_are_told_with_standing_status_and_dates(network: Network) -> None:
    assert treaty_acts(network, SCHEMA) == [
        Act("treaty/CTBT", "state/USA", "bound", "negated", ()),
        Act("treaty/CTBT", "state/USA", "signed", "asserted", ("1996-09",)),
        Act("treaty/ICSANT", "state/NOR", "bound", "asserted", ("2014-02-20",)),
    ]


@pytest.mark.parametrize("name", pictures())
@pytest.mark.parametrize("form", FORMS)
def test_every_picture_is_drawn_in_every_form_the_same_each_time(network: Network, name: str, form: str) -> None:
    drawn = picture(network, SCHEMA, name, form)
    assert drawn.startswith(HEADS[form])
    assert drawn == picture(network, SCHEMA, name, form)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("network", ["Norway", "ICSANT", "Treaty"]),
        ("treaties", ["Norway", "United States", "CTBT", "said not to"]),
        ("timeline", ["NOR", "ICSANT", "USA", "2010"]),
    ],
)
def test_a_picture_names_what_it_shows(network: Network, name: str, words: list[str]) -> None:
    drawn = picture(network, SCHEMA, name, "svg").decode()
    assert [word for word in words if f">{word}<" not in drawn] == []


@pytest.mark.parametrize(
    ("date", "expected"),
    [("2014", (2014.0, 1.0)), ("2014-07", (2014.5, 1 / 12)), ("2014-01-01", (2014.0, 0.0))],
)
def test_a_mark_is_no_more_exact_than_its_date(date: str, expected: tuple[float, float]) -> None:
    assert span(date) == expected


def test_names_without_a_font_are_not_drawn_as_boxes(network: Network) -> None:
    network = network.copy()
    network.nodes["state/NOR"]["labels"] = {"en": "\U000f0000"}
    with pytest.raises(PactgraphError, match="no font here"):
        picture(network, SCHEMA, "treaties", "png")


def test_what_is_missing_is_said(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(PactgraphError, match="pip install"):
        picture(network, SCHEMA, "network", "png")


def test_the_command_writes_what_the_suffix_says(tmp_path: Path) -> None:
    target = tmp_path / "treaties.svg"
    done = CliRunner().invoke(main, ["picture", str(GRAPH), "treaties", "-o", str(target)])
    assert done.exit_code == 0, done.output
    assert target.read_bytes().startswith(HEADS["svg"])
    wrong = CliRunner().invoke(main, ["picture", str(GRAPH), "treaties", "-o", str(tmp_path / "x.gif")])
    assert (wrong.exit_code, "png, svg, pdf" in wrong.output) == (2, True)
