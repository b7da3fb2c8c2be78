"""The ontology says what the vocabulary says, in six languages, and the schema reads it right."""

import re
from importlib.resources import files

import pyoxigraph as ox
import pytest
from rdflib import OWL, RDFS, Graph, URIRef
from rdflib.term import Node

from ontology.authority import load_authority
from ontology.check import LANGUAGES
from ontology.errors import DataError
from ontology.iris import PACT, entity_path
from ontology.schema import Schema, load_schema, read_schema

ONTOLOGY = files("ontology").joinpath("pactgraph.ttl").read_text(encoding="utf-8")
SHAPES = files("ontology").joinpath("shapes.ttl").read_text(encoding="utf-8")

CLASSES = {
    "Actor": "",
    "State": "Actor",
    "Organization": "Actor",
    "Instrument": "",
    "Treaty": "Instrument",
    "Resolution": "Instrument",
    "PoliticalInstrument": "Instrument",
    "Legislation": "Instrument",
    "Activity": "",
    "Initiative": "Activity",
    "Event": "Activity",
    "Exercise": "Event",
    "Meeting": "Event",
    "Document": "",
    "Passage": "",
    "Statement": "",
}

# relation: domain, range
RELATIONS = {
    "signed": ("Actor", "Treaty"),
    "ratified": ("Actor", "Treaty"),
    "accepted": ("Actor", "Treaty"),
    "approved": ("Actor", "Treaty"),
    "accededTo": ("Actor", "Treaty"),
    "succeededTo": ("Actor", "Treaty"),
    "withdrewFrom": ("Actor", "Treaty"),
    "partyTo": ("Actor", "Treaty"),
    "consentedToBeBound": ("Actor", "Treaty"),
    "implements": ("Actor", "Treaty Resolution PoliticalInstrument"),
    "supports": ("Actor", "Treaty Resolution PoliticalInstrument Initiative Meeting"),
    "sponsored": ("Actor", "Resolution"),
    "votedFor": ("Actor", "Resolution"),
    "votedAgainst": ("Actor", "Resolution"),
    "abstainedOn": ("Actor", "Resolution"),
    "adopted": ("Actor", "Resolution PoliticalInstrument Treaty"),
    "enacted": ("State", "Legislation"),
    "reportedUnder": ("State", "Resolution Treaty"),
    "submittedActionPlanUnder": ("State", "Resolution"),
    "requestedAssistanceUnder": ("State", "Resolution"),
    "participatesIn": ("Actor", "Activity"),
    "organized": ("Actor", "Event"),
    "established": ("Actor", "Organization Initiative"),
    "contributedTo": ("Actor", "Actor Initiative"),
    "assisted": ("Actor", "Actor"),
    "visited": ("Actor", "State"),
    "memberOf": ("Actor", "Organization"),
    "observerOf": ("Actor", "Organization Initiative"),
    "cooperatesWith": ("Actor", "Actor"),
    "agreementWith": ("Actor", "Actor"),
    "cites": ("Document Resolution", "Instrument Document"),
}

ALLOWED = [
    ("ratified", "State", "Treaty"),
    ("ratified", "Organization", "Treaty"),
    ("supports", "State", "Meeting"),
    ("participatesIn", "State", "Exercise"),
    ("organized", "Organization", "Meeting"),
    ("cites", "Document", "Legislation"),
    ("cites", "Resolution", "Document"),
]
REFUSED = [
    ("ratified", "State", "Resolution"),
    ("ratified", "Treaty", "Treaty"),
    ("enacted", "Organization", "Legislation"),
    ("supports", "State", "Exercise"),
    ("organized", "State", "Initiative"),
    ("visited", "State", "Organization"),
    ("cites", "State", "Treaty"),
    ("relatesTo", "State", "Treaty"),
    ("no such relation", "State", "Treaty"),
    ("ratified", "no such class", "Treaty"),
]

PREFIXES = "\n".join(line for line in ONTOLOGY.splitlines() if line.startswith("@prefix"))


@pytest.fixture(scope="module")
def schema() -> Schema:
    return load_schema()


def test_the_classes_are_those_of_the_vocabulary(schema: Schema) -> None:
    assert set(schema.classes) == set(CLASSES)
    assert {name: above[0] if above else "" for name, above in schema.classes.items()} == CLASSES


def test_the_relations_are_those_of_the_vocabulary(schema: Schema) -> None:
    assert {r.name: (" ".join(r.domain), " ".join(r.range)) for r in schema.relations.values()} == RELATIONS


def test_what_a_treaty_act_implies(schema: Schema) -> None:
    implied = {name: relation.ancestors for name, relation in schema.relations.items() if relation.ancestors}
    acts = ("ratified", "accepted", "approved", "accededTo", "succeededTo")
    assert implied == {"consentedToBeBound": ("partyTo",)} | dict.fromkeys(acts, ("consentedToBeBound", "partyTo"))


def test_symmetric_relations(schema: Schema) -> None:
    assert schema.symmetric == {"cooperatesWith", "agreementWith"}


@pytest.mark.parametrize(("kind", "ancestor"), [("Exercise", "Activity"), ("State", "Actor"), ("State", "State")])
def test_is_a(schema: Schema, kind: str, ancestor: str) -> None:
    assert schema.is_a(kind, ancestor)


@pytest.mark.parametrize(("kind", "ancestor"), [("Actor", "State"), ("State", "Organization"), ("Thing", "Thing")])
def test_is_not_a(schema: Schema, kind: str, ancestor: str) -> None:
    assert not schema.is_a(kind, ancestor)


@pytest.mark.parametrize("case", ALLOWED)
def test_allows(schema: Schema, case: tuple[str, str, str]) -> None:
    assert schema.allows(*case)


@pytest.mark.parametrize("case", REFUSED)
def test_refuses(schema: Schema, case: tuple[str, str, str]) -> None:
    assert not schema.allows(*case)


@pytest.mark.parametrize("name", [*CLASSES, *RELATIONS])
def test_labels_and_definitions_in_six_languages(name: str) -> None:
    block = re.search(
        rf"^pact:{name} a .*?^    rdfs:label (.*?) ;\n    skos:definition (.*?) \.$", ONTOLOGY, re.MULTILINE | re.DOTALL
    )
    assert block, f"pact:{name} needs an rdfs:label and a skos:definition"
    for part in block.groups():
        assert tuple(re.findall(r'"@(\w+)', part)) == LANGUAGES


def test_labels_tell_relations_apart(schema: Schema) -> None:
    for language in LANGUAGES:
        labels = [relation.labels[language] for relation in schema.relations.values()]
        assert sorted(set(labels)) == sorted(labels)


def classes(graph: Graph, node: Node | None) -> list[str]:
    """The classes of a domain or range: one named, or the members of a union."""
    union = graph.value(node, OWL.unionOf)
    return [str(kind).removeprefix(PACT) for kind in (graph.items(union) if union else [node])]


def test_facts_of_the_lists_keep_to_domain_and_range(schema: Schema) -> None:
    ontology, entities = Graph().parse(data=ONTOLOGY, format="turtle"), load_authority().entities
    seen, astray = 0, []
    for entity in entities.values():
        for triple in entity.triples:
            known, target = URIRef(triple.predicate.value), triple.object
            ends = [(entity.kind, ontology.value(known, RDFS.domain))]
            if isinstance(target, ox.NamedNode) and entity_path(target.value) in entities:
                ends.append((entities[entity_path(target.value)].kind, ontology.value(known, RDFS.range)))
            for kind, allowed in ends:
                seen += allowed is not None
                if allowed is not None and not any(schema.is_a(kind, name) for name in classes(ontology, allowed)):
                    astray.append(f"{entity.path}: {known}")
    assert seen > 1000
    assert astray == []


def test_shapes_speak_of_nothing_the_ontology_lacks() -> None:
    declared = set(re.findall(r"^pact:(\w+) a ", ONTOLOGY, re.MULTILINE))
    assert set(re.findall(r"\bpact:(\w+)", SHAPES)) <= declared


@pytest.mark.parametrize(
    ("turtle", "complaint"),
    [
        ("pact:Actor a owl:Class", "not valid Turtle"),
        (
            f"{PREFIXES} pact:likes a owl:ObjectProperty ; rdfs:subPropertyOf pact:relatesTo .",
            "likes lacks rdfs:domain",
        ),
    ],
)
def test_says_what_is_wrong_with_an_ontology(turtle: str, complaint: str) -> None:
    with pytest.raises(DataError, match=complaint):
        read_schema(turtle.encode())
