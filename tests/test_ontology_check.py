"""The lists keep their contract, and every check of the checker can fail."""

from importlib.resources import files

import pytest

from ontology.check import Problem, check_authority, check_lists, missing_labels
from ontology.errors import DataError

ONTOLOGY = files("ontology").joinpath("pactgraph.ttl").read_bytes()
PREFIXES = """@base <https://w3id.org/pactgraph/id/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix pact: <https://w3id.org/pactgraph/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
NAMED = {"en": "Aye", "fr": "Âge", "es": "Año", "ru": "Ая", "ar": "أبجد", "zh": "甲"}
SIX, FORMAL, OTHER, OTHER_FORMAL = (
    " , ".join(f'"{name}{mark}"@{tag}' for tag, name in NAMED.items()) for mark in ("", " 1", " 2", " 3")
)
GOOD = f"""{PREFIXES}
<state/AAA> a pact:State ; skos:inScheme <scheme/states> ; skos:notation "AAA"^^pact:iso3 ;
    skos:prefLabel {SIX} ;
    pact:formalName {FORMAL} ;
    pact:memberSince "1945-10-24"^^xsd:date ; pact:adjective "Ayean"@en .
<state/BBB> a pact:State ; skos:inScheme <scheme/former-states> ;
    skos:prefLabel {OTHER} ;
    pact:formalName {OTHER_FORMAL} ;
    pact:memberSince "1945"^^xsd:gYear ; pact:memberUntil "1990-10-02"^^xsd:date ; dcterms:isReplacedBy <state/AAA> .
<org/BODY> a pact:Organization ; skos:inScheme <scheme/organizations> ; dcterms:source "its charter" ;
    skos:prefLabel "Body for Peace"@en ; skos:altLabel "BfP"@en ; pact:weakName "Body"@en ; pact:formerName "Body for War"@en ;
    skos:historyNote "Body for War until 1950"@en .
<org/PART> a pact:Organization ; skos:inScheme <scheme/organizations> ; dcterms:source "its charter" ;
    skos:prefLabel "Part of the Body"@en ; org:subOrganizationOf <org/BODY> ; pact:weakName "Body"@en .
"""
ROSTERS = f"""{PREFIXES}
<roster/BODY/1950> a skos:Collection ; skos:inScheme <scheme/rosters> ; pact:rosterOf <org/BODY> ; pact:from "1950"^^xsd:gYear ;
    pact:until "1960-05"^^xsd:gYearMonth ; skos:member <state/AAA>, <state/BBB> ; dcterms:source "its yearbook" .
<roster/BODY/1970> a skos:Collection ; skos:inScheme <scheme/rosters> ; pact:rosterOf <org/BODY> ; pact:from "1970"^^xsd:gYear ;
    skos:member <state/AAA> ; dcterms:source "its yearbook" .
"""

# what stands in the good list, what stands there instead, what the checker must say
BROKEN = [
    ("a pact:State", "a pact:Planet", "has the classes ['Planet']"),
    ("a pact:State ;", "", "has the classes []"),
    ("a pact:State", "a pact:State, pact:Organization", "has the classes ['State', 'Organization']"),
    ("<org/BODY> a", "<treaty/BODY> a", "is of class Organization at this path"),
    ("<org/PART> a pact:Organization", "<meeting/PART> a pact:Meeting", "is of class Meeting at this path"),
    ("pact:weakName", "pact:weekName", "uses pact:weekName"),
    ("^^pact:iso3", "^^pact:iso4", "uses pact:iso4"),
    ('"甲"@zh', '"Zed"@en', "has two of skos:prefLabel in en"),
    ('"甲"@zh', '"Zed"@en', "has no skos:prefLabel in zh"),
    ('"甲 1"@zh', '"Zed 1"@en', "has no pact:formalName in zh"),
    ('skos:prefLabel "Part of the Body"@en', 'skos:prefLabel "part"@fr', "has no skos:prefLabel in en"),
    ('"BfP"@en', '"BfP"@de', "has no language of the six"),
    ('"BfP"@en', '"BfP"', "has no language of the six"),
    ('"BfP"@en', '" BfP"@en', "has a space too many"),
    ('"BfP"@en', '"B  P"@en', "has a space too many"),
    ('"BfP"@en', '"B\\u00A0P"@en', "has a space too many"),
    ('"BfP"@en', '""@en', "has a space too many or nothing in it"),
    ('"BfP"@en', '"Be\\u0301"@en', "is not in Unicode normal form C"),
    ('"BfP"@en', '"B\\uFF08P\\uFF09"@zh', "has full-width characters"),
    ('"BfP"@en', '"Part of the Body"@en', 'strong name "Part of the Body"@en is also one of org/BODY'),
    ('"BfP"@en', '"Body for Peace"@en', "is preferred and alternative"),
    ('"BfP"@en', '"Body"@en', "is strong and weak"),
    ("org:subOrganizationOf <org/BODY>", "org:subOrganizationOf <org/BOD>", "refers to org/BOD, which no list has"),
    ("org:subOrganizationOf <org/BODY>", "pact:depositary <state/NOR>", "refers to state/NOR, which no list has"),
    ("org:subOrganizationOf <org/BODY>", "org:subOrganizationOf <org/PART>", "refers to itself"),
    ('skos:prefLabel "Body', 'skos:notation "AAA"^^pact:iso3 ; skos:prefLabel "Body', "is also that of org/BODY"),
    ("skos:inScheme <scheme/states> ;", "", "stands in the schemes []"),
    ("<scheme/states>", "<scheme/states> , <scheme/treaties>", "stands in the schemes"),
    ("<scheme/states>", "<scheme/planets>", "scheme/planets names no source"),
    ("<org/BODY> a", "<org/BODY a", "not valid Turtle"),
    ('"甲"@zh', '"甲я"@zh', "has letters of another script (я)"),
    ('"Aye"@en', '"Аye"@en', "has letters of another script (А)"),
    ('"Ая"@ru', '"Aя"@ru', "has a word in two scripts"),
    ('"Ayean"@en', '"аянский"@en', "has letters of another script"),
    ('"أبجد"@ar', '"Abjad"@ar', "is in Latin letters"),
    ("dcterms:isReplacedBy", 'pact:adjective "Ayean"@en ; dcterms:isReplacedBy', "is also one of state/AAA"),
    ('"1945-10-24"', '"24.10.1945"', '"24.10.1945" is no date'),
    ('"1945-10-24"', '"1945-02-30"', '"1945-02-30" is no date'),
    ('"1945"', '"1945-10"', '"1945-10" is no date'),
    ('"1990-10-02"', '"1944-10-02"', "pact:memberSince 1945 is after pact:memberUntil 1944-10-02"),
    ('dcterms:source "its charter" ;', "", "names no source"),
    ('skos:historyNote "Body for War until 1950"@en', 'skos:note "1950"@en', "has a former name without years"),
    ('"Body for War until 1950"', '"Body for War"', "has a former name without years"),
    ("isReplacedBy <state/AAA>", "isReplacedBy <state/CCC>", "refers to state/CCC"),
]
BROKEN_ROSTERS = [
    ("<state/AAA>, <state/BBB>", "<state/AAA>, <state/CCC>", "refers to state/CCC, which no list has"),
    ("<state/AAA>, <state/BBB>", "<state/AAA>, <org/PART>", "lists org/PART"),
    ("skos:member <state/AAA>, <state/BBB> ;", "", "has no members"),
    ("pact:rosterOf <org/BODY> ;", "", "is a roster of []"),
    ("pact:rosterOf <org/BODY> ;", "pact:rosterOf <org/BODY>, <org/PART> ;", "is a roster of ['org/BODY', 'org/PART']"),
    ("pact:rosterOf <org/BODY> ;", "pact:rosterOf <state/AAA> ;", "is a roster of ['state/AAA']"),
    ('"1950"^^xsd:gYear', '"1961"^^xsd:gYear', "pact:from 1961 is after pact:until 1960-05"),
    ('"1950"^^xsd:gYear', '"1950"^^xsd:gYear, "1951"^^xsd:gYear', "has two dates where one can stand"),
    ('"1970"^^xsd:gYear', '"1960-04"^^xsd:gYearMonth', "state/AAA is in org/BODY by roster/BODY/1950 at the same time"),
    ('pact:until "1960-05"^^xsd:gYearMonth ;', "", "state/AAA is in org/BODY by roster/BODY/1950 at the same time"),
    ('dcterms:source "its yearbook"', "", "names no source"),
    ("<scheme/rosters>", "<scheme/planets>", "scheme/planets names no source"),
    ("pact:from", "pact:frum", "uses pact:frum"),
    ("<roster/BODY/1950>", "<roster/BODY/1950", "not valid Turtle"),
]


def check(turtle: str, rosters: str = ROSTERS) -> list[Problem]:
    return check_lists({"list.ttl": turtle.encode()}, ONTOLOGY, rosters.encode())


def test_the_lists_are_well() -> None:
    assert [str(problem) for problem in check_authority()] == []


def test_the_good_list_is_well() -> None:
    assert check(GOOD) == []


@pytest.mark.parametrize(("there", "instead", "complaint"), BROKEN)
def test_finds_what_is_broken(there: str, instead: str, complaint: str) -> None:
    assert there in GOOD
    problems = check(GOOD.replace(there, instead, 1))
    assert any(complaint in problem.what for problem in problems), problems


@pytest.mark.parametrize(("there", "instead", "complaint"), BROKEN_ROSTERS)
def test_finds_what_is_broken_in_rosters(there: str, instead: str, complaint: str) -> None:
    assert there in ROSTERS
    problems = check(GOOD, ROSTERS.replace(there, instead, 1))
    assert any(complaint in problem.what for problem in problems), problems


def test_a_label_may_be_weak_and_shared_but_no_other_strong_name() -> None:
    shared = GOOD.replace(
        'pact:weakName "Body"@en ; pact:formerName', 'pact:weakName "Body for Peace"@en ; pact:formerName'
    )
    assert (
        check(shared.replace('"Part of the Body"@en', '"Part of the Body"@en ; skos:altLabel "Body for Peace"@en'))
        == []
    )


def test_no_label_is_missing_in_any_language() -> None:
    assert not missing_labels()


def test_an_entity_in_two_files_is_told_of_with_both() -> None:
    problems = check_lists({"a.ttl": GOOD.encode(), "b.ttl": GOOD.encode()}, ONTOLOGY)
    doubled = [problem for problem in problems if problem.what == "also described in a.ttl"]
    assert [(problem.file, problem.entity) for problem in doubled] == [
        ("b.ttl", "org/BODY"),
        ("b.ttl", "org/PART"),
        ("b.ttl", "state/AAA"),
        ("b.ttl", "state/BBB"),
    ]


def test_a_problem_is_told_in_one_line() -> None:
    problem = Problem("list.ttl", "org/BODY", "has two heads", "cut one off")
    assert str(problem) == "list.ttl: org/BODY: has two heads; cut one off"


def test_a_broken_ontology_is_no_problem_of_the_lists() -> None:
    with pytest.raises(DataError, match=r"pactgraph\.ttl: not valid Turtle"):
        check_lists({}, b"not Turtle")
