"""`pactgraph explain`: why a text gives the statements it gives, and what a fact of a graph rests on."""

import click

from extract.explain import explain
from extract.pipeline import Options
from graph.ask.explain_fact import explain_fact
from graph.ask.explain_text import to_text
from graph.ask.find import resolve
from graph.ask.query import named_in
from graph.files import write_output
from graph.make.inputs import sources_of
from graph.options import GraphCommand, endpoint_option, example, language_option
from graph.rdf.endpoint import load_or_connect
from ontology.errors import InputError
from ontology.schema import load_schema

_PARTS = 3


@click.command(
    cls=GraphCommand,
    epilog=example(
        "pactgraph explain graph.ttl NOR ratified ICSANT",
        "pactgraph explain graph.ttl Norway cooperatesWith AIEA",
        "pactgraph explain report.txt --paragraph 12",
        "pactgraph explain - --lang zh < report.txt",
        "pactgraph explain --endpoint http://localhost:7878/query NOR ratified ICSANT",
    ),
)
@click.argument("source", metavar="GRAPH|TEXT")
@click.argument("fact", nargs=-1, metavar="[SUBJECT RELATION OBJECT]")
@endpoint_option
@click.option(
    "--paragraph", type=click.IntRange(1), default=None, help="Only this paragraph of a text, counted from 1."
)
@language_option
def command(source: str, fact: tuple[str, ...], paragraph: int | None, language: str | None) -> None:
    """Show what a fact of a GRAPH rests on, or how rules read a TEXT; - is standard input.

    With SUBJECT, RELATION and OBJECT: every place that says it, plans it or denies it. Things are given by name, code or path; what
    the relation follows from counts (partyTo: who ratified or acceded). Without: for each sentence what it names, which rules state
    what, and why the others do not; the rules shown are those whose cue words occur (`pactgraph rules` lists all).
    """
    if fact and (len(fact) != _PARTS or paragraph or language):
        raise click.UsageError(
            "A fact is SUBJECT RELATION OBJECT and takes no option, for instance NOR ratified ICSANT."
        )
    write_output("-", _fact(source, *fact) if fact else _text(source, paragraph, language))


def _fact(source: str, subject: str, relation: str, target: str) -> bytes:
    graph = load_or_connect(source)
    ends = (resolve(words, lambda: named_in(graph)) for words in (subject, target))
    return explain_fact(graph, next(ends), relation, next(ends), load_schema())


def _text(name: str, paragraph: int | None, language: str | None) -> bytes:
    source = next(sources_of([name]))
    told = explain(source, Options(language=language or ""), paragraph or 0)
    if not told:
        where = f"no paragraph {paragraph}" if paragraph else "no text"
        raise InputError(f"{source.name}: has {where}; `pactgraph mentions` lists those there are")
    return to_text(told)
