"""States by treaties: who is said to be bound, to have signed, to plan either, or not to have done it.

A square tells the furthest of what the documents say: bound before signed before planned before denied. Rows and columns are
ordered by how many squares they have; what does not fit is counted below.
"""

from collections import Counter

from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle

from graph.show.network import Network, fallback
from graph.show.treaty_acts import BOUND, SIGNED, Act, treaty_acts
from ontology.schema import Schema

_SQUARE = 0.25  # inches
_ROWS, _COLUMNS = 45, 30
# Okabe and Ito's colours, which the colour-blind tell apart.
_COLORS = {BOUND: "#0072B2", SIGNED: "#56B4E9", "planned": "#F0E442", "negated": "#D55E00"}
_TITLES = {
    BOUND: "bound (ratified, accepted, approved, acceded)",
    SIGNED: "signed",
    "planned": "planned",
    "negated": "said not to",
}


def paint(network: Network, schema: Schema, figure: Figure, language: str) -> None:
    """A square for each State and treaty of which something is said."""
    squares = _furthest(treaty_acts(network, schema))
    states, treaties = (Counter(pair[end] for pair in squares) for end in (0, 1))
    rows = sorted(states, key=lambda path: (-states[path], path))[:_ROWS]
    columns = sorted(treaties, key=lambda path: (-treaties[path], path))[:_COLUMNS]
    figure.set_size_inches(3 + _SQUARE * max(len(columns), 18), 2 + _SQUARE * len(rows))
    axes = figure.add_subplot()
    axes.set_aspect("equal")
    for y, state in enumerate(rows):
        for x, treaty in enumerate(columns):
            if told := squares.get((state, treaty)):
                axes.add_patch(Rectangle((x - 0.45, y - 0.45), 0.9, 0.9, color=_COLORS[told], linewidth=0))
    axes.set_xlim(-0.5, max(len(columns), 1) - 0.5)
    axes.set_ylim(max(len(rows), 1) - 0.5, -0.5)
    axes.set_xticks(range(len(columns)), [_code(path) for path in columns], rotation=60, ha="right", fontsize=8)
    axes.set_yticks(
        range(len(rows)), [fallback(network.nodes[path]["labels"], path, language) for path in rows], fontsize=8
    )
    axes.tick_params(length=0)
    for side in axes.spines.values():
        side.set_visible(False)
    handles = [Patch(color=color, label=_TITLES[told]) for told, color in _COLORS.items()]
    figure.legend(handles=handles, loc="outside upper center", ncols=4, fontsize=8, frameon=False)
    left = (len(states) - len(rows), len(treaties) - len(columns))
    if any(left):
        figure.supxlabel(f"not shown: {left[0]} States and {left[1]} treaties with fewer squares", fontsize=7)


def _furthest(acts: list[Act]) -> dict[tuple[str, str], str]:
    order = list(_COLORS)
    told: dict[tuple[str, str], str] = {}
    for act in acts:
        found = act.standing if act.status == "asserted" else act.status
        pair = act.state, act.treaty
        told[pair] = min(found, told.get(pair, found), key=order.index)
    return told


def _code(path: str) -> str:
    return path.partition("/")[2]
