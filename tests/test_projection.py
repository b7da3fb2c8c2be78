"""Parts of a network, and actors tied by what they share: each tie with its measure and its words."""

from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner

from graph.cli import main
from graph.show.drawing import draw
from graph.show.network import Fact, Network, Passage, load_network
from graph.show.projection import MEASURES, THROUGH, one_mode, project, two_mode
from ontology.schema import load_schema

GRAPH = Path(__file__).parent / "data" / "network.ttl"
SCHEMA = load_schema()
KINDS = {"state": "State", "org": "Organization", "treaty": "Treaty", "meeting": "Meeting", "resolution": "Resolution"}


def made(*facts: str) -> Network:
    """A network of facts such as `state/NOR ratified treaty/A`, perhaps with a status behind it."""
    network: Network = nx.MultiDiGraph(mentioned={})
    for fact in facts:
        subject, relation, target, *status = fact.split()
        for path in (subject, target):
            kind = KINDS[path.partition("/")[0]]
            network.add_node(path, kind=kind, labels={}, names=(), group="", statements=1)
        words = Passage(fact, "", 0, "")
        row = Fact(fact, "document/D", "", "en", "", "", "", "", "", "", derived=False, passages=(words,))
        network.add_edge(subject, target, (relation, *(status or ["asserted"])), facts=(row,), weight=1, dates=())
    return network


TREATIES = made(
    "state/NOR ratified treaty/A",
    "state/FIN signed treaty/A",
    "state/QAT partyTo treaty/A",
    "state/NOR accededTo treaty/B",
    "state/FIN ratified treaty/B",
    "state/QAT supports treaty/B",
    "state/USA ratified treaty/B negated",
    "state/NOR withdrewFrom treaty/C",
    "state/FIN partyTo treaty/C",
    "state/FIN cooperatesWith state/NOR",
)


def ties(network: Network) -> dict[tuple[str, str], float]:
    """The weight of each tie, by the codes of its ends."""
    return {(a[6:], b[6:]): network.edges[a, b, key]["weight"] for a, b, key in network.edges(keys=True)}


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("count", {("FIN", "NOR"): 2, ("FIN", "QAT"): 1, ("NOR", "QAT"): 1}),
        # Treaty A has three parties, so each two of them share half of it; B has two.
        ("newman", {("FIN", "NOR"): 1.5, ("FIN", "QAT"): 0.5, ("NOR", "QAT"): 0.5}),
        ("jaccard", {("FIN", "NOR"): 0.6667, ("FIN", "QAT"): 0.3333, ("NOR", "QAT"): 0.5}),
    ],
)
def test_actors_are_tied_by_treaties_that_bind_both(measure: str, expected: dict[tuple[str, str], float]) -> None:
    assert ties(project(TREATIES, SCHEMA, "treaties", measure)) == expected


def test_a_tie_has_the_words_of_both_its_ends() -> None:
    edge = project(TREATIES, SCHEMA, "treaties").edges["state/FIN", "state/NOR", ("shares a treaty", "asserted")]
    assert [fact.path for fact in edge["facts"]] == [
        "state/FIN signed treaty/A",
        "state/NOR ratified treaty/A",
        "state/FIN ratified treaty/B",
        "state/NOR accededTo treaty/B",
    ]


def test_votes_tie_those_who_voted_alike() -> None:
    network = made(
        "state/NOR votedFor resolution/R",
        "state/FIN votedFor resolution/R",
        "state/USA votedAgainst resolution/R",
        "state/ISR votedAgainst resolution/R",
        "state/QAT abstainedOn resolution/R",
    )
    assert ties(project(network, SCHEMA, "votes")) == {("FIN", "NOR"): 1, ("ISR", "USA"): 1}


def test_modes_part_what_actors_do_with_each_other_from_the_rest() -> None:
    assert {(a, b) for a, b, _ in one_mode(TREATIES, SCHEMA).edges} == {("state/FIN", "state/NOR")}
    both = two_mode(TREATIES, SCHEMA)
    assert both.number_of_edges() == TREATIES.number_of_edges() - 1
    assert len(TREATIES.edges) == 10, "the network itself stays as it is"


def test_ties_hold_both_ways() -> None:
    drawing = draw(project(TREATIES, SCHEMA, "treaties"), SCHEMA)
    assert {edge.symmetric for edge in drawing.edges} == {True}


@pytest.mark.parametrize("through", THROUGH)
@pytest.mark.parametrize("measure", MEASURES)
def test_nothing_shared_is_an_empty_network(through: str, measure: str) -> None:
    assert len(project(made("state/NOR cooperatesWith state/FIN"), SCHEMA, through, measure)) == 0


@pytest.mark.parametrize(
    ("words", "edges"),
    [("--mode one", 1), ("--mode two", 7), ("", 8)],
)
def test_export_writes_a_part(words: str, edges: int, tmp_path: Path) -> None:
    target = tmp_path / "part.gexf"
    done = CliRunner().invoke(main, ["export", str(GRAPH), "-o", str(target), *words.split()])
    assert done.exit_code == 0, done.output
    assert len(nx.read_gexf(target).edges) == edges


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [("--through votes", 1, "nothing is left"), ("--through votes --mode one", 2, "leave --mode")],
)
def test_export_says_what_is_wrong(words: str, code: int, message: str, tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["export", str(GRAPH), "-o", str(tmp_path / "x.gexf"), *words.split()])
    assert (done.exit_code, message in done.output) == (code, True)


def test_documents_are_in_no_part() -> None:
    network = load_network(str(GRAPH), SCHEMA, documents=True)
    assert not [path for path in two_mode(network, SCHEMA) if path.startswith("document/")]
