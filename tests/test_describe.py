"""What a document says of itself on its first page."""

import pytest

from extract.pipeline import read_text
from extract.text.source import Source

REPORT = """United Nations

A/99/112

Distr.: General

13 July 2018

Ninety-ninth session

Item 101 (w) of the preliminary list

General and complete disarmament

Measures to prevent terrorists from acquiring weapons of mass destruction

Report of the Secretary-General

I. Introduction

Norway ratified the Arms Trade Treaty in 2014.

A/99/112
"""
DRAFT = """A/C.1/99/L.12

16 October 2018

Agenda item 99 (l)

African nuclear-weapon-free zone

Norway: draft resolution

Implementation of the treaty
"""
LETTER = """S/2099/7

2015年12月29日第1540号决议所设委员会主席给安全理事会主席的信

谨转递委员会的报告。

S/2099/7
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            REPORT,
            (
                "A/99/112",
                "99",
                "2018-07-13",
                "Measures to prevent terrorists from acquiring weapons of mass destruction",
            ),
        ),
        (DRAFT, ("A/C.1/99/L.12", "99", "2018-10-16", "African nuclear-weapon-free zone")),
        (LETTER, ("S/2099/7", "", "2015-12-29", "2015年12月29日第1540号决议所设委员会主席给安全理事会主席的信")),
        ("  \n", ("", "", "", "")),
        ("A/S-10/4\n\nNorway spoke.\n", ("A/S-10/4", "S-10", "", "")),
    ],
)
def test_symbol_session_date_and_title_are_read_where_printed(text: str, told: tuple[str, ...]) -> None:
    document = read_text(Source("a.txt", text)).document
    assert (document.symbol, document.session, document.date, document.title) == told
