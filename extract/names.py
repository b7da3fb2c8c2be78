"""Finding every known name in a text, longest first.

In: a text and the names of one language. Out: the places of names. Aho-Corasick with leftmost-longest matches: a longer name
protects what stands inside it, so `西班牙文` is no Spain when it is listed as a trap.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs

from extract.load import load_language
from ontology.authority import load_authority

GENERIC = "Generic"
TRAP = "Trap"
ANAPHOR = "Anaphor"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name means: the path and class of an entity, or GENERIC (nobody in particular) or TRAP (no name at all)."""

    path: str
    kind: str


class Names:
    """Names that can be looked for in texts: `find` gives (start, end, entry), not overlapping, in order."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._names = sorted(entries)
        self._entries = [entries[name] for name in self._names]
        kind = ahocorasick_rs.MatchKind.LeftmostLongest
        self._automaton = ahocorasick_rs.AhoCorasick(self._names, matchkind=kind)

    def __len__(self) -> int:
        return len(self._names)

    def find(self, text: str) -> list[tuple[int, int, Entry]]:
        """All names in the text. A name of letters is found as a whole word only, where words are spaced."""
        found = self._automaton.find_matches_as_indexes(text)
        return [(start, end, self._entries[i]) for i, start, end in found if _whole(text, start, end)]


def _whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (_glued(before, text[start]) or _glued(text[end - 1], after))


def _glued(left: str, right: str) -> bool:
    """Whether two neighbours belong to one word: letters of an alphabet do, Chinese characters do not."""
    return left.isalnum() and right.isalnum() and ord(left) < 0x2E80 and ord(right) < 0x2E80  # noqa: PLR2004


@cache
def strong_names(code: str) -> Names:
    """The preferred and strong names of all authority lists in one language, its traps and its generic subjects.

    Acronyms in capitals stand in texts of every language, so those of English are known in all.
    """
    language, authority = load_language(code), load_authority()
    entries = {name: Entry("", TRAP) for name in language.naming.traps}
    entries |= {name: Entry("", GENERIC) for name in language.roles.generic}
    english = [(n, e) for n, e in authority.names("en") if n.text.isupper() and len(n.text) > 2]  # noqa: PLR2004
    for name, entity in [*english, *authority.names(code)]:
        if name.strength != "weak":
            entries[name.text] = Entry(entity.path, entity.kind)
    return Names(entries)


@cache
def anaphor_names(code: str) -> Names:
    """The anaphors of a language; the path of an entry is the number of its anaphor."""
    anaphors = load_language(code).anaphors
    return Names({word: Entry(str(i), ANAPHOR) for i, anaphor in enumerate(anaphors) for word in anaphor.words})


@cache
def weak_names(code: str) -> Mapping[str, tuple[tuple[str, Entry], ...]]:
    """For each entity (by path) the weak names that it, and the bodies below it, may be called by once it is known."""
    authority = load_authority()
    found: dict[str, list[tuple[str, Entry]]] = {}
    for name, entity in authority.names(code):
        if name.strength == "weak":
            for known in {entity.path, entity.parent} - {"", "org/UN"}:
                found.setdefault(known, []).append((name.text, Entry(entity.path, entity.kind)))
    return {path: tuple(rows) for path, rows in found.items()}


def small(entries: Iterable[tuple[str, Entry]]) -> Names:
    """Names that one document has introduced; the last meaning of a name counts."""
    return Names(dict(entries))
