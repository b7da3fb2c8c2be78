"""Resolutions and reports in Akoma Ntoso become sources.

In: XML of Akoma Ntoso 3.0 (OASIS LegalDocML) as the United Nations writes it (AKN4UN). Out: a `Source` whose paragraphs are those of
the document, each with the `eId` of the paragraph, point or container it stands in as its anchor; notes are left out. Its record of
sponsors and votes follows. All language versions of one work have the same `eId`s, and the same symbol and date, because these are of
the work (FRBR).
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import chain

import regex
from lxml import etree

from extract.documents.akn_record import NS, adopted_on, record, result, value
from extract.documents.assemble import Paragraph, clean, to_source
from extract.documents.xml import local, parse_xml
from extract.languages.load import language_codes, load_language
from extract.text.source import Options, Place, Source
from ontology.errors import InputError

_ROOT = b"<akomaNtoso"
_HEAD = 4096
_SYMBOL, _TITLE = "docNumber[@refersTo='#symbol']", "docTitle[@refersTo='#resolutionTitle']"
# An address at the document service, with or without the language (https://undocs.org/en/A/RES/73/1).
_LINK = regex.compile(r"https?://(?:www\.)?undocs\.org/(?:[a-z]{2}/)?(?P<symbol>[A-Z][^?#]*)")
_WORK = regex.compile(r"/(unga|unsc)/\d{4}-\d{2}-\d{2}/(\d+)-(\d+[A-Z]?)/")
# Brackets around a note that was left out.
_EMPTY = regex.compile(r"\(\s*\)")
_UNREAD = ("meta", "authorialNote")
_BLOCKS = ("p", "heading", "subheading")
# The inner parts of a paragraph have ids made of its own.
_INNER = ("content", "session")


def claims(data: bytes) -> bool:
    """Whether the bytes of a file are Akoma Ntoso."""
    return _ROOT in data[:_HEAD]


def parse(data: bytes, name: str) -> Source:
    """Read a file called `name`. Raises InputError when it is broken or holds no text."""
    root = parse_xml(data, name)
    _refuse_unread(root, name)
    paragraphs = chain(_paragraphs(root, "", []), record(root))
    return replace(to_source(name, paragraphs, _known(root)), links=tuple(_links(root, "")))


def _refuse_unread(root: etree._Element, name: str) -> None:
    """Raises InputError when the file says that it is in a language that no file of `languages/` has."""
    code = value(root, "FRBRExpression/a:FRBRlanguage", "language")
    if code and code not in _languages():
        known = ", ".join(sorted(_languages()))
        raise InputError(f"{name}: is in the language {code}, which is not read; those read are {known}")


def _known(root: etree._Element) -> Options:
    """What the document says of itself: its work and expression (FRBR), and the marked words of its first page."""
    return Options(
        symbol="".join(_text(root, _SYMBOL).split()) or _symbol(value(root, "FRBRWork/a:FRBRuri", "value")),
        language=_languages().get(value(root, "FRBRExpression/a:FRBRlanguage", "language"), ""),
        title=_text(root, _TITLE) or _text(root, "coverPage//a:docTitle"),
        date=value(root, "FRBRWork/a:FRBRdate", "date") or adopted_on(root),
        session=value(root, "coverPage//a:session", "value"),
        work=value(root, "FRBRWork/a:FRBRuri", "value"),
        expression=value(root, "FRBRExpression/a:FRBRuri", "value"),
        vote=result(root),
    )


def _symbol(work: str) -> str:
    """The symbol that the IRI of a work holds (`…/unsc/2021-07-14/2586-2021/`), for a file that does not mark it; else ""."""
    match = _WORK.search(work)
    return {"unga": "A/RES/{0}/{1}", "unsc": "S/RES/{0}({1})"}[match[1]].format(match[2], match[3]) if match else ""


@cache
def _languages() -> dict[str, str]:
    """The codes of languages by the three letters of ISO 639-3."""
    return {load_language(code).iso639: code for code in language_codes()}


def _text(root: etree._Element, path: str) -> str:
    """The words of all elements of that path."""
    return clean(" ".join("".join(_words(element)) for element in root.iterfind(f".//a:{path}", NS)))


def _paragraphs(element: etree._Element, anchor: str, numbers: list[str]) -> Iterator[Paragraph]:
    """The paragraphs below an element; the `numbers` that stand before the next one are printed with it."""
    for child in element:
        kind = local(child)
        if kind in _UNREAD:
            continue
        inner = anchor if kind in _INNER else child.get("eId", anchor)
        if kind == "num":
            numbers.append(clean("".join(_words(child))))
        elif kind in _BLOCKS:
            for line in "".join(_words(child)).split("\f"):
                if words := clean(_EMPTY.sub("", line)):
                    yield Paragraph(" ".join([*numbers, words]), (Place(0, anchor=inner),))
                    numbers.clear()
        else:
            yield from _paragraphs(child, inner, numbers)


def _links(element: etree._Element, anchor: str) -> Iterator[tuple[str, str]]:
    """The symbols of documents that an element links to, notes left out, each with the id of its place."""
    for child in element:
        kind = local(child)
        if kind not in _UNREAD:
            inner = anchor if kind in _INNER else child.get("eId", anchor)
            if match := _LINK.match(child.get("href", "")):
                yield inner, match["symbol"]
            yield from _links(child, inner)


def _words(element: etree._Element) -> Iterator[str]:
    """The words of an element without its notes, a form feed where a new line begins."""
    yield element.text or ""
    for child in element:
        if local(child) == "eol":
            yield "\f"
        elif local(child) not in _UNREAD and child.get("refersTo") != "#symbol":
            yield from _words(child)
        yield child.tail or ""
