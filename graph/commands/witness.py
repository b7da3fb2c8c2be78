"""`pactgraph witness`: the language versions of documents against each other."""

from pathlib import Path

import click

from extract.documents import read_document
from extract.pipeline import Options
from graph.compare.witness import AGREE, COLUMNS, compare, summary
from graph.files import write_output
from graph.options import example, output_option, progress
from graph.rows import to_tsv


@click.command(
    epilog=example(
        "pactgraph witness A_RES_75_33.*.xml", "pactgraph witness report.en.txt report.fr.txt --symbol A/73/112"
    )
)
@click.argument("files", nargs=-1, required=True, metavar="FILES...")
@output_option
@click.option("--symbol", default="", help="The symbol of the document, when its files do not print it.")
@click.option("--all", "everything", is_flag=True, help="List what agrees too.")
def command(files: tuple[str, ...], output: str, symbol: str, everything: bool) -> None:
    """Compare FILES that are language versions of one document, or of several, paragraph by paragraph.

    A row is a fact, a reference, or a link that a file marks: what is missing from some versions, and what contradicts, with the words
    of a version that has it, and what the others have instead. How many agree is said on standard error.
    """
    with progress(files, "Reading", len(files)) as names:
        findings = compare([read_document(Path(name)) for name in names], Options(symbol=symbol))
    if not findings:
        raise click.UsageError(
            "No document is there in two languages; give several versions, with --symbol if they print none."
        )
    rows = [finding.row() for finding in findings if everything or finding.outcome != AGREE]
    write_output(output, to_tsv(COLUMNS, rows))
    for line in summary(findings):
        click.echo(line, err=True)
