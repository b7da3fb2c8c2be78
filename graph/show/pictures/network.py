"""The network as the page shows it: the same places, colours and shapes; the names of the things that most statements speak of.

States have their names, what has a code (IAEA, NPT) its code, and a name that would cover another one is left out.
"""

from collections.abc import Iterator

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from graph.show.drawing import COLORS, OTHER_COLOR, SHAPES, Drawing, Node, draw, strongest
from graph.show.network import Network
from ontology.schema import Schema

_WIDTH, _HEIGHT = 12.0, 9.0
_NODES, _LABELS, _LONGEST = 400, 80, 32
_FONT = 7.0  # points
_POINTS = 72.0  # to the inch
_MARKERS = {"dot": "o", "square": "s", "triangle": "^", "diamond": "D"}
_STYLES = {"asserted": "solid", "planned": "dashed", "negated": "dotted"}
_LINE = "#9aa3ad"


def paint(network: Network, schema: Schema, figure: Figure, language: str) -> None:
    """Nodes, edges, and a legend of the classes; of a large network the part that most statements name."""
    figure.set_size_inches(_WIDTH, _HEIGHT)
    drawing = draw(strongest(network, _NODES), schema)
    axes = figure.add_subplot()
    axes.set_aspect("equal", adjustable="datalim")
    axes.set_axis_off()
    places = {node.path: (node.x, -node.y) for node in drawing.nodes}
    for status, style in _STYLES.items():
        lines = [[places[edge.source], places[edge.target]] for edge in drawing.edges if edge.status == status]
        axes.add_collection(LineCollection(lines, colors=_LINE, linewidths=0.5, linestyles=style, zorder=1))
    for shape, marker in _MARKERS.items():
        nodes = [node for node in drawing.nodes if node.shape == shape]
        xs, ys = [places[node.path][0] for node in nodes], [places[node.path][1] for node in nodes]
        sizes, colors = [float(node.size**2) / 3 for node in nodes], [node.color for node in nodes]
        axes.scatter(xs, ys, s=sizes, c=colors, marker=marker, linewidths=0, zorder=2)
    axes.autoscale_view()
    _label(axes, drawing, language)
    figure.legend(handles=_legend(drawing, schema), loc="outside lower center", ncols=9, fontsize=8, frameon=False)
    if len(network) > len(drawing.nodes):
        figure.suptitle(f"{len(drawing.nodes)} of {len(network)} things: those that most statements name", fontsize=7)


def _label(axes: Axes, drawing: Drawing, language: str) -> None:
    """Name what most statements speak of, above it; what would cover a name stays without."""
    high = max((node.y for node in drawing.nodes), default=0) - min((node.y for node in drawing.nodes), default=0)
    unit = max(high, 1) / (_HEIGHT * _POINTS)  # of the drawing, in a point
    taken: list[tuple[float, float, float]] = []
    for node, name in _named(drawing, language):
        half, y = len(name) * _FONT * unit * 0.3, -node.y + (node.size / 3 + 2) * unit
        if all(abs(y - other) > _FONT * unit or abs(node.x - x) > half + width for x, other, width in taken):
            taken.append((node.x, y, half))
            axes.text(node.x, y, name, ha="center", va="bottom", fontsize=_FONT, zorder=3)


def _named(drawing: Drawing, language: str) -> Iterator[tuple[Node, str]]:
    for node in sorted(drawing.nodes, key=lambda node: (-node.statements, node.path))[:_LABELS]:
        code, name = node.path.partition("/")[2], node.labels.get(language) or node.labels.get("en", "")
        if name:
            yield (
                node,
                code
                if node.kind != "State" and code.isupper()
                else f"{name[:_LONGEST].rstrip()}{'…' * (len(name) > _LONGEST)}",
            )


def _legend(drawing: Drawing, schema: Schema) -> list[Line2D]:
    kinds = {node.kind for node in drawing.nodes}
    shapes = {kind: next((s for f, s in SHAPES.items() if schema.is_a(kind, f)), "diamond") for kind in kinds}
    return [
        Line2D([], [], ls="", marker=_MARKERS[shapes[kind]], color=COLORS.get(kind, OTHER_COLOR), label=kind)
        for kind in [*(k for k in COLORS if k in kinds), *sorted(kinds - COLORS.keys())]
    ]
