"""Pages of a PDF become glyphs: what is drawn, and where.

In: the bytes of a PDF. Out: pages with every character that is drawn, its box and size, and the horizontal rules. Lengths are points from
the lower left corner of the page. PDFium reads the file (BSD-3-Clause); it also finds loops in the tree of pages.
"""

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from ontology.errors import InputError

MOST_PAGES = 3_000
MOST_GLYPHS = 60_000  # on one page; a page of small print has 10,000
_THIN = 2.0
_HYPHEN = 2  # what PDFium gives for a hyphen at the end of a line
_UNKNOWN = 0xFFFE


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character, or several that one glyph stands for, on its baseline `y`; `size` is that of its font as drawn."""

    text: str
    x0: float
    x1: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line."""

    x0: float
    x1: float
    y: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page by its number from 1; `scanned` is a picture without text."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    scanned: bool


def read_pages(data: bytes, name: str) -> list[Page]:
    """All pages of a file called `name`. Raises InputError when it is broken, locked or too large."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise InputError(f"{name}: cannot be read as PDF ({error}); get the file again, without a password") from error
    try:
        count = len(document)
        if not 0 < count <= MOST_PAGES:
            raise InputError(f"{name}: has {count:,} pages; pactgraph reads from 1 to {MOST_PAGES:,}; split the file")
        return [_page(document, number, name) for number in range(1, count + 1)]
    except pdfium.PdfiumError as error:
        raise InputError(f"{name}: is a broken PDF ({error}); get the file again") from error
    finally:
        document.close()


def _page(document: pdfium.PdfDocument, number: int, name: str) -> Page:
    try:
        page = document[number - 1]
    except pdfium.PdfiumError as error:
        raise InputError(f"{name}: page {number} is broken; get the file again") from error
    text = page.get_textpage()
    try:
        if text.count_chars() > MOST_GLYPHS:
            raise InputError(f"{name}: page {number} has more than {MOST_GLYPHS:,} letters; is it a page of text?")
        glyphs = tuple(_glyphs(text))
        pictures = 0 if glyphs else sum(1 for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]))
        width, height = page.get_size()
        return Page(number, width, height, glyphs, tuple(_rules(page)), bool(pictures))
    finally:
        text.close()
        page.close()


def _glyphs(page: pdfium.PdfTextPage) -> Iterator[Glyph]:
    """Every glyph that is seen; what PDFium makes up between words is not."""
    x, y, box, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF(), raw.FS_MATRIX()
    for index in range(page.count_chars()):
        code = raw.FPDFText_GetUnicode(page, index)
        if raw.FPDFText_IsGenerated(page, index) == 1 or code in (0, _UNKNOWN):
            continue
        raw.FPDFText_GetLooseCharBox(page, index, box)
        raw.FPDFText_GetCharOrigin(page, index, x, y)
        raw.FPDFText_GetMatrix(page, index, matrix)
        size = raw.FPDFText_GetFontSize(page, index) * math.hypot(matrix.c, matrix.d)
        if box.right > box.left:
            yield Glyph(_text(code), box.left, box.right, y.value, size)


def _text(code: int) -> str:
    """The letters of a glyph: those that a joined or wide form stands for (Unicode, compatibility decomposition)."""
    if code == _HYPHEN:
        return "-"
    letter = chr(code)
    joined = unicodedata.decomposition(letter).startswith(
        ("<initial>", "<medial>", "<final>", "<isolated>", "<compat> 006")
    )
    return unicodedata.normalize("NFKC", letter) if joined else letter


def _rules(page: pdfium.PdfPage) -> Iterator[Rule]:
    """The horizontal rules: lines, thin boxes, and the upper and lower edge of boxes."""
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        x0, y0, x1, y1 = thing.get_bounds()
        for edge in {y0, y1} if y1 - y0 > _THIN else {y0}:
            if x1 - x0 > y1 - y0:
                yield Rule(x0, x1, edge)
