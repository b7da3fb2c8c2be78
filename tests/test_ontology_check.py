"""The lists keep their contract, and every check of the checker can fail."""

from importlib.resources import files

import pytest

from ontology.check import LANGUAGES, Problem, check_authority, check_lists
from ontology.errors import DataError

ONTOLOGY = files("ontology").joinpath("pactgraph.ttl").read_bytes()
PREFIXES = """@base <https://w3id.org/pactgraph/id/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix pact: <https://w3id.org/pactgraph/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
SIX = " , ".join(f'"{name}"@{tag}' for tag, name in zip(LANGUAGES, "abcdef", strict=True))
FORMAL = " , ".join(f'"the {name}"@{tag}' for tag, name in zip(LANGUAGES, "abcdef", strict=True))
GOOD = f"""{PREFIXES}
<state/AAA> a pact:State ; skos:inScheme <scheme/states> ; skos:notation "AAA"^^pact:iso3 ;
    skos:prefLabel {SIX} ; pact:formalName {FORMAL} .
<org/BODY> a pact:Organization ; skos:inScheme <scheme/organizations> ;
    skos:prefLabel "Body for Peace"@en ; skos:altLabel "BfP"@en ; pact:weakName "Body"@en .
<org/PART> a pact:Organization ; skos:inScheme <scheme/organizations> ;
    skos:prefLabel "Part of the Body"@en ; org:subOrganizationOf <org/BODY> ; pact:weakName "Body"@en .
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
    ('"f"@zh', '"f"@en', "has two of skos:prefLabel in en"),
    ('"f"@zh', '"f"@en', "has no skos:prefLabel in zh"),
    ('"the f"@zh', '"the f"@en', "has no pact:formalName in zh"),
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
]


def check(turtle: str) -> list[Problem]:
    return check_lists({"list.ttl": turtle.encode()}, ONTOLOGY)


def test_the_lists_are_well() -> None:
    assert [str(problem) for problem in check_authority()] == []


def test_the_good_list_is_well() -> None:
    assert check(GOOD) == []


@pytest.mark.parametrize(("there", "instead", "complaint"), BROKEN)
def test_finds_what_is_broken(there: str, instead: str, complaint: str) -> None:
    assert there in GOOD
    problems = check(GOOD.replace(there, instead, 1))
    assert any(complaint in problem.what for problem in problems), problems


def test_an_entity_in_two_files_is_told_of_with_both() -> None:
    problems = check_lists({"a.ttl": GOOD.encode(), "b.ttl": GOOD.encode()}, ONTOLOGY)
    doubled = [problem for problem in problems if problem.what == "also described in a.ttl"]
    assert [(problem.file, problem.entity) for problem in doubled] == [
        ("b.ttl", "org/BODY"),
        ("b.ttl", "org/PART"),
        ("b.ttl", "state/AAA"),
    ]


def test_a_problem_is_told_in_one_line() -> None:
    problem = Problem("list.ttl", "org/BODY", "has two heads", "cut one off")
    assert str(problem) == "list.ttl: org/BODY: has two heads; cut one off"


def test_a_broken_ontology_is_no_problem_of_the_lists() -> None:
    with pytest.raises(DataError, match=r"pactgraph\.ttl: not valid Turtle"):
        check_lists({}, b"not Turtle")
