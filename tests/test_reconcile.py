"""Status tables become statements that quote their lines, and what States say of themselves is held against them."""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner
from rdflib import Graph

from extract.text.source import Source
from graph.ask.query import select
from graph.cli import main
from graph.compare.reconcile import reconcile
from graph.compare.treaty_table import addressed, read_table
from graph.make.reports import build
from graph.measure.check import check
from graph.rdf.store import from_triples, load
from graph.rdf.turtle import to_turtle
from ontology.errors import DataError
from ontology.schema import load_schema

SAMPLE = files("extract").joinpath("samples", "18-15.csv")
TABLE = Source("18-15.csv", SAMPLE.read_text(encoding="utf-8"))
HEAD = 'Participant,"Signature, Succession to signature(d)","Ratification, Accession(a), Provisional application(n)"\n'
# Lines that are told besides data/affairs.txt, and all that is judged, as a reader of both would.
LATER = """
A/72/909 | state/NZL ratified treaty/ICSANT | asserted 2016-03 | New Zealand ratified it in March 2016.
A/65/910 | state/ESP ratified treaty/ICSANT | asserted 2007-02-12 | Spain ratified it on 12 February 2007.
A/65/910 | state/KOR ratified treaty/ICSANT | negated | The Republic of Korea has not ratified it.
A/65/910 | state/CAN ratified treaty/ICSANT | planned | Canada will ratify it.
A/72/909 | state/MAR ratified treaty/ICSANT | planned | Morocco will ratify it.
"""
JUDGED = [
    ("state/CAN", "planned ratified", "kept", "ratified 2013-11-21"),
    ("state/ESP", "asserted ratified 2007-02-12", "other date", "ratified 2007-02-22"),
    ("state/KOR", "asserted ratified", "agrees", "ratified 2014-05-29"),
    ("state/KOR", "negated ratified", "done since", "ratified 2014-05-29"),
    ("state/MAR", "planned ratified", "contradicts", "ratified 2010-03-31"),
    ("state/MEX", "asserted ratified 2006-06-27", "agrees", "ratified 2006-06-27"),
    ("state/MEX", "asserted ratified 2006-06-27", "agrees", "ratified 2006-06-27"),
    ("state/MEX", "negated partyTo", "contradicts", "ratified 2006-06-27"),
    ("state/NOR", "asserted ratified 2014-02-20", "agrees", "ratified 2014-02-20"),
    ("state/NOR", "asserted signed 2005-09-16", "agrees", "signed 2005-09-16"),
    ("state/NOR", "planned ratified", "kept", "ratified 2014-02-20"),
    ("state/NZL", "asserted ratified 2016-03", "after the record", ""),
    ("state/PHL", "asserted signed 2005-09-15", "agrees", "signed 2005-09-15"),
    ("state/PHL", "negated ratified", "agrees", ""),
    ("state/SGP", "asserted signed 2006-12-01", "agrees", "signed 2006-12-01"),
    ("state/SGP", "planned ratified", "not seen kept", ""),
    ("state/SWE", "asserted ratified 2014-09-18", "contradicts", ""),
]
PLANS = [
    ("state/NOR", "meeting/oslo-2018", "planned organized 2018-06", "not seen kept", ""),
    ("state/NOR", "treaty/ICSANT", "planned ratified", "kept", "ratified 2014-02-20 A/72/902"),
    ("state/SGP", "treaty/CPPNM-A", "planned ratified", "kept", "accededTo 2014 A/72/902"),
    ("state/SGP", "treaty/ICSANT", "planned ratified", "not seen kept", ""),
]


@pytest.fixture(scope="module")
def record() -> Graph:
    reading = read_table(TABLE, date="2015-03")
    return from_triples(build([reading]) | addressed(reading))


def test_a_table_becomes_statements_that_quote_their_lines(record: Graph) -> None:
    reading = read_table(TABLE, date="2015-03")
    assert (reading.document.path, reading.document.date) == ("document/UNTC/18-15/2015-03", "2015-03")
    acts = {(s.subject, s.relation, s.date) for s in reading.statements}
    assert len(reading.statements) == 26
    assert {("state/NOR", "signed", "2005-09-16"), ("state/NOR", "ratified", "2014-02-20")} <= acts
    assert {("state/JPN", "accepted", "2007-08-03"), ("state/GEO", "accededTo", "2010-04-23")} <= acts
    for statement in reading.statements:
        (place,) = statement.evidence
        assert TABLE.text[place.start : place.end] == place.quote
    assert check(record, [TABLE]).findings == ()
    ((address,),) = select(record, "SELECT ?at { ?document a pact:Document ; rdfs:seeAlso ?at }").rows
    assert "mtdsg_no=XVIII-15&chapter=18" in str(address)


@pytest.mark.parametrize(
    ("name", "treaty"),
    [
        ("18-15.csv", "treaty/ICSANT"),
        ("untc-26-2-c.csv", "treaty/CCW-A1"),
        ("26-2.csv", "treaty/CCW"),
        ("26-4.csv", "treaty/CTBT"),
    ],
)
def test_a_file_is_named_for_its_treaty(name: str, treaty: str) -> None:
    (statement,) = read_table(Source(name, HEAD + "Norway,3 Mar 2011,\n")).statements
    assert statement.object == treaty


def test_names_marks_and_dates_as_the_collection_prints_them() -> None:
    bolivia = '"Bolivia (Plurinational State of)",,1 Mar 2013 a\n'
    rows = f"China 1 2,4 Sep 2010,4 Oct 2010\n{bolivia}European Union,,\nSerbia,12 Mar 2001 d,2 Apr 2014 n\n\n"
    statements = read_table(Source("status.csv", HEAD + rows), "treaty/ATT").statements
    assert [(s.subject, s.relation, s.date) for s in statements] == [
        ("state/CHN", "signed", "2010-09-04"),
        ("state/CHN", "ratified", "2010-10-04"),
        ("state/BOL", "accededTo", "2013-03-01"),
        ("state/SRB", "signed", "2001-03-12"),
    ]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("status.csv", HEAD, "status.csv: which treaty is it of"),
        ("99-1.csv", HEAD, "is 0 treaties of the lists"),
        ("18-15.csv", HEAD + "Atlantis,,\n", "line 2: 'Atlantis' is the name or code of nothing"),
        ("18-15.csv", HEAD + "Norway,3 Mrz 2011,\n", "line 2: '3 Mrz 2011' is no date"),
        ("18-15.csv", HEAD + "Norway,31 Feb 2011,\n", "'2011-02-31' is no date"),
        ("18-15.csv", HEAD + "Norway,3 Mar 2011 a,\n", "'3 Mar 2011 a' is no date with a mark of its heading"),
        ("18-15.csv", HEAD + "Norway,3 Mar 2011\n", "line 2: 2 cells below 3 headings"),
        ("18-15.csv", "Participant,Applause\n", "line 1: 'Applause' is no act"),
    ],
)
def test_what_is_not_known_is_refused(name: str, text: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        read_table(Source(name, text))


def test_word_is_held_against_record(
    affairs: frozenset[ox.Triple], told: Callable[[str], set[ox.Triple]], record: Graph
) -> None:
    word = from_triples(affairs | told(LATER))
    verdicts = [v for v in reconcile(word, record, load_schema()) if v.object == "treaty/ICSANT"]
    assert [(v.actor, v.said, v.verdict, v.against.partition(" document")[0]) for v in verdicts] == JUDGED


def test_without_a_record_plans_are_held_against_later_documents(affairs: frozenset[ox.Triple]) -> None:
    verdicts = reconcile(from_triples(affairs), None, load_schema())
    assert [(v.actor, v.object, v.said, v.verdict, v.against) for v in verdicts] == PLANS


def test_the_commands(affairs: frozenset[ox.Triple], tmp_path: Path) -> None:
    word, table = tmp_path / "word.ttl", tmp_path / "record.ttl"
    word.write_bytes(to_turtle(affairs))
    done = CliRunner().invoke(main, ["import", str(SAMPLE), "--date", "2015-03", "-o", str(table)])
    assert (done.exit_code, done.stderr) == (0, "18-15.csv: 26 statements\n")
    assert len(load(str(table))) > 300
    done = CliRunner().invoke(main, ["reconcile", str(word), str(table), "--actor", "Mexico"])
    assert done.stderr == "2 agrees, 1 contradicts\n"
    assert CliRunner().invoke(main, ["reconcile", str(word), "--actor", "KOR"]).stderr == "Nothing to reconcile.\n"
