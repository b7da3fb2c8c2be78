"""Word against record: what actors say of themselves beside what the depositary records and what later documents say.

In: a graph of reports and, if there is one, a graph of status tables (`pactgraph import`). Out: a `Verdict` for every treaty act that a
report states, plans or denies of a treaty that the record tells of, and for every other plan. Dates are compared as far as both tell.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rdflib import Graph

from graph.ask.facts import Fact, agree, facts_of, family
from graph.compare.treaty_table import RULE
from ontology.schema import Schema

AGREES, OTHER_DATE, CONTRADICTS, LATER = "agrees", "other date", "contradicts", "after the record"
KEPT, NOT_KEPT, SINCE = "kept", "not seen kept", "done since"
_ACTS = ("partyTo", "signed", "withdrewFrom")


@dataclass(frozen=True, slots=True, order=True)
class Verdict:
    """How one statement of a report stands.

    `verdict` is AGREES, OTHER_DATE (it is so, but of another date), CONTRADICTS, LATER (younger than the record, which does not have
    it); of a plan KEPT or NOT_KEPT; of a denial also SINCE. `said` tells status, relation and date, `against` relation, date and
    document of what decided, "" when that is that nothing is there.
    """

    actor: str
    object: str
    said: str
    document: str
    verdict: str
    against: str
    quote: str


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What facts are held against: acts of the record and of reports, the treaties that the record tells of, and when it ends."""

    recorded: Mapping[tuple[str, str, str], list[Fact]]
    reported: Mapping[tuple[str, str, str], list[Fact]]
    treaties: frozenset[str]
    end: str


def reconcile(word: Graph, record: Graph | None, schema: Schema) -> list[Verdict]:
    """All verdicts, by actor. Without a record only plans are judged, by what later documents say."""
    told = facts_of(word, schema)
    tables = [fact for fact in (*told, *(facts_of(record, schema) if record is not None else ())) if fact.rule == RULE]
    said = [fact for fact in told if fact.rule != RULE]
    evidence = _Evidence(
        _by_key(tables, schema),
        _by_key((fact for fact in said if fact.status == "asserted"), schema),
        frozenset(fact.object for fact in tables),
        max((max(fact.time, fact.date) for fact in tables), default=""),
    )
    return sorted({verdict for fact in said for verdict in _verdicts(fact, evidence, schema)})


def _verdicts(fact: Fact, evidence: _Evidence, schema: Schema) -> Iterator[Verdict]:
    key = _key(fact, schema)
    recorded = evidence.recorded.get(key, [])
    if fact.object in evidence.treaties and key[1] in _ACTS and (recorded or fact.status != "planned"):
        verdict, acts = _HELD[fact.status](fact, recorded, evidence.end)
    elif fact.status == "planned":
        acts = [act for act in evidence.reported.get(key, []) if not _before(act.time, fact.time)]
        verdict = KEPT if acts else NOT_KEPT
    else:
        return
    said = " ".join(filter(None, (fact.status, fact.relation, fact.date)))
    against = ", ".join(sorted({" ".join(filter(None, (a.relation, a.date, a.document))) for a in acts}))
    yield Verdict(fact.subject, fact.object, said, fact.document, verdict, against, fact.quote)


def _asserted(fact: Fact, recorded: list[Fact], end: str) -> tuple[str, list[Fact]]:
    same = [act for act in recorded if agree(fact.date, act.date)]
    if recorded:
        return (AGREES, same) if same else (OTHER_DATE, recorded)
    return (LATER if _before(end, fact.date or fact.time) else CONTRADICTS), []


def _planned(fact: Fact, recorded: list[Fact], _end: str) -> tuple[str, list[Fact]]:
    kept = [act for act in recorded if not _before(act.date, fact.time)]
    return (KEPT, kept) if kept else (CONTRADICTS, recorded)


def _negated(fact: Fact, recorded: list[Fact], _end: str) -> tuple[str, list[Fact]]:
    earlier = [act for act in recorded if _before(act.date, fact.time)]
    if earlier:
        return CONTRADICTS, earlier
    return (SINCE, recorded) if recorded else (AGREES, [])


_HELD = {"asserted": _asserted, "planned": _planned, "negated": _negated}


def _before(first: str, second: str) -> bool:
    """Whether a date is surely before another one; unknown dates are not."""
    shared = min(len(first), len(second))
    return first[:shared] < second[:shared]


def _by_key(facts: Iterable[Fact], schema: Schema) -> Mapping[tuple[str, str, str], list[Fact]]:
    found: dict[tuple[str, str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        found[_key(fact, schema)].append(fact)
    return found


def _key(fact: Fact, schema: Schema) -> tuple[str, str, str]:
    return fact.subject, family(fact.relation, schema), fact.object
