"""`pactgraph profile`: all that a graph says of a State or organization."""

import click

from graph.ask.find import resolve
from graph.ask.profile import profile
from graph.ask.profile_page import FORMS
from graph.ask.query import named_in
from graph.files import write_output
from graph.options import GraphCommand, endpoint_option, example, output_option
from graph.rdf.endpoint import load_or_connect
from ontology.schema import load_schema


@click.command(
    cls=GraphCommand,
    epilog=example(
        "pactgraph profile Norvège graph.ttl",
        "pactgraph profile NOR graph.ttl -o norway.html",
        "pactgraph profile IAEA graph.ttl --language fr -o iaea.md",
        "pactgraph profile NOR --endpoint http://localhost:7878/query",
    ),
)
@click.argument("entity", metavar="ENTITY")
@click.argument("graph", metavar="GRAPH")
@endpoint_option
@output_option
@click.option(
    "--format", "form", type=click.Choice(tuple(FORMS)), help="How to write it; html for a file .html, else markdown."
)
@click.option("--language", default="en", show_default=True, metavar="TAG", help="The language of names.")
def command(entity: str, graph: str, output: str, form: str | None, language: str) -> None:
    """Write what GRAPH says of ENTITY, a State or organization by name, code or path.

    Its commitments by kind with status, date and words, its partners ranked, what others do to it, and the treaties that most of its
    regional group is said to be party to and it is not.
    """
    loaded, schema = load_or_connect(graph), load_schema()
    told = profile(loaded, resolve(entity, lambda: named_in(loaded)), schema, language)
    wanted = form or ("html" if output.endswith((".html", ".htm")) else "markdown")
    write_output(output, FORMS[wanted](told, schema, language))
