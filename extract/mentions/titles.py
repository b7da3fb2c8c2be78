"""Titles in title marks, and the plain text without the marks.

In: a text and the pairs of marks of its language (`《》`). Out: where titles stand, and the text without marks in which names are
looked for, with the way back. A name counts inside a title only when it is the whole of it.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

import regex


@dataclass(frozen=True, slots=True)
class Title:
    """Offsets of a title with its marks, and what it says without any marks."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Bare:
    """A text without title marks; `places[i]` is the offset of its i-th character in the text with them."""

    value: str
    places: tuple[int, ...] | range
    titles: tuple[Title, ...]

    def span(self, start: int, end: int, prefix: regex.Pattern[str]) -> tuple[int, int] | None:
        """Where a name of the bare text stands in the text: with the marks of the titles that it fills.

        None when it only fills a part of a title, unless the rest is a `prefix` such as the years of a plan.
        """
        first, last = self.places[start], self.places[end - 1] + 1
        for number in range(bisect_right(self.titles, first, key=lambda title: title.end), len(self.titles)):
            title = self.titles[number]
            if title.start >= last:
                break
            if first < title.end:
                opens, closes = (bisect_left(self.places, at) for at in (title.start, title.end))
                before = self.value[opens:start] if start > opens else ""
                if end < closes or (before and not prefix.fullmatch(before)):
                    return None
                first, last = min(first, title.start), max(last, title.end)
        return first, last


def bare(text: str, marks: tuple[str, ...]) -> Bare:
    """Take the title marks off a text. The first pair opens a title; every pair may be nested in it."""
    used = {mark for pair in marks for mark in pair}
    if not used & set(text):
        return Bare(text, range(len(text)), ())
    places = tuple([i for i, c in enumerate(text) if c not in used])
    return Bare("".join([text[i] for i in places]), places, tuple(_titles(text, marks)))


def _titles(text: str, marks: tuple[str, ...]) -> list[Title]:
    opening, closing = ({pair[side] for pair in marks} for side in (0, 1))
    found, depth, start = list[Title](), 0, 0
    for i, char in enumerate(text):
        if char in opening:
            start = i if depth == 0 else start
            depth += 1
        elif char in closing and depth:
            depth -= 1
            if depth == 0:
                words = "".join(c for c in text[start : i + 1] if c not in opening | closing)
                found.append(Title(start, i + 1, words))
    return found
