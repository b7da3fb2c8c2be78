"""A graph to a server: SPARQL 1.1 Graph Store HTTP Protocol (W3C, 2013).

In: triples, the URL of a graph store. Out: the server holds them too. They go in the order of their text, so many at a time, each part by
one POST, which adds to what is there: a triple that a server has already stays one triple, so a part that is sent twice does no
harm. What stopped half way can go on: the message has a mark of how far it came and of what was being sent.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from urllib.parse import quote

import pyoxigraph as ox

from graph.rdf.remote import send
from ontology.errors import DataError, PactgraphError

CHUNK = 10_000  # triples in one request, one or two megabytes
# N-Triples are Turtle too, and of the two it is Turtle that every graph store has to know.
_HEADERS = {"Content-Type": "text/turtle; charset=utf-8"}


def push(triples: Iterable[ox.Triple], url: str, graph: str = "", mark: str = "", size: int = CHUNK) -> Iterator[int]:
    """Send the triples to the default graph, or to the one named by the IRI `graph`; yields how many are there after each part.

    `mark` is what the message of an earlier push that stopped says. Raises DataError for blank nodes, PactgraphError for a mark of
    another graph, and with a mark when the server refuses or the user stops.
    """
    lines = sorted({_line(triple) for triple in triples})
    digest = sha256("".join(lines).encode()).hexdigest()[:8]
    done = _resumed(mark, digest) if mark else 0
    place = f"graph={quote(graph, safe='')}" if graph else "default"
    target = f"{url}{'&' if '?' in url else '?'}{place}"
    try:
        while done < len(lines):
            part = lines[done : done + size]
            send(target, "".join(part).encode(), _HEADERS)
            done += len(part)
            yield done
    except (PactgraphError, KeyboardInterrupt) as error:
        why = str(error) or "interrupted"
        message = f"{why}\nStopped after {done:,} of {len(lines):,} triples; go on with --resume {done}-{digest}"
        raise PactgraphError(message) from error


def _line(triple: ox.Triple) -> str:
    if isinstance(triple.subject, ox.BlankNode) or isinstance(triple.object, ox.BlankNode):
        message = f"{triple}: a blank node would be another one at every push; give a graph that pactgraph build wrote"
        raise DataError(message)
    return f"{triple} .\n"


def _resumed(mark: str, digest: str) -> int:
    count, _, known = mark.partition("-")
    if known != digest or not count.isdecimal():
        raise PactgraphError(f"{mark}: is no mark of this graph; leave --resume out to send all of it again")
    return int(count)
