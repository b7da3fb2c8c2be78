"""Statements as a network, and its picture: nothing lost, nothing doubled, always in the same place."""

from itertools import combinations
from math import hypot
from pathlib import Path

import networkx as nx
import pytest

from graph.show.drawing import draw, strongest
from graph.show.network import Network, fallback, load_network
from ontology.errors import DataError
from ontology.schema import load_schema

GRAPH = Path(__file__).parent / "data" / "network.ttl"


@pytest.fixture(scope="module")
def network() -> Network:
    return load_network(str(GRAPH), load_schema())


def star(leaves: int) -> Network:
    """A network of one State that takes part in many meetings, and of a pair by itself."""
    made: Network = nx.MultiDiGraph(mentioned={})
    data = {"kind": "Meeting", "labels": {}, "names": (), "group": "", "statements": 1}
    made.add_node("state/NOR", **{**data, "kind": "State", "statements": leaves})
    pairs = [("state/NOR", f"meeting/{n:04}") for n in range(leaves)] + [("org/A", "org/B")]
    made.add_nodes_from((path, data) for pair in pairs for path in pair if path != "state/NOR")
    for source, target in pairs:
        made.add_edge(source, target, key=("participatesIn", "asserted"), weight=1, dates=(), facts=())
    return made


def test_each_relation_in_each_status_is_an_edge(network: Network) -> None:
    assert sorted((source, *key, target) for source, target, key in network.edges(keys=True)) == [
        ("org/IAEA", "cooperatesWith", "asserted", "org/INTERPOL"),
        ("org/IAEA", "established", "asserted", "initiative/IAEA-LEU-bank"),
        ("state/KAZ", "contributedTo", "planned", "initiative/IAEA-LEU-bank"),
        ("state/NOR", "contributedTo", "asserted", "initiative/IAEA-LEU-bank"),
        ("state/NOR", "implements", "asserted", "treaty/ICSANT"),
        ("state/NOR", "ratified", "asserted", "treaty/ICSANT"),
        ("state/USA", "ratified", "negated", "treaty/CTBT"),
        ("state/USA", "signed", "asserted", "treaty/CTBT"),
    ]


def test_a_node_has_its_names_and_counts(network: Network) -> None:
    assert network.nodes["state/NOR"] == {
        "kind": "State",
        "labels": {"ar": "النرويج", "en": "Norway", "zh": "挪威"},
        "names": ("Kingdom of Norway",),
        "group": "group/western-european-and-other-states",
        "statements": 4,
    }


def test_an_edge_has_every_word_it_rests_on_the_clearest_first(network: Network) -> None:
    edge = network.edges["state/NOR", "treaty/ICSANT", ("ratified", "asserted")]
    assert (edge["weight"], edge["dates"]) == (2, ("2014-02-20",))
    first, second = edge["facts"]
    assert [(p.section, p.paragraph, p.said_by) for p in first.passages] == [
        ("挪威", 7, "state/NOR"),
        ("", 2, "org/IAEA"),
    ]
    assert first.passages[0].quote == "挪威已于2014年2月20日批准《核恐公约》。"
    assert (first.cue, first.symbol, first.language, first.date) == ("批准", "NOTE/1", "zh", "2014-02-20")
    assert (second.document, second.symbol, second.date) == ("document/second-note", "", "2014")


def test_a_statement_without_a_passage_rests_on_its_own_quote(network: Network) -> None:
    (fact,) = network.edges["state/KAZ", "initiative/IAEA-LEU-bank", ("contributedTo", "planned")]["facts"]
    assert [p.quote for p in fact.passages] == ["哈萨克斯坦将为低浓铀银行提供场地。"]


def test_a_symmetric_relation_is_one_edge_whichever_end_comes_first(network: Network) -> None:
    edge = network.edges["org/IAEA", "org/INTERPOL", ("cooperatesWith", "asserted")]
    assert edge["weight"] == len(edge["facts"]) == 2


def test_documents_are_there_when_asked_for() -> None:
    network = load_network(str(GRAPH), load_schema(), documents=True)
    assert network.has_edge("document/note/1", "treaty/CTBT", ("cites", "asserted"))
    assert network.number_of_edges() == 9


def test_a_graph_without_statements_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "empty.ttl"
    path.write_text("@prefix x: <http://example.org/> .\nx:a x:b x:c .\n", encoding="utf-8")
    with pytest.raises(DataError, match="holds no statement"):
        load_network(str(path), load_schema())


@pytest.mark.parametrize(
    ("labels", "language", "expected"),
    [
        ({"en": "Norway", "zh": "挪威"}, "zh", "挪威"),
        ({"en": "Norway", "zh": "挪威"}, "fr", "Norway"),
        ({"zh": "挪威", "ru": "Норвегия"}, "fr", "Норвегия"),
        ({}, "fr", "NOR"),
    ],
)
def test_labels_fall_back(labels: dict[str, str], language: str, expected: str) -> None:
    assert fallback(labels, "state/NOR", language) == expected


def test_the_drawing_is_the_same_every_time(network: Network) -> None:
    again = load_network(str(GRAPH), load_schema())
    assert draw(again, load_schema()) == draw(network, load_schema())


def test_nodes_do_not_cover_each_other() -> None:
    drawing = draw(star(120), load_schema())
    close = [
        (one.path, other.path)
        for one, other in combinations(drawing.nodes, 2)
        if hypot(one.x - other.x, one.y - other.y) < one.size + other.size
    ]
    assert close == []


def test_parallel_edges_bend_apart(network: Network) -> None:
    bends = {edge.kind: edge.bend for edge in draw(network, load_schema()).edges if edge.source == "state/NOR"}
    assert bends["ratified"] == -bends["implements"] != 0
    assert bends["contributedTo"] == 0


def test_the_strongest_part_keeps_no_node_that_stands_alone() -> None:
    whole = star(50)
    part = strongest(whole, 11)
    assert strongest(whole, len(whole)) is whole
    assert "state/NOR" in part
    assert len(part) <= 11
    assert min(degree for _, degree in part.degree()) > 0
