"""Glyphs become lines of text.

In: the glyphs of a page. Out: its lines from top to bottom, each with its glyphs from left to right. The raised numbers of footnotes are
left out. `spell` writes any run of glyphs in the order in which it is read, from right to left where the script does so.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from extract.documents.pdf.glyphs import Glyph, Page

# Shares of the size of the letters: how far baselines of one line differ, a raised number is smaller and higher, a gap parts words.
_LEVEL, _SMALLER, _RAISED, _WORD = 0.12, 0.87, 0.75, 0.16
_CELL = 0.6  # beside Chinese characters: they stand apart from numbers by a quarter, and words are not parted
_LEAST = 4.0  # points: the size of the smallest letters
_MARK = regex.compile(r"[\d*†‡,]+|[a-z]")
_RIGHT_TO_LEFT = regex.compile(r"[\p{Arabic}\p{Hebrew}]")
_LEFT_TO_RIGHT = regex.compile(r"[\p{Latin}\p{Cyrillic}\p{Han}]")
# Within a line that goes from right to left: letters of the other direction with all between them, and numbers with what joins their
# parts (Unicode Bidirectional Algorithm, W2, W4 and W7).
_RUN = regex.compile(r"[\p{Latin}\p{Cyrillic}\p{Han}\d]+(?:[ ./:,-]{1,2}[\p{Latin}\p{Cyrillic}\p{Han}\d]+)*")
_LETTER = regex.compile(r"[\p{Latin}\p{Cyrillic}\p{Han}]")
_NUMBER = regex.compile(r"\d+(?:[./:,]\d+)*")
_WIDE = regex.compile(r"[\p{Han}\p{Block=CJK_Symbols_And_Punctuation}\p{Block=Halfwidth_And_Fullwidth_Forms}]")
_HANGING = regex.compile(r"[，。、；：）》”]")
_PAIRS = {"(": ")", "[": "]", "{": "}", "«": "»"}
_OPENING = {after: before for before, after in _PAIRS.items()}


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its glyphs from left to right, none of them white space at its ends."""

    glyphs: tuple[Glyph, ...]
    y: float
    size: float

    @property
    def x0(self) -> float:
        """Where it begins on the left."""
        return self.glyphs[0].x0

    @property
    def x1(self) -> float:
        """Where it ends on the right."""
        return max(glyph.x1 for glyph in self.glyphs)

    @property
    def edge(self) -> float:
        """Where it ends on the right, but for a sign of Chinese that hangs over the margin."""
        return self.x1 - self.size if _HANGING.match(self.glyphs[-1].text) else self.x1

    @property
    def text(self) -> str:
        """What it says."""
        return spell(self.glyphs)

    @property
    def backwards(self) -> bool:
        """Whether it is read from right to left."""
        return is_backwards("".join(glyph.text for glyph in self.glyphs))

    def part(self, x0: float, x1: float) -> "Line | None":
        """What stands between two places; None when nothing does."""
        return make_line(glyph for glyph in self.glyphs if x0 <= (glyph.x0 + glyph.x1) / 2 < x1)


def make_line(glyphs: Iterable[Glyph]) -> Line | None:
    """A line of glyphs from left to right; None when they are white space only."""
    held = list(glyphs)
    while held and held[-1].text.isspace():
        held.pop()
    while held and held[0].text.isspace():
        held.pop(0)
    if not held:
        return None
    seen = [glyph for glyph in held if not glyph.text.isspace()]
    size = sorted(glyph.size for glyph in seen)[len(seen) // 2]
    level = sorted(glyph.y for glyph in seen)[len(seen) // 2]
    return Line(tuple(held), level, size)


def lines_of(page: Page) -> list[Line]:
    """The lines of a page from top to bottom."""
    usual = Counter(round(glyph.size, 1) for glyph in page.glyphs).most_common(1)
    small = [glyph for glyph in page.glyphs if glyph.size <= _SMALLER * usual[0][0]]
    levels = _levels(glyph for glyph in page.glyphs if glyph.size > _SMALLER * usual[0][0])
    alone = [
        glyph for level in _levels(small) for run in _runs(level, usual[0][0] / 2) for glyph in _alone(run, levels)
    ]
    levels = _levels(glyph for level in (*levels, alone) for glyph in level)
    made = (make_line(sorted(level, key=lambda g: g.x0)) for level in levels)
    return [line for line in made if line]


def _levels(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Glyphs on the same baseline, from top to bottom."""
    levels: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: (-g.y, g.x0)):
        if levels and levels[-1][0].y - glyph.y <= _LEVEL * max(glyph.size, _LEAST):
            levels[-1].append(glyph)
        else:
            levels.append([glyph])
    return levels


def _alone(run: list[Glyph], levels: Sequence[list[Glyph]]) -> list[Glyph]:
    """Small glyphs that stand by themselves; the mark of a footnote goes, other raised or lowered letters join their line."""
    for level in levels:
        rise = run[0].y - level[0].y
        if not abs(rise) < _RAISED * level[0].size:
            continue
        reach = level[0].size / 2
        if any(glyph.x0 - reach < run[-1].x1 and run[0].x0 < glyph.x1 + reach for glyph in level):
            if rise <= 0 or not _MARK.fullmatch("".join(glyph.text for glyph in run).strip()):
                level.extend(replace(glyph, y=level[0].y) for glyph in run)
            return []
    return run


def _runs(level: list[Glyph], gap: float) -> Iterator[list[Glyph]]:
    """The glyphs of a level in pieces with gaps between them."""
    run = list[Glyph]()
    for glyph in sorted(level, key=lambda g: g.x0):
        if run and glyph.x0 - run[-1].x1 > gap:
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def spell(glyphs: Sequence[Glyph]) -> str:
    """What glyphs from left to right say, with a space where a gap parts two words."""
    backwards = is_backwards("".join(glyph.text for glyph in glyphs))
    ordered = sorted(glyphs, key=lambda g: -g.x1) if backwards else list(glyphs)
    pieces = [ordered[0].text] if ordered else []
    for before, glyph in pairwise(ordered):
        gap = before.x0 - glyph.x1 if backwards else glyph.x0 - before.x1
        wide = all(_WIDE.match(g.text) or g.text.isalnum() for g in (before, glyph)) and (
            _WIDE.match(before.text) or _WIDE.match(glyph.text)
        )
        if gap > (_CELL if wide else _WORD) * min(before.size, glyph.size):
            pieces.append(" ")
        pieces.append(glyph.text)
    text = " ".join("".join(pieces).split())
    return _mirror(_RUN.sub(lambda match: _turned(match[0]), text)) if backwards else text


def _turned(run: str) -> str:
    return run[::-1] if _LETTER.search(run) else _NUMBER.sub(lambda number: number[0][::-1], run)


def is_backwards(text: str) -> bool:
    """Whether a text is read from right to left."""
    return len(_RIGHT_TO_LEFT.findall(text)) > len(_LEFT_TO_RIGHT.findall(text)) / 2


def _mirror(text: str) -> str:
    """Turn brackets so that the first of a pair opens: what is drawn on the left is read last."""
    opened, turned = list[str](), list[str]()
    for letter in text:
        if letter in _OPENING and not opened:
            letter = _OPENING[letter]  # noqa: PLW2901 (it is turned)
        elif letter in _PAIRS and opened and opened[-1] == letter:
            letter = _PAIRS[letter]  # noqa: PLW2901
        if letter in _PAIRS:
            opened.append(letter)
        elif letter in _OPENING and opened:
            opened.pop()
        turned.append(letter)
    return "".join(turned)
