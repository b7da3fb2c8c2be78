"""Word documents become sources.

In: the bytes of a DOCX (ISO/IEC 29500, WordprocessingML). Out: a `Source` of its paragraphs and rows; running heads give the symbol.
Footnotes, deleted words and the codes of fields are left out, words inserted under review are read.
"""

from collections.abc import Iterator

from lxml import etree

from extract.documents.archive import HEAD, names_in, read_part
from extract.documents.assemble import Paragraph, clean, row_of, to_source
from extract.documents.xml import local, parse_xml
from extract.text.describe import common_symbol
from extract.text.source import Options, Source

_BODY = "word/document.xml"
_NS = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
_UNREAD = ("del", "moveFrom", "instrText", "delText", "Fallback", "footnoteReference", "endnoteReference", "pPr", "rPr")
_SPACES = ("tab", "br", "cr", "ptab")
_HYPHENS = ("noBreakHyphen",)


def claims(data: bytes) -> bool:
    """Whether the bytes of a file are a DOCX: an archive that names the main part of one."""
    return data.startswith(HEAD) and _BODY.encode() in data


def parse(data: bytes, name: str) -> Source:
    """Read a file called `name`. Raises InputError when it is broken, too large or holds no text."""
    body = parse_xml(read_part(data, _BODY, name), name)
    heads = [part for part in names_in(data, name) if part.startswith(("word/header", "word/footer"))]
    lines = [p.text for part in sorted(heads) for p in _blocks(parse_xml(read_part(data, part, name), name))]
    return to_source(name, _blocks(body), Options(symbol=common_symbol(lines)))


def _blocks(element: etree._Element) -> Iterator[Paragraph]:
    """The paragraphs and rows below an element, in order."""
    for child in element:
        kind = local(child)
        if kind == "p":
            yield Paragraph(_words(child))
            for box in child.iterfind(".//w:txbxContent", _NS):
                if not any(local(above) == "Fallback" for above in box.iterancestors()):
                    yield from _blocks(box)
        elif kind == "tbl":
            for row in child.iterfind("w:tr", _NS):
                yield row_of([" ".join(p.text for p in _blocks(cell)) for cell in row.iterfind(".//w:tc", _NS)])
        elif kind not in _UNREAD:
            yield from _blocks(child)


def _words(paragraph: etree._Element) -> str:
    return clean("".join(_pieces(paragraph)))


def _pieces(element: etree._Element) -> Iterator[str]:
    """The words below an element; a text box is a block of its own."""
    for child in element:
        kind = local(child)
        if kind == "t":
            yield child.text or ""
        elif kind in _SPACES:
            yield " "
        elif kind in _HYPHENS:
            yield "-"
        elif kind not in (*_UNREAD, "txbxContent"):
            yield from _pieces(child)
