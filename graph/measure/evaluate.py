"""A graph against what careful readers took from the same document.

In: the graph of one document, a `Gold`, and the document's text when it is at hand. Out: an `Evaluation`.

Precision counts every statement, recall the core facts; optional facts are right when stated and not missed when not. A statement
is right when subject, relation, object and status are those of a fact; a symmetric relation holds both ways. Derived statements
and citations are not asked for. Two things are the same by id, by a name that both have, or, for meetings and exercises,
by names that share more than half of their pairs of letters.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from rdflib import Graph

from graph.ask.query import select
from graph.measure.gold import Fact, Gold, comparable
from ontology.iris import PACT, entity_path
from ontology.schema import load_schema

# A narrower relation counts as the wider one that annotations have.
WIDER = {
    "accepted": "ratified",
    "approved": "ratified",
    "accededTo": "partyTo",
    "succeededTo": "partyTo",
    "consentedToBeBound": "partyTo",
}
# What annotators are not asked for, unless an annotation has it all the same.
_UNASKED = frozenset({"abstainedOn", "cites", "votedAgainst", "withdrewFrom"})
_EVENTS = frozenset({"Exercise", "Meeting"})
_STATEMENTS = """
SELECT ?node ?subject ?relation ?object ?status ?quote ?date ?rule WHERE {
  ?node rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object . FILTER(isIRI(?object))
  OPTIONAL { ?node pact:status ?status } OPTIONAL { ?node pact:quote ?quote }
  OPTIONAL { ?node pact:date ?date } OPTIONAL { ?node pact:rule ?rule }
  FILTER NOT EXISTS { ?node pact:derived true }
} ORDER BY ?node"""
_NAMES = """
SELECT ?thing ?name WHERE { VALUES ?how { rdfs:label skos:prefLabel skos:altLabel } ?thing ?how ?name }"""
_KINDS = "SELECT ?thing ?kind WHERE { ?thing a ?kind }"
# A name inside another one of at least so many letters is the same; else so large a share of their pairs of letters.
_WHOLE, _SHARE = 4, 0.55
# A quote may be interrupted twice, by at most so many characters, because a page of the source may break in it.
_PIECES, _GAP, _SEED = 3, 400, 4


Key = tuple[tuple[str, ...], str, str]


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement of a graph, its ends as paths, and the facts that it hits, by their number in the gold."""

    subject: str
    relation: str
    object: str
    status: str
    quotes: frozenset[str]
    dates: frozenset[str]
    rules: frozenset[str]
    hits: tuple[int, ...] = ()

    @property
    def key(self) -> Key:
        """What makes two statements the same."""
        ends = self.subject, self.object
        either = self.relation in load_schema().symmetric
        return tuple(sorted(ends)) if either else ends, self.relation, self.status


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All statements with their hits, and the facts; `verbatim` are the statements whose quotes stand in the text."""

    statements: tuple[Stated, ...]
    facts: tuple[Fact, ...]
    verbatim: frozenset[Stated] | None

    @property
    def found(self) -> dict[int, frozenset[str]]:
        """The numbers of the facts that were found, each with the dates that statements give it."""
        dates: dict[int, frozenset[str]] = defaultdict(frozenset)
        for stated in self.statements:
            for hit in stated.hits:
                dates[hit] |= stated.dates
        return dates

    @property
    def missing(self) -> list[Fact]:
        """The core facts that no statement hits."""
        found = self.found
        return [fact for number, fact in enumerate(self.facts) if fact.core and number not in found]

    @property
    def spurious(self) -> list[Stated]:
        """The statements that hit no fact."""
        return [stated for stated in self.statements if not stated.hits]


def evaluate(graph: Graph, gold: Gold, text: str | None = None) -> Evaluation:
    """Hold the graph of one document against its gold; `text` is the document's, to look quotes up in."""
    facts = tuple(replace(fact, relation=WIDER.get(fact.relation, fact.relation)) for fact in gold.facts)
    things = _Things(graph, gold)
    by_kind: dict[tuple[str, str], list[tuple[int, Fact]]] = defaultdict(list)
    for number, fact in enumerate(facts):
        by_kind[fact.relation, fact.status].append((number, fact))
    asked = {*load_schema().relations} - _UNASKED | {fact.relation for fact in facts}
    stated = [s for s in _statements(graph) if s.relation in asked]
    judged = tuple(
        replace(s, hits=tuple(n for n, fact in by_kind[s.relation, s.status] if things.hit(s, fact))) for s in stated
    )
    tight = "".join(text.split()) if text is not None else None
    verbatim = None if tight is None else frozenset(s for s in judged if _quoted(s, tight))
    return Evaluation(judged, facts, verbatim)


def _statements(graph: Graph) -> Iterable[Stated]:
    """The statements of a graph in the order of their IRIs, each fact once."""
    rows: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for node, *terms in select(graph, _STATEMENTS).rows:
        rows[str(node)].append(tuple("" if term is None else str(term) for term in terms))
    found: dict[Key, Stated] = {}
    for group in rows.values():
        subject, relation, target, status, *_ = group[0]
        name = relation.removeprefix(PACT)
        quotes, dates, rules = (frozenset(row[i] for row in group if row[i]) for i in (4, 5, 6))
        ends = entity_path(subject), WIDER.get(name, name), entity_path(target)
        stated = Stated(*ends, status.removeprefix(PACT) or "asserted", quotes, dates, rules)
        found.setdefault(stated.key, stated)
    return found.values()


class _Things:
    """Whether a thing of the graph is a thing of the gold."""

    def __init__(self, graph: Graph, gold: Gold) -> None:
        self._gold = gold.entities
        self._names = self._gathered(graph, _NAMES)
        self._kinds = self._gathered(graph, _KINDS)
        self._same: dict[tuple[str, str], bool] = {}

    @staticmethod
    def _gathered(graph: Graph, sparql: str) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for thing, value in select(graph, sparql).rows:
            text = str(value)
            found[entity_path(str(thing))].add(text.removeprefix(PACT) if text.startswith(PACT) else comparable(text))
        return found

    def hit(self, stated: Stated, fact: Fact) -> bool:
        """Whether a statement of the same relation and status says what a fact does."""
        if self.same(stated.subject, fact.subject) and self.same(stated.object, fact.object):
            return True
        turned = stated.relation in load_schema().symmetric
        return turned and self.same(stated.subject, fact.object) and self.same(stated.object, fact.subject)

    def same(self, path: str, wanted: str) -> bool:
        """Whether the thing at `path` is the gold's `wanted`."""
        if (path, wanted) not in self._same:
            self._same[path, wanted] = path.casefold() == wanted.casefold() or self._alike(path, wanted)
        return self._same[path, wanted]

    def _alike(self, path: str, wanted: str) -> bool:
        known, names, kinds = self._gold.get(wanted), self._names.get(path, set()) - {""}, self._kinds.get(path, set())
        kind = known.kind if known else ""
        keyed = wanted.startswith(("state/", "resolution/S/", "resolution/A/", "resolution/E/"))
        if keyed and kind in kinds and comparable(path) == comparable(wanted):
            return True
        if known is None or names & known.names:
            return known is not None
        return kind in _EVENTS and bool(kinds & _EVENTS) and any(similar(a, b) for a in names for b in known.names)


def similar(one: str, other: str) -> bool:
    """Whether two names of events are much the same: one holds the other, or they share pairs of letters (Dice, 1945)."""
    short, long = sorted((one, other), key=len)
    if len(short) >= _WHOLE and short in long:
        return True
    pairs = [Counter(name[i : i + 2] for i in range(len(name) - 1)) for name in (one, other)]
    total = sum(count.total() for count in pairs)
    return total > 0 and 2 * (pairs[0] & pairs[1]).total() >= _SHARE * total


def _quoted(stated: Stated, tight: str) -> bool:
    quotes = ["".join(quote.split()) for quote in stated.quotes]
    return bool(quotes) and all(stands(quote, tight) for quote in quotes)


def stands(quote: str, text: str) -> bool:
    """Whether the text has the quote, both without white space, but for two interruptions."""
    if not quote or quote in text:
        return bool(quote)
    at = text.find(quote[:_SEED])
    while at >= 0:
        if _goes_on(quote, text, at, _PIECES):
            return True
        at = text.find(quote[:_SEED], at + 1)
    return False


def _goes_on(rest: str, text: str, at: int, pieces: int) -> bool:
    """Whether the rest of a quote stands from `at` on, in as many pieces."""
    ahead = text[at : at + len(rest)]
    same = next((i for i, pair in enumerate(zip(rest, ahead, strict=False)) if pair[0] != pair[1]), len(ahead))
    rest, at = rest[same:], at + same
    if not rest or pieces == 1:
        return not rest
    again = text.find(rest[:_SEED], at, at + _GAP)
    return again >= 0 and _goes_on(rest, text, again, pieces - 1)
