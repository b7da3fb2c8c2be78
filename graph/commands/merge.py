"""`pactgraph merge`: several graphs become one."""

import click

from graph.files import write_output
from graph.options import example, output_option, progress
from graph.rdf.turtle import merge, to_turtle


@click.command(
    epilog=example("pactgraph merge 2017.ttl 2018.ttl -o both.ttl", "cat 2017.ttl | pactgraph merge - 2018.ttl")
)
@click.argument("graphs", nargs=-1, required=True, metavar="GRAPHS...")
@output_option
def command(graphs: tuple[str, ...], output: str) -> None:
    """Write the union of GRAPHS; a fact that several of them hold is there once.

    GRAPHS are Turtle files, - for standard input. Their order does not matter.
    """
    with progress(graphs, "Merging", len(graphs)) as sources:
        triples = merge(sources)
    write_output(output, to_turtle(triples))
