"""`pactgraph coverage`: what looks like a name and stands in no list."""

from pathlib import Path

import click

from extract.documents import read_document
from graph.coverage import to_coverage
from graph.files import write_output
from graph.options import example, language_option, output_option, progress


@click.command(epilog=example("pactgraph coverage report.txt", "pactgraph coverage reports/*.txt -o unknown.tsv"))
@click.argument("files", nargs=-1, required=True, metavar="FILES...")
@output_option
@language_option
def command(files: tuple[str, ...], output: str, language: str | None) -> None:
    """List what looks like a name of an organization, treaty or initiative in FILES and is unknown, the most frequent first.

    The columns are count, name, the class guessed, and where it first stands: document, paragraph and the words around it. What
    belongs into a list is added to a file of ontology/authority/.
    """
    with progress([Path(file) for file in files], "Reading", len(files)) as paths:
        table = to_coverage([read_document(path) for path in paths], language or "")
    write_output(output, table)
