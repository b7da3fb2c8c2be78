"""Lines become paragraphs, without line wraps and page furniture.

In: the text of a document as it was taken out of a PDF or typed. Out: paragraphs in order, each a `Text` that leads back to
the file. In text taken out of UN PDFs a paragraph's last line ends with a space and a wrapped line does not; where a
document has no such spaces, an empty line ends a paragraph, and so does a line that closes a sentence well before the margin.
Where lines are longer than any page is wide, nothing was wrapped: each line is a paragraph, and none is furniture.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from extract.text.characters import Text, fold, join, span
from extract.text.furniture import Layout, load_layout

_HAN = regex.compile(r"[\p{Han}\p{Block=CJK_Symbols_And_Punctuation}，：；！？]")
_ITEM = regex.compile(r"\s*(?:[\uE000-\uF8FF•●▪■◦–—-]\s|\(?(?:[a-z]|[ivx]+|\d{1,2})\)\s?|[㈠-㈩]|\d{1,3}\.\s)")
# A sentence is closed by its stop, a quotation mark or bracket after it, and perhaps the number of a footnote.
_CLOSED = regex.compile(r"[.。;；:：!?！？\]］][”\"’')）]*\d{0,2}\s*$")
_OPEN = regex.compile(r"[,、，]\s*$")

_HEADING = regex.compile(r"\s*(?:\p{Lu}[^.;:,]{2,20}:|\p{Han}{2,4}[:：]|\p{Arabic}[\p{Arabic} ]{2,20}:)\s*")

# Shares, measured on reports of several kinds: a line that closes a sentence before nine tenths of the usual width ends a
# paragraph, an open one before half of it; a document marks its ends when some of its lines have a space and most of those end.
_CLOSED_SHORT, _OPEN_SHORT, _SOME, _MOST = 0.9, 0.5, 0.03, 0.7
# Behind a line shorter than this a heading opens a list; behind a full one its words may be the end of a sentence.
_FULL = 0.8
# A printed line has up to 110 letters, or half as many Chinese characters; in running text one line in ten is near that.
_PAGE = 130
# Of the paragraphs that were measured the longest is a list of votes of 3,204 characters.
_LONGEST = 5_000
# Tabs between three cells or more; one or two stand behind the mark of an item.
_ROW = regex.compile(r"\S\t+\S[^\t]*\t+\S")
_ENDS = regex.compile(r"[.!?;](?=\s)|[。！？；]")
_GAPS = regex.compile(r"[\s，、,]")
# A note below a list of sponsors: lines from one that begins with an asterisk to the next empty one.
_NOTE = regex.compile(r"(?m)^[ \t]*\*{1,3}[ \t]+\S.*(?:\n[ \t]*\S.*)*")


def paragraphs(source: str, *, parted: bool = False) -> list[Text]:
    """The paragraphs of a document in order, folded, none empty; with `parted`, each line is one."""
    groups = _each(source) if parted else _whole(source) or _groups(source)
    found = (fold(_unwrap(source, lines), row=_is_row(lines, parted=parted)) for lines in groups)
    return [piece for text in map(_strip, found) for piece in _pieces(text) if piece.value]


def star_notes(source: str, texts: Sequence[Text]) -> list[Text]:
    """The notes of a document that an asterisk marks, without those that are paragraphs of it already."""
    known = {text.origin(0) for text in texts}
    lines = [
        [_Line(note.start() + at, note.start() + at + len(line), line, last=False) for at, line in _raw(note.group())]
        for note in _NOTE.finditer(source)
    ]
    notes = (_strip(fold(_unwrap(source, note))) for note in lines)
    return [note for note in notes if note.origin(0) not in known]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the source without its line end, and whether it says that its paragraph ends here."""

    start: int
    end: int
    text: str
    last: bool


def unwrapped(source: str) -> bool:
    """Whether the lines of a text are longer than a page is wide, so that each is a whole paragraph."""
    return bool(_whole(source))


def _raw(source: str) -> list[tuple[int, str]]:
    """The lines of a document without their ends, each with its offset."""
    raw, at = list[tuple[int, str]](), 0
    for line in source.splitlines(keepends=True):
        text = line.rstrip("\r\n\f\v\x1c\x1d\x1e\x85\u2028\u2029")
        raw.append((at, text))
        at += len(line)
    return raw


def _is_row(lines: Sequence[_Line], *, parted: bool) -> bool:
    """Whether a paragraph is a row of a table: one line with tabs between cells, at least three of them where a person typed it."""
    return len(lines) == 1 and ("\t" in lines[0].text if parted else bool(_ROW.search(lines[0].text)))


@lru_cache(maxsize=1)
def _whole(source: str) -> list[list[_Line]]:
    """Each line as a paragraph, where lines are longer than a page is wide; nothing where they are wrapped."""
    raw = [(at, text) for at, text in _raw(source) if text.strip()]
    most = len(raw) * 9 // 10
    # Chinese characters count twice, so where lines are shorter than half a page they need not be counted.
    if not raw or 2 * sorted(len(text) for _, text in raw)[most] <= _PAGE:
        return []
    if sorted(len(text) + len(_HAN.findall(text)) for _, text in raw)[most] <= _PAGE:
        return []
    return _each(source)


def _each(source: str) -> list[list[_Line]]:
    """Each line that is not empty as a paragraph."""
    return [[_Line(at, at + len(text), text, last=True)] for at, text in _raw(source) if text.strip()]


def _lines(source: str) -> tuple[list[_Line], bool]:
    """The lines of a document, and whether it marks the ends of paragraphs by a space."""
    raw = _raw(source)
    layout = load_layout()
    apart = (layout.furniture, layout.rule)
    running = [text for _, text in raw if text.strip() and not any(p.fullmatch(text) for p in apart)]
    widths = sorted(map(len, running))
    width = widths[len(widths) * 9 // 10] if widths else 0
    marked = _marks_ends(running, width)
    last = _spaced if marked else _stops
    behind = [*(text for _, text in raw[1:]), ""]
    return [
        _Line(at, at + len(t), t, last(t, width) or bool(_ROW.search(t)) or _heads(following, t, width))
        for (at, t), following in zip(raw, behind, strict=True)
    ], marked


def _heads(line: str, before: str, width: int) -> bool:
    """Whether a line is the heading of a list, such as "Against:", behind the end of another one."""
    return bool(_HEADING.fullmatch(line)) and (bool(_CLOSED.search(before)) or len(before) < _FULL * width)


def _spaced(line: str, width: int) -> bool:
    """Whether a line ends with the space that marks the end of a paragraph; behind a figure at the margin it parts words."""
    return line[-1:].isspace() and (not line.rstrip()[-1:].isdigit() or _stops(line, width))


def _stops(line: str, width: int) -> bool:
    """Whether a line ends well before the margin, as the last one of a paragraph does."""
    return len(line) < (_CLOSED_SHORT if _CLOSED.search(line) else _OPEN_SHORT) * width


def _groups(source: str) -> Iterator[list[_Line]]:
    """Group the lines of running text into paragraphs; furniture and footnotes are left out."""
    group = list[_Line]()
    lines, marked = _lines(source)
    gap = False
    for line in _body(lines, load_layout()):
        if not line.text.strip():
            gap = gap or not marked or bool(line.text and group and _CLOSED.search(group[-1].text))
            continue
        if group and _begins(line, group[-1], gap=gap, marked=marked):
            yield group
            group = []
        group.append(line)
        gap = False
        if line.last:
            yield group
            group = []
    if group:
        yield group


def _begins(line: _Line, before: _Line, *, gap: bool, marked: bool) -> bool:
    """Whether a line begins a paragraph behind one that did not say that it was the last of its own.

    A gap does it, unless the page broke in the middle of a sentence: an open line, and a small letter on the other side.
    """
    broken = not _CLOSED.search(before.text) and line.text.lstrip()[:1].islower()
    return bool(_ROW.search(line.text)) or (gap and not broken) or (not marked and begins_item(line.text))


def _body(lines: list[_Line], layout: Layout) -> Iterator[_Line]:
    """The lines that are neither furniture nor footnote."""
    noting = inside = False
    for line in _above_notes(lines, layout):
        if layout.rule.fullmatch(line.text) or layout.star.fullmatch(line.text):
            noting, inside = True, bool(layout.star.fullmatch(line.text))
        elif noting and line.text.strip() and (inside or layout.note.match(line.text)):
            inside = not line.last
        elif not layout.furniture.fullmatch(line.text):
            noting = noting and not line.text.strip()
            yield line


def _above_notes(lines: list[_Line], layout: Layout) -> Iterator[_Line]:
    """The lines without the footnotes of typed pages."""
    below = 0
    for i, line in enumerate(lines):
        if i >= below and layout.number.fullmatch(line.text):
            feet = (j for j in range(i, min(i + layout.lines, len(lines))) if layout.foot.fullmatch(lines[j].text))
            below = next(feet, below)
        if i >= below:
            yield line


def _marks_ends(lines: list[str], width: int) -> bool:
    """Whether this document ends paragraphs with a space: the lines that have one close a sentence or stop short.

    Chinese is not written with spaces, so behind a Chinese character the space is always such a mark.
    """
    spaced = [line for line in lines if line[-1].isspace()]
    ends = sum(bool(_CLOSED.search(line) or _HAN.match(line.rstrip()[-1:])) or _stops(line, width) for line in spaced)
    if len(spaced) == len(lines) and any(map(_goes_on, lines, lines[1:])):
        return False
    return len(spaced) > _SOME * len(lines) and ends > _MOST * len(spaced)


def _goes_on(line: str, following: str) -> bool:
    """Whether a sentence runs over the end of a line."""
    return bool(_OPEN.search(line)) or (not _CLOSED.search(line) and following.lstrip()[:1].islower())


def _unwrap(source: str, lines: list[_Line]) -> Text:
    """Join wrapped lines: nothing between Chinese characters or behind a hyphen, the line's end as a space elsewhere."""
    parts: list[Text] = []
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        text = line.text.rstrip()
        end = line.start + len(text)
        parts.append(span(source, line.start, end))
        if following is None:
            break
        if between(text, following.text.lstrip()):
            parts.append(Text(" ", (0,), (end,)))
    return join(_strip(part) if part.value.strip() else part for part in parts)


def between(before: str, after: str) -> str:
    """What stood between two lines that were one: nothing beside Chinese characters or behind a hyphen, else a space."""
    glued = _HAN.match(before[-1:]) or _HAN.match(after[:1]) or before.endswith("-")
    return "" if glued else " "


def begins_item(line: str) -> bool:
    """Whether a line begins with the mark of an item: a bullet, a number or a letter."""
    return bool(_ITEM.match(line))


def _pieces(text: Text) -> Iterator[Text]:
    """A text longer than paragraphs are, cut where a sentence ends, or else between words, so that no step sees all of it."""
    at, end = 0, len(text.value)
    while end - at > _LONGEST:
        ends = [*_ENDS.finditer(text.value, at, at + _LONGEST)] or [*_GAPS.finditer(text.value, at, at + _LONGEST)]
        cut = ends[-1].end() if ends else at + _LONGEST
        yield _strip(text.cut(at, cut))
        at = cut
    yield _strip(text.cut(at, end)) if at else text


def _strip(text: Text) -> Text:
    left = len(text.value) - len(text.value.lstrip())
    return text.cut(left, max(left, len(text.value.rstrip())))
