"""Lines become prose and tables.

In: the lines of one page. Out: its parts in reading order, prose and tables with their rows. A table is where lines one below the
other leave the same gaps free; a rule, a wider space between lines or a line that fills every column begins a row.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.documents.pdf.columns import Prose, columns_of, flow, goes_left, prose
from extract.documents.pdf.glyphs import Rule
from extract.documents.pdf.lines import Line
from extract.documents.pdf.margins import TextPage

# Shares of the size of the letters: what is a gap between columns in one line, and in all lines of a table.
_GAP, _FREE = 0.75, 0.45
_WIDER, _WIDEST = 1.8, 2.0  # times the narrowest gap, or the size of the letters, whichever is less
_APART = 4  # times the size of the letters: below such a space a table is over
_LEAST_LINES = 3
_FULL = 0.6  # of the lines of a table of two columns have both
_MARK = 5  # letters: the marks of a list are shorter
_LOOSE = 1.2  # times the usual distance of lines: a new row
_FEW = 2  # rules: above and below the names of the columns
_FAR = 1e6


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: what its cells say, in reading order; `begins` is false where it goes on from the page before."""

    cells: tuple[tuple[str, ...], ...]
    begins: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, or what of it stands on one page."""

    page: int
    rows: tuple[Row, ...]


Part = Prose | Grid
_Strips = list[tuple[float, float]]


def parts_of(page: TextPage) -> Iterator[Part]:
    """The parts of a page, in reading order: of two columns of text, or else of text across the page and tables."""
    number, lines = page.page.number, page.lines
    middle = columns_of(lines)
    tabled = sum(end - start for start, end, strips in _regions(lines) if len(strips) > 1)
    if middle and tabled <= len(lines) / 2:
        yield from flow(number, lines, middle)
        return
    begin = 0
    for start, end, strips in _regions(lines):
        yield from prose(number, lines[begin:start])
        yield Grid(number, tuple(_rows(lines[start:end], strips, page.page.rules)))
        begin = end
    yield from prose(number, lines[begin:])


def _regions(lines: Sequence[Line]) -> Iterator[tuple[int, int, _Strips]]:
    """The tables among lines: their first line, the line behind them, and the gaps between their columns."""
    at = 0
    while at < len(lines):
        end, strips = _region(lines, at)
        if strips:
            yield at, end, strips
        at = end if strips else at + 1


def _gaps(line: Line, least: float) -> _Strips:
    """The free places of a line: those between its words that are wide enough, and all left and right of it."""
    inked = sorted((g.x0, g.x1) for g in line.glyphs if not g.text.isspace())
    free, reach = [(-_FAR, inked[0][0])], inked[0][1]
    for x0, x1 in inked[1:]:
        if x0 - reach >= least * line.size:
            free.append((reach, x0))
        reach = max(reach, x1)
    return [*free, (reach, _FAR)]


def _opens(line: Line) -> bool:
    """Whether a line has gaps that may part columns: wider than those of a justified line, which are all alike."""
    gaps = [b - a for a, b in _gaps(line, _GAP)[1:-1]]
    return any(gap > min(_WIDER * min(gaps), _WIDEST * line.size) for gap in gaps)


def _region(lines: Sequence[Line], at: int) -> tuple[int, _Strips]:
    """Where the table that begins at a line ends, and the gaps between its columns; no gaps when there is none."""
    strips, end = _gaps(lines[at], _FREE)[1:-1] if _opens(lines[at]) else [], at + 1
    while strips and end < len(lines) and lines[end - 1].y - lines[end].y < _APART * lines[end].size:
        held = _common(strips, _gaps(lines[end], _FREE), _FREE * lines[at].size)
        if len(held) < min(2, len(strips)):
            break
        strips, end = held, end + 1
    found = lines[at:end]
    strips = [strip for strip in strips if _both(found, strip) >= max(2, len(found) / 5)]
    listed = len(strips) == 1 and not _of_two(found, strips[0])
    return (end, strips) if len(found) >= _LEAST_LINES and not listed else (end, [])


def _common(strips: _Strips, free: _Strips, least: float) -> _Strips:
    met = ((max(a, c), min(b, d)) for a, b in strips for c, d in free)
    return [(a, b) for a, b in met if b - a >= least]


def _both(lines: Sequence[Line], strip: tuple[float, float]) -> int:
    """How many lines have words on both sides of a gap."""
    return sum(line.x0 < strip[0] + 1 and line.x1 > strip[1] - 1 for line in lines)


def _of_two(lines: Sequence[Line], strip: tuple[float, float]) -> bool:
    """Whether a table has two columns: most lines have both, and what stands first is more than the marks of a list."""
    sides = [[part.text for line in lines if (part := line.part(*edges))] for edges in _sides(strip)]
    short = min(sum(map(len, side)) / len(side) for side in sides)
    return _both(lines, strip) >= _FULL * len(lines) and short > _MARK


def _sides(strip: tuple[float, float]) -> Sequence[tuple[float, float]]:
    return (-_FAR, sum(strip) / 2), (sum(strip) / 2, _FAR)


def _rows(lines: Sequence[Line], strips: _Strips, rules: Sequence[Rule]) -> Iterator[Row]:
    """The rows of a table; cells are read from the right where most of the table is."""
    table = [[line.part(*pair) for pair in pairwise([-_FAR, *(sum(s) / 2 for s in strips), _FAR])] for line in lines]
    if goes_left(lines):
        table = [parts[::-1] for parts in table]
    for a, b in pairwise([0, *_starts(lines, table, rules), len(lines)]):
        columns = zip(*table[a:b], strict=True)
        cells = tuple(tuple(part.text for part in column if part) for column in columns)
        yield Row(cells, begins=table[a][0] is not None)


def _starts(lines: Sequence[Line], table: Sequence[Sequence[Line | None]], rules: Sequence[Rule]) -> list[int]:
    """The lines that begin rows, but for the first: below rules, or behind wider spaces, or those that fill every column."""
    pairs = list(enumerate(pairwise(lines), 1))
    ruled = [n for n, (a, b) in pairs if any(b.y < rule.y < a.y and rule.x1 - rule.x0 > b.size for rule in rules)]
    if len(ruled) > _FEW:
        return ruled
    tight = min(a.y - b.y for _, (a, b) in pairs)
    wide = [n for n, (a, b) in pairs if a.y - b.y > _LOOSE * tight]
    full = [n for n, parts in enumerate(table) if n and all(parts)]
    return wide if len(wide) > _FEW or len(wide) > len(full) else sorted({*ruled, *full})
