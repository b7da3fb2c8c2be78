"""Questions are found, take values that cannot leave their place, and are answered; saved ones explain themselves."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Literal, URIRef

from graph.ask.query import Answer, QueryError, ask, bind, find_question, read_question, saved_questions, select
from graph.rdf.store import from_triples, load
from ontology.errors import InputError
from ontology.schema import load_schema

GRAPH = load(str(Path(__file__).parent / "data" / "hand.ttl"))


@pytest.mark.parametrize("name", saved_questions())
def test_a_saved_question_explains_itself(name: str) -> None:
    question = saved_questions()[name]
    assert len(question.help) > 40
    assert question.help.endswith(".")
    body = re.sub(r"#.*|\"[^\"]*\"", "", question.sparql)
    assert set(re.findall(r"\$(\w+)", body)) == {parameter.name for parameter in question.parameters}
    assert "ORDER BY" in body
    assert all(parameter.help for parameter in question.parameters)


@pytest.mark.parametrize("name", saved_questions())
def test_a_saved_question_brings_its_prefixes(name: str) -> None:
    question = saved_questions()[name]
    given = {parameter.name: "state/NOR" for parameter in question.parameters if parameter.required}
    answer = ox.Store().query(bind(question, given))
    assert isinstance(answer, ox.QuerySolutions)
    assert list(answer) == []


def test_being_party_to_a_treaty_is_what_the_ontology_puts_below_it() -> None:
    below = {name for name, relation in load_schema().relations.items() if "partyTo" in relation.ancestors} | {
        "partyTo"
    }
    for name in ("treaty-parties", "state-commitments", "signed-not-ratified", "unkept-plans", "contradictions"):
        named = set(re.findall(r"pact:(\w+)", saved_questions()[name].sparql))
        assert below <= named


def test_saved_questions_name_only_what_the_ontology_has() -> None:
    known = set(load_schema().relations) | set(load_schema().classes)
    known |= {"status", "date", "quote", "amount", "currency", "inDocument", "asserted", "planned", "negated"}
    for question in saved_questions().values():
        assert set(re.findall(r"pact:(\w+)", question.sparql)) <= known


def plain(value: str) -> Literal:
    return Literal(value, datatype=URIRef("http://www.w3.org/2001/XMLSchema#string"))


ECHO = read_question("echo", "# @param value text : any\nSELECT ?value { VALUES ?value { $value } }")
ECHO_ENTITY = read_question("echo", "# @param value entity : any\nSELECT ?value { VALUES ?value { $value } }")
HOSTILE = ['" } SELECT * {', "\\", '"', '\\"', "'''", '"""', "\n# ", "$value", "UNDEF } #", "?value", "\u2028", "}\n"]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1) | st.sampled_from(HOSTILE))
def test_a_text_stays_a_text(value: str) -> None:
    assert ask(GRAPH, ECHO, {"value": value}) == Answer(("value",), ((plain(value),),))


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1) | st.sampled_from(HOSTILE))
def test_an_entity_stays_an_iri(value: str) -> None:
    for given_value in (f"law/{value}", f"https://example.org/{value}"):
        try:
            answer = ask(GRAPH, ECHO_ENTITY, {"value": given_value})
        except QueryError:
            continue
        assert isinstance(answer, Answer)
        ((iri,),) = answer.rows
        assert str(iri).startswith(("https://w3id.org/pactgraph/id/law/", "https://example.org/"))
        assert not re.search(r"[\x00-\x20<>\"{}|^`\\]", str(iri))


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("entity", "Norway"),
        ("entity", "treaty/"),
        ("entity", "http://a b"),
        ("entity", "https://example.org/> } #"),
        ("term", "pact:ratified"),
        ("term", "ratified } #"),
        ("colour", "red"),
    ],
)
def test_a_value_of_another_kind_is_refused(kind: str, value: str) -> None:
    question = read_question("q", f"# @param x {kind} : any\nSELECT ?x {{ VALUES ?x {{ $x }} }}")
    with pytest.raises(QueryError, match=r"^q: "):
        bind(question, {"x": value})


def test_a_parameter_has_a_default_or_any_value() -> None:
    question = read_question(
        "q", "# About.\n# @param x text = en : tag\n# @param y entity : it\nVALUES (?x ?y) { ($x $y) }"
    )
    assert question.help == "About."
    assert bind(question, {}).endswith('{ ("en" UNDEF) }')
    assert bind(question, {"x": ""}).endswith("{ (UNDEF UNDEF) }")


def test_a_required_value_is_asked_for() -> None:
    question = read_question("q", "# @param x entity required : the State\n# @param y text : any\nVALUES ?x { $x }")
    assert [p.required for p in question.parameters] == [True, False]
    assert bind(question, {"x": "state/NOR"}).endswith("/id/state/NOR> }")
    with pytest.raises(QueryError, match="q: give x, the State"):
        bind(question, {})


def test_a_value_goes_to_its_place_only() -> None:
    text = '# @param x text : any\nSELECT (\'$x\' AS ?a) ("""$x""" AS ?b) <http://a/$x> $y { VALUES ?x { $x } } # $x'
    bound = bind(read_question("q", text), {"x": "1"})
    assert bound == text.replace("{ $x }", '{ "1" }')


def test_a_value_without_parameter_is_refused() -> None:
    with pytest.raises(QueryError, match="no parameter 'state'; it has treaty, language"):
        bind(saved_questions()["treaty-parties"], {"state": "state/NOR"})
    with pytest.raises(QueryError, match="it has none"):
        bind(saved_questions()["counts"], {"state": "state/NOR"})


@pytest.mark.parametrize("asked", ["SERVICE <http://127.0.0.1:9/>", "service silent <http://127.0.0.1:9/>"])
def test_no_question_leaves_the_machine(asked: str) -> None:
    with pytest.raises(QueryError, match="stays off the network"):
        ask(GRAPH, read_question("q", f"SELECT * {{ {asked} {{ ?s ?p ?o }} }}"))


def test_the_word_service_may_stand_elsewhere() -> None:
    text = (
        "PREFIX service: <http://a/service#> SELECT ?service { ?service rdfs:label 'service' ; service:x ?o } # SERVICE"
    )
    assert ask(GRAPH, read_question("q", text)) == Answer(("service",), ())


def test_a_question_is_found_by_name_in_a_file_or_is_sparql(tmp_path: Path) -> None:
    path = tmp_path / "mine.rq"
    path.write_text("# Mine.\nASK { ?s ?p ?o }", encoding="utf-8")
    assert find_question("counts") is saved_questions()["counts"]
    assert find_question(str(path)).help == "Mine."
    assert ask(GRAPH, find_question("ASK { ?s pact:ratified ?t }")) is True
    with pytest.raises(InputError, match="no such file"):
        find_question(str(tmp_path / "absent.rq"))
    with pytest.raises(QueryError, match="did you mean treaty-parties"):
        find_question("treaty-partys")
    with pytest.raises(QueryError, match="saved are assistance-asked, "):
        find_question("xyz")


@pytest.mark.parametrize(
    "sparql", ["SELECT", "SELECT ?s { ?s ?p }", "DELETE WHERE { ?s ?p ?o } # SELECT", "SELECT ?s { a:b ?p ?s }"]
)
def test_wrong_sparql_is_refused(sparql: str) -> None:
    with pytest.raises(QueryError, match=r"^query: "):
        ask(GRAPH, find_question(sparql))


def test_questions_about_truth_and_triples() -> None:
    assert ask(GRAPH, find_question("ASK { ?s pact:visited ?t }")) is False
    triples = ask(GRAPH, find_question("CONSTRUCT { ?s pact:partyTo ?t } WHERE { ?s pact:ratified ?t }"))
    assert isinstance(triples, frozenset)
    assert [str(t.object) for t in triples] == ["<https://w3id.org/pactgraph/id/treaty/ICSANT>"]
    assert ask(GRAPH, find_question("CONSTRUCT WHERE { ?s pact:visited ?t }")) == frozenset()


def test_a_select_in_code() -> None:
    one = from_triples([ox.Triple(ox.NamedNode("http://a/s"), ox.NamedNode("http://a/p"), ox.Literal("x"))])
    assert select(one, "SELECT ?o ?nothing { ?s ?p ?o }") == Answer(("o", "nothing"), ((plain("x"), None),))
