"""Finding every known name in a text, longest first.

In: a text and the names of one language. Out: the places of names. Aho-Corasick with leftmost-longest matches: a longer name
protects what stands inside it, so `西班牙文` is no Spain when it is listed as a trap. Names are looked for in folded texts
(`folding.py`); which of the names that fold alike is meant, or none, is decided where one is found.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

import ahocorasick_rs

from extract.languages.load import load_language
from extract.mentions.folding import Folded, Folding, Letters, Words
from extract.mentions.symbols import always_known
from ontology.authority import load_authority

GENERIC = "Generic"
TRAP = "Trap"
ANAPHOR = "Anaphor"

_CONTEXT = 60
_EASTERN = chr(0x2E80)  # here the characters begin that are written without spaces
_ADJECTIVE = "\U000f0000"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name means: the path and class of an entity, or GENERIC (nobody in particular) or TRAP (no name at all)."""

    path: str
    kind: str


@dataclass(frozen=True, slots=True)
class _Known:
    """A name with its meaning; an adjective counts only beside the words that it governs."""

    words: str
    entry: Entry
    adjective: bool = False


class Names:
    """Names that can be looked for in texts: `find` gives (start, end, entry), not overlapping, in order."""

    def __init__(self, code: str, names: Mapping[str, Entry], adjectives: Mapping[str, Entry] | None = None) -> None:
        self._code = code
        self._folding = load_folding(code)
        self._adjective_of = load_language(code).naming.adjective_of
        known = [_Known(words, names[words]) for words in sorted(names)]
        known += [_Known(words, entry, adjective=True) for words, entry in sorted((adjectives or {}).items())]
        keyed: dict[str, list[_Known]] = {}
        for name in known:
            keyed.setdefault(self._folding.fold(name.words).value.strip(), []).append(name)
        marks = frozenset(load_language(code).matching.quotes)
        self._marks = [marks if any(n.words[-1] in marks for n in names) else frozenset() for names in keyed.values()]
        self._known = list(keyed.values())
        self._many = [not key.isalnum() for key in keyed]
        self._plain = [self._as_it_stands(key, names) for key, names in keyed.items()]
        self._seen: dict[tuple[int, str], tuple[Entry | None, Entry | None]] = {}
        self._automaton = ahocorasick_rs.AhoCorasick(list(keyed), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
        self._size = len(known)

    def __len__(self) -> int:
        return self._size

    def _as_it_stands(self, key: str, names: list[_Known]) -> Entry | None:
        """What a key means wherever it stands: that of one name, in a script without spaces or capitals."""
        free = isinstance(self._folding, Letters) and min(key[0], key[-1]) >= _EASTERN
        return names[0].entry if free and len(names) == 1 and names[0].words == key else None

    def find(self, text: str) -> list[tuple[int, int, Entry]]:
        """All names in the text. A name of letters is found as a whole word only, where words are spaced."""
        folded, found = _folded(self._code, text), list[tuple[int, int, Entry]]()
        for i, start, end in self._automaton.find_matches_as_indexes(folded.value):
            if entry := self._plain[i]:
                found.append((start, end, entry))
            else:
                for place in self._checked(i, text, folded, start, end):
                    found.append(place if not found or place[0] >= found[-1][1] else (found[-1][1], *place[1:]))
        return found

    def _checked(self, i: int, text: str, folded: Folded, first: int, last: int) -> Iterator[tuple[int, int, Entry]]:
        """The name at a place of the folded text, if it fits; where it does not, shorter ones may."""
        place = folded.span(first, last)
        if place and (folded.edges or _whole(text, *place)) and (entry := self._meant(i, text, *place)):
            yield *_quoted(text, *place, self._marks[i]), entry
        elif self._many[i]:
            for shorter, start, end in self._automaton.find_matches_as_indexes(folded.value[first : last - 1]):
                yield from self._checked(shorter, text, folded, first + start, first + end)

    def _meant(self, i: int, text: str, start: int, end: int) -> Entry | None:
        """What the words at a place mean: the name that they are a form of, or an adjective beside what it governs."""
        words = text[start:end]
        if (seen := self._seen.get((i, words))) is None:
            seen = self._seen[i, words] = self._fitting(i, words)
        name, adjective = seen
        if name or not adjective:
            return name
        around = text[max(0, start - _CONTEXT) : start] + _ADJECTIVE + text[end : end + _CONTEXT]
        return adjective if self._adjective_of.search(around) else None

    def _fitting(self, i: int, words: str) -> tuple[Entry | None, Entry | None]:
        """The name with this key that words of a text are a form of, spelled the same if one is, and the adjective."""
        names = [name for name in self._known[i] if not name.adjective and self._folding.fits(name.words, words)]
        best = next((name.entry for name in names if name.words == words), names[0].entry if names else None)
        return best, next((name.entry for name in self._known[i] if name.adjective), None)


@cache
def load_folding(code: str) -> Folding:
    """How names and texts of a language are made comparable."""
    language = load_language(code)
    if language.matching.by == "letters":
        return Letters(language.matching)
    words = [name.text for name, _ in load_authority().names(code)]
    words += [word for anaphor in language.anaphors for word in anaphor.words]
    return Words(language.matching, [*words, *_acronyms(), *language.naming.traps, *language.roles.generic])


@lru_cache(maxsize=65536)
def declined(code: str, path: str, words: str) -> bool:
    """Whether words of a text are one of the names of a thing in another case than the lists have it.

    No name is, where a language declines none, and no acronym; of things without a name in the lists it is not known.
    """
    language = load_language(code)
    if not language.matching.declension or words.isupper():
        return False
    folding, entity = load_folding(code), load_authority().entities.get(path)
    names = [n.text for n in entity.names if n.language == code] if entity else list(language.roles.generic)
    names += [word for anaphor in language.anaphors for word in anaphor.words]
    root, plain = folding.fold(words).value, folding.same(words).casefold()
    forms = {folding.same(name).casefold() for name in names if folding.fold(name).value == root}
    return bool(forms) and plain not in forms


@lru_cache(maxsize=4)
def _folded(code: str, text: str) -> Folded:
    return load_folding(code).fold(text)


def _quoted(text: str, start: int, end: int, marks: frozenset[str]) -> tuple[int, int]:
    """The place of a name that ends with a quotation mark, with the marks that the text has for those of the name."""
    while text[end : end + 1] in marks:
        end += 1
    if not marks.isdisjoint(text[start:end].rstrip("".join(marks))):
        return start, end
    while start and text[start - 1] in marks:
        start -= 1
    return start, end


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a name begins and ends where words do; a figure behind several words is the number of a footnote."""
    if start and _glued(text[start - 1], text[start]):
        return False
    if end == len(text) or not _glued(text[end - 1], text[end]):
        return True
    return text[end].isdigit() and text[end - 1].isalpha() and " " in text[start:end]


def _glued(left: str, right: str) -> bool:
    """Whether two neighbours belong to one word: letters of an alphabet do, Chinese characters do not."""
    return left < _EASTERN and right < _EASTERN and left.isalnum() and right.isalnum()


@cache
def _acronyms() -> Mapping[str, Entry]:
    """Acronyms in capitals stand in texts of every language, so those of English are known in all."""
    rows = load_authority().names("en")
    return {
        n.text: Entry(e.path, e.kind)
        for n, e in rows
        if n.strength in _STRONG and n.text.isupper() and len(n.text) > 2  # noqa: PLR2004
    }


_STRONG = ("preferred", "strong")


@cache
def strong_names(code: str) -> Names:
    """The preferred and strong names of all authority lists in one language, its adjectives, traps and generic subjects.

    A label that is also given as a weak name is weak: "Serbia and Montenegro" is more often two States in a list.
    """
    language, authority = load_language(code), load_authority()
    opened = load_folding(code).opened
    entries = {opened(name): Entry("", TRAP) for name in language.naming.traps}
    entries |= {opened(name): Entry("", GENERIC) for name in language.roles.generic}
    entries |= _acronyms()
    rows = [(n, Entry(e.path, e.kind)) for n, e in authority.names(code)]
    weak = {(name.text, entry) for name, entry in rows if name.strength == "weak"}
    entries |= {
        opened(name.text): entry for name, entry in rows if name.strength in _STRONG and (name.text, entry) not in weak
    }
    meanings: dict[str, set[Entry]] = {}
    for name, entry in rows:
        if name.strength == "adjective":
            meanings.setdefault(name.text, set()).add(entry)
    return Names(code, entries, {words: entry for words, (entry, *others) in meanings.items() if not others})


@cache
def anaphor_names(code: str) -> Names:
    """The anaphors of a language; the path of an entry is the number of its anaphor."""
    anaphors = load_language(code).anaphors
    return Names(code, {word: Entry(str(i), ANAPHOR) for i, anaphor in enumerate(anaphors) for word in anaphor.words})


@cache
def weak_names(code: str) -> Mapping[str, tuple[tuple[str, Entry], ...]]:
    """For each entity (by path) the weak names that it, and the bodies below it, may be called by once it is known.

    Bodies below one that every document may name are too many for that.
    """
    authority = load_authority()
    found: dict[str, list[tuple[str, Entry]]] = {}
    for name, entity in authority.names(code):
        if name.strength == "weak":
            for known in {entity.path, entity.parent} - {"", "org/UN"} - ({entity.parent} & {*always_known()}):
                found.setdefault(known, []).append((name.text, Entry(entity.path, entity.kind)))
    return {path: tuple(rows) for path, rows in found.items()}


def small(code: str, entries: Iterable[tuple[str, Entry]]) -> Names:
    """Names that one document has introduced; the last meaning of a name counts."""
    return Names(code, dict(entries))
