"""`pactgraph stats`: what a graph holds."""

import click

from graph.answer import FORMATS, render
from graph.files import write_output
from graph.options import example, format_option, graph_argument
from graph.query import ask, saved_questions
from graph.store import load


@click.command(epilog=example("pactgraph stats graph.ttl", "pactgraph stats graph.ttl --format csv"))
@graph_argument
@format_option(tuple(FORMATS))
def command(graph: str, form: str) -> None:
    """Count what GRAPH holds: documents by language, statements by status and relation, things by class."""
    write_output("-", render(ask(load(graph), saved_questions()["counts"]), form))
