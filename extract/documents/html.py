"""Web pages become sources.

In: the bytes of a page in HTML (WHATWG HTML Living Standard), in the encoding that it declares. Out: a `Source` of its paragraphs and
rows, each with the `id` it stands below as its anchor. What surrounds the text, scripts and notes are left out.
"""

from collections.abc import Iterator

import regex
from lxml import etree
from lxml import html as parser

from extract.documents.assemble import Paragraph, clean, row_of, to_source
from extract.text.source import Options, Place, Source
from ontology.errors import InputError

_HEAD = regex.compile(rb"<!doctype html|<(?:html|head|body|div|table|h[1-6]|p)[\s>]", regex.IGNORECASE)
_UNREAD = {
    *("head", "script", "style", "noscript", "template", "svg", "math", "form", "button", "select", "iframe", "object"),
    *("nav", "header", "footer", "aside", "menu"),
}
_BLOCKS = {
    *(
        "html",
        "body",
        "main",
        "article",
        "section",
        "div",
        "center",
        "blockquote",
        "figure",
        "figcaption",
        "address",
        "pre",
    ),
    *("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "hr", "details", "summary"),
    *("table", "thead", "tbody", "tfoot", "tr", "caption", "td", "th"),
}
_NOTES = regex.compile(r"\b(?:footnotes?|endnotes?|doc-endnotes|doc-footnote)\b")
_MANY = 3  # paragraphs in one cell
_MARK = regex.compile(r"[\[(]?(?:\d{1,3}|\*{1,3})[\])]?")


def claims(data: bytes) -> bool:
    """Whether the bytes of a file are HTML: they begin with markup of it."""
    head = data[:2048].removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.startswith(b"<") and bool(_HEAD.search(head))


def parse(data: bytes, name: str) -> Source:
    """Read a file called `name`. Raises InputError when it is broken or holds no text."""
    try:
        root = parser.document_fromstring(data, parser=_parser(data))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"{name}: cannot be read as HTML ({error}); get the file again") from error
    return to_source(name, _blocks(root, ""), Options())


def _parser(data: bytes) -> parser.HTMLParser:
    """UTF-8 where the bytes are that, else what the page declares."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return parser.HTMLParser(remove_comments=True, remove_pis=True)
    return parser.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")


def _left_out(element: etree._Element) -> bool:
    if element.tag in _UNREAD or not isinstance(element.tag, str):
        return True
    if element.tag == "sup":
        return bool(_MARK.fullmatch("".join(_words(element)).strip()))
    return bool(_NOTES.search(f"{element.get('role', '')} {element.get('class', '')}"))


def _blocks(element: etree._Element, anchor: str) -> Iterator[Paragraph]:
    """The paragraphs and rows of a block, in order: words between the blocks in it are paragraphs too."""
    inner = element.get("id", anchor)
    places = (Place(0, anchor=inner),) if inner else ()
    words = [element.text or ""]
    for child in element:
        if not _left_out(child):
            if child.tag == "tr" and not _lays_out(child):
                yield row_of([_cell(cell) for cell in child if cell.tag in ("td", "th")], places)
            elif child.tag in _BLOCKS or child.find(".//p") is not None:
                yield Paragraph(clean("".join(words)), places)
                words = []
                yield from _blocks(child, inner)
            elif child.tag == "br" and words and words[-1] == "\n":
                yield Paragraph(clean("".join(words)), places)
                words = []
            else:
                words += _words(child)
        if child.tail and (child.tail.strip() or child.tag != "br"):
            words.append(child.tail)
    yield Paragraph(clean("".join(words)), places)


def _words(element: etree._Element) -> Iterator[str]:
    """The words of an element that is no block; a line break is a space."""
    yield "\n" if element.tag == "br" else element.text or ""
    for child in element:
        if not _left_out(child):
            yield from _words(child)
        yield child.tail or ""


def _lays_out(row: etree._Element) -> bool:
    """Whether a row only puts blocks side by side, as pages of old do: a cell holds a table or many paragraphs."""
    return row.find(".//table") is not None or any(len(cell.findall(".//p")) > _MANY for cell in row)


def _cell(cell: etree._Element) -> str:
    return " ".join(paragraph.text for paragraph in _blocks(cell, "") if paragraph.text)
