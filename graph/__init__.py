"""From statements to answers: Turtle, queries, checks, views and exports.

In Python: `graph.load("graph.ttl").parties("ICSANT")`, see `graph.api`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.api import Reports


def load(source: str, *, implied: bool = False) -> "Reports":
    """The graph of a Turtle file, to be asked from Python; with `implied`, also what follows from it (`graph.implied`).

    Raises InputError or DataError that says what is wrong with the file.
    """
    from graph.api import Reports  # noqa: PLC0415  commands need no such thing
    from graph.store import load as load_graph  # noqa: PLC0415

    return Reports(load_graph(source, implied=implied))
