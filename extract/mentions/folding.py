"""One spelling for names and texts, so that a name is found in whatever form a text has it.

In: the `[matching]` table of a language. Out: a `Folding` that makes of a string the one in which names are looked for, and leads
places in it back. Folding by letters replaces one character by one. Folding by words keeps of each word what all its forms
share: its ending goes (Russian cases), and so do article and particles written together with it (Arabic).
"""

import re
from abc import ABC, abstractmethod
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from extract.languages.forms import NEVER
from extract.languages.language import Matching

# Letters, figures (behind a word the number of a footnote), and what stands between them.
_PARTS = re.compile(r"[^\W\d]+|\d+|\W+")
_CAPITAL_I = "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}"
# The shortest word that may have particles before it.
_ROOT = 3


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded string and, when it was folded by words, where each of its parts begins in it and in the text."""

    value: str
    edges: Sequence[int] = ()
    origins: Sequence[int] = ()
    parts: Sequence[str] = ()
    leads: Mapping[str, int] = field(default_factory=dict)

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """The place in the text of what is folded to `start`..`end`; None where that is not made of whole words."""
        if not self.edges:
            return start, end
        first, last = bisect_right(self.edges, start) - 1, bisect_left(self.edges, end)
        if self.edges[first] != start or last >= len(self.edges) or self.edges[last] != end:
            return None
        return self.origins[first] + self.leads.get(self.parts[first], 0), self.origins[last]


class Folding(ABC):
    """How the names and texts of one language are made comparable."""

    def __init__(self, matching: Matching) -> None:
        self._matching = matching
        self._alike = [(other, row[0]) for row in matching.alike for other in row[1:]]

    def same(self, text: str) -> str:
        """The text with one character for those that are alike, letter case kept."""
        for other, letter in self._alike:  # far faster than str.translate, which asks a dictionary for every character
            text = text.replace(other, letter)
        return text

    @abstractmethod
    def fold(self, text: str) -> Folded:
        """The folded form of a text."""

    def opened(self, name: str) -> str:
        """A name without the article that opens it."""
        return self._matching.opening.sub("", name)

    def fits(self, name: str, words: str) -> bool:
        """Whether words of a text that fold to the same as a name are a form of it.

        An acronym is written as it is, and what begins with a capital keeps it.
        """
        name, words = self.same(name), self.same(words)
        if name == words or not self._matching.case:
            return True
        if name.isupper() and not any(c.isspace() for c in name):
            return False
        return not name[:1].isupper() or words[:1].isupper()


class Letters(Folding):
    """Character for character: places stay the same."""

    def fold(self, text: str) -> Folded:
        """The text in small letters, if case does not matter, with one character for those alike."""
        folded = text.replace(_CAPITAL_I, "I").lower() if self._matching.case else text
        return Folded(self.same(folded))


class Words(Folding):
    """Word for word: each becomes what all its forms share."""

    def __init__(self, matching: Matching, names: Iterable[str]) -> None:
        super().__init__(matching)
        self._irregular = dict(row.split(" ", 1) for row in matching.irregular)
        self._acronyms: set[str] = set()
        self._known: set[str] = set()
        self._leads: dict[str, int] = {}
        self._roots = _Roots(self)
        for word in set(_PARTS.findall(self._plain("\n".join(names)))):
            self._known.update(map(self._ended, (word.lower(), word.lower().removeprefix(matching.article))))
            if len(word) > 1 and word.isupper():
                self._acronyms.add(word)

    def fold(self, text: str) -> Folded:
        """Each word by its root, what stands between words by its first sign."""
        plain = self._plain(text)
        parts = _PARTS.findall(plain)
        roots = list(map(self._roots.__getitem__, parts))
        edges = list(accumulate(map(len, roots), initial=0))
        origins = list(accumulate(map(len, parts), initial=0))
        if len(plain) != len(text):
            gone = [at for match in self._matching.drop.finditer(text) for at in range(*match.span())]
            shifts = [at - number for number, at in enumerate(gone)]
            origins = [at + bisect_right(shifts, at) for at in origins]
        return Folded("".join(roots), edges, origins, parts, self._leads)

    def fits(self, name: str, words: str) -> bool:
        """As for any language; and a single word must be a form of that very name, not only of its root."""
        if not super().fits(name, words):
            return False
        if not name.isalpha():
            return True
        name, words = self._plain(name).lower(), self._plain(words).lower()
        article = self._matching.article
        if name == words or not article:
            return name == words or self._declined(name, words)
        return name.startswith(article) and name[1:] == words

    def _declined(self, name: str, word: str) -> bool:
        """Whether a word is a case of the name: the first row whose ending the name has tells all of them."""
        for row in self._matching.declension:
            ending, *forms = row.replace("-", "").split(" ")
            if name.endswith(ending):
                stem = name.removesuffix(ending)
                stems = {stem, self._irregular.get(stem, stem)}
                return any(word == stem + form for stem in stems for form in forms)
        return False

    def _plain(self, text: str) -> str:
        plain = self.same(text)
        return self._matching.drop.sub("", plain) if self._matching.drop != NEVER else plain

    def root(self, part: str) -> str:
        """The root of a word, or the sign for what stands between two."""
        if not part[:1].isalnum():
            return "".join(c for c in part if c not in self._matching.quotes).strip() or " "
        if part in self._acronyms or not part.isalpha():
            return part
        word = part.lower()
        if word in self._irregular:
            return self._ended(self._irregular[word])
        lead, article = self._lead(word) if self._matching.particles != NEVER else (0, 0)
        if lead:
            self._leads[part] = lead
        return self._ended(word[lead + article :])

    def _ended(self, word: str) -> str:
        return self._matching.ending.sub("", word)

    def _lead(self, word: str) -> tuple[int, int]:
        """The letters of particles and of the article before a word: as many as leave a word of the names."""
        match = self._matching.particles.match(word)
        before = match.captures("particle") if match else []
        article = len(match.captures("article")[-1]) if match and match.captures("article") else 0
        whole = sum(map(len, before))
        choices = [(whole, article)] if article else []
        choices += [(sum(map(len, before[:count])), 0) for count in range(len(before), 0, -1)]
        kept = (c for c in choices if len(word) - sum(c) >= _ROOT and self._ended(word[sum(c) :]) in self._known)
        return next(kept, (0, 0))


class _Roots(dict[str, str]):
    """The roots of the words met so far."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, part: str) -> str:
        self[part] = root = self._words.root(part)
        return root
