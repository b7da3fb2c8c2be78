"""What the page is made of: words in six languages, layers, colours that can be told from the paper, one policy."""

import re
from pathlib import Path

import pytest

from graph.show.drawing import COLORS, OTHER_COLOR, draw
from graph.show.layers import layers
from graph.show.network import load_network
from graph.show.page import SCRIPTS, page
from graph.show.structure import betweenness, communities
from graph.show.words import load_layers, load_words
from ontology.schema import load_schema

GRAPH = Path(__file__).parent / "data" / "network.ttl"
FOLDER = Path(__file__).parent.parent / "graph" / "show" / "explorer"
STYLE = (FOLDER / "page.css").read_text(encoding="utf-8")
SOURCES = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.js"))}


def html() -> str:
    network, schema = load_network(str(GRAPH), load_schema()), load_schema()
    drawing = draw(network, schema)
    return page(drawing, layers(drawing, schema), schema).decode()


def test_every_script_is_in_the_page() -> None:
    assert sorted(f"{name}.js" for name in SCRIPTS) == list(SOURCES)


def test_a_page_is_the_same_every_time_and_lets_nothing_else_run() -> None:
    text = html()
    assert html() == text
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy
    assert "default-src 'none'" in policy[1]
    assert "require-trusted-types-for 'script'" in policy[1]
    assert "unsafe" not in policy[1]
    assert not re.search(r'(?:src|href)="?(?:https?:)?//', text.partition("<script")[0])


def test_words_have_the_same_gaps_in_every_language() -> None:
    for key, texts in load_words().items():
        gaps = {tag: sorted(re.findall(r"\{(\w+)\}", text)) for tag, text in texts.items()}
        assert len({tuple(names) for names in gaps.values()}) == 1, (key, gaps)


def test_every_word_is_said_and_every_word_said_is_there() -> None:
    said = "\n".join([*SOURCES.values(), (FOLDER / "page.html").read_text(encoding="utf-8")])
    asked = set(re.findall(r'(?:word\(|data-(?:word|label|placeholder)=)"(\w+)"', said))
    assert asked <= set(load_words())
    assert [key for key in load_words() if not re.search(rf'["\b]{key}["\b]', said) and key != "noscript"] == []


def test_layers_speak_of_what_the_vocabulary_has() -> None:
    schema = load_schema()
    for rule in load_layers():
        assert set(rule.relations) <= set(schema.relations)
        assert {rule.both or "State", *rule.either} <= set(schema.classes)


def test_a_layer_has_its_relations_and_their_ends() -> None:
    network, schema = load_network(str(GRAPH), load_schema()), load_schema()
    found = {one.name: one for one in layers(draw(network, schema), schema)}
    assert list(found) == ["cooperation", "treaties", "initiatives", "everything"]
    assert [thing.path for thing in found["cooperation"].things] == ["org/IAEA", "org/INTERPOL"]
    assert [thing.path for thing in found["treaties"].things] == [
        "state/NOR",
        "state/USA",
        "treaty/CTBT",
        "treaty/ICSANT",
    ]
    assert len(found["everything"].edges) == network.number_of_edges()


def test_communities_are_tied_together_and_go_betweens_stand_between_them() -> None:
    network = load_network(str(GRAPH), load_schema())
    community, between = communities(network), betweenness(network)
    assert community["state/USA"] == community["treaty/CTBT"] != community["state/NOR"] == community["treaty/ICSANT"]
    assert max(between, key=lambda path: between[path]) == "initiative/IAEA-LEU-bank"
    assert between["state/USA"] == 0


def luminance(color: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def themes() -> dict[str, dict[str, str]]:
    light = re.search(r"^:root \{(.*?)^\}", STYLE, re.MULTILINE | re.DOTALL)
    dark = re.search(r'^:root\[data-theme="dark"\] \{(.*?)^\}', STYLE, re.MULTILINE | re.DOTALL)
    assert light
    assert dark
    return {
        name: dict(re.findall(r"--(\w+): (#\w{6})", found[1])) for name, found in (("light", light), ("dark", dark))
    }


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_can_be_read(theme: str) -> None:
    colors = themes()[theme]
    for text in ("ink", "soft", "accent", "planned", "negated"):
        for ground in ("paper", "wash"):
            assert contrast(colors[text], colors[ground]) >= 4.5, (text, ground)
    assert contrast(colors["ink"], colors["mark"]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("color", [*COLORS.values(), OTHER_COLOR])
def test_every_thing_stands_out_from_the_paper(color: str, theme: str) -> None:
    assert contrast(color, themes()[theme]["paper"]) >= 3
