"""The command `pactgraph`.

In: the words of a command line. Out: results on standard output, messages and progress on standard error, and an exit
code: 0 done, 1 refused or found wanting, 2 misuse, 3 a file that cannot be read (`build` writes the graph of the others), 4 data that
breaks its own contract.

Every module of `graph.commands` is one command: its name is the module's, its click command is the module's `command`.
"""

from importlib import import_module
from pkgutil import iter_modules

import click

import graph.commands
from graph.options import example
from ontology.errors import PactgraphError


class Commands(click.Group):
    """A group that finds its commands in the package `graph.commands` and imports each when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name all commands, sorted."""
        del ctx
        return sorted(module.name for module in iter_modules(graph.commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command of that name; None when there is none."""
        if cmd_name not in self.list_commands(ctx):
            return None
        found: click.Command = import_module(f"graph.commands.{cmd_name}").command
        return found

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; what pactgraph refuses becomes a message on standard error and an exit code."""
        try:
            return super().invoke(ctx)
        except PactgraphError as error:
            click.echo(f"Error: {error}", err=True)
            ctx.exit(error.exit_code)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=example("pactgraph build report.pdf -o graph.ttl", "pactgraph query --list", "pactgraph demo"),
)
@click.version_option(package_name="pactgraph", prog_name="pactgraph", message="%(prog)s %(version)s")
def main() -> None:
    """Read United Nations reports into a graph of facts, each with the words it rests on."""
