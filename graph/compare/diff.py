"""What a later graph says otherwise than an earlier one, by actor.

In: two graphs. Out: a `Change` for everything that one actor does to one thing in the one graph and not in the other, or in another
status or at another time. All ways to become party to a treaty are one: whoever planned to ratify and acceded has changed. That a
later report no longer says something does not mean that it is no longer so.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rdflib import Graph

from graph.ask.facts import Fact, agree, facts_of, family
from ontology.schema import Schema


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One difference: `what` is added, changed or dropped; `before` and `after` tell status, relation and date, "" for nothing.

    `document` and `quote` are of the graph that says it: the later one, for what is dropped the earlier one.
    """

    actor: str
    what: str
    relation: str
    object: str
    before: str
    after: str
    document: str
    quote: str


_Told = Mapping[tuple[str, str, str], list[Fact]]


def diff(old: Graph, new: Graph, schema: Schema) -> list[Change]:
    """All changes, by actor."""
    before, after = (_told(facts_of(graph, schema), schema) for graph in (old, new))
    keys = sorted(before.keys() | after.keys())
    return sorted(_change(key, before.get(key, []), after.get(key, [])) for key in keys if _differ(before, after, key))


def _told(facts: Iterable[Fact], schema: Schema) -> _Told:
    told: dict[tuple[str, str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        told[fact.subject, family(fact.relation, schema), fact.object].append(fact)
    return told


def _differ(before: _Told, after: _Told, key: tuple[str, str, str]) -> bool:
    """Whether one of them has nothing or other statuses, or the later one a date that the earlier one does not have."""
    old, new = before.get(key, []), after.get(key, [])
    if {fact.status for fact in old} != {fact.status for fact in new}:
        return True
    known = {fact.date for fact in old} - {""}
    dates = {fact.date for fact in new} - {""}
    return bool(dates) and not any(agree(date, other) for date in dates for other in known)


def _change(key: tuple[str, str, str], old: list[Fact], new: list[Fact]) -> Change:
    what = "changed" if old and new else "added" if new else "dropped"
    actor, relation, target = key
    shown = (new or old)[0]
    relations = {fact.relation for fact in new or old}
    relation = relations.pop() if len(relations) == 1 else relation
    return Change(actor, what, relation, target, _state(old), _state(new), shown.document, shown.quote)


def _state(facts: Iterable[Fact]) -> str:
    """Every status with its relation and date; without a date where the same is there with one."""
    told = {(fact.status, fact.relation, fact.date) for fact in facts}
    kept = sorted(row for row in told if row[2] or not any(other[:2] == row[:2] and other[2] for other in told))
    return ", ".join(" ".join(filter(None, row)) for row in kept)
