"""`pactgraph reconcile`: word against record."""

from collections import Counter

import click

from graph.ask.answer import FORMATS, render
from graph.ask.cells import entity, plain
from graph.ask.find import resolve
from graph.ask.query import Answer, named_in
from graph.compare.reconcile import reconcile
from graph.files import write_output
from graph.options import GraphCommand, endpoint_option, example, format_option, graph_argument
from graph.rdf.endpoint import load_or_connect
from ontology.schema import load_schema

_COLUMNS = ("actor", "object", "said", "document", "verdict", "against", "quote")


@click.command(
    cls=GraphCommand,
    epilog=example(
        "pactgraph reconcile graph.ttl record.ttl",
        "pactgraph reconcile graph.ttl record.ttl --actor Norway --format csv",
        "pactgraph reconcile 2010-to-2018.ttl",
        "pactgraph reconcile --endpoint http://localhost:7878/query record.ttl",
    ),
)
@graph_argument
@click.argument("record", default="", metavar="[RECORD]")
@endpoint_option
@click.option("--actor", default="", metavar="NAME", help="Only what this State or organization does.")
@format_option(tuple(FORMATS))
def command(graph: str, record: str, actor: str, form: str) -> None:
    """Hold what reports in GRAPH say against the depositary's RECORD and against later reports.

    RECORD is a graph that `pactgraph import` wrote. Acts under treaties agree with it, are of another date, contradict it or are
    younger; plans are kept or not seen kept, by the record or a later document; denials still hold or are overtaken.
    """
    word = load_or_connect(graph)
    path = resolve(actor, lambda: named_in(word)) if actor else ""
    verdicts = [
        v for v in reconcile(word, load_or_connect(record) if record else None, load_schema()) if path in ("", v.actor)
    ]
    rows = tuple(
        (entity(v.actor), entity(v.object), *map(plain, (v.said, v.document, v.verdict, v.against, v.quote)))
        for v in verdicts
    )
    write_output("-", render(Answer(_COLUMNS, rows), form))
    counts = sorted(Counter(verdict.verdict for verdict in verdicts).items())
    click.echo(", ".join(f"{count:,} {name}" for name, count in counts) or "Nothing to reconcile.", err=True)
