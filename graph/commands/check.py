"""`pactgraph check`: whether a graph keeps to the vocabulary and its quotes to their documents."""

import click

from graph.make.inputs import sources_of
from graph.measure.check import check
from graph.options import example, graph_argument
from graph.rdf.store import load


@click.command(
    epilog=example("pactgraph check graph.ttl", "pactgraph check graph.ttl --source 2017.txt --source 2018.txt")
)
@graph_argument
@click.option(
    "--source",
    "sources",
    multiple=True,
    metavar="FILE",
    help="A file, folder or archive it was built from: look every quote up in it.",
)
def command(graph: str, sources: tuple[str, ...]) -> None:
    """Check GRAPH against the shapes of the ontology and, where sources are given, every quote against its document.

    Each line of the output is one thing to mend; the exit code is then 1.
    """
    loaded = load(graph)
    texts = list(sources_of(sources))
    report = check(loaded, texts)
    for finding in report.findings:
        click.echo(finding)
    click.echo(report.summary(), err=True)
    if report.findings:
        raise click.exceptions.Exit(1)
