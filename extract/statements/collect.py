"""Claims become statements with evidence, one for each fact of a document.

In: claims with their sentences, in reading order. Out: a `Reading`: statements with all their evidence, the things they speak of with the
names used, the citations, and the ledger of refusals.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from extract.mentions.mention import Mention
from extract.mentions.names import Entry
from extract.mentions.occasions import EVENTS, LAW, same_events, same_laws
from extract.mentions.symbols import symbol_path
from extract.model import Document, Evidence, Reading, Refusal, Statement, Thing
from extract.statements.claim import Claim, Refused
from extract.statements.derive import of_members
from extract.statements.encode import Encoded
from extract.statements.sentences import Sentence
from extract.text.sections import Placed
from extract.text.source import Source
from ontology.schema import load_schema

_CITED = ("Treaty", "Resolution", "PoliticalInstrument", "Document")
_CITES = "cites"
_FINDABLE = 4
_CITATION_RULE = "names an instrument or document"


@dataclass(slots=True)
class Collector:
    """Gathers what one document gives; `reading` sorts it."""

    document: Document
    source: Source
    author: Entry | None
    _statements: dict[tuple[str, str, str, str], Statement] = field(default_factory=dict)
    _places: dict[tuple[str, str, str, str], dict[tuple[int, int], Evidence]] = field(default_factory=dict)
    _refusals: list[Refusal] = field(default_factory=list)
    _names: dict[Entry, set[tuple[str, str]]] = field(default_factory=dict)
    _dates: dict[str, str] = field(default_factory=dict)
    _own: tuple[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """The paths of the document itself, which it does not cite: as a document, and as what its symbol names."""
        self._own = self.document.path, symbol_path(self.document.symbol)[0]

    def names(self, mentions: Iterable[Mention], language: str) -> None:
        """Remember the names that things were given in one language."""
        for mention in _all(mentions):
            if mention.kind in (*EVENTS, LAW) and mention.date:
                self._dates[mention.path] = _finer(self._dates.get(mention.path, ""), mention.date)
            if mention.path:
                names = self._names.setdefault(Entry(mention.path, mention.kind), set())
                if mention.how != "anaphor":
                    names.update((name, language) for name in (mention.text, *mention.aliases))

    def statements(self, claims: Iterable[Claim], encoded: Encoded, sentence: Sentence, placed: Placed) -> None:
        """Add the claims of one sentence, and a citation for each instrument or document it names."""
        for claim in claims:
            start, end = encoded.places[claim.start], encoded.places[claim.end]
            evidence = self._evidence(sentence, start, end, claim.cue, placed)
            self._add(
                Statement(
                    claim.subject.path,
                    claim.relation,
                    claim.object.path,
                    claim.status,
                    claim.date,
                    (evidence,),
                    claim.rule,
                    round(claim.confidence, 3),
                    claim.amount,
                    claim.currency,
                ),
                [claim.subject, claim.object],
            )
        for mention in _all(sentence.mentions):
            if mention.kind in _CITED and mention.how != "anaphor" and mention.path not in self._own:
                self._cite(mention, sentence, placed)

    def _cite(self, mention: Mention, sentence: Sentence, placed: Placed) -> None:
        evidence = self._evidence(sentence, mention.start, mention.end, mention.text, placed)
        path = self.document.path
        if (path, _CITES, mention.path, "asserted") not in self._statements:
            entry = Entry(mention.path, mention.kind)
            self._add(Statement(path, _CITES, mention.path, "asserted", "", (evidence,), _CITATION_RULE, 0.99), [entry])

    def _evidence(self, sentence: Sentence, start: int, end: int, cue: str, placed: Placed) -> Evidence:
        voice = placed.speaker or self.author
        start = _findable(sentence, start)
        origin = sentence.text.origin(start)
        place = self.source.place(origin)
        return Evidence(
            origin,
            sentence.text.origin(end - 1) + 1,
            sentence.text.quote(self.source.text, start, end),
            cue,
            voice.path if voice else "",
            placed.heading,
            placed.number,
            place.page,
            place.anchor,
            "" if placed.language.code == self.document.language else placed.language.code,
        )

    def _add(self, statement: Statement, entries: list[Entry]) -> None:
        """Of two places that say the same the surer one leads; a date and a sum are kept from whichever has them."""
        if statement.relation in load_schema().symmetric and statement.object < statement.subject:
            statement = replace(statement, subject=statement.object, object=statement.subject)
        for entry in entries:
            self._names.setdefault(entry, set())
        key, places = statement.key, {(e.start, e.end): e for e in statement.evidence}
        held = self._statements.setdefault(key, statement)
        if statement.confidence > held.confidence:
            self._statements[key] = _completed(statement, held)
            self._places[key] = places | {place: e for place, e in self._places[key].items() if place not in places}
        else:
            self._statements[key] = _completed(held, statement)
        for place, evidence in places.items():
            self._places.setdefault(key, {}).setdefault(place, evidence)

    def refusals(self, refused: list[Refused], sentence: Sentence, placed: Placed) -> None:
        """Add what the rules refused in one sentence."""
        if not refused:
            return
        text = sentence.text
        place = text.origin(0), text.origin(len(text.value) - 1) + 1
        quote = text.quote(self.source.text, 0, len(text.value))
        self._refusals += [
            Refusal(self.document.path, placed.number, *place, row.cue, row.rule, row.reason, quote) for row in refused
        ]

    def _join(self) -> None:
        """What is said of an event or a law without its date is said of the one that the document dates."""
        same = same_events(self._named(*EVENTS), self._dates) | same_laws(self._named(LAW), self._dates)
        for entry in [entry for entry in self._names if entry.path in same]:
            self._names.setdefault(Entry(same[entry.path], entry.kind), set()).update(self._names[entry])
        for key in [key for key in self._statements if key[2] in same]:
            statement, places = self._statements.pop(key), self._places.pop(key)
            path = same[statement.object]
            date = statement.date if path.startswith("law/") else _finer(statement.date, self._dates[path])
            self._add(replace(statement, object=path, date=date, evidence=tuple(places.values())), [])

    def _named(self, *kinds: str) -> dict[str, set[str]]:
        return {e.path: {text for text, _ in names} for e, names in self._names.items() if e.kind in kinds}

    def reading(self) -> Reading:
        """All of it, sorted."""
        self._join()
        statements = [
            replace(held, evidence=tuple(places.values())) if len(places := self._places[key]) > 1 else held
            for key, held in sorted(self._statements.items(), key=lambda item: item[0])
        ]
        statements = sorted([*statements, *of_members(statements, self.document.date)], key=lambda s: s.key)
        used = {path for s in statements for path in (s.subject, s.object, *(e.said_by for e in s.evidence))}
        things = [
            self._thing(entry, names) for entry, names in self._names.items() if entry.path in used and entry.path
        ]
        voice = [Thing(self.author.path, self.author.kind, ())] if self.author and self.author.path in used else []
        known = {thing.path: thing for thing in [*voice, *things]}
        ordered = tuple(known[path] for path in sorted(known))
        return Reading(self.document, ordered, tuple(statements), tuple(self._refusals))

    def _thing(self, entry: Entry, names: set[tuple[str, str]]) -> Thing:
        symbol = entry.path.partition("/")[2], self.document.language
        longest = max(sorted(names), key=lambda name: (len(name[0]), name[0]), default=symbol)
        label = symbol if entry.kind in ("Resolution", "Document") else longest
        return Thing(entry.path, entry.kind, tuple(sorted(names)), (label,))


def _completed(leading: Statement, other: Statement) -> Statement:
    """A statement with what only the other one of the same fact says."""
    giving = leading if leading.amount else other
    date = _finer(leading.date, other.date)
    if (date, giving.amount) == (leading.date, leading.amount):
        return leading
    return replace(leading, date=date, amount=giving.amount, currency=giving.currency)


def _finer(date: str, other: str) -> str:
    """The date, or the other one where that says the same with more precision."""
    return other if other.startswith(date) else date


def _all(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions and those inside them."""
    return [inner for mention in mentions for inner in mention.all()]


def _findable(sentence: Sentence, start: int) -> int:
    """Where a quote begins: a break of the page right behind its first characters would hide where it stands."""
    starts = sentence.text.starts
    number = bisect_right(starts, start)
    first = starts[number] if number < len(starts) else len(sentence.text.value)
    return sentence.behind if first - start < _FINDABLE else start
