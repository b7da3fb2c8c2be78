"""`pactgraph build`: reports become a graph."""

from pathlib import Path

import click

from extract.pipeline import Options
from graph.build import build, read_files
from graph.files import write_output
from graph.ledger import to_ledger
from graph.options import example, language_option, output_option, progress
from graph.terms import dated
from graph.turtle import to_turtle
from ontology.errors import DataError


def _date(_ctx: click.Context, _parameter: click.Parameter, given: str) -> str:
    try:
        return dated(given).value if given else ""
    except DataError as error:
        raise click.BadParameter(str(error)) from error


@click.command(
    epilog=example(
        "pactgraph build report.pdf -o graph.ttl",
        "pactgraph build reports/*.txt -o graph.ttl --ledger refused.tsv",
        "pactgraph build letter.txt --symbol S/2015/1052 --date 2015-12-29 -o graph.ttl",
    )
)
@click.argument("files", nargs=-1, required=True, metavar="FILES...")
@output_option
@click.option(
    "--ledger", metavar="FILE", help="Write here which sentences gave nothing although they had a cue, and why."
)
@language_option
@click.option("--symbol", default="", help="The document's symbol, when it is not found rightly; with one file only.")
@click.option("--title", default="", help="The document's title; with one file only.")
@click.option(
    "--date", default="", callback=_date, help="The document's date, for instance 2018-07-13; with one file only."
)
def command(
    files: tuple[str, ...], output: str, ledger: str | None, language: str | None, symbol: str, title: str, date: str
) -> None:
    """Read the reports in FILES and write what they say as one graph in Turtle.

    The same files give the same bytes, in whatever order they are named. When a file cannot be read, nothing is written.
    """
    if len(files) > 1 and (symbol or title or date):
        raise click.UsageError("--symbol, --title and --date are for one document; give one file, merge graphs later.")
    _kept_apart(files, output, ledger)
    with progress([Path(file) for file in files], "Reading", len(files)) as paths:
        readings = read_files(paths, Options(symbol, language or "", title, date))
    turtle = to_turtle(build(readings))
    if ledger:
        write_output(ledger, to_ledger(readings))
    write_output(output, turtle)
    for reading in readings:
        click.echo(f"{reading.document.file}: {len(reading.statements):,} statements", err=True)


def _kept_apart(files: tuple[str, ...], output: str, ledger: str | None) -> None:
    sources = {Path(file).resolve() for file in files}
    for target in (output, ledger):
        if target and target != "-" and Path(target).resolve() in sources:
            raise click.UsageError(f"{target} is one of the files to read; name another file to write.")
    if ledger and Path(ledger).resolve() == Path(output).resolve():
        raise click.UsageError("Graph and ledger would go to one place; name two files.")
