"""`pactgraph picture`: a picture of a graph for a paper."""

import click

from extract.languages.load import language_codes
from graph.files import write_output
from graph.options import example, graph_argument
from graph.show.network import load_network
from graph.show.picture import form_of, picture, pictures
from ontology.errors import PactgraphError
from ontology.schema import load_schema


@click.command(
    epilog=example(
        "pactgraph picture graph.ttl treaties -o treaties.svg",
        "pactgraph picture graph.ttl network -o network.png --language fr",
    )
)
@graph_argument
@click.argument("name", metavar="PICTURE", type=click.Choice(pictures()))
@click.option("-o", "--output", required=True, metavar="FILE", help="The file to write: .png, .svg or .pdf.")
@click.option("--language", type=click.Choice(language_codes()), default="en", show_default=True, help="That of names.")
def command(graph: str, name: str, output: str, language: str) -> None:
    """Draw GRAPH as a PICTURE: its network, its States by treaties, or a timeline of ratifications and signatures."""
    try:
        form = form_of(output)
    except PactgraphError as error:
        raise click.BadParameter(str(error), param_hint="--output") from error
    schema = load_schema()
    write_output(output, picture(load_network(graph, schema), schema, name, form, language))
