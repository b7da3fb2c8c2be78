"""What a document has introduced so far: short names, what was named last, who speaks.

In: mentions in reading order. Out: answers to "what does this short name, this `《公约》`, this `该组织` mean here?". One Memory
belongs to the reading of one document and is filled as the reading goes on.
"""

from collections.abc import Mapping
from functools import cache
from itertools import islice

import pyoxigraph as ox

from extract.languages.forms import Anaphor
from extract.mentions.mention import Mention
from extract.mentions.names import Entry, Names, small, weak_names
from extract.mentions.symbols import always_known
from ontology.authority import Entity, load_authority
from ontology.iris import entity_path, term

_REACH = 60
# What links the names of a list is short.
_LINK = 2
_NAMED = ("name", "short")
_DERIVES = (term("pact:amends"), term("pact:protocolTo"))
_ADOPTED = term("pact:adoptedOn")


class Memory:
    """The names and things a reader has in mind at one point of a document."""

    def __init__(self, code: str) -> None:
        self._code = code
        self._short: dict[str, Entry] = {}
        self._weak: dict[str, Entry] = {}
        self._recent: list[Mention] = []
        self._here = 0
        self._section = 0
        self._told = True
        self._known: set[str] = set()
        self._names: Names | None = None
        self._bodies: dict[str, str] = {}
        self.speaker: Entry | None = None
        self.author: Entry | None = None
        self.year = ""
        self.reviews = False

    def enter(self, speaker: Entry | None, *, told: bool = True) -> None:
        """A section begins, in which `speaker` speaks: what weak names and anaphors meant before is forgotten.

        `told` says whether the document names the speaker; nobody is meant by "we" otherwise.
        """
        self.speaker, self._told = speaker, told
        self._section = len(self._recent)
        self._known, self._weak, self._names = set(), {}, None
        for path in (*always_known(), speaker.path if speaker else ""):
            self.know(path)

    def know(self, path: str) -> None:
        """An entity is named in full: from here on its weak names mean it."""
        if path in self._known:
            return
        self._known.add(path)
        rows = weak_names(self._code).get(path, ())
        self._weak |= {name: self._better(name, entry) for name, entry in rows}
        self._names = None if rows else self._names

    def _better(self, name: str, entry: Entry) -> Entry:
        """The author's own meaning of a weak name stays; else the last one introduced counts."""
        held = self._weak.get(name)
        author = self.author.path if self.author else ""
        own = held and author and (held.path == author or held.path in _children().get(author, ()))
        return held if held and own else entry

    def introduce(self, short: str, entry: Entry) -> None:
        """A short name in brackets: it holds for the rest of the document."""
        if self._short.get(short) != entry:
            self._short[short] = entry
            self._names = None

    def names(self) -> Names:
        """All names that hold in this document only."""
        if self._names is None:
            self._names = small(self._code, [*self._weak.items(), *self._short.items()])
        return self._names

    def short(self, name: str) -> Entry | None:
        """What a short name of this document means."""
        return self._short.get(name)

    def tell_body(self, number: str, body: str) -> None:
        """The document names the body of a resolution by number: the same number is the same resolution from here on."""
        self._bodies.setdefault(number, body)

    def body_of(self, number: str) -> str:
        """The body that the document named for a number before; "" where it named none."""
        return self._bodies.get(number, "")

    def note(self, mention: Mention) -> None:
        """Something was named here."""
        if mention.path:
            self._recent.append(mention)
            if mention.how in ("name", "title", "form"):
                self.know(mention.path)

    def paragraph(self) -> None:
        """A paragraph begins."""
        self._here = len(self._recent)

    def last(self, kinds: tuple[str, ...], head: str = "", *, here: bool = False) -> Entry | None:
        """The thing of these classes named last, in this paragraph if `here`, whose name has `head` as its head."""
        mention = self.last_mention(kinds, head, here=here)
        return Entry(mention.path, mention.kind) if mention else None

    def last_mention(self, kinds: tuple[str, ...], head: str = "", *, here: bool = False) -> Mention | None:
        """The mention of what `last` gives."""
        first = self._here if here else max(self._section, len(self._recent) - _REACH)
        for mention in islice(reversed(self._recent), len(self._recent) - first):
            if mention.kind in kinds and (not head or self._called(mention.path, mention.text, head)):
                return mention
        return None

    def last_list(self, kinds: tuple[str, ...]) -> list[Mention]:
        """The things of these classes that the paragraph named last as a list, in order; none where it named one alone."""
        found: list[Mention] = []
        for mention in islice(reversed(self._recent), len(self._recent) - self._here):
            follows = bool(found) and 0 <= found[-1].start - mention.end <= _LINK
            if mention.kind in kinds and mention.how in _NAMED and (not found or follows):
                found.append(mention)
            elif len(found) > 1:
                break
            else:
                found = [mention] if mention.kind in kinds and mention.how in _NAMED else []
        return found[::-1] if len(found) > 1 else []

    def derived(self, head: str, year: str = "") -> Entry | None:
        """The amendment or protocol, of a year if one is given, of the treaty named last."""
        treaty = self.last(("Treaty",))
        for path in derived_treaties().get(treaty.path, ()) if treaty else ():
            entity = load_authority().entities[path]
            names = [n.text for n in entity.names if n.language == self._code]
            if any(head in name for name in names) and (not year or _adopted_in(entity, year)):
                return Entry(path, entity.kind)
        return None

    def _called(self, path: str, words: str, head: str) -> bool:
        """Whether the words have `head` as their head: last, or before its complement; a short name for one that has."""
        entity = load_authority().entities.get(path)
        names = [n.text for n in entity.names if n.language == self._code] if entity and " " not in words else []
        return any(name.rstrip("》〉”").endswith(head) or f"{head} " in name for name in [words, *names])

    def resolve(self, anaphor: Anaphor) -> Entry | None:
        """What an anaphor stands for: the speaker where it may, else what was named last."""
        speaker = self.speaker if anaphor.speaker or (anaphor.first and self._told) else None
        if speaker and speaker.kind in anaphor.kinds and self._called(speaker.path, "", anaphor.head):
            return speaker
        if anaphor.first:
            return None
        if "State" in anaphor.kinds:
            return self.last(anaphor.kinds, anaphor.head, here=True)
        weak = self._weak.get(anaphor.head)
        held = weak if weak and weak.kind in anaphor.kinds else None
        return self.last(anaphor.kinds, anaphor.head) or self.derived(anaphor.head) or held


@cache
def derived_treaties() -> Mapping[str, tuple[str, ...]]:
    """For each treaty the paths of the amendments and protocols that the lists link to it."""
    found: dict[str, list[str]] = {}
    for entity in load_authority().entities.values():
        for triple in entity.triples:
            if triple.predicate.value in _DERIVES and isinstance(triple.object, ox.NamedNode):
                found.setdefault(entity_path(triple.object.value), []).append(entity.path)
    return {path: tuple(rows) for path, rows in found.items()}


def _adopted_in(entity: Entity, year: str) -> bool:
    return any(
        isinstance(t.object, ox.Literal) and t.predicate.value == _ADOPTED and t.object.value.startswith(year)
        for t in entity.triples
    )


@cache
def _children() -> Mapping[str, frozenset[str]]:
    """For each body of the lists the paths of those below it."""
    found: dict[str, set[str]] = {}
    for entity in load_authority().entities.values():
        found.setdefault(entity.parent, set()).add(entity.path)
    return {parent: frozenset(paths) for parent, paths in found.items()}
