"""`pactgraph import`: status tables of treaties become a graph."""

from pathlib import Path

import click

from extract.text.source import read_source
from graph.ask.find import resolve
from graph.compare.treaty_table import addressed, read_table
from graph.files import write_output
from graph.make.reports import build
from graph.options import date_option, example, output_option
from graph.rdf.turtle import to_turtle


@click.command(
    epilog=example(
        "pactgraph import 18-15.csv 26-3.csv -o record.ttl",
        "pactgraph import status.csv --treaty ICSANT --date 2015-03 -o record.ttl",
    )
)
@click.argument("files", nargs=-1, required=True, metavar="FILES...")
@output_option
@click.option(
    "--treaty", default="", metavar="NAME", help="The treaty, when the file is not named for it; with one file only."
)
@date_option("As of when the tables are, for instance 2015-03.")
def command(files: tuple[str, ...], output: str, treaty: str, date: str) -> None:
    """Read status tables of the United Nations Treaty Collection (CSV) in FILES and write who signed and ratified what, and when.

    A file is named for its treaty: 18-15.csv is chapter XVIII, number 15. Every statement quotes its line of the table.
    """
    if treaty and len(files) > 1:
        raise click.UsageError("--treaty is for one table; name files for their treaties, or merge graphs later.")
    path = resolve(treaty) if treaty else ""
    readings = [read_table(read_source(Path(file)), path, date) for file in files]
    write_output(output, to_turtle(build(readings) | {triple for reading in readings for triple in addressed(reading)}))
    for reading in readings:
        click.echo(f"{reading.document.file}: {len(reading.statements):,} statements", err=True)
