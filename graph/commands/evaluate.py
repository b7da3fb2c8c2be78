"""`pactgraph evaluate`: a graph against what careful readers took from the document."""

from pathlib import Path

import click

from extract.documents import read_document
from graph.ask.answer import FORMATS, render
from graph.files import write_output
from graph.measure.evaluate import evaluate
from graph.measure.gold import read_gold
from graph.measure.scores import SHOWN, to_differences, to_scores, total
from graph.options import example, format_option, graph_argument
from graph.rdf.store import load


@click.command(
    epilog=example(
        "pactgraph evaluate reports/000 graph.ttl --source reports/000.txt",
        "pactgraph evaluate reports/000 graph.ttl --show spurious",
        "pactgraph evaluate reports/000 graph.ttl --show all --format csv > differences.csv",
    )
)
@click.argument("gold", metavar="GOLD")
@graph_argument
@click.option("--source", metavar="FILE", help="The document itself: look every quote up in it.")
@click.option("--show", type=click.Choice(SHOWN), help="List the facts missing, the statements spurious, or both.")
@format_option(tuple(FORMATS))
def command(gold: str, graph: str, source: str | None, show: str | None, form: str) -> None:
    """Hold GRAPH, built from one document alone, against GOLD: what a careful reader took from it, fact by fact.

    GOLD is what the files of the annotation begin with: reports/000 reads reports/000.facts.tsv, reports/000.entities.tsv and,
    if it is there, reports/REGISTRY.tsv. Precision counts all statements, recall the core facts.
    """
    text = read_document(Path(source)).text if source else None
    outcome = evaluate(load(graph), read_gold(gold), text)
    write_output("-", render(to_differences(outcome, show) if show else to_scores(outcome), form))
    if show:
        score = total(outcome)
        click.echo(f"{score.found:,} of {score.core:,} core facts, {score.right:,} of {score.stated:,} right", err=True)
