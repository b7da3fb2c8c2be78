"""`pactgraph query`: ask a graph."""

import sys

import click

from extract.text.source import decode
from graph.ask.answer import FORMATS, render
from graph.ask.query import Answer, Question, ask, find_question, read_question, saved_questions
from graph.files import write_output
from graph.options import GraphCommand, endpoint_option, example, format_option, graph_argument
from graph.rdf.endpoint import load_or_connect
from graph.rdf.remote import is_url


def _list(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo("\n\n".join(_described(question) for question in saved_questions().values()))
        ctx.exit()


def _described(question: Question) -> str:
    lines = [question.name, *(f"  {line}" for line in question.help.splitlines())]
    for parameter in question.parameters:
        default = f" [default: {parameter.default}]" if parameter.default else ""
        required = " [required]" if parameter.required else ""
        lines.append(f"  --param {parameter.name}=...  {parameter.help}{default}{required}")
    return "\n".join(lines)


def _values(_ctx: click.Context, _parameter: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    parted = [value.partition("=") for value in given]
    for name, equals, _ in parted:
        if not (name and equals):
            raise click.BadParameter(f"{name!r} is not of the form name=value")
    return {name: value for name, _, value in parted}


@click.command(
    cls=GraphCommand,
    epilog=example(
        "pactgraph query --list",
        "pactgraph query graph.ttl treaty-parties --param treaty=ICSANT",
        "pactgraph query graph.ttl state-commitments --param state=Norvège --param language=fr",
        "pactgraph query graph.ttl question.rq --format csv > answer.csv",
        "pactgraph query graph.ttl 'SELECT ?t { ?s pact:ratified ?t }' --format json",
        "pactgraph query graph.ttl 'SELECT ?s { ?s pact:partyTo ?t }' --implied",
        "pactgraph query --endpoint http://localhost:7878/query treaty-parties",
    ),
)
@graph_argument
@endpoint_option
@click.argument("question", metavar="QUESTION")
@click.option(
    "--param",
    "values",
    multiple=True,
    metavar="NAME=VALUE",
    callback=_values,
    help="A parameter of the question; an entity by its name in any language, its code or its path.",
)
@click.option(
    "--implied",
    is_flag=True,
    help="Answer with what the ontology makes follow too; GRAPH id:implied { ... } has just that.",
)
@format_option(tuple(FORMATS))
@click.option(
    "--list", is_flag=True, is_eager=True, expose_value=False, callback=_list, help="List the saved questions."
)
def command(graph: str, question: str, values: dict[str, str], implied: bool, form: str) -> None:
    """Ask GRAPH a QUESTION: the name of a saved one, a .rq file, SPARQL itself, or - for SPARQL on standard input.

    Prefixes of the vocabulary need no declaration. CONSTRUCT and DESCRIBE give Turtle. Saved questions know that who ratified became
    party and that cooperation holds both ways; SPARQL of your own does with --implied.
    """
    if question == "-" == graph:
        raise click.UsageError("Graph and question cannot both come from standard input.")
    if implied and is_url(graph):
        raise click.UsageError("--implied is for files; a server answers as it is set up.")
    asked = read_question("-", decode(sys.stdin.buffer.read(), "-")) if question == "-" else find_question(question)
    outcome = ask(load_or_connect(graph, implied=implied), asked, values)
    write_output("-", render(outcome, form))
    if isinstance(outcome, Answer) and not outcome.rows:
        click.echo("No rows.", err=True)
