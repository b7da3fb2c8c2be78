"""What stands around the text of pages goes: running heads, page numbers, footnotes.

In: the lines of all pages. Out: the pages with the lines of their text, and the heads. A head stands at the edge of the page, and again on
others but for its numbers, or is furniture by `layout.toml`; footnotes stand at the foot of a page in smaller letters, below a rule
or with their number.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from extract.documents.pdf.glyphs import Page
from extract.documents.pdf.lines import Line
from extract.text.furniture import load_layout

# Shares of the height of a page: its edges, and how far a head may move from page to page.
_EDGE, _MOVED = 0.14, 0.01
_OFTEN = 0.4  # of the pages: heads differ on even and odd ones
_SMALL = 0.92  # of the size of the text
_SHORT = 0.45  # of the width of the page: the rule above footnotes
_LOW = 0.6  # of the height of the page: footnotes stand below
_CLEAR = 2.0  # times the size of the letters: the space between heads and text
_NUMBER = regex.compile(r"\d+")
_PAGE = regex.compile(r"\W*(?:\d{1,4}|[ivxl]{1,6})\W*")


@dataclass(frozen=True, slots=True)
class TextPage:
    """A page with the lines of its text only."""

    page: Page
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Trimmed:
    """The pages, and every head that was taken away."""

    pages: tuple[TextPage, ...]
    heads: list[str]


def trim(pages: Sequence[tuple[Page, Sequence[Line]]]) -> Trimmed:
    """The text of all pages without heads, page numbers and footnotes."""
    sizes = Counter[float]()
    for _, lines in pages:
        for line in lines:
            sizes[round(line.size, 1)] += len(line.glyphs)
    body = max(sizes, key=lambda size: (sizes[size], size), default=0.0)
    often = _repeated(pages)
    heads, trimmed = list[str](), list[TextPage]()
    for page, lines in pages:
        above = _outer(page, lines, often)
        below = _outer(page, lines[above:][::-1], often)
        inner = lines[above : len(lines) - below]
        heads += [line.text for line in (*lines[:above], *lines[len(lines) - below :])]
        trimmed.append(TextPage(page, tuple(inner[: _notes(page, inner, body)])))
    return Trimmed(tuple(trimmed), heads)


def _edge(page: Page, line: Line) -> bool:
    return line.y > (1 - _EDGE) * page.height or line.y < _EDGE * page.height


def _alike(page: Page, line: Line) -> tuple[str, int]:
    """What heads of different pages have in common: words but for numbers, and about the same height."""
    return _NUMBER.sub("#", line.text), round(line.y / (_MOVED * page.height))


def _repeated(pages: Sequence[tuple[Page, Sequence[Line]]]) -> frozenset[tuple[str, int]]:
    seen = Counter(key for page, lines in pages for key in {_alike(page, line) for line in lines if _edge(page, line)})
    return frozenset(key for key, times in seen.items() if times > 1 and times >= _OFTEN * len(pages))


def _outer(page: Page, lines: Sequence[Line], often: frozenset[tuple[str, int]]) -> int:
    """How many of the lines, which come from the edge of the page inwards, are heads: a space parts the last of them from the text.

    The names of the columns of a table stand at the top of many pages too, but close above its rows.
    """
    count = next((n for n, line in enumerate(lines) if not _around(page, line, often)), len(lines))
    while 0 < count < len(lines) and abs(lines[count - 1].y - lines[count].y) < _CLEAR * lines[count].size:
        count -= 1
    return count


def _around(page: Page, line: Line, often: frozenset[tuple[str, int]]) -> bool:
    if not _edge(page, line):
        return False
    words, height = _alike(page, line)
    printed = _PAGE.fullmatch(line.text) or load_layout().furniture.fullmatch(line.text)
    return bool(printed) or any((words, height + d) in often for d in (-1, 0, 1))


def _notes(page: Page, lines: Sequence[Line], body: float) -> int:
    """The number of the line that begins the footnotes; as many as there are lines, when there are none."""
    layout = load_layout()
    begin = len(lines)
    while begin and lines[begin - 1].size < _SMALL * body and lines[begin - 1].y < _LOW * page.height:
        begin -= 1
    ruled = _short_rules(page)
    for number, line in enumerate(lines):
        above = lines[number - 1] if number else None
        printed = layout.rule.fullmatch(line.text)
        drawn = number >= begin and any(line.y < y < (above.y if above else page.height) for y in ruled)
        larger = above and number == begin and above.size >= _SMALL * body
        if printed or drawn or (larger and layout.note.match(line.text)):
            return number
    return len(lines)


def _short_rules(page: Page) -> list[float]:
    """Where a short rule stands alone at its height, as above footnotes; the edges of cells stand side by side."""
    short = [rule for rule in page.rules if rule.x1 - rule.x0 < _SHORT * page.width and rule.y < _LOW * page.height]
    return [rule.y for rule in short if sum(abs(rule.y - other.y) < 1 for other in page.rules) == 1]
