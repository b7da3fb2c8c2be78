"""Who belongs to a group of States, and when.

In: `rosters.ttl` (collections of SKOS, W3C 2009), and the regional groups that `authority/states.ttl` gives to each State. Out: the
members of a group on a date. Nothing is read until somebody asks. Dates are ISO 8601 at any precision (`2014-02-20`, `2014-02`,
`2014`); two dates are compared at the precision that both have.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import pyoxigraph as ox

from ontology.authority import load_authority
from ontology.errors import DataError
from ontology.iris import entity_path, term

FILE = "rosters.ttl"


@dataclass(frozen=True, slots=True)
class Membership:
    """One State in one group; `since` and `until` are dates of any precision, "" where there is none."""

    group: str
    member: str
    since: str
    until: str

    def holds(self, date: str) -> bool:
        """Whether it holds on a date; with "" for a date, whether it has not ended."""
        if not date:
            return not self.until
        return _before(self.since, date) and (not self.until or _before(date, self.until))


def members(group: str, date: str = "") -> tuple[str, ...]:
    """The paths of the members of a group (`org/G77`) on a date, sorted; without a date those that have not left.

    A group that has no roster has no members. Raises DataError when the list cannot be read.
    """
    return tuple(sorted({m.member for m in load_rosters() if m.group == group and m.holds(date)}))


@cache
def load_rosters() -> tuple[Membership, ...]:
    """Read all memberships once. Raises DataError when the list does not parse or a roster is of no group."""
    turtle = files("ontology").joinpath(FILE).read_bytes()
    return tuple(_listed(turtle)) + tuple(_regional())


def _listed(turtle: bytes) -> Iterator[Membership]:
    facts: dict[str, dict[str, list[str]]] = {}
    try:
        for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
                roster = facts.setdefault(entity_path(quad.subject.value), {})
                roster.setdefault(quad.predicate.value, []).append(quad.object.value)
    except SyntaxError as error:
        raise DataError(f"{FILE}: not valid Turtle: {error}") from error
    for path, roster in sorted(facts.items()):
        since, until = (roster.get(term(name), [""])[0] for name in ("pact:from", "pact:until"))
        groups = roster.get(term("pact:rosterOf"), [])
        if len(groups) != 1:
            raise DataError(f"{FILE}: {path} is a roster of {len(groups)} groups; give it one pact:rosterOf")
        for state in sorted(roster.get(term("skos:member"), [])):
            yield Membership(entity_path(groups[0]), entity_path(state), since or _admitted(entity_path(state)), until)


def _regional() -> Iterator[Membership]:
    for path, state in load_authority().entities.items():
        for group in state.values("pact:regionalGroup"):
            until = "".join(state.values("pact:memberUntil"))
            yield Membership(entity_path(group), path, _admitted(path), until)


def _admitted(path: str) -> str:
    """Since when a State has been a Member or an observer of the United Nations; "" for one that is neither."""
    state = load_authority().entities.get(path)
    return min(state.values("pact:memberSince", "pact:observerSince"), default="") if state else ""


def _before(first: str, second: str) -> bool:
    """Whether a date is not after another one, as far as both tell."""
    shared = min(len(first), len(second))
    return first[:shared] <= second[:shared]
