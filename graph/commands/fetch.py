"""`pactgraph fetch`: documents by their symbols."""

import re
from pathlib import Path

import click

from extract.languages.load import language_codes
from graph.make.fetch import ADDRESS, Service, fetch
from graph.options import example
from ontology.errors import InputError

_SYMBOL = re.compile(r"[A-Z][A-Za-z0-9./()-]*/[A-Za-z0-9./() -]*", re.ASCII)


def _symbols(_ctx: click.Context, _parameter: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    if wrong := [symbol for symbol in given if not _SYMBOL.fullmatch(symbol)]:
        raise click.BadParameter(f"{wrong[0]!r} is no document symbol; write it as printed, for instance A/73/112")
    return tuple(dict.fromkeys(symbol.replace(" ", "") for symbol in given))


def _languages(_ctx: click.Context, _parameter: click.Parameter, given: str) -> tuple[str, ...]:
    codes = tuple(dict.fromkeys(code.strip() for code in given.split(",")))
    if wrong := [code for code in codes if code not in language_codes()]:
        raise click.BadParameter(f"{wrong[0]!r} is none of {', '.join(language_codes())}")
    return codes


@click.command(
    epilog=example(
        "pactgraph fetch A/73/112 --lang zh,en -o reports/",
        "pactgraph fetch A/RES/75/16 'S/RES/1540 (2004)' -o reports/",
    )
)
@click.argument("symbols", nargs=-1, required=True, metavar="SYMBOLS...", callback=_symbols)
@click.option(
    "--lang", "languages", default="en", show_default=True, callback=_languages, help="Languages, with commas."
)
@click.option(
    "-o", "--output", default=".", show_default=True, metavar="FOLDER", help="The folder to put the files into."
)
@click.option("--from", "address", default=ADDRESS, show_default=True, metavar="URL", help="The service to ask.")
@click.option(
    "--pause",
    type=click.FloatRange(0),
    default=1.0,
    show_default=True,
    help="Seconds to wait before each question; twice as long after each failure.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(0, min_open=True),
    default=30.0,
    show_default=True,
    help="Seconds of silence to bear.",
)
def command(
    symbols: tuple[str, ...], languages: tuple[str, ...], output: str, address: str, pause: float, timeout: float
) -> None:
    """Get documents by their SYMBOLS from the document service of the United Nations.

    It asks the network, as nothing else does but push and query or stats with --endpoint.

    Prints the path of each file. A file that is there with the length that the service names stays as it is; one that is there is
    replaced by a whole document only. What cannot be had is named with the reason, and the exit code is 3.
    """
    folder, service, refused = Path(output), Service(address, pause, timeout), list[str]()
    folder.mkdir(parents=True, exist_ok=True)
    with service.client() as client:
        for symbol, language in ((symbol, language) for symbol in symbols for language in languages):
            try:
                click.echo(fetch(symbol, language, folder, service, client))
            except InputError as error:
                refused.append(str(error))
    if refused:
        wanted = len(symbols) * len(languages)
        raise InputError("\n".join((f"{len(refused):,} of {wanted:,} documents could not be had:", *refused)))
