"""Lines become columns of running text.

In: lines from top to bottom. Out: prose in reading order: lines across the page, and below them one column after the other where the lines
leave a gap free in the middle of the page; in Arabic the right column comes first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from extract.documents.pdf.lines import Line

_MIDDLE = (0.35, 0.65)  # where the gap between two columns lies, as shares of the width of the lines
_STEP = 2.0  # points between the places looked at
_GAP = 0.8  # times the size of the letters
_LEAST = 4  # lines of a column
_FULL = 0.6  # of its width is filled by a column, on average
_CROSSED = 0.35  # of the lines may go across
_FAR = 1e6


@dataclass(frozen=True, slots=True)
class Prose:
    """Lines of running text in one column, from `x0` to `x1`."""

    page: int
    lines: tuple[Line, ...]
    x0: float
    x1: float


def flow(page: int, lines: Sequence[Line], middle: float) -> Iterator[Prose]:
    """The text of a page with a gap between two columns, in the order in which it is read."""
    for across, group in groupby(lines, key=lambda line: _crosses(line, middle)):
        held = list(group)
        parts = [held] if across else sides_of(held, middle)
        for part in parts[::-1] if goes_left(held) else parts:
            yield from prose(page, part)


def prose(page: int, lines: Sequence[Line]) -> Iterator[Prose]:
    """Lines as one column of text, if there are any."""
    if lines:
        yield Prose(page, tuple(lines), min(line.x0 for line in lines), max(line.edge for line in lines))


def sides_of(lines: Sequence[Line], middle: float) -> list[list[Line]]:
    """What stands left and right of the gap between two columns."""
    sides = ((-_FAR, middle), (middle, _FAR))
    return [[part for line in lines if (part := line.part(*side))] for side in sides]


def columns_of(lines: Sequence[Line]) -> float:
    """Where the gap between two columns of text is; 0 when there are none."""
    left, right = (min(line.x0 for line in lines), max(line.x1 for line in lines)) if lines else (0.0, 0.0)
    places = [left + (right - left) * _MIDDLE[0] + _STEP * n for n in range(int((right - left) * 0.3 / _STEP))]
    crossed = {place: sum(_crosses(line, place) for line in lines) for place in places}
    least = min(crossed.values(), default=0)
    free = [place for place in places if crossed[place] == least]
    if not free or least > _CROSSED * len(lines):
        return 0.0
    middle = free[len(free) // 2]
    apart = [line for line in lines if not _crosses(line, middle)]
    return middle if all(map(_filled, sides_of(apart, middle))) else 0.0


def _crosses(line: Line, place: float) -> bool:
    """Whether the letters of a line stand in the gap around a place."""
    reach = line.size * _GAP / 2
    return any(g.x0 < place + reach and g.x1 > place - reach for g in line.glyphs if not g.text.isspace())


def _filled(lines: Sequence[Line]) -> bool:
    """Whether lines are a column of text: enough of them, most as long as the longest."""
    if len(lines) < _LEAST:
        return False
    width = max(line.x1 for line in lines) - min(line.x0 for line in lines)
    return sum(line.x1 - line.x0 for line in lines) > _FULL * width * len(lines)


def goes_left(lines: Sequence[Line]) -> bool:
    """Whether most lines are read from right to left."""
    return sum(line.backwards for line in lines) > len(lines) / 2
