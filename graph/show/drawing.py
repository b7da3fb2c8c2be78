"""A network as it is drawn: every node with its place, size, colour and shape, every edge with its bend.

In: a network and the schema. Out: a `Drawing`, plain rows in the order of their ids, for the page and for every file format.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import sqrt

from graph.show.layout import positions
from graph.show.network import Fact, Network, fallback
from ontology.schema import Schema

# Each stands out from white and from near black (contrast 3:1 at least, WCAG 2.2, 1.4.11); the shape says the family, so
# that nothing hangs on colour alone.
COLORS = {
    "State": "#3d7fc4",
    "Organization": "#1f9184",
    "Treaty": "#d0701c",
    "Resolution": "#cc4f63",
    "PoliticalInstrument": "#a8801a",
    "Legislation": "#8f6f5e",
    "Initiative": "#8060d0",
    "Exercise": "#4f9a3a",
    "Meeting": "#b455b4",
}
OTHER_COLOR = "#77818c"
SHAPES = {"Actor": "dot", "Instrument": "square", "Activity": "triangle"}
OTHER_SHAPE = "diamond"
_SMALLEST, _LARGEST, _GROWTH = 8, 36, 2.4  # radii in pixels; the area grows with the number of statements
_BEND = 0.16


@dataclass(frozen=True, slots=True)
class Node:
    """A thing: `label` in English where there is one, `family` Actor, Instrument, Activity or ""; pixels, y downwards."""

    path: str
    label: str
    labels: Mapping[str, str]
    names: tuple[str, ...]
    kind: str
    family: str
    group: str
    statements: int
    x: int
    y: int
    size: int
    color: str
    shape: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation in one status; `bend` keeps parallel edges apart: 0 is straight, above 0 to the right of its way."""

    id: str
    source: str
    target: str
    relation: str
    status: str
    symmetric: bool
    weight: float
    dates: tuple[str, ...]
    facts: tuple[Fact, ...]
    bend: float

    @property
    def kind(self) -> str:
        """Relation and status in one word or two: what tells parallel edges apart."""
        return self.relation if self.status == "asserted" else f"{self.relation} ({self.status})"


@dataclass(frozen=True, slots=True)
class Drawing:
    """All nodes and edges, and the labels of voices and documents by path."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    mentioned: Mapping[str, Mapping[str, str]]


def draw(network: Network, schema: Schema) -> Drawing:
    """Give everything its place and looks."""
    radius = {path: _radius(data["statements"]) for path, data in network.nodes.items()}
    places = positions(network, radius)
    nodes = tuple(
        Node(
            path=path,
            label=fallback(data["labels"], path),
            labels=data["labels"],
            names=data["names"],
            kind=data["kind"],
            family=_family(data["kind"], schema),
            group=data["group"],
            statements=data["statements"],
            x=places[path][0],
            y=places[path][1],
            size=radius[path],
            color=COLORS.get(data["kind"], OTHER_COLOR),
            shape=SHAPES.get(_family(data["kind"], schema), OTHER_SHAPE),
        )
        for path, data in sorted(network.nodes.items())
    )
    return Drawing(nodes, tuple(_edges(network, schema)), network.graph["mentioned"])


def strongest(network: Network, limit: int) -> Network:
    """The part among the `limit` nodes that most statements name, without those it leaves alone; all of a smaller one."""
    if len(network) <= limit:
        return network
    ranked = sorted(network, key=lambda path: (-network.nodes[path]["statements"], path))
    part: Network = network.subgraph(ranked[:limit]).copy()
    part.remove_nodes_from([path for path, degree in list(part.degree()) if degree == 0])
    return part


def _radius(statements: int) -> int:
    return min(_LARGEST, round(_SMALLEST - _GROWTH + _GROWTH * sqrt(statements)))


def _family(kind: str, schema: Schema) -> str:
    return next((family for family in SHAPES if schema.is_a(kind, family)), "")


def _edges(network: Network, schema: Schema) -> Iterator[Edge]:
    rows = sorted(network.edges(keys=True))
    between = Counter(frozenset((source, target)) for source, target, _ in rows)
    seen: Counter[frozenset[str]] = Counter()
    for source, target, (relation, status) in rows:
        pair = frozenset((source, target))
        offset = seen[pair] - (between[pair] - 1) / 2
        seen[pair] += 1
        yield Edge(
            id=f"{source} {relation} {target} {status}",
            source=source,
            target=target,
            relation=relation,
            status=status,
            symmetric=relation in schema.symmetric or network.graph.get("undirected", False),
            bend=round(_BEND * offset * (1 if source <= target else -1), 2),
            **network.edges[source, target, (relation, status)],
        )
