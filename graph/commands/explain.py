"""`pactgraph explain`: why a text gives the statements it gives."""

import sys
from pathlib import Path

import click

from extract.documents import parse_document, read_document
from extract.explain import explain
from extract.pipeline import Options
from graph.explain_text import to_text
from graph.files import write_output
from graph.options import example, language_option
from ontology.errors import InputError


@click.command(
    epilog=example(
        "pactgraph explain report.txt | less",
        "pactgraph explain report.txt --paragraph 12",
        "pactgraph explain - --lang zh < report.txt",
    )
)
@click.argument("text", metavar="TEXT")
@click.option("--paragraph", type=click.IntRange(1), default=None, help="Only this paragraph, counted from 1.")
@language_option
def command(text: str, paragraph: int | None, language: str | None) -> None:
    """Show for each sentence of TEXT what it names, which rules state what, and why the others do not; - is standard input.

    The rules shown are those whose cue words occur. For who writes rules: `pactgraph rules` lists them.
    """
    source = parse_document(sys.stdin.buffer.read(), "-") if text == "-" else read_document(Path(text))
    told = explain(source, Options(language=language or ""), paragraph or 0)
    if not told:
        where = f"no paragraph {paragraph}" if paragraph else "no text"
        raise InputError(f"{source.name}: has {where}; `pactgraph mentions` lists those there are")
    write_output("-", to_text(told))
