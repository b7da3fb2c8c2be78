"""GraphML (http://graphml.graphdrawing.org/specification.html), for igraph, yEd, Cytoscape and networkx.

In: a `Drawing`. Out: bytes of UTF-8, the same for the same drawing. Written by networkx; lists are joined by ` | `.
"""

from collections.abc import Sequence

import networkx as nx

from graph.export.xmltext import xml_safe
from graph.show.drawing import Drawing, Edge, Node


def write(drawing: Drawing) -> bytes:
    """The drawing as a GraphML file."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in drawing.nodes:
        network.add_node(xml_safe(node.path), **_node(node))
    for edge in drawing.edges:
        network.add_edge(xml_safe(edge.source), xml_safe(edge.target), **_edge(edge))
    lines = nx.generate_graphml(network, named_key_ids=True, edge_id_from_attribute="id")
    return ("\n".join(lines) + "\n").encode()


def _node(node: Node) -> dict[str, str | int]:
    own = {"label": node.label, "class": node.kind, "family": node.family, "group": node.group}
    labels = {f"label_{language}": label for language, label in sorted(node.labels.items()) if language}
    texts = {name: xml_safe(text) for name, text in {**own, "names": _joined(node.names), **labels}.items()}
    looks: dict[str, str | int] = {"x": node.x, "y": node.y, "size": node.size, "color": node.color}
    return {**texts, "statements": node.statements, **looks}


def _edge(edge: Edge) -> dict[str, str | float | bool]:
    texts = {
        "id": edge.id,
        "label": edge.kind,
        "relation": edge.relation,
        "status": edge.status,
        "dates": _joined(edge.dates),
        "documents": _joined(sorted({fact.symbol or fact.document.partition("/")[2] for fact in edge.facts})),
        "quote": edge.facts[0].passages[0].quote,
    }
    numbers: dict[str, float | bool] = {
        "symmetric": edge.symmetric,
        "weight": edge.weight,
        "statements": len(edge.facts),
    }
    return {**{name: xml_safe(text) for name, text in texts.items()}, **numbers}


def _joined(texts: Sequence[str]) -> str:
    return " | ".join(texts)
