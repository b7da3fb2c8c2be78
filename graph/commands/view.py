"""`pactgraph view`: the network as one HTML file."""

import click

from graph.drawing import draw, strongest
from graph.files import write_output
from graph.network import Network, load_network
from graph.options import example, graph_argument, output_option
from graph.page import page
from ontology.schema import load_schema


@click.command(
    epilog=example(
        "pactgraph view graph.ttl -o network.html",
        "pactgraph view graph.ttl --language zh --limit 500 -o network.html",
    )
)
@graph_argument
@output_option
@click.option("--language", default="en", show_default=True, metavar="TAG", help="The language of names at first.")
@click.option(
    "--limit",
    type=click.IntRange(min=2),
    default=2000,
    show_default=True,
    help="How many things to show at most: those that most statements name.",
)
@click.option("--documents", is_flag=True, help="Show the documents too, with what they cite.")
def command(graph: str, output: str, language: str, limit: int, documents: bool) -> None:
    """Draw the network of GRAPH as one HTML page that needs no other file and no internet.

    Click a thing or a line to read the words that each statement rests on.
    """
    schema = load_schema()
    whole = load_network(graph, schema, documents=documents)
    part = strongest(whole, limit)
    drawing = draw(part, schema)
    write_output(output, page(drawing, schema, language=language, notice=_notice(part, whole)))


def _notice(part: Network, whole: Network) -> str:
    if len(part) == len(whole):
        return ""
    things = f"{len(part):,} of {len(whole):,} things, those that most statements name"
    relations = f"{part.number_of_edges():,} of {whole.number_of_edges():,} relations"
    return f"Too large to show whole. Here are {things}, and {relations}. Option --limit of pactgraph view shows more."
