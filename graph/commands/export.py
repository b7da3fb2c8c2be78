"""`pactgraph export`: the network as a file for Gephi and other programs."""

import click

from graph.drawing import draw
from graph.export import export, format_of, formats
from graph.files import write_output
from graph.network import load_network
from graph.options import example, graph_argument, output_option
from ontology.errors import PactgraphError
from ontology.schema import load_schema


@click.command(
    epilog=example(
        "pactgraph export graph.ttl -o network.gexf",
        "pactgraph export graph.ttl --format graphml | gzip > network.graphml.gz",
    )
)
@graph_argument
@output_option
@click.option("--format", "name", type=click.Choice(formats()), help="Instead of what the suffix of the file says.")
@click.option("--documents", is_flag=True, help="Write the documents too, with what they cite.")
def command(graph: str, output: str, name: str | None, documents: bool) -> None:
    """Write the network of GRAPH in a format of network programs; the suffix of the output file names it.

    Every relation of two things is an edge of its own, with its kind, weight, dates and clearest quote.
    """
    if not name and output == "-":
        raise click.UsageError("Standard output has no suffix; say what to write with --format.")
    try:
        wanted = name or format_of(output)
    except PactgraphError as error:
        raise click.BadParameter(str(error), param_hint="--output") from error
    schema = load_schema()
    write_output(output, export(draw(load_network(graph, schema, documents=documents), schema), wanted))
