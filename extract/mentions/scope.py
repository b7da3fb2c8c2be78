"""What the recognizers of mentions look at: one paragraph, its language, and what the document has introduced so far."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

import regex

from extract.languages.language import Language
from extract.mentions.memory import Memory
from extract.mentions.mention import DATE, Mention

# What stands for each character of a name, and of a date.
_MASK, DATED = "\N{WHITE SQUARE}", "\N{BLACK SQUARE}"
# How far before a place the words may begin that tell what stands there.
_BEFORE = 60


def ends_with(pattern: regex.Pattern[str], text: str, at: int) -> bool:
    """Whether a pattern that ends with `$` fits right before the character at `at`."""
    return pattern.search(text, max(0, at - _BEFORE), at) is not None


@lru_cache(maxsize=4)
def sentence_ends(text: str, stop: regex.Pattern[str]) -> list[int]:
    """Where the sentences of a paragraph end that have a stop."""
    return [match.end() for match in stop.finditer(text)]


@dataclass(frozen=True)
class Scope:
    """The text of a paragraph, its language, the memory of the document, and the mentions found so far.

    These are in order and do not overlap.
    """

    text: str
    language: Language
    memory: Memory
    mentions: tuple[Mention, ...] = ()

    def sentence_start(self, at: int) -> int:
        """Where the sentence begins that the character at `at` belongs to."""
        number = bisect_right(self._ends, at)
        return self._ends[number - 1] if number else 0

    def sentence_end(self, at: int) -> int:
        """Where the sentence ends that the character at `at` belongs to."""
        number = bisect_right(self._ends, at)
        return self._ends[number] if number < len(self._ends) else len(self.text)

    def named(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that begin from `start` up to `end`."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def last(self, end: int) -> Mention | None:
        """The last mention that begins before `end`."""
        number = bisect_left(self._starts, end)
        return self.mentions[number - 1] if number else None

    def date_of(self, start: int, end: int) -> str:
        """When what is named from `start` to `end` took place: the date right behind it, else the last one before it."""
        opened = self.text[end : end + 1] == "("
        held = self.language.phrases.held.match(self.text, end)
        behind = [m.date for m in self.named(end, (held.end() if held else end + opened) + 1) if m.kind == DATE]
        before = (m.date for m in reversed(self.named(self.sentence_start(start), end)) if m.kind == DATE)
        return next(iter(behind), None) or next(before, "")

    def masked(self, quotations: Iterable[Mention]) -> str:
        """The text with quotations, names and titles blotted out, so that their words begin nothing; dates have a blot of their own."""
        blotted = list(self.text)
        for m in (*quotations, *self.mentions):
            blotted[m.start : m.end] = (DATED if m.kind == DATE else _MASK) * (m.end - m.start)
        return "".join(blotted)

    def between(self, start: int, end: int) -> str:
        """The text from `start` to `end`, one blot for each date in it."""
        dates = [m for m in self.named(start, end) if m.kind == DATE]
        places = [start, *(place for date in dates for place in (date.start, date.end)), end]
        return DATED.join(self.text[a:b] for a, b in zip(places[::2], places[1::2], strict=True))

    def overlaps(self, start: int, end: int) -> bool:
        """Whether something other than a date is already named between `start` and `end`."""
        first = self.last(start + 1)
        return any(start < m.end and m.kind != DATE for m in (*filter(None, [first]), *self.named(start + 1, end)))

    @cached_property
    def _starts(self) -> list[int]:
        return [m.start for m in self.mentions]

    @cached_property
    def _ends(self) -> list[int]:
        return sentence_ends(self.text, self.language.writing.sentence)
