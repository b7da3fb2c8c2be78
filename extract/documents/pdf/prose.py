"""Parts of pages become paragraphs and rows.

In: the prose and tables of all pages in reading order. Out: paragraphs, each with the pages it stands on. A line ends its paragraph when
the first word of the next one would have had room behind it; an indented line, a wider space, other letters or the mark of an
item begin one. Paragraphs and rows go on over the ends of columns and pages; names of columns that are printed again go.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import pairwise

import regex

from extract.documents.assemble import Paragraph
from extract.documents.pdf.columns import Prose
from extract.documents.pdf.lines import Line
from extract.documents.pdf.tables import Grid, Part, Row
from extract.text.layout import begins_item, between
from extract.text.source import Place

# Times the size of the letters: room that is left at the end of a line, an indent, and by what the sizes of one paragraph differ.
_ROOM, _INDENT, _OTHER = 0.6, 0.8, 0.08
_ASIDE = 0.3  # of the width of a column: what begins there is no running text
_LOOSE = 1.25  # times the usual distance of lines
_SET = 1.3  # times the size of the letters: how close lines are set at least
# What cannot be parted at the end of a line: a Chinese character with the signs that cling to it, else a word.
_WORD = regex.compile(r"\p{Ps}*\p{Han}[\p{Pe}\p{Pf}，。、；：！？]*|[^\s\p{Han}]+")


def read_parts(parts: Iterable[Part]) -> Iterator[Paragraph]:
    """The paragraphs and rows of all parts, in order."""
    draft, table = _Draft(), _Table()
    for part in parts:
        if isinstance(part, Grid):
            yield from draft.close()
            yield from table.feed(part)
        else:
            yield from table.close()
            for line in part.lines:
                if not draft.goes_on(line, part):
                    yield from draft.close()
                draft.add(line, part)
    yield from (*draft.close(), *table.close())


class _Draft:
    """A paragraph that is being put together: its lines, each with its column."""

    def __init__(self) -> None:
        self._lines: list[tuple[Line, Prose]] = []

    def add(self, line: Line, column: Prose) -> None:
        """Take a line in."""
        self._lines.append((line, column))

    def goes_on(self, line: Line, column: Prose) -> bool:
        """Whether a line belongs to this paragraph."""
        if not self._lines:
            return True
        last, before = self._lines[-1]
        if abs(last.size - line.size) > _OTHER * line.size or begins_item(line.text):
            return False
        if _room(last, before) > _width(line) + _ROOM * line.size:
            return False
        if column is before and last.y - line.y > _LOOSE * max(_pitch(column.lines), _SET * line.size):
            return False
        return not self._indented(line, column)

    def _indented(self, line: Line, column: Prose) -> bool:
        """Whether a line stands further in than the one before, or that one stood aside; below the mark of an item its text does."""
        last, before = self._lines[-1]
        shift = _indent(line, column) - _indent(last, before)
        if -shift > _ASIDE * (column.x1 - column.x0):
            return True
        return shift > _INDENT * line.size and not (len(self._lines) == 1 and begins_item(last.text))

    def close(self) -> Iterator[Paragraph]:
        """The paragraph, if there is one; this is empty then."""
        text, places, page = "", list[Place](), 0
        for line, column in self._lines:
            said = line.text
            gap = between(text, said) if text else ""
            if column.page != page:
                places.append(Place(len(text) + len(gap), column.page))
            text, page = text + gap + said, column.page
        if text:
            yield Paragraph(text, tuple(places))
        self._lines = []


def _room(line: Line, column: Prose) -> float:
    """How much of its column a line leaves free at its end."""
    return line.x0 - column.x0 if line.backwards else column.x1 - line.x1


def _indent(line: Line, column: Prose) -> float:
    """How far from the edge of its column a line begins."""
    return column.x1 - line.x1 if line.backwards else line.x0 - column.x0


def _pitch(lines: Sequence[Line]) -> float:
    """The usual distance of lines."""
    distances = sorted(a.y - b.y for a, b in pairwise(lines))
    return distances[len(distances) // 4] if distances else 0.0


def _width(line: Line) -> float:
    """The width of the first word of a line."""
    match = _WORD.match(line.text)
    letters = len(match[0]) if match else 0
    glyphs = line.glyphs[::-1] if line.backwards else line.glyphs
    word = [glyph for glyph in glyphs if not glyph.text.isspace()][:letters]
    return max(glyph.x1 for glyph in word) - min(glyph.x0 for glyph in word) if word else 0.0


class _Table:
    """A table that is being read: the names of its columns, and its last row, which may go on overleaf.

    It does where the first row there has no first cell, or fewer cells than any row before.
    """

    def __init__(self) -> None:
        self._names: tuple[str, ...] = ()
        self._cells: list[str] = []
        self._page = 0
        self._gaps = False

    def feed(self, grid: Grid) -> Iterator[Paragraph]:
        """Take a table in, or what of it stands on one page; rows come out when the next one begins."""
        if len(self._cells) != len(grid.rows[0].cells):
            yield from self.close()
        for row in grid.rows:
            cells = [_cell(lines) for lines in row.cells]
            if tuple(cells) == self._names:
                continue
            if self._cells and row is _first(grid, self._names) and not (row.begins and (all(cells) or self._gaps)):
                self._cells = [_cell(filter(None, both)) for both in zip(self._cells, cells, strict=True)]
                continue
            yield from self._row()
            self._gaps = self._gaps or not all(cells)
            self._names = self._names or tuple(cells)
            self._cells, self._page = cells, grid.page

    def _row(self) -> Iterator[Paragraph]:
        if self._cells:
            yield Paragraph("\t".join(self._cells), (Place(0, self._page),))

    def close(self) -> Iterator[Paragraph]:
        """The last row, if there is one; this is empty then."""
        yield from self._row()
        self._names, self._cells, self._gaps = (), [], False


def _cell(lines: Iterable[str]) -> str:
    """The lines of a cell as one text."""
    return reduce(lambda text, line: text + (between(text, line) if text else "") + line, lines, "")


def _first(grid: Grid, names: tuple[str, ...]) -> Row | None:
    """The first row of a table on a page that is not the names of its columns."""
    return next((row for row in grid.rows if tuple(map(_cell, row.cells)) != names), None)
