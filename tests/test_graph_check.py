"""A good graph is clean; whatever is broken in it is found, and where it stands in the documents is looked up."""

from pathlib import Path

import pytest

from extract.mentions.names import Entry
from extract.pipeline import read_text
from extract.text.source import Options, Source, read_source
from graph.make.reports import build
from graph.measure.check import Report, check
from graph.measure.evidence import Passage
from graph.rdf.store import from_triples
from graph.rdf.turtle import from_turtle

DATA = Path(__file__).parent / "data"
TURTLE = (DATA / "hand.ttl").read_text(encoding="utf-8")
SOURCES = [read_source(DATA / name) for name in ("hand.zh.txt", "hand.en.txt")]


def checked(turtle: str, sources: list[Source]) -> Report:
    return check(from_triples(from_turtle(turtle, "graph.ttl")), sources)


def test_a_good_graph_is_clean() -> None:
    assert checked(TURTLE, SOURCES) == Report((), 12, 12, 12)
    assert Report((), 12, 12, 9).summary() == "clean: 12 statements, 9 of 12 quotes looked up"


# what stands in the good graph, what stands there instead, where it is found, what is said of it
BROKEN = [
    ("pact:partyTo treaty:ICSANT ;", "", "statement/915b356a7b7ffcb9e0a6", "has no plain triple"),
    (
        "state:MEX a pact:State ;",
        "state:MEX a pact:State ; pact:visited state:SWE ;",
        "state/MEX",
        "rests on no asserted",
    ),
    (
        "state:MEX a pact:State ;",
        "state:MEX a pact:State ; pact:ratified treaty:ATT ;",
        "state/MEX",
        "rests on no asserted",
    ),
    ("pact:status pact:planned", "pact:status pact:hoped", "statement/07614b6aa40501d05f4d", "exactly one pact:status"),
    ("oa:start 21 ;", "oa:start 75 ;", "document/A/99/902/en/passage/21-75", "Found: 75."),
    ('skos:notation "SWE"^^pact:iso3 ;', "", "state/SWE", "one skos:notation"),
    (
        'pact:quote "The Agency works together with Norway."@en',
        'pact:quote "They work together."@en',
        "statement/e7160d07759c2be19c8f",
        "in none of its passages",
    ),
]


@pytest.mark.parametrize(("good", "bad", "where", "what"), BROKEN)
def test_what_is_broken_is_found(good: str, bad: str, where: str, what: str) -> None:
    assert TURTLE.count(good) == 1
    findings = checked(TURTLE.replace(good, bad), []).findings
    assert any(finding.where == where and what in finding.what for finding in findings), findings


def test_findings_are_sorted_and_told_once() -> None:
    findings = checked(TURTLE.replace("skos:notation", "skos:note"), []).findings
    assert [finding.where for finding in findings] == ["state/MEX", "state/NOR", "state/SWE"]
    assert str(findings[0]).startswith("state/MEX: A State has one skos:notation")
    assert Report(findings, 1, 0, 0).summary().startswith("3 to mend: 1 statements")


def test_a_quote_that_stands_elsewhere_is_found() -> None:
    (finding,) = checked(TURTLE.replace("oa:start 76 ;", "oa:start 77 ;"), SOURCES).findings
    assert (finding.where, finding.what[:27]) == ("document/A/99/902/en/passage/76-114", "Its words do not stand at i")


def test_another_version_of_a_file_is_found() -> None:
    zh, en = SOURCES
    report = checked(TURTLE, [Source(zh.name, zh.text.replace("极光", "北极光"))])
    assert {finding.where.rpartition("/")[2] for finding in report.findings} == {
        "162-178",
        "178-185",
        "186-209",
        "220-236",
        "236-248",
    }
    assert report.looked_up == 9
    (finding,) = checked(TURTLE, [Source("other.txt", "x" + en.text)]).findings
    assert str(finding) == "other.txt: No document of the graph quotes it; give the file that was built from."


# text between bars is the place; the quote; whether it stands there
PLACES = [
    ("a |Norway ratified it| b", "Norway ratified it", True),
    ("|Norway rati-\nfied it|", "Norway rati-fied it", True),
    ("|Norway\nA/99/901\n18-00001     2/9\nratified it|", "Norway ratified it", True),
    ("|第\n1\n条|", "第条", True),
    ("|the following:\n– one thing.\n– another.|", "the following – another.", True),
    ("|the following:\n(a) one thing.\n(b) another.|", "the following another.", True),
    ("|the following:\n1. one thing|", "the followingone thing", True),
    ("|Norway ratified it|", "Norway signed it", False),
    ("|Norway ratified it|", "Norway it", False),
    ("|Norway ratified it|", "Norway ratified", False),
    ("|Norway ratified it|", "ratified it", False),
    ("|Norway\nratified it|", "Norway", False),
    ("|Norway\nratified it|", "ratified it", False),
    ("|Norway ratified\nthe treaty that\nit signed|", "Norway ratified it signed that", False),
    ("Norway|  |ratified it", "", False),
    ("Norway|  |ratified it", "Norway", False),
]


@pytest.mark.parametrize(("marked", "quote", "stands"), PLACES)
def test_a_quote_is_the_place_but_for_what_lies_between_lines(*, marked: str, quote: str, stands: bool) -> None:
    before, place, after = marked.split("|")
    passage = Passage("p", len(before), len(before) + len(place), quote)
    assert passage.stands_in(before + place + after) is stands


def test_an_item_that_breaks_behind_its_first_characters_is_found_again() -> None:
    text = "18. 2015年，专家组参加了：(a) 9 月\n\n在维也纳举行的核保安讲习班；(b) 11 月\n\n在日内瓦举行的生物安保讲习班。 \n\n19. 完。 \n"
    source = Source("note.zh.txt", text)
    reading = read_text(source, Options(symbol="A/99/9001"), Entry("org/1540C", "Organization"))
    assert [s.object for s in reading.statements if s.relation == "participatesIn"] != []
    assert check(from_triples(build([reading])), [source]).findings == ()
