"""Akoma Ntoso: what the file says of itself, paragraphs with their eId, and one document whatever the language."""

from pathlib import Path

import pytest

from extract.documents import parse_document, read_document
from extract.pipeline import read_text
from extract.text.source import Options
from graph.make.reports import build
from graph.measure.check import check
from graph.rdf.store import from_triples
from graph.rdf.turtle import from_turtle, to_turtle
from ontology.errors import InputError
from ontology.iris import ID

DATA = Path(__file__).parent / "data"
FILES = [DATA / "akn.en.xml", DATA / "akn.zh.xml"]
ENGLISH = FILES[0].read_bytes()


def test_reads_what_the_file_says_of_itself() -> None:
    work = "/akn/un/statement/deliberation/unga/2020-12-11/75-999/"
    title = "Measures against nuclear terrorism"
    assert read_document(FILES[0]).known == Options(
        "A/RES/75/999", "en", title, "2020-12-11", "75", work, f"{work}eng@/"
    )


def test_paragraphs_have_their_numbers_and_anchors_and_no_notes() -> None:
    source = read_document(FILES[0])
    lines = source.text.splitlines()
    assert dict(zip((place.anchor for place in source.places), lines, strict=True)) == {
        "coverPage_1": "Resolution adopted by the General Assembly on 11 December 2020",
        "": "75/999. Measures against nuclear terrorism",
        "formula_1": "General Assembly",
        "container_2": "Recalling its resolution 59/290 of 13 April 2005,",
        "para_3": "1. Norway ratified the International Convention for the Suppression of Acts of Nuclear Terrorism"
        " on 20 February 2014.",
        "para_4__list_1__intro": "2. The following took part:",
        "para_4__list_1__point_a": "(a) Norway and Mexico;",
        "conclusions": "11 December 2020",
    }
    assert [source.text[place.start :].split("\n")[0] for place in source.places] == lines


def test_language_versions_are_one_document_and_their_facts_meet() -> None:
    sources = [read_document(file) for file in FILES]
    readings = [read_text(source) for source in sources]
    turtle = to_turtle(build(readings))
    rows = {
        (str(t.subject).strip("<>").removeprefix(ID), str(t.predicate), str(t.object))
        for t in from_turtle(turtle.decode(), "")
    }
    facts = [(s.subject, s.relation, s.object) for s in readings[0].statements]
    assert facts == [(s.subject, s.relation, s.object) for s in readings[1].statements]
    assert ("state/NOR", "ratified", "treaty/ICSANT") in facts
    document = "document/A/RES/75/999"
    told = {(p.rpartition("#")[2].rpartition("/")[2].strip(">"), o) for s, p, o in rows if s == document}
    assert {("language", '"en"'), ("language", '"zh"'), ("session", '"75"')} <= told
    assert {o for p, o in told if p == "seeAlso"} == {f"<https://undocs.org/{c}/A/RES/75/999>" for c in ("en", "zh")}
    assert len([o for p, o in told if p == "work"]) == 1
    assert len([o for p, o in told if p == "expression"]) == 2
    anchors = {s.partition("/passage/")[0][-2:]: o for s, p, o in rows if p.endswith("#anchor>") and '"para_3"' in o}
    assert anchors == {"en": '"para_3"', "zh": '"para_3"'}


def test_quotes_are_found_again_in_the_files() -> None:
    sources = [read_document(file) for file in FILES]
    report = check(from_triples(build([read_text(source) for source in sources])), sources)
    assert report.findings == ()
    assert report.looked_up == report.passages > 5


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (b"</akomaNtoso>", b"", "is broken XML"),
        (b"<akomaNtoso", b'<!DOCTYPE a [<!ENTITY x SYSTEM "/etc/passwd">]><akomaNtoso', "document type declaration"),
    ],
)
def test_refuses_with_a_reason(old: bytes, new: bytes, words: str) -> None:
    with pytest.raises(InputError, match=f"bad.xml: .*{words}"):
        parse_document(ENGLISH.replace(old, new, 1), "bad.xml")


def test_a_document_without_paragraphs_is_refused() -> None:
    head = ENGLISH.partition(b"<coverPage")[0]
    with pytest.raises(InputError, match="holds no text"):
        parse_document(head + b"</statement></akomaNtoso>", "bad.xml")


def test_an_unknown_date_stays_unknown() -> None:
    known = parse_document(ENGLISH.replace(b"2020-12-11", b"0001-01-01"), "a.xml").known
    assert (known.date, known.work, known.expression) == ("", "", "")


def test_a_language_that_no_file_has_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(FILES[0].read_bytes().replace(b'language="eng"', b'language="deu"'))
    with pytest.raises(InputError, match="is in the language deu, which is not read"):
        read_document(path)


def test_the_work_tells_the_symbol_that_a_file_does_not_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(FILES[0].read_bytes().replace(b'refersTo="#symbol">A/RES/75/999', b'refersTo="#symbol">'))
    assert read_document(path).known.symbol == "A/RES/75/999"
