"""`pactgraph rules`: the rules that turn words into statements."""

import click

from extract.languages.load import language_codes
from graph.ask.answer import FORMATS, render
from graph.files import write_output
from graph.measure.rule_counts import measure, to_toml
from graph.measure.rule_list import to_blocks, to_rows
from graph.options import example, format_option

_TEXT, _TOML = "text", "toml"


@click.command(
    epilog=example(
        "pactgraph rules --lang zh | less",
        "pactgraph rules --measured reports/000 reports/000.txt --measured reports/004 reports/004.txt",
        "pactgraph rules --format csv > rules.csv",
        "pactgraph rules --measured reports/000 reports/000.txt --format toml > measured.toml",
    )
)
@click.option(
    "--lang", "--language", "language", type=click.Choice(language_codes()), help="Only the rules of this language."
)
@click.option(
    "--measured",
    "annotated",
    type=(str, str),
    multiple=True,
    metavar="GOLD SOURCE",
    help="An annotation, as `pactgraph evaluate` takes it, and its document: say how often each rule was right there.",
)
@format_option((_TEXT, _TOML, *(form for form in FORMATS if form != "table")))
def command(language: str | None, annotated: tuple[tuple[str, str], ...], form: str) -> None:
    """List every rule: its pattern, what it states, its confidence, what it takes and what it refuses.

    Cue words stand in [brackets], things in <role Class>; … and .. are gaps. Measured precision comes with its 95 % interval; the
    confidence of a rule is the estimate of who wrote it, moved by the measures kept in extract/measured.toml: --format toml writes
    what --measured shows as such a file.
    """
    codes = [language] if language else language_codes()
    measures = measure(annotated)
    if form == _TOML:
        write_output("-", to_toml(measures))
    else:
        write_output("-", to_blocks(codes, measures) if form == _TEXT else render(to_rows(codes, measures), form))
