"""The explorer page of a network, large or small.

In: a network. Out: the page with the things that most statements name, and a notice of what is left out.
"""

from graph.show.drawing import draw, strongest
from graph.show.layers import layers
from graph.show.network import Network
from graph.show.page import Cut, page
from ontology.schema import Schema

LIMIT = 2000  # things that a page shows in good time


def view(network: Network, schema: Schema, *, language: str = "en", limit: int = LIMIT) -> bytes:
    """The page as `graph.show.page` makes it, with at most `limit` things."""
    part = strongest(network, limit)
    drawing = draw(part, schema)
    return page(drawing, layers(drawing, schema), schema, language=language, cut=_cut(part, network))


def _cut(part: Network, whole: Network) -> Cut | None:
    if len(part) == len(whole):
        return None
    return Cut((len(part), len(whole)), (part.number_of_edges(), whole.number_of_edges()))
