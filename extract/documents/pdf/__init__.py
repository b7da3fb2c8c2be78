"""PDF becomes a source.

In: the bytes of a PDF made by a program (ISO 32000). Out: a `Source` of paragraphs and rows in reading order, each character with its page;
running heads, page numbers and footnotes are left out. The steps: glyphs -> lines -> margins -> tables -> columns -> prose.
"""

from dataclasses import replace

from extract.documents.assemble import to_source
from extract.documents.pdf.glyphs import read_pages
from extract.documents.pdf.lines import lines_of
from extract.documents.pdf.margins import trim
from extract.documents.pdf.prose import read_parts
from extract.documents.pdf.tables import parts_of
from extract.text.describe import common_symbol
from extract.text.source import Options, Source
from ontology.errors import InputError

_HEAD = b"%PDF-"


def claims(data: bytes) -> bool:
    """Whether the bytes of a file are a PDF; some programs write a few bytes before its head."""
    return _HEAD in data[:1024]


def parse(data: bytes, name: str) -> Source:
    """Read a file called `name`. Raises InputError when it is broken, locked, too large, or mostly pictures of text."""
    pages = read_pages(data, name)
    scanned = tuple(page.number for page in pages if page.scanned)
    if len(scanned) > len(pages) / 2:
        numbers = ", ".join(map(str, scanned))
        raise InputError(f"{name}: no text on page {numbers}, only a picture; run text recognition (OCR) over it")
    trimmed = trim([(page, lines_of(page)) for page in pages])
    parts = [part for page in trimmed.pages for part in parts_of(page)]
    source = to_source(name, read_parts(parts), Options(symbol=common_symbol(trimmed.heads)))
    return replace(source, pictures=scanned)
