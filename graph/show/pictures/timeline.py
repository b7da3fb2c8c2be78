"""When States bound themselves: a line for each treaty, a mark for each dated act.

An act of a known day is a point; one of which only the month or the year is told is a bar as long as that, so that a picture is
never more exact than the document.
"""

from collections import Counter

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator

from graph.show.network import Network
from graph.show.treaty_acts import BOUND, Act, treaty_acts
from ontology.schema import Schema

_WIDTH, _LINE = 11.0, 0.45  # inches
_LINES = 25
_COLORS = {BOUND: "#0072B2", "signed": "#D55E00"}
_YEAR, _MONTH, _DAYS, _MONTHS = 4, 7, 31, 12


def paint(network: Network, schema: Schema, figure: Figure, language: str) -> None:  # noqa: ARG001
    """The treaties with most dated acts, the earliest mark first; States by their codes."""
    acts = [act for act in treaty_acts(network, schema) if act.status == "asserted" and act.dates]
    count = Counter(act.treaty for act in acts)
    kept = sorted(count, key=lambda path: (-count[path], path))[:_LINES]
    first = {path: min(act.dates[0] for act in acts if act.treaty == path) for path in kept}
    lines = {path: y for y, path in enumerate(sorted(kept, key=lambda path: (first[path], path)))}
    figure.set_size_inches(_WIDTH, 1.5 + _LINE * len(lines))
    axes = figure.add_subplot()
    height: Counter[tuple[str, str]] = Counter()
    for act in acts:
        if act.treaty in lines:
            year = act.dates[0][:_YEAR]
            _mark(axes, act, lines[act.treaty] - 0.22 * height[act.treaty, year])
            height[act.treaty, year] += 1
    axes.set_yticks(range(len(lines)), [path.partition("/")[2] for path in lines], fontsize=8)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.grid(axis="x", linewidth=0.3)
    axes.set_ylim(len(lines) - 0.4, -0.9)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    handles = [Line2D([], [], ls="", marker="o", color=color, label=name) for name, color in _COLORS.items()]
    figure.legend(handles=handles, loc="outside upper center", ncols=2, fontsize=8, frameon=False)
    if len(count) > len(kept):
        figure.supxlabel(f"not shown: {len(count) - len(kept)} treaties with fewer dated acts", fontsize=7)


def span(date: str) -> tuple[float, float]:
    """The time that a date of ISO 8601 tells, in years: a day, a month or a whole year, as its beginning and its length."""
    year, month, day = float(date[:_YEAR]), date[5:_MONTH], date[8:]
    start = year + (int(month or 1) - 1) / _MONTHS + (int(day or 1) - 1) / _MONTHS / _DAYS
    return start, 0.0 if day else 1 / _MONTHS if month else 1.0


def _mark(axes: Axes, act: Act, y: float) -> None:
    start, length = span(act.dates[0])
    color = _COLORS[act.standing]
    if length:
        axes.plot([start, start + length], [y, y], color=color, linewidth=3, alpha=0.5, solid_capstyle="butt")
    else:
        axes.plot([start], [y], "o", color=color, markersize=4)
    axes.annotate(
        act.state.partition("/")[2], (start + length, y), (3, 0), textcoords="offset points", va="center", fontsize=6
    )
