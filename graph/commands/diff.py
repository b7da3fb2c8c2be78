"""`pactgraph diff`: what a later graph says otherwise."""

import click

from graph.ask.answer import FORMATS, render
from graph.ask.cells import entity, plain, word
from graph.ask.facts import facts_of
from graph.ask.find import resolve
from graph.ask.query import Answer, named_in
from graph.compare.diff import diff
from graph.files import write_output
from graph.options import example, format_option
from graph.rdf.endpoint import load_or_connect
from ontology.schema import load_schema

_COLUMNS = ("actor", "change", "relation", "object", "before", "after", "document", "quote")


@click.command(
    epilog=example(
        "pactgraph diff 2010.ttl 2017.ttl",
        "pactgraph diff 2010.ttl 2017.ttl --actor Norway",
        "pactgraph diff 2017.ttl 2018.ttl --format csv > changes.csv",
    )
)
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--actor", default="", metavar="NAME", help="Only what concerns this State or organization.")
@format_option(tuple(FORMATS))
def command(old: str, new: str, actor: str, form: str) -> None:
    """List what the graph NEW adds to the graph OLD, changes in it (planned, now asserted) and no longer says, by actor.

    All ways to become party to a treaty count as one. What is no longer said may still be so. OLD and NEW
    may be URLs of SPARQL servers, which are then asked over the network.
    """
    if old == new == "-":
        raise click.UsageError("Both graphs cannot come from standard input.")
    graphs, schema = (load_or_connect(old), load_or_connect(new)), load_schema()
    path = resolve(actor, lambda: [*named_in(graphs[0]), *named_in(graphs[1])]) if actor else ""
    changes = [change for change in diff(*graphs, schema) if path in ("", change.actor)]
    rows = tuple(
        (
            entity(c.actor),
            plain(c.what),
            word(c.relation),
            entity(c.object),
            *map(plain, (c.before, c.after, c.document, c.quote)),
        )
        for c in changes
    )
    write_output("-", render(Answer(_COLUMNS, rows), form))
    gone = {c.actor for c in changes} - {fact.subject for fact in facts_of(graphs[1], schema)}
    if gone:
        click.echo(f"{new} says nothing of {', '.join(sorted(gone))}.", err=True)
    if not rows:
        click.echo("No differences.", err=True)
