"""What States do with treaties, as a network tells it.

In: a network. Out: one `Act` for each State, treaty, standing and status, with the dates given. The standings follow the Vienna
Convention on the Law of Treaties: who ratified, accepted, approved, acceded or succeeded is bound (articles 11 and 14 to 16), who
signed is not yet.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.show.network import Network
from ontology.schema import Schema

BOUND, SIGNED = "bound", "signed"
_RELATIONS = {"partyTo": BOUND, "signed": SIGNED}


@dataclass(frozen=True, slots=True, order=True)
class Act:
    """`standing` is BOUND or SIGNED, `status` that of the statement; dates in ISO 8601 at the precision given, sorted."""

    treaty: str
    state: str
    standing: str
    status: str
    dates: tuple[str, ...]


def treaty_acts(network: Network, schema: Schema) -> list[Act]:
    """All acts in order; several acts of one standing, such as a ratification and being a party, are one."""
    dates: dict[tuple[str, str, str, str], set[str]] = {}
    for state, treaty, standing, status, told in _told(network, schema):
        dates.setdefault((treaty, state, standing, status), set()).update(told)
    return sorted(Act(*key, tuple(sorted(told))) for key, told in dates.items())


def _told(network: Network, schema: Schema) -> Iterator[tuple[str, str, str, str, tuple[str, ...]]]:
    for state, treaty, (relation, status) in network.edges(keys=True):
        if network.nodes[state]["kind"] == "State" and network.nodes[treaty]["kind"] == "Treaty":
            standing = next((_RELATIONS[name] for name in schema.above(relation) if name in _RELATIONS), "")
            if standing:
                yield state, treaty, standing, status, network.edges[state, treaty, (relation, status)]["dates"]
