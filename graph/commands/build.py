"""`pactgraph build`: reports become a graph."""

from collections.abc import Sequence
from pathlib import Path

import click

from extract.model import Reading
from extract.pipeline import Options
from graph.files import write_output
from graph.make.inputs import Input, inputs_of
from graph.make.ledger import to_ledger
from graph.make.reports import build, read_all
from graph.options import date_option, example, language_option, output_option, progress
from graph.rdf.turtle import to_turtle
from ontology.errors import InputError


@click.command(
    epilog=example(
        "pactgraph build report.pdf -o graph.ttl",
        "pactgraph build reports/ more.zip 'old/*.docx' -o graph.ttl --ledger refused.tsv",
        "pactgraph build reports/ --manifest reports.csv -o graph.ttl",
        "pactgraph build letter.txt --symbol S/2015/1052 --date 2015-12-29 -o graph.ttl",
    )
)
@click.argument("files", nargs=-1, required=True, metavar="FILES...")
@output_option
@click.option(
    "--manifest",
    default="",
    metavar="FILE",
    help="A table in CSV with a column file, and columns symbol, language, title or date of those files.",
)
@click.option(
    "--ledger", metavar="FILE", help="Write here which sentences gave nothing although they had a cue, and why."
)
@language_option
@click.option(
    "--symbol", default="", help="The document's symbol, when it is not found rightly; with one document only."
)
@click.option("--title", default="", help="The document's title; with one document only.")
@date_option("The document's date, for instance 2018-07-13; with one document only.")
def command(
    files: tuple[str, ...],
    output: str,
    manifest: str,
    ledger: str | None,
    language: str | None,
    symbol: str,
    title: str,
    date: str,
) -> None:
    """Read the reports in FILES and write what they say as one graph in Turtle.

    FILES are documents in PDF, Word, HTML, text or Akoma Ntoso, told by their content, folders and zip archives of them, patterns, or -
    for standard input. The same files give the same bytes, in whatever order they are named. Those that cannot be read are
    named with the reason; the graph then holds the others, and the exit code is 3.
    """
    inputs = inputs_of(files, manifest)
    if len(inputs) > 1 and (symbol or title or date):
        raise click.UsageError("--symbol, --title and --date are for one document; give one file, or a --manifest.")
    _kept_apart(inputs, output, ledger)
    with progress(inputs, "Reading", len(inputs)) as entries:
        read = read_all(entries, Options(symbol, language or "", title, date))
    turtle = to_turtle(build(read.readings))
    if ledger:
        write_output(ledger, to_ledger(read.readings))
    write_output(output, turtle)
    for reading in read.readings:
        click.echo(f"{reading.document.file}: {len(reading.statements):,} statements{_pictures(reading)}", err=True)
    if read.refused:
        head = f"{len(read.refused):,} of {len(inputs):,} documents are not in the graph:"
        raise InputError("\n".join((head, *read.refused)))


def _pictures(reading: Reading) -> str:
    """Which pages of a document nobody can read."""
    numbers = ", ".join(map(str, reading.document.pictures))
    return f"; no text on page {numbers}, only a picture: run text recognition (OCR) over it" if numbers else ""


def _kept_apart(inputs: Sequence[Input], output: str, ledger: str | None) -> None:
    sources = {Path(entry.name).resolve() for entry in inputs}
    for target in (output, ledger):
        if target and target != "-" and Path(target).resolve() in sources:
            raise click.UsageError(f"{target} is one of the files to read; name another file to write.")
    if ledger and Path(ledger).resolve() == Path(output).resolve():
        raise click.UsageError("Graph and ledger would go to one place; name two files.")
