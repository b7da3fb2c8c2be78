"""All triples in other forms: what rdflib and Oxigraph read is what was there."""

import json
from importlib.resources import files
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Dataset, Graph, URIRef

from extract.pipeline import read_text
from graph.demo import samples
from graph.export.write import Takes, export_triples, formats
from graph.make.reports import build
from graph.rdf.terms import named, text, thing
from graph.rdf.turtle import from_turtle, merge
from graph.show.network import build_network
from ontology.iris import ID, PREFIXES
from ontology.schema import load_schema

DATA = Path(__file__).parent / "data"
FORMATS = {"nt": ox.RdfFormat.N_TRIPLES, "trig": ox.RdfFormat.TRIG, "jsonld": ox.RdfFormat.JSON_LD}
NOTE, OTHER = URIRef(ID + "document/note/1"), URIRef(ID + "document/second-note")
RATIFIED = (URIRef(ID + "state/NOR"), URIRef(PREFIXES["pact"] + "ratified"), URIRef(ID + "treaty/ICSANT"))


@pytest.fixture(scope="module")
def built() -> set[ox.Triple]:
    """The graph of the packaged samples."""
    return set(build([read_text(source, options) for source, options in samples()]))


def by_oxigraph(data: bytes, name: str) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(data, format=FORMATS[name])}


def by_rdflib(data: bytes, name: str) -> set[ox.Triple]:
    """What rdflib reads, whatever graph it is in; N-Triples of the same library bring it here."""
    dataset = Dataset()
    dataset.parse(data=data, format={"jsonld": "json-ld"}.get(name, name))
    union = Graph()
    for subject, predicate, target, _ in dataset.quads():
        union.add((subject, predicate, target))
    return from_turtle(union.serialize(format="nt"), name)


def test_every_format_of_triples_is_read_back_here() -> None:
    assert sorted(FORMATS) == formats(Takes.TRIPLES)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("reader", [by_oxigraph, by_rdflib])
def test_what_comes_back_is_what_was_there(built: set[ox.Triple], name: str, reader: object) -> None:
    assert callable(reader)
    found = reader(export_triples(built, name), name)
    assert found == built
    networks = [build_network(triples, load_schema(), documents=True) for triples in (found, built)]
    assert len({(len(network), network.number_of_edges()) for network in networks}) == 1


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_triples_give_the_same_bytes(built: set[ox.Triple], name: str) -> None:
    assert export_triples(sorted(built, key=str), name) == export_triples(sorted(built, key=hash), name)


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
literals = st.one_of(
    st.builds(text, words),
    st.builds(text, words, st.sampled_from(["en", "zh", "zh-hans"])),
    st.builds(
        ox.Literal, words, datatype=st.sampled_from([named("xsd:integer"), named("xsd:date"), named("xsd:boolean")])
    ),
    st.builds(
        ox.Literal,
        st.sampled_from(["007", "-0", "12", "-3", "true", "1", "9" * 30]),
        datatype=st.just(named("xsd:integer")),
    ),
)
nodes = st.one_of(
    st.builds(thing, words),
    st.sampled_from([named("pact:asserted"), ox.NamedNode("urn:a:b"), ox.NamedNode("http://a/b")]),
)
predicates = st.sampled_from(
    [named("pact:quote"), named("rdf:type"), named("skos:altLabel"), ox.NamedNode("http://a/p")]
)


@pytest.mark.parametrize("name", FORMATS)
@given(st.sets(st.builds(ox.Triple, nodes, predicates, st.one_of(nodes, literals)), max_size=6))
def test_whatever_a_literal_or_name_holds_comes_back(name: str, triples: set[ox.Triple]) -> None:
    assert by_oxigraph(export_triples(triples, name), name) == triples


def test_trig_has_a_graph_for_each_document() -> None:
    dataset = Dataset()
    dataset.parse(data=export_triples(merge([str(DATA / "network.ttl")]), "trig"), format="trig")
    note, other = dataset.graph(NOTE), dataset.graph(OTHER)
    assert {graph.identifier for graph in dataset.graphs() if len(graph)} == {
        NOTE,
        OTHER,
        dataset.default_graph.identifier,
    }
    statements = [list(graph.subjects(None, URIRef(PREFIXES["pact"] + "Statement"))) for graph in (note, other)]
    assert [len(found) for found in statements] == [9, 2]
    assert RATIFIED in note
    assert RATIFIED in other
    assert RATIFIED not in dataset.default_graph
    labels = set(dataset.default_graph.objects(RATIFIED[0], URIRef(PREFIXES["rdfs"] + "label")))
    assert {str(label) for label in labels} == {"Norway", "挪威", "النرويج"}
    assert not list(note.objects(RATIFIED[0], URIRef(PREFIXES["rdfs"] + "label")))


def test_jsonld_reads_well() -> None:
    told = json.loads(export_triples(merge([str(DATA / "network.ttl")]), "jsonld"))
    norway = next(node for node in told["@graph"] if node["@id"] == "id:state/NOR")
    assert norway["@type"] == "State"
    assert norway["ratified"] == {"@id": "id:treaty/ICSANT"}
    assert {"@value": "挪威", "@language": "zh"} in norway["rdfs:label"]
    passage = next(node for node in told["@graph"] if node["@id"].endswith("passage/100-120"))
    assert (passage["oa:start"], passage["paragraph"]) == (100, 7)


def test_the_published_context_has_every_prefix_and_the_vocabulary() -> None:
    context = json.loads(files("ontology").joinpath("context.jsonld").read_bytes())["@context"]
    assert {name: iri for name, iri in context.items() if not name.startswith("@")} == PREFIXES
    assert context["@vocab"] == PREFIXES["pact"]
    assert not load_schema().relations.keys() & context.keys()
