"""Triples as Turtle and back (RDF 1.1 Turtle, W3C 2014), the same triples always as the same bytes.

In: a set of triples. Out: bytes sorted by subject, predicate (`a` first) and object, below one header of prefixes; and the
set again. pyoxigraph writes the terms; the header is ours, because its order is the library's and may change.
"""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from extract.text.source import decode, read_bytes
from ontology.errors import DataError
from ontology.iris import ID, PREFIXES

# Short names for the resources themselves. No two overlap, or the writer would have a choice.
_KINDS = ("exercise", "initiative", "instrument", "law", "meeting", "state", "statement", "treaty")
_OURS = {kind: f"{ID}{kind}/" for kind in _KINDS} | {"organization": f"{ID}org/"}
TURTLE_PREFIXES = {name: iri for name, iri in PREFIXES.items() if name != "id"} | _OURS
_TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")


def to_turtle(triples: Iterable[ox.Triple]) -> bytes:
    """Serialize a set of triples; equal sets give equal bytes."""
    return header() + b"\n" + blocks(triples)


def header() -> bytes:
    """The prefixes that `blocks` needs."""
    return "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(TURTLE_PREFIXES.items())).encode()


def blocks(triples: Iterable[ox.Triple]) -> bytes:
    """A set of triples without the header, a block a subject."""
    body = ox.serialize(sorted(set(triples), key=_order), format=ox.RdfFormat.TURTLE, prefixes=TURTLE_PREFIXES) or b""
    lines = body.split(b"\n", len(TURTLE_PREFIXES))[-1]
    return lines.replace(b" .\n", b" .\n\n").rstrip(b"\n") + b"\n"


def from_turtle(text: str, name: str) -> set[ox.Triple]:
    """Parse the Turtle of a file called `name`. Raises DataError that says where it breaks."""
    with parsing(name):
        return {quad.triple for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)}


def turtle_text(source: str) -> str:
    """The text of a Turtle file of any length, `-` for standard input. Raises InputError that says what is wrong with it."""
    if source == "-":
        return decode(sys.stdin.buffer.read(), "standard input", None)
    return decode(read_bytes(Path(source), None), source, None)


def merge(sources: Iterable[str]) -> set[ox.Triple]:
    """The union of several Turtle files; a fact that two of them hold is there once. Raises InputError or DataError."""
    return {triple for source in sources for triple in from_turtle(turtle_text(source), source)}


@contextmanager
def parsing(name: str) -> Iterator[None]:
    """Turn the parser's SyntaxError about a file called `name` into a DataError."""
    try:
        yield
    except SyntaxError as error:
        message = f"{name}: is no Turtle: {error}; give a graph that pactgraph build wrote"
        raise DataError(message) from error


def _order(triple: ox.Triple) -> tuple[str, bool, str]:
    return str(triple.subject)[:-1], triple.predicate != _TYPE, f"{triple.predicate} {triple.object}"
