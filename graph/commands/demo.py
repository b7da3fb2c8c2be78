"""`pactgraph demo`: the whole way on the sample reports."""

import click

from graph.ask.answer import render
from graph.demo import QUESTION, TREATY, demo
from graph.files import made_folder, write_output
from graph.options import example


@click.command(epilog=example("pactgraph demo", "pactgraph demo -o tour"))
@click.option(
    "-o", "--output", default="pactgraph-demo", show_default=True, metavar="FOLDER", help="The folder to write into."
)
def command(output: str) -> None:
    """Build, check, ask, draw and export the graph of the sample reports that come with pactgraph."""
    folder = made_folder(output)
    shown = demo(folder)
    click.echo(f"check: {shown.report.summary()}", err=True)
    click.echo(f"pactgraph query {folder / 'graph.ttl'} {QUESTION} --param treaty={TREATY}\n", err=True)
    write_output("-", render(shown.answer, "table"))
    click.echo("", err=True)
    for path in shown.files:
        click.echo(f"wrote {path}", err=True)
    click.echo(f"Open {shown.files[-1]} in a browser.", err=True)
    if shown.report.findings:
        raise click.exceptions.Exit(1)
