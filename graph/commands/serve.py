"""`pactgraph serve`: a graph as a SPARQL endpoint with pages."""

import os

import click

from graph.options import example, graph_argument


@click.command(
    epilog=example("pactgraph serve graph.ttl", "pactgraph serve graph.ttl --host 0.0.0.0 --port 80 --timeout 10")
)
@graph_argument
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="The address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8080, show_default=True, help="The port; 0 is any free one."
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=30.0,
    show_default=True,
    metavar="SECONDS",
    help="When a query is stopped.",
)
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    default=max(2, os.cpu_count() or 1),
    show_default="processors, at least 2",
    help="How many queries run at a time.",
)
def command(graph: str, host: str, port: int, timeout: float, workers: int) -> None:
    """Serve GRAPH over HTTP, for reading only, until Ctrl-C.

    / is the network as `pactgraph view` draws it, /sparql takes SPARQL 1.1 queries, /state/NOR and all other paths are the things
    of the graph as page, Turtle or JSON-LD, /health says that it runs. Only this machine can ask, unless --host says otherwise.
    """
    from graph.service.run import serve  # noqa: PLC0415  other commands need no server
    from graph.service.workers import Limits  # noqa: PLC0415

    serve(graph, host, port, Limits(workers, timeout), lambda url: click.echo(f"Serving {url} until Ctrl-C.", err=True))
