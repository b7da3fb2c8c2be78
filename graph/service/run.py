"""Starting and ending the service.

In: a graph, an address, limits. Out: nothing; it answers until it is told to end (SIGINT or SIGTERM), finishing what it began.
"""

import signal
from collections.abc import Callable
from contextlib import suppress
from math import ceil

import pyoxigraph as ox
import uvicorn

from graph.export.formats.jsonld import context
from graph.rdf.store import open_store
from graph.service.app import application
from graph.service.entity import style, template
from graph.service.prepared import Prepared
from graph.service.workers import Limits, Workers
from graph.show.network import build_network
from graph.show.view import view
from ontology.schema import load_schema

# Under which names a server on loopback is asked. Any other name is a page of the web that had its name point here.
_LOOPBACK = ("127.0.0.1", "::1", "[::1]", "localhost")


def serve(source: str, host: str, port: int, limits: Limits, ready: Callable[[str], None]) -> None:
    """Serve a Turtle file, `-` for standard input; `ready` is told the address once it is bound, port 0 is any free one.

    Raises InputError or DataError as `open_store` does; ends the program when the address cannot be bound.
    """
    store = open_store(source)
    style(), template(), context()  # before workers start: they can open no file
    # First, so that it holds no end of the pipes of the workers: they end when nobody holds the other one.
    page = Prepared(lambda: _page(store))
    with Workers(store, limits) as workers:
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # to end in order, as by Ctrl-C
        hosts = _LOOPBACK if host in _LOOPBACK else ("*",)
        app = application(workers, page, len(store), hosts)
        config = uvicorn.Config(app, host, port, log_level="warning", server_header=False, lifespan="off")
        config.timeout_graceful_shutdown = ceil(limits.seconds) + 1
        bound = config.bind_socket()
        bound.listen()  # from here on clients may come; they wait for the loop to start
        shown = f"[{host}]" if ":" in host else host
        ready(f"http://{shown}:{bound.getsockname()[1]}/")
        with suppress(KeyboardInterrupt):  # it has ended in order and says again what it was told
            uvicorn.Server(config).run(sockets=[bound])


def _page(store: ox.Store) -> bytes:
    schema = load_schema()
    return view(build_network((quad.triple for quad in store), schema), schema)
