"""From statements to answers: Turtle, queries, checks, views and exports.

In Python: `graph.load("graph.ttl").parties("ICSANT")`, see `graph.ask.notebook`.

The folders follow the data: `make` documents into triples, keep them as `rdf`, `ask`; `compare`, `measure` and `show`; `export` for
other programs and a `service` for other machines. `commands` puts each on the command line, `cli`; `demo` goes the whole way. All share
`options`, `rows` and `files`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.ask.notebook import Reports


def load(source: str, *, implied: bool = False) -> "Reports":
    """The graph of a Turtle file, to be asked from Python; with `implied`, also what follows from it (`graph.rdf.implied`).

    Raises InputError or DataError that says what is wrong with the file.
    """
    from graph.ask.notebook import Reports  # noqa: PLC0415  commands need no such thing
    from graph.rdf.store import load as load_graph  # noqa: PLC0415

    return Reports(load_graph(source, implied=implied))
