"""`pactgraph stats`: what a graph holds."""

import click

from graph.ask.answer import FORMATS, render
from graph.ask.query import ask, saved_questions
from graph.files import write_output
from graph.options import GraphCommand, endpoint_option, example, format_option, graph_argument
from graph.rdf.endpoint import load_or_connect


@click.command(
    cls=GraphCommand,
    epilog=example(
        "pactgraph stats graph.ttl",
        "pactgraph stats graph.ttl --format csv",
        "pactgraph stats --endpoint http://localhost:7878/query",
    ),
)
@graph_argument
@endpoint_option
@format_option(tuple(FORMATS))
def command(graph: str, form: str) -> None:
    """Count what GRAPH holds: documents by language, statements by status and relation, things by class."""
    write_output("-", render(ask(load_or_connect(graph), saved_questions()["counts"]), form))
