"""What the name of a law, a plan or an event says, in no language.

In: the words of a name and their language. Out: the known names, concepts (`ontology/concepts.ttl`), numbers and years that it is made
of; nothing when a word is left that is none of these. As every word counts, and each as often as it stands there, two names of one
language are told alike only when they say the same in other words.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from extract.languages.language import Language
from extract.languages.load import load_language
from extract.mentions.dates import find_dates
from extract.mentions.folding import Words
from extract.mentions.names import GENERIC, TRAP, strong_names
from extract.mentions.slug import slug
from ontology.concepts import load_concepts

_FILLER = "filler"
# What names are compared by: words, or letters where words are not spaced.
_PART, _LETTER = regex.compile(r"[\p{L}\p{M}]+|\p{N}+"), regex.compile(r"[\p{L}\p{N}]")
_WORD = regex.compile(r"[\p{L}\p{N}]")
_YEAR = regex.compile(r"(?<!\d)(?:1[89]|20)\d{2}(?!\d)")
# An acronym stays what it is in every script.
_ACRONYM = regex.compile(r"(?<![A-Za-z])[A-Z]{3,}(?![A-Za-z])")


@dataclass(frozen=True, slots=True)
class Told:
    """What a name is made of: keys of concepts by scheme, of known things, numbers, years; sorted, each as often as it is said."""

    concepts: Mapping[str, tuple[str, ...]]
    names: tuple[str, ...]
    numbers: tuple[str, ...]
    years: tuple[str, ...]

    def of(self, *schemes: str) -> tuple[str, ...]:
        """The concepts of these schemes, scheme by scheme."""
        return tuple(key for scheme in schemes for key in self.concepts.get(scheme, ()))

    def key(self, date: str, without: str = "") -> str:
        """All of it as a key, behind a date; `without` is a name that the path has already. A word of a text holds no low line."""
        names = [name for name in self.names if name != slug(without)]
        said = self.of("subjects", "actions", "qualities", "sole", "texts", "events")
        return "_".join(part for part in (date, *self.numbers, *names, *said) if part)


@lru_cache(maxsize=4096)
def tell(words: str, code: str) -> Told | None:
    """What a name says, or None when it has words that nothing is known of."""
    language, rest = load_language(code), words
    names, years, numbers = list[str](), list[str](), list[str]()
    for start, end, entry in strong_names(code).find(words):
        if entry.kind not in (GENERIC, TRAP, ""):
            names.append(slug(entry.path.partition("/")[2]))
            rest = _blank(rest, start, end)
    for date in find_dates(rest, language, ""):
        years += _YEAR.findall(date.text) or [date.date]
        rest = _blank(rest, date.start, date.end)
    for match in language.wording.counted.finditer(rest):
        numbers.append(_number(match["number"], language))
        rest = _blank(rest, *match.span())
    for match in _YEAR.finditer(rest):
        years.append(match.group())
        rest = _blank(rest, *match.span())
    concepts: dict[str, list[str]] = {}
    for start, end, scheme, key in _reader(code).find(rest):
        concepts.setdefault(scheme, []).append(key)
        rest = _blank(rest, start, end)
    for match in _ACRONYM.finditer(rest):
        names.append(slug(match.group()))
        rest = _blank(rest, *match.span())
    if _WORD.search(rest):
        return None
    said = {scheme: tuple(sorted(keys)) for scheme, keys in concepts.items() if scheme != _FILLER}
    return Told(said, *(tuple(sorted(part)) for part in (names, numbers, years)))


def kinds(words: str, code: str) -> tuple[str, ...]:
    """The kinds of laws that words name, among others that may be unknown, in the order in which they stand."""
    return tuple(key for _, _, scheme, key in _reader(code).find(words) if scheme == "texts")


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _number(words: str, language: Language) -> str:
    """The number that figures or ordinals stand for: "36th", "thirty-sixth"."""
    if words.isdigit():
        return str(int(words))
    rows = sorted((row.rsplit(" ", 1) for row in language.wording.ordinals), key=lambda row: -len(row[0]))
    left, value = words.lower(), 0
    while left:
        row = next((row for row in rows if left.startswith(row[0])), None)
        value += int(row[1]) if row else 0
        left = left[len(row[0]) if row else 1 :]
    return str(value)


class _Reader:
    """Finds the labels of concepts, whatever form their words have, and words that add nothing."""

    def __init__(self, language: Language) -> None:
        rows = [(label, c.scheme, c.key) for c in load_concepts() for label in c.labels.get(language.code, ())]
        rows += [(word, _FILLER, "") for word in language.wording.filler]
        self._part = _PART if language.writing.space else _LETTER
        self._folding = Words(language.matching, [label for label, _, _ in rows])
        self._meaning = {tuple(self._roots(label)): (scheme, key) for label, scheme, key in reversed(rows)}
        self._longest = max(map(len, self._meaning), default=0)

    def _roots(self, text: str) -> list[str]:
        return [self._folding.fold(part).value for part in self._part.findall(text)]

    def find(self, text: str) -> Iterator[tuple[int, int, str, str]]:
        """Start, end, scheme and key of each label in a text, the longest first."""
        parts, roots = list(self._part.finditer(text)), self._roots(text)
        at = 0
        while at < len(parts):
            ends = range(min(len(parts), at + self._longest), at, -1)
            end = next((end for end in ends if tuple(roots[at:end]) in self._meaning), 0)
            if end:
                yield parts[at].start(), parts[end - 1].end(), *self._meaning[tuple(roots[at:end])]
            at = end or at + 1


@cache
def _reader(code: str) -> _Reader:
    return _Reader(load_language(code))
