"""`pactgraph mentions`: what texts name."""

import click

from extract.pipeline import Options
from graph.files import write_output
from graph.make.inputs import inputs_of
from graph.make.mentions import to_mentions
from graph.options import example, language_option, output_option, progress


@click.command(epilog=example("pactgraph mentions report.txt", "pactgraph mentions - --lang zh < report.txt"))
@click.argument("files", nargs=-1, required=True, metavar="FILES...")
@output_option
@language_option
def command(files: tuple[str, ...], output: str, language: str | None) -> None:
    """List every State, organization, instrument and activity that FILES name, and where; - is standard input.

    The columns are document (its file), paragraph, start, end, surface, class and id; start and end are characters of the paragraph.
    """
    inputs = inputs_of(files)
    with progress(inputs, "Reading", len(inputs)) as entries:
        table = to_mentions((entry.read() for entry in entries), Options(language=language or ""))
    write_output(output, table)
