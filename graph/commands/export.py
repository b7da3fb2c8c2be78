"""`pactgraph export`: a graph as files for Gephi, RDF stores, spreadsheets, databases and other programs."""

import click

from graph.export.tables import tables
from graph.export.write import Takes, export, export_tables, export_triples, format_of, formats, takes
from graph.files import write_folder, write_output
from graph.options import example, graph_argument, output_option
from graph.rdf.turtle import merge
from graph.show.drawing import draw
from graph.show.network import load_network
from graph.show.projection import MEASURES, THROUGH, one_mode, project, two_mode
from ontology.errors import PactgraphError
from ontology.schema import load_schema


@click.command(
    epilog=example(
        "pactgraph export graph.ttl -o network.gexf",
        "pactgraph export graph.ttl --format graphml | gzip > network.graphml.gz",
        "pactgraph export graph.ttl -o graph.jsonld",
        "pactgraph export graph.ttl --format csv -o tables",
        "pactgraph export graph.ttl -o ties.gexf --through treaties --measure newman",
    )
)
@graph_argument
@output_option
@click.option("--format", "name", type=click.Choice(formats()), help="Instead of what the suffix of the file says.")
@click.option("--documents", is_flag=True, help="Write the documents too, with what they cite.")
@click.option(
    "--mode", type=click.Choice(["one", "two"]), help="Only what actors do with each other; or with all else."
)
@click.option("--through", type=click.Choice(list(THROUGH)), help="Tie actors by what they share, and by nothing else.")
@click.option(
    "--measure",
    type=click.Choice(list(MEASURES)),
    default="count",
    show_default=True,
    help="The weight of such a tie: how many are shared; Newman's, which counts less what many share; Jaccard's share.",
)
def command(
    graph: str, output: str, name: str | None, documents: bool, mode: str | None, through: str | None, measure: str
) -> None:
    """Write GRAPH for another program; the suffix of the output file says how.

    gexf and graphml are the network: every relation of two things is an edge of its own, with its kind, weight, dates and clearest
    quote. nt, trig (a named graph a document) and jsonld are all triples. csv, parquet and neo4j are tables of the network: name
    a folder and give --format.
    """
    if through and (mode or documents):
        raise click.UsageError("--through makes a network of its own; leave --mode and --documents out.")
    wanted = name or _named(output)
    kind = takes(wanted)
    if kind == Takes.TRIPLES:
        if documents or mode or through:
            raise click.UsageError(f"{wanted} is all triples; leave --documents, --mode and --through out.")
        write_output(output, export_triples(merge([graph]), wanted))
        return
    if kind == Takes.TABLES and output == "-":
        raise click.UsageError(f"{wanted} is several files; name a folder with -o.")
    schema = load_schema()
    network = load_network(graph, schema, documents=documents)
    if through:
        network = project(network, schema, through, measure)
    elif mode:
        network = (one_mode if mode == "one" else two_mode)(network, schema)
    if not network:
        message = f"{graph}: nothing is left to write; no two actors share anything of that kind"
        raise PactgraphError(message)
    if kind == Takes.TABLES:
        write_folder(output, export_tables(tables(network, schema), wanted))
    else:
        write_output(output, export(draw(network, schema), wanted))


def _named(output: str) -> str:
    if output == "-":
        raise click.UsageError("Standard output has no suffix; say what to write with --format.")
    try:
        return format_of(output)
    except PactgraphError as error:
        raise click.BadParameter(str(error), param_hint="--output") from error
