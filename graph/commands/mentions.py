"""`pactgraph mentions`: what a text names."""

import sys
from pathlib import Path

import click

from extract.load import language_codes
from extract.pipeline import Options
from extract.source import Source, decode, read_source
from graph.files import write_output
from graph.mentions import to_mentions
from graph.options import example, output_option


@click.command(epilog=example("pactgraph mentions report.txt", "pactgraph mentions - --language zh < report.txt"))
@click.argument("text", metavar="TEXT")
@output_option
@click.option("--language", type=click.Choice(language_codes()), help="The language, when it is not seen rightly.")
def command(text: str, output: str, language: str | None) -> None:
    """List every State, organization, instrument and activity that TEXT names, and where; - is standard input.

    The columns are paragraph, start, end, class, id and name; start and end are characters of the paragraph.
    """
    source = Source("-", decode(sys.stdin.buffer.read(), "-")) if text == "-" else read_source(Path(text))
    write_output(output, to_mentions(source, Options(language=language or "")))
