"""The explorer page of a network, large or small.

In: a network. Out: the page with the things that most statements name, and a notice of what is left out.
"""

from graph.drawing import draw, strongest
from graph.network import Network
from graph.page import page
from ontology.schema import Schema

LIMIT = 2000  # things that a page shows in good time


def view(network: Network, schema: Schema, *, language: str = "en", limit: int = LIMIT) -> bytes:
    """The page as `graph.page` makes it, with at most `limit` things."""
    part = strongest(network, limit)
    return page(draw(part, schema), schema, language=language, notice=_notice(part, network))


def _notice(part: Network, whole: Network) -> str:
    if len(part) == len(whole):
        return ""
    things = f"{len(part):,} of {len(whole):,} things, those that most statements name"
    relations = f"{part.number_of_edges():,} of {whole.number_of_edges():,} relations"
    return f"Too large to show whole. Here are {things}, and {relations}. Option --limit of pactgraph view shows more."
