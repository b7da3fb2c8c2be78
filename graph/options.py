"""What the commands share: how an example stands in a help text, where results go, progress on long work."""

import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from typing import TypeVar

import click

from extract.languages.load import language_codes
from graph.rdf.remote import is_url
from graph.rdf.terms import dated
from ontology.errors import DataError

Item = TypeVar("Item")
Command = TypeVar("Command", bound=Callable[..., object])

output_option = click.option(
    "-o",
    "--output",
    default="-",
    show_default=True,
    metavar="FILE",
    help="The file to write, whole or not at all; - is standard output.",
)
language_option = click.option(
    "--lang",
    "--language",
    "language",
    type=click.Choice(language_codes()),
    help="The language, when it is not seen rightly.",
)
graph_argument = click.argument("graph", metavar="GRAPH")


class GraphCommand(click.Command):
    """A command about a GRAPH, its first or last argument, that `--endpoint URL` can stand in for: the URL takes its place."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words of the command line."""
        url = self.make_parser(ctx).parse_args(list(args))[0].get("endpoint")
        last = [parameter.name for parameter in self.params if isinstance(parameter, click.Argument)][-1]
        if url:
            args = [*args, url] if last == "graph" else [url, *args]
        return super().parse_args(ctx, args)


def url_checked(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """Refuse what is no address of a server."""
    if value is not None and not is_url(value):
        raise click.BadParameter(f"{value!r} is no http or https URL")
    return value


endpoint_option = click.option(
    "--endpoint",
    metavar="URL",
    expose_value=False,
    callback=url_checked,
    help="Ask this SPARQL server over the network; GRAPH is then left out.",
)


def example(*lines: str) -> str:
    r"""Lay out command lines as the epilog of a help text; \b keeps click from wrapping them."""
    return "\n".join(("\b", "Examples:", *(f"  {line}" for line in lines)))


def progress(items: Iterable[Item], label: str, length: int | None = None) -> AbstractContextManager[Iterable[Item]]:
    """Show a bar on standard error while `items` are consumed; nothing at all when that is no terminal."""
    return click.progressbar(items, length, label, file=sys.stderr, hidden=not sys.stderr.isatty())


def format_option(forms: Sequence[str]) -> Callable[[Command], Command]:
    """The option `--format`, handed over as `form`; the first of the forms is the default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(forms),
        default=forms[0],
        show_default=True,
        help="How to write the answer.",
    )


def date_option(told: str) -> Callable[[Command], Command]:
    """The option `--date`: ISO 8601 at any precision, "" when it is not given; `told` is its help."""
    return click.option("--date", default="", callback=_date, help=told)


def _date(_ctx: click.Context, _parameter: click.Parameter, given: str) -> str:
    try:
        return dated(given).value if given else ""
    except DataError as error:
        raise click.BadParameter(str(error)) from error
