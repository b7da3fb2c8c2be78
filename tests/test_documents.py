"""Reports in every format: paragraphs and rows whole, the same statements, and files that must be refused."""

import resource
import time
from functools import cache

import pytest
from reports import LANGUAGES, report
from traps import TRAPS
from written import written

from extract.documents import parse_document
from extract.documents.pdf.glyphs import Glyph
from extract.documents.pdf.lines import spell
from extract.model import Reading
from extract.pipeline import Options, read_text
from extract.text.source import Source
from graph.make.reports import build
from graph.measure.check import check
from graph.rdf.store import from_triples
from ontology.errors import InputError

FORMS = ("pdf", "ruled", "columns", "docx", "html", "txt")
WHOLE = [(code, form) for code in LANGUAGES for form in FORMS if form != "txt"]
# The page holds no symbol.
KNOWN = {"html": Options(symbol="A/99/907")}


@cache
def source(code: str, form: str) -> Source:
    return parse_document(written(code, form), f"a.{form}")


@cache
def reading(code: str, form: str) -> Reading:
    return read_text(source(code, form), KNOWN.get(form, Options()))


@pytest.mark.parametrize(("code", "form"), WHOLE)
def test_paragraphs_and_rows_are_whole(code: str, form: str) -> None:
    content, lines = report(code), source(code, form).text.splitlines()
    rows = ["\t".join(row) for row in content.rows]
    assert lines == [content.title, *content.paragraphs, *rows]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_format_gives_the_same_statements(code: str) -> None:
    told = {form: {(s.key, s.date) for s in reading(code, form).statements} for form in FORMS}
    assert len(told["txt"]) >= 30 + 41
    assert {form: len(facts ^ told["txt"]) for form, facts in told.items()} == dict.fromkeys(FORMS, 0)


@pytest.mark.parametrize("form", FORMS)
def test_notes_and_navigation_are_in_no_statement(form: str) -> None:
    assert {s.subject for s in reading("en", form).statements if s.relation == "signed"} == set()


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("form", ["pdf", "columns", "docx", "html"])
def test_quotes_are_found_again_on_their_pages(code: str, form: str) -> None:
    found = check(from_triples(build([reading(code, form)])), [source(code, form)])
    assert found.findings == ()
    assert found.looked_up == found.passages > 70
    places = {(e.page, e.anchor) for s in reading(code, form).statements for e in s.evidence}
    assert len({page for page, _ in places}) >= 5 if form in ("pdf", "columns") else {page for page, _ in places} == {0}
    assert {"p0", "p29"} <= {anchor for _, anchor in places} or form != "html"


@pytest.mark.parametrize("form", FORMS)
def test_symbol_session_language_and_title_are_read(form: str) -> None:
    document = reading("en", form).document
    told = (document.symbol, document.session, document.language, document.title)
    assert told == ("A/99/907", "99", "en", "Measures against nuclear terrorism and the work of States")


@pytest.mark.parametrize("name", TRAPS)
def test_a_trap_is_refused_in_time(name: str) -> None:
    make, words = TRAPS[name]
    data, begun = make(), time.monotonic()
    with pytest.raises(InputError, match=f"x: .*({words})"):
        parse_document(data, "x")
    assert time.monotonic() - begun < 120
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 3 << 20


# What is drawn from left to right, and what it says.
DRAWN = [
    ("(2004) 1540 رارقلا", "القرار 1540 (2004)"),
    ("(2004) S/RES/1540 رارق", "قرار S/RES/1540 (2004)"),
    ("2015-2010 يف 25/3/2014", "25/3/2014 في 2010-2015"),
    ("resolution 1540 (2004)", "resolution 1540 (2004)"),
]


@pytest.mark.parametrize(("drawn", "said"), DRAWN)
def test_what_is_read_from_right_to_left(drawn: str, said: str) -> None:
    glyphs = [Glyph(letter, n * 6.0, n * 6.0 + 6, 700, 10) for n, letter in enumerate(drawn) if letter != " "]
    assert spell(glyphs) == said
