"""A sentence as rules see it: each mention is one character.

In: the text of a sentence and its mentions. Out: an `Encoded` string in which every mention stands as one private-use character for
its class, so that a rule is a plain pattern over words and classes, and no verb inside a title is taken for a verb.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import regex

from extract.languages.forms import NEVER
from extract.languages.language import Language
from extract.mentions.mention import DATE, GROUP, QUOTATION, Mention
from extract.mentions.names import GENERIC
from ontology.schema import load_schema

# Plane 15 is for private use and, unlike the area in the basic plane, is not used by the fonts of PDF files.
_FIRST = 0xF0000


@cache
def class_marks() -> dict[str, str]:
    """The character that stands for each class."""
    kinds = sorted([*load_schema().classes, DATE, GENERIC, QUOTATION])
    return {kind: chr(_FIRST + number) for number, kind in enumerate(kinds)}


@cache
def marks_of(kind: str) -> str:
    """The characters of a class and of all classes below it, as the inside of a character set."""
    schema = load_schema()
    return "".join(
        mark
        for name, mark in class_marks().items()
        if name == kind or (name in schema.classes and kind in schema.classes and schema.is_a(name, kind))
    )


@dataclass(frozen=True, slots=True)
class Encoded:
    """`text` with one character a mention; `places[i]` is the offset of character i in the sentence's own text.

    The mentions are by their place, in order.
    """

    text: str
    places: tuple[int, ...]
    mentions: dict[int, Mention]
    clauses: tuple[tuple[int, int], ...]

    def clause(self, at: int) -> int:
        """The number of the clause that the character at `at` belongs to."""
        return min(bisect_right(self.clauses, at, key=lambda clause: clause[1]), len(self.clauses) - 1)

    def without(self, places: Iterable[int]) -> "Encoded":
        """The same with what is named at these places closed to rules, as a quotation is."""
        text = list(self.text)
        for place in places:
            text[place] = class_marks()[QUOTATION]
        return replace(self, text="".join(text))

    def inside(self, start: int, end: int) -> list[tuple[int, Mention]]:
        """The mentions from `start` to `end`, with their places; each of a group for itself."""
        found = ((i, m) for i, m in self.mentions.items() if start <= i < end)
        return [(i, each) for i, m in found for each in ((m, *m.inner) if m.how == GROUP else (m,))]


def encode(text: str, mentions: Sequence[Mention], language: Language) -> Encoded:
    """Encode one sentence; the mentions are in order and do not overlap.

    Signs that no name depends on, such as the vowel signs of Arabic, are left out: no rule depends on them either.
    """
    pieces, places, found, at = list[str](), list[int](), dict[int, Mention](), 0
    signs = language.matching.drop
    for mention in mentions:
        pieces.append(_without(signs, text[at : mention.start]))
        places += _kept(signs, text, at, mention.start)
        found[len(places)] = mention
        pieces.append(class_marks()[mention.kind])
        places.append(mention.start)
        at = mention.end
    pieces.append(_without(signs, text[at:]))
    places += [*_kept(signs, text, at, len(text)), len(text)]
    encoded = "".join(pieces)
    return Encoded(encoded, tuple(places), found, tuple(_clauses(encoded, language)))


def _without(signs: regex.Pattern[str], text: str) -> str:
    return text if signs == NEVER else signs.sub("", text)


def _kept(signs: regex.Pattern[str], text: str, start: int, end: int) -> Iterable[int]:
    """The places from `start` to `end` that are left without the signs."""
    if signs == NEVER:
        return range(start, end)
    gone = {i for match in signs.finditer(text, start, end) for i in range(*match.span())}
    return (i for i in range(start, end) if i not in gone)


def _clauses(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """The clauses of an encoded sentence; a comma between two of a list ends none."""
    between = set(_list_commas(text, language))
    start = 0
    for match in language.writing.clause.finditer(text):
        if match.end() > start and match.start() not in between:
            yield start, match.end()
            start = match.end()
    if start < len(text) or start == 0:
        yield start, len(text)


def _list_commas(text: str, language: Language) -> Iterator[int]:
    """The places inside lists whose members are all actors, or of one class.

    A list goes on until its last link, which has an "and"; behind that one may stand others without a name.
    """
    held, end, separator = list[int](), 0, language.writing.separator
    for link in _listed(separator).finditer(text):
        held = [*held, *range(*link.span())] if link.start() == end + 1 else list(range(*link.span()))
        end = link.end()
        last = regex.match(separator, text, pos=end + 1)
        links = (link, last) if last and last.group().strip() else (link,)
        if any(regex.fullmatch(separator, one.group().replace(language.writing.comma, "", 1)) for one in links):
            yield from held


@cache
def _listed(separator: str) -> regex.Pattern[str]:
    """What stands between two mentions of a list."""
    actors = marks_of("Actor") + class_marks()[GENERIC]
    same = rf"(?<=(?P<one>\p{{Co}}))(?:{separator})(?=(?P=one))"
    return regex.compile(rf"(?<=[{actors}])(?:{separator})(?=[{actors}])|{same}")
