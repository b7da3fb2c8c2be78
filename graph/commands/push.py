"""`pactgraph push`: a graph to a SPARQL server."""

import click

from graph.options import example, graph_argument, progress, url_checked
from graph.rdf.push import CHUNK, push
from graph.rdf.turtle import merge


@click.command(
    epilog=example(
        "pactgraph push graph.ttl http://localhost:7878/store",
        "pactgraph push graph.ttl http://localhost:3030/reports/data --graph https://example.org/2018",
        "pactgraph push graph.ttl http://localhost:7878/store --resume 30000-0f2d9c1a",
    )
)
@graph_argument
@click.argument("url", metavar="URL", callback=url_checked)
@click.option("--graph", "named", default="", metavar="IRI", help="Add to this named graph, not to the default one.")
@click.option("--resume", default="", metavar="MARK", help="Go on where a push stopped; its message says the mark.")
def command(graph: str, url: str, named: str, resume: str) -> None:
    """Add GRAPH over the network to the SPARQL server whose graph store is at URL.

    Any server will do that knows the SPARQL 1.1 Graph Store HTTP Protocol: Oxigraph, Fuseki, GraphDB, Virtuoso. The graph goes in parts;
    what is there already is not doubled, however often it is pushed. A name and password are taken from ~/.netrc.
    """
    triples = merge([graph])
    with progress(push(triples, url, named, resume), "Pushing", -(-len(triples) // CHUNK)) as steps:
        sent = max(steps, default=0)
    click.echo(f"{sent:,} triples are at {url}.", err=True)
