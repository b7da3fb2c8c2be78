"""GEXF 1.3, the format of Gephi (https://gexf.net/schema.html).

In: a `Drawing`. Out: bytes of UTF-8, the same for the same drawing.

Every edge has a `kind` (relation and status): Gephi keeps parallel edges apart by it. All edges are directed, since networkx
refuses mixed files; the attribute `symmetric` marks those that hold both ways. Attributes have ids that say what they
are, none of them a name that readers keep for themselves (label, kind, weight, x, y, size, color). Dated edges start on
the first day of their earliest date and make the graph dynamic; y grows upwards in Gephi, downwards in a drawing.
"""

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from graph.export.xmltext import xml_safe
from graph.show.drawing import Drawing, Edge, Node

Value = str | int | bool | Sequence[str]
Row = dict[str, Value]

_TYPES = {
    "class": "string",
    "family": "string",
    "group": "string",
    "statements": "integer",
    "names": "liststring",
    "relation": "string",
    "status": "string",
    "symmetric": "boolean",
    "dates": "liststring",
    "documents": "liststring",
    "quote": "string",
}


def write(drawing: Drawing) -> bytes:
    """The drawing as a GEXF file."""
    dated = any(edge.dates for edge in drawing.edges)
    root = Element("gexf", {"xmlns": "http://gexf.net/1.3", "xmlns:viz": "http://gexf.net/1.3/viz", "version": "1.3"})
    SubElement(SubElement(root, "meta"), "creator").text = "pactgraph"
    times = {"mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"} if dated else {"mode": "static"}
    graph = SubElement(root, "graph", {"defaultedgetype": "directed", **times})
    node_rows, edge_rows = [_node_row(node) for node in drawing.nodes], [_edge_row(edge) for edge in drawing.edges]
    _declare(graph, "node", node_rows)
    _declare(graph, "edge", edge_rows)
    nodes = SubElement(graph, "nodes", {"count": str(len(drawing.nodes))})
    for node, row in zip(drawing.nodes, node_rows, strict=True):
        _node(nodes, node, row)
    edges = SubElement(graph, "edges", {"count": str(len(drawing.edges))})
    for edge, row in zip(drawing.edges, edge_rows, strict=True):
        _edge(edges, edge, row)
    indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, "unicode")}\n'.encode()


def _node_row(node: Node) -> Row:
    labels = {f"label_{language}": label for language, label in sorted(node.labels.items()) if language}
    own = {"class": node.kind, "family": node.family, "group": node.group}
    return {**own, "statements": node.statements, "names": node.names, **labels}


def _edge_row(edge: Edge) -> Row:
    documents = sorted({fact.symbol or fact.document.partition("/")[2] for fact in edge.facts})
    return {
        "relation": edge.relation,
        "status": edge.status,
        "symmetric": edge.symmetric,
        "statements": len(edge.facts),
        "dates": edge.dates,
        "documents": documents,
        "quote": edge.facts[0].passages[0].quote,
    }


def _declare(graph: Element, owner: str, rows: Iterable[Row]) -> None:
    names = dict.fromkeys(name for row in rows for name in row)
    labels = sorted(name for name in names if name not in _TYPES)
    attributes = SubElement(graph, "attributes", {"class": owner})
    for name in [name for name in names if name in _TYPES] + labels:
        SubElement(attributes, "attribute", {"id": name, "title": name, "type": _TYPES.get(name, "string")})


def _node(parent: Element, node: Node, row: Row) -> None:
    element = SubElement(parent, "node", {"id": xml_safe(node.path), "label": xml_safe(node.label)})
    _values(element, row)
    red, green, blue = (str(int(node.color[i : i + 2], 16)) for i in (1, 3, 5))
    SubElement(element, "viz:color", {"r": red, "g": green, "b": blue})
    SubElement(element, "viz:position", {"x": str(node.x), "y": str(-node.y), "z": "0"})
    SubElement(element, "viz:size", {"value": str(node.size)})


def _edge(parent: Element, edge: Edge, row: Row) -> None:
    names = {"id": edge.id, "source": edge.source, "target": edge.target, "label": edge.kind, "kind": edge.kind}
    attributes = {name: xml_safe(value) for name, value in names.items()}
    start = {"start": _first_day(edge.dates[0])} if edge.dates else {}
    _values(SubElement(parent, "edge", {**attributes, "weight": str(edge.weight), **start}), row)


def _values(parent: Element, row: Row) -> None:
    """The values that are not empty; an element without any may not have the list of them."""
    written = {name: _text(value) for name, value in row.items()}
    if any(written.values()):
        values = SubElement(parent, "attvalues")
        for name, text in written.items():
            if text:
                SubElement(values, "attvalue", {"for": name, "value": text})


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return xml_safe(value)
    quoted = ('"' + " ".join(xml_safe(item).split()).replace("\\", r"\\").replace('"', r"\"") + '"' for item in value)
    return f"[{', '.join(quoted)}]" if value else ""


def _first_day(date: str) -> str:
    """`2012` and `2012-05` as the day they begin."""
    return date + "0000-01-01"[len(date) :]
