"""`pactgraph mentions`: what texts name."""

import sys
from pathlib import Path

import click

from extract.documents import parse_document, read_document
from extract.pipeline import Options
from extract.source import Source
from graph.files import write_output
from graph.mentions import to_mentions
from graph.options import example, language_option, output_option, progress


@click.command(epilog=example("pactgraph mentions report.txt", "pactgraph mentions - --lang zh < report.txt"))
@click.argument("files", nargs=-1, required=True, metavar="FILES...")
@output_option
@language_option
def command(files: tuple[str, ...], output: str, language: str | None) -> None:
    """List every State, organization, instrument and activity that FILES name, and where; - is standard input.

    The columns are document (its file), paragraph, start, end, surface, class and id; start and end are characters of the paragraph.
    """
    with progress(files, "Reading", len(files)) as names:
        table = to_mentions(map(_source, names), Options(language=language or ""))
    write_output(output, table)


def _source(name: str) -> Source:
    return parse_document(sys.stdin.buffer.read(), "-") if name == "-" else read_document(Path(name))
