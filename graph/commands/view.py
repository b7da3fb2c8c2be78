"""`pactgraph view`: the network as one HTML file."""

import click

from graph.files import write_output
from graph.options import example, graph_argument, output_option
from graph.show.network import load_network
from graph.show.view import LIMIT, view
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
    default=LIMIT,
    show_default=True,
    help="How many things to show at most: those that most statements name.",
)
@click.option("--documents", is_flag=True, help="Show the documents too, with what they cite.")
def command(graph: str, output: str, language: str, limit: int, documents: bool) -> None:
    """Draw the network of GRAPH as one HTML page that needs no other file and no internet.

    Click a thing for its profile, a line for the words it rests on. Tabs show layers: cooperation, treaties, votes, and others. The
    address says what is shown, for instance network.html#node=state/NOR&layer=treaties.
    """
    schema = load_schema()
    network = load_network(graph, schema, documents=documents)
    write_output(output, view(network, schema, language=language, limit=limit))
