"""What follows from plain triples is answered beside them, told apart by its graph, and never written."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from graph.ask.query import select
from graph.cli import main
from graph.rdf.implied import IMPLIED, infer
from graph.rdf.store import load, open_store
from ontology.iris import term
from ontology.schema import load_schema

HAND = str(Path(__file__).parent / "data" / "hand.ttl")
ID = "https://w3id.org/pactgraph/id/"
# What a reader of the ontology finds to follow from the plain triples of `data/hand.ttl`.
FOLLOWS = [
    ("state/NOR", "pact:consentedToBeBound", "treaty/ICSANT"),
    ("state/NOR", "pact:cooperatesWith", "org/IAEA"),
]
# Questions and how many rows they have with what follows, and as said.
ASKED = [
    ("SELECT ?s { ?s pact:consentedToBeBound ?t }", 1, 0),
    ("SELECT ?s { ?s pact:partyTo ?t }", 1, 1),
    ("SELECT ?s { ?s pact:cooperatesWith ?o }", 2, 1),
    ("SELECT ?s { GRAPH id:implied { ?s ?p ?o } }", 2, 0),
    ("SELECT ?s { ?s a pact:Statement }", 12, 12),
]


def test_what_follows_stands_in_a_graph_of_its_own() -> None:
    store = open_store(HAND)
    said = len(store)
    infer(store, load_schema())
    implied = {str(quad.triple) for quad in store.quads_for_pattern(None, None, None, IMPLIED)}
    assert implied == {f"<{ID}{subject}> <{term(relation)}> <{ID}{target}>" for subject, relation, target in FOLLOWS}
    assert len(store) == said + 2 * len(FOLLOWS)
    infer(store, load_schema())
    assert len(store) == said + 2 * len(FOLLOWS)


def test_plans_and_denials_imply_nothing() -> None:
    store = open_store(HAND)
    infer(store, load_schema())
    mexico = ox.NamedNode(f"{ID}state/MEX")
    assert not list(store.quads_for_pattern(mexico, None, None, IMPLIED))


@pytest.mark.parametrize(("sparql", "implied", "said"), ASKED)
def test_questions_are_answered_with_and_without(sparql: str, implied: int, said: int) -> None:
    assert [len(select(load(HAND, implied=way), sparql).rows) for way in (True, False)] == [implied, said]
    for options, count in ((["--implied"], implied), ([], said)):
        done = CliRunner().invoke(main, ["query", HAND, sparql, "--format", "csv", *options])
        assert len(done.stdout.splitlines()) == count + 1


def test_a_server_is_asked_as_it_is() -> None:
    done = CliRunner().invoke(main, ["query", "--endpoint", "http://127.0.0.1:1/", "counts", "--implied"])
    assert (done.exit_code, "a server answers as it is set up" in done.stderr) == (2, True)
