"""The layers of the page: parts of a network that answer one question each, every part with its own places.

In: the drawing of a network and the rules of `explorer/layers.toml`. Out: the layers that are not empty, in their order.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import networkx as nx

from graph.show.drawing import Drawing, Edge
from graph.show.layout import positions
from graph.show.network import Network
from graph.show.structure import betweenness, communities, sources
from graph.show.words import Rule, Texts, load_layers
from ontology.schema import Schema


@dataclass(frozen=True, slots=True)
class Place:
    """A thing in a layer: pixels, y downwards; community from 1, 0 for none; rank among go-betweens from 1, 0 for none."""

    path: str
    x: int
    y: int
    community: int
    rank: int


@dataclass(frozen=True, slots=True)
class Layer:
    """A part of a drawing: the numbers of its edges there, its things by path; `sources` as of `structure.sources`."""

    name: str
    names: Texts
    edges: tuple[int, ...]
    things: tuple[Place, ...]
    sources: int


def layers(drawing: Drawing, schema: Schema) -> tuple[Layer, ...]:
    """Every layer that has an edge; what a layer shows stands where that part alone would stand."""
    chosen = [(rule, _chosen(rule, drawing, schema)) for rule in load_layers()]
    return tuple(_layer(rule, numbers, drawing) for rule, numbers in chosen if numbers)


def _layer(rule: Rule, numbers: tuple[int, ...], drawing: Drawing) -> Layer:
    edges = [drawing.edges[number] for number in numbers]
    part: Network = nx.MultiDiGraph()
    for edge in edges:
        part.add_edge(edge.source, edge.target, weight=edge.weight)
    if len(edges) == len(drawing.edges):
        places = {node.path: (node.x, node.y) for node in drawing.nodes}
    else:
        places = positions(part, {node.path: node.size for node in drawing.nodes})
    return Layer(rule.name, rule.names, numbers, tuple(_places(part, places)), sources(part))


def _chosen(rule: Rule, drawing: Drawing, schema: Schema) -> tuple[int, ...]:
    """The numbers of the edges that meet all conditions of a rule."""
    kinds = {node.path: node.kind for node in drawing.nodes}

    def holds(edge: Edge) -> bool:
        ends = (kinds[edge.source], kinds[edge.target])
        return (
            (not rule.both or all(schema.is_a(kind, rule.both) for kind in ends))
            and (not rule.either or any(schema.is_a(kind, wanted) for kind in ends for wanted in rule.either))
            and (not rule.relations or edge.relation in rule.relations)
        )

    return tuple(number for number, edge in enumerate(drawing.edges) if holds(edge))


def _places(part: Network, places: Mapping[str, tuple[int, int]]) -> Iterator[Place]:
    between, community = betweenness(part), communities(part)
    ranked = sorted((path for path in part if between[path]), key=lambda path: (-between[path], path))
    rank = {path: number for number, path in enumerate(ranked, 1)}
    for path in sorted(part):
        yield Place(path, *places[path], community[path], rank.get(path, 0))
