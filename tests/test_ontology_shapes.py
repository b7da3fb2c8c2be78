"""A graph that keeps to the vocabulary conforms to the shapes, and every shape can fail."""

from functools import cache
from importlib.resources import files

import pytest
from pyshacl import validate
from rdflib import SH, Graph

GOOD = """@base <https://w3id.org/pactgraph/id/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix pact: <https://w3id.org/pactgraph/ontology#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<state/NOR> a pact:State ; rdfs:label "Norway"@en ; skos:notation "NOR"^^pact:iso3, "NO"^^pact:iso2 ;
    pact:memberSince "1945-11-27"^^xsd:date ; pact:ratified <treaty/T> ; pact:contributedTo <org/O> .
<org/O> a pact:Organization ; rdfs:label "Organization"@en .
<treaty/T> a pact:Treaty ; rdfs:label "Treaty"@en .
<document/D> a pact:Document ; rdfs:label "A/1" ; dcterms:identifier "A/1" ; dcterms:title "Title"@en ;
    dcterms:language "en" ; dcterms:date "2018-01-01"^^xsd:date ;
    pact:session "73" ; pact:vote "174-2-1" ; pact:work "/akn/un/1" ; rdfs:seeAlso <https://undocs.org/en/A/1> .

<passage/1> a pact:Passage ; dcterms:isPartOf <document/D> ; oa:start 0 ; oa:end 9 ; oa:exact "Norway ra"@en ;
    pact:section "Norway"@en ; pact:paragraph 1 ; pact:saidBy <state/NOR> ; pact:page 2 ; pact:anchor "para_1" .

<statement/1> a pact:Statement ;
    rdf:subject <state/NOR> ; rdf:predicate pact:ratified ; rdf:object <treaty/T> ; pact:status pact:asserted ;
    pact:quote "Norway ratified it"@en ; pact:cue "ratified"@en ; pact:saidBy <state/NOR> ; pact:inDocument <document/D> ;
    prov:wasDerivedFrom <passage/1> ; pact:date "2014-02"^^xsd:gYearMonth ; pact:rule "ratified" ; pact:confidence 0.93 .
<statement/2> a pact:Statement ;
    rdf:subject <state/NOR> ; rdf:predicate pact:signed ; rdf:object <treaty/T> ; pact:status pact:negated ;
    pact:quote "did not sign"@en ; pact:cue "not"@en ; pact:inDocument <document/D> ; prov:wasDerivedFrom <passage/1> ;
    pact:rule "signed" ; pact:confidence 1.0 .
<statement/3> a pact:Statement ;
    rdf:subject <state/NOR> ; rdf:predicate pact:contributedTo ; rdf:object <org/O> ; pact:status pact:asserted ;
    pact:quote "gave it"@en ; pact:cue "gave"@en ; pact:inDocument <document/D> ; prov:wasDerivedFrom <statement/1> ;
    pact:derived true ; pact:amount 5.5 ; pact:currency "NOK" ; pact:rule "gave" ; pact:confidence 0.5 .
<statement/4> a pact:Statement ;
    rdf:subject <state/NOR> ; rdf:predicate pact:ratified ; rdf:object <treaty/T> ; pact:status pact:planned ;
    pact:quote "will ratify"@en ; pact:cue "will"@en ; pact:inDocument <document/D> ; prov:wasDerivedFrom <passage/1> ;
    pact:rule "ratified" ; pact:confidence 0.9 .
"""

# what stands in the good graph, what stands there instead, what the report must say
BROKEN = [
    ("rdf:subject <state/NOR> ;", "", "exactly one rdf:subject"),
    ("rdf:subject <state/NOR> ;", "rdf:subject <state/NOR>, <org/O> ;", "exactly one rdf:subject"),
    ("rdf:subject <state/NOR> ;", "rdf:subject [] ;", "exactly one rdf:subject"),
    ("rdf:predicate pact:ratified ;", "", "exactly one rdf:predicate"),
    ("rdf:object <treaty/T> ;", "", "exactly one rdf:object"),
    ("pact:status pact:asserted ;", "", "exactly one pact:status"),
    ("pact:status pact:asserted ;", "pact:status pact:hoped ;", "exactly one pact:status"),
    ("pact:status pact:asserted ;", "pact:status pact:asserted, pact:planned ;", "exactly one pact:status"),
    ('pact:quote "Norway ratified it"@en ;', "", "has a pact:quote"),
    ('"Norway ratified it"@en', '"Norway ratified it"', "has a pact:quote"),
    ('"Norway ratified it"@en', '""@en', "has a pact:quote"),
    ('pact:cue "ratified"@en ;', "", "has a pact:cue"),
    ("pact:saidBy <state/NOR> ; pact:inDocument", "pact:saidBy <treaty/T> ; pact:inDocument", "pact:saidBy is a State"),
    ("pact:inDocument <document/D> ;", "", "exactly one pact:inDocument"),
    ("pact:inDocument <document/D> ;", "pact:inDocument <document/E> ;", "exactly one pact:inDocument"),
    ("prov:wasDerivedFrom <passage/1> ;", "", "rests on prov:wasDerivedFrom"),
    ("prov:wasDerivedFrom <passage/1> ;", "prov:wasDerivedFrom <state/NOR> ;", "rests on prov:wasDerivedFrom"),
    ('pact:rule "ratified" ;', "", "names the pact:rule"),
    ("pact:confidence 0.93", "pact:confidence 1.01", "has a pact:confidence"),
    ("pact:confidence 0.93", "pact:confidence -0.1", "has a pact:confidence"),
    ("; pact:confidence 0.93", "", "has a pact:confidence"),
    ('"2014-02"^^xsd:gYearMonth', '"February 2014"', "pact:date is one xsd:date"),
    ('"2014-02"^^xsd:gYearMonth', '"2014-02"^^xsd:gYearMonth, "2014"^^xsd:gYear', "pact:date is one xsd:date"),
    ("pact:amount 5.5", "pact:amount 0.0", "one xsd:decimal above 0"),
    ("pact:amount 5.5 ;", "", "stands without its pact:amount"),
    ('"NOK"', '"kroner"', "ISO 4217"),
    ('pact:currency "NOK" ;', "", "stands without its pact:currency"),
    ("pact:derived true", 'pact:derived "yes"', "pact:derived is true or false"),
    ("<statement/1> a pact:Statement", "[] a pact:Statement", "A statement is a blank node"),
    ("; pact:ratified <treaty/T>", "", "An asserted statement has no plain triple"),
    (
        "; pact:ratified <treaty/T>",
        "; pact:ratified <treaty/T> ; pact:signed <treaty/T>",
        "planned or negated statement has",
    ),
    ("pact:memberSince", "pact:supports <treaty/T> ; pact:memberSince", "plain triple of a relation rests on no"),
    ("rdf:predicate pact:ratified", "rdf:predicate pact:likes", "is no relation of the vocabulary"),
    ("rdf:predicate pact:ratified", "rdf:predicate pact:relatesTo", "is no relation of the vocabulary"),
    ("rdf:predicate pact:ratified", "rdf:predicate pact:enacted", "no class in its relation's rdfs:range"),
    ("rdf:predicate pact:ratified", "rdf:predicate pact:cites", "no class in its relation's rdfs:domain"),
    ("<treaty/T> a pact:Treaty", "<treaty/T> a pact:Resolution", "no class in its relation's rdfs:range"),
    ("<treaty/T> a pact:Treaty ;", "<treaty/T>", "no class in its relation's rdfs:range"),
    ("<passage/1> a", "[] a", "A passage is a blank node"),
    ("oa:start 0 ;", "", "A passage has one oa:start"),
    ("oa:start 0 ;", "oa:start -1 ;", "A passage has one oa:start"),
    ("oa:end 9", "oa:end 0", "before its oa:end"),
    ("oa:end 9 ;", "", "A passage has one oa:end"),
    ('oa:exact "Norway ra"@en ;', "", "A passage has one oa:exact"),
    ("dcterms:isPartOf <document/D>", "dcterms:isPartOf <state/NOR>", "A passage has one dcterms:isPartOf"),
    ('dcterms:language "en" ;', "", "has no dcterms:language"),
    ('pact:section "Norway"@en', 'pact:section "Norway"@en, "Oman"@en', "at most one pact:section"),
    ("pact:paragraph 1", "pact:paragraph 0", "one pact:paragraph"),
    (
        "pact:paragraph 1 ; pact:saidBy <state/NOR>",
        "pact:paragraph 1 ; pact:saidBy <treaty/T>",
        "pact:saidBy is a State",
    ),
    ("pact:page 2", "pact:page 0", "at most one pact:page"),
    ('pact:anchor "para_1"', 'pact:anchor "para_1", "para_2"', "at most one pact:anchor"),
    ('pact:session "73"', 'pact:session "seventy-third"', "at most one pact:session"),
    ('pact:vote "174-2-1"', 'pact:vote "174-2"', "at most one pact:vote"),
    ('pact:vote "174-2-1"', 'pact:vote "174-2-1", "without a vote"', "at most one pact:vote"),
    ('pact:work "/akn/un/1"', 'pact:work "/akn/un/1", "/akn/un/2"', "at most one pact:work"),
    ("rdfs:seeAlso <https://undocs.org/en/A/1>", 'rdfs:seeAlso "https://undocs.org/en/A/1"', "address of its text"),
    ("<document/D> a pact:Document", "[] a pact:Document", "A document is a blank node"),
    ('dcterms:identifier "A/1"', 'dcterms:identifier "A/1", "A/2"', "at most one dcterms:identifier"),
    ('dcterms:title "Title"@en', 'dcterms:title "Title"@en, "Other"@en', "at most one dcterms:title"),
    ('dcterms:language "en"', 'dcterms:language "English"', "BCP 47 tag"),
    ('dcterms:date "2018-01-01"^^xsd:date', 'dcterms:date "1 January 2018"', "dcterms:date of a document"),
    ("<org/O> a", "[] a", "A named thing is a blank node"),
    ('; rdfs:label "Treaty"@en', "", "A named thing has an rdfs:label"),
    ("<treaty/T> a pact:Treaty", "<treaty/T> a pact:Treaty, pact:Resolution", "A named thing has one class"),
    ('"NOR"^^pact:iso3, ', "", "one skos:notation of type pact:iso3"),
    ('"NOR"^^pact:iso3', '"Nor"^^pact:iso3', "one skos:notation of type pact:iso3"),
    ('rdfs:label "Norway"@en', 'rdfs:label "Norway"@en, "Kingdom"@en', "one rdfs:label in each language"),
    ('rdfs:label "Norway"@en', 'rdfs:label "Norge"@no', "one rdfs:label in each language"),
    ('pact:memberSince "1945-11-27"^^xsd:date', 'pact:memberSince "1945"', "pact:memberSince is one xsd:date"),
]


@cache
def read(name: str) -> Graph:
    return Graph().parse(data=files("ontology").joinpath(name).read_text(encoding="utf-8"), format="turtle")


def report(turtle: str, ontology: Graph) -> tuple[bool, str]:
    graph = Graph().parse(data=turtle, format="turtle")
    conforms, _, text = validate(graph, shacl_graph=read("shapes.ttl"), ont_graph=ontology)
    return bool(conforms), " ".join(str(text).split())


def test_a_good_graph_conforms() -> None:
    conforms, text = report(GOOD, read("pactgraph.ttl"))
    assert conforms, text


@pytest.mark.parametrize(("there", "instead", "complaint"), BROKEN)
def test_finds_what_is_broken(there: str, instead: str, complaint: str) -> None:
    assert there in GOOD
    conforms, text = report(GOOD.replace(there, instead, 1), read("pactgraph.ttl"))
    assert complaint in text, text
    assert not conforms


def test_says_so_when_the_ontology_is_not_there() -> None:
    _, text = report(GOOD, Graph())
    assert "validate together with pactgraph.ttl" in text


def test_each_message_has_been_seen() -> None:
    """No shape without a case: every message of the shapes contains the complaint of one of the cases above."""
    told = [complaint for _, _, complaint in BROKEN] + ["The ontology is not there"]
    messages = read("shapes.ttl").objects(None, SH.message)
    unseen = [message for message in map(str, messages) if not any(complaint in message for complaint in told)]
    assert unseen == []
