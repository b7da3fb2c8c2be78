"""`pactgraph find`: which entity a name means."""

import click

from graph.ask.answer import FORMATS, render
from graph.ask.cells import entity, plain, word
from graph.ask.find import find, listed
from graph.ask.query import Answer, named_in
from graph.files import write_output
from graph.options import example, format_option, url_checked
from graph.rdf.endpoint import load_or_connect
from ontology.errors import InputError


@click.command(
    epilog=example(
        "pactgraph find non-prolifération",
        "pactgraph find 'nuclear terrorism' --kind Treaty",
        "pactgraph find Aurora --graph graph.ttl --format csv",
        "pactgraph find Aurora --endpoint http://localhost:7878/query",
    )
)
@click.argument("words", metavar="WORDS")
@click.option("--graph", metavar="FILE", help="Look among the things of this graph too: laws, exercises, meetings.")
@click.option(
    "--endpoint",
    metavar="URL",
    callback=url_checked,
    help="The same of the graph on this SPARQL server, over the network.",
)
@click.option("--kind", default="", metavar="CLASS", help="Only things of this class: State, Organization, Treaty, …")
@click.option("--limit", type=click.IntRange(1), default=10, show_default=True, help="How many to list at most.")
@format_option(tuple(FORMATS))
def command(words: str, graph: str | None, endpoint: str | None, kind: str, limit: int, form: str) -> None:
    """List what WORDS may name, the best first: by name in any of the six languages, short name, code, or a part of one.

    Small mistakes are forgiven. Every other command takes what stands here as path, name or code.
    """
    if graph and endpoint:
        raise click.UsageError("Give --graph or --endpoint, not both.")
    source = graph or endpoint
    names = (*listed(), *named_in(load_or_connect(source))) if source else listed()
    found = find(words, names, kind)[:limit]
    if not found:
        raise InputError(
            f"{words!r}: nothing like it is known; try fewer words, or --graph for what only a graph knows"
        )
    rows = tuple((entity(f.path), word(f.kind), plain(f.label), plain(f.name), plain(f.score)) for f in found)
    write_output("-", render(Answer(("thing", "class", "label", "name", "score"), rows), form))
