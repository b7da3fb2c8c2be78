"""Parts of a network, and actors tied by what they share.

In: a network. Out: networks of the same shape, for the same drawings and files.

`one_mode` keeps what actors do with each other, `two_mode` what they do with everything else. `project` ties two actors by each
treaty that both signed or are bound by, each event or initiative that both are part of, each draft that both sponsored or vote that
both cast alike. The facts of a tie are those of both of them, so that its words can be read too. The measure of a tie is its weight:

- `count`: how many things they share;
- `newman`: each shared thing counts 1 / (n - 1), n being how many share it, so that what everybody has part in ties weakly
  (M. E. J. Newman, Scientific collaboration networks II, Physical Review E 64, 2001);
- `jaccard`: the share of all that either has part in that both have part in (P. Jaccard, 1901).
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import networkx as nx

from graph.rdf.terms import fullest
from graph.show.network import Fact, Network
from ontology.schema import Schema

_ACTOR, _ASSERTED = "Actor", "asserted"
_DIGITS = 4
_Measure = Callable[["nx.Graph[str]", list[str]], "nx.Graph[str]"]
_Shared = Mapping[str, Mapping[str, tuple[Fact, ...]]]


@dataclass(frozen=True, slots=True)
class Through:
    """What ties actors: the relation it is called by, the classes of things shared, and the relations that share them.

    Without relations, every one does; where they are `alike`, both actors must stand in the same one.
    """

    called: str
    classes: tuple[str, ...]
    relations: tuple[str, ...] = ()
    alike: bool = False


THROUGH = {
    "treaties": Through("shares a treaty", ("Treaty",), ("signed", "partyTo")),
    "events": Through("shares an event", ("Exercise", "Meeting")),
    "initiatives": Through("shares an initiative", ("Initiative",)),
    "sponsorships": Through("co-sponsors", ("Resolution",), ("sponsored",)),
    "votes": Through("votes alike", ("Resolution",), ("votedFor", "votedAgainst", "abstainedOn"), alike=True),
}
MEASURES: Mapping[str, _Measure] = {
    "count": nx.bipartite.weighted_projected_graph,
    "newman": nx.bipartite.collaboration_weighted_projected_graph,
    "jaccard": nx.bipartite.overlap_weighted_projected_graph,
}


def one_mode(network: Network, schema: Schema) -> Network:
    """What actors do with each other."""
    return _part(network, schema, actors=2)


def two_mode(network: Network, schema: Schema) -> Network:
    """What actors do with treaties, resolutions, initiatives and events."""
    return _part(network, schema, actors=1)


def project(network: Network, schema: Schema, through: str, measure: str = "count") -> Network:
    """The actors, each two tied by what they share of a kind in `THROUGH`; the weight is a measure in `MEASURES`."""
    kind = THROUGH[through]
    shared = _shared(network, schema, kind)
    pairs: nx.Graph[str] = nx.Graph()
    pairs.add_edges_from((actor, thing) for actor, things in shared.items() for thing in things)
    tied = MEASURES[measure](pairs, sorted(shared)) if pairs else pairs
    made: Network = nx.MultiDiGraph(**network.graph, undirected=True)
    made.add_nodes_from((actor, network.nodes[actor]) for actor in sorted(shared) if tied.degree(actor))
    for one, other in sorted(tuple(sorted(pair)) for pair in tied.edges):
        both = sorted(shared[one].keys() & shared[other].keys())
        facts = tuple(fact for thing in both for actor in (one, other) for fact in shared[actor][thing])
        weight = round(tied.edges[one, other]["weight"], _DIGITS)
        dates = fullest(fact.date for fact in facts)
        made.add_edge(one, other, key=(kind.called, _ASSERTED), facts=facts, weight=weight, dates=dates)
    return made


def _part(network: Network, schema: Schema, actors: int) -> Network:
    """The edges that have so many actors at their ends, with the nodes that they join."""
    part: Network = network.copy()
    for source, target, key in network.edges(keys=True):
        if sum(schema.is_a(network.nodes[end]["kind"], _ACTOR) for end in (source, target)) != actors:
            part.remove_edge(source, target, key)
    part.remove_nodes_from(list(nx.isolates(part)))
    return part


def _shared(network: Network, schema: Schema, kind: Through) -> _Shared:
    """For each actor the things of a kind that it has part in, with the facts that say so."""
    found: dict[str, dict[str, tuple[Fact, ...]]] = defaultdict(dict)
    for actor, thing, (relation, status) in network.edges(keys=True):
        joined = schema.is_a(network.nodes[actor]["kind"], _ACTOR) and network.nodes[thing]["kind"] in kind.classes
        if joined and status == _ASSERTED and (held := _held(relation, kind, schema)):
            key = f"{thing} {held}" if kind.alike else thing
            facts = network.edges[actor, thing, (relation, status)]["facts"]
            found[actor][key] = (*found[actor].get(key, ()), *facts)
    return found


def _held(relation: str, kind: Through, schema: Schema) -> str:
    """The relation of a kind that this one is or follows from; "" for none."""
    return next((name for name in schema.above(relation) if name in kind.relations or not kind.relations), "")
