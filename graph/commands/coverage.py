"""`pactgraph coverage`: what looks like a name and stands in no list."""

import click

from graph.files import write_output
from graph.make.inputs import inputs_of
from graph.measure.coverage import to_coverage
from graph.options import example, language_option, output_option, progress


@click.command(epilog=example("pactgraph coverage report.txt", "pactgraph coverage reports/ -o unknown.tsv"))
@click.argument("files", nargs=-1, required=True, metavar="FILES...")
@output_option
@language_option
def command(files: tuple[str, ...], output: str, language: str | None) -> None:
    """List what looks like a name of an organization, treaty or initiative in FILES and is unknown, the most frequent first.

    The columns are count, name, the class guessed, and where it first stands: document, paragraph and the words around it. What
    belongs into a list is added to a file of ontology/authority/.
    """
    inputs = inputs_of(files)
    with progress(inputs, "Reading", len(inputs)) as entries:
        table = to_coverage([entry.read() for entry in entries], language or "")
    write_output(output, table)
