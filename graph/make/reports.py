"""Reports become a graph.

In: documents to read. Out: their readings, of those that cannot be read the reason, and the triples of all readings together; the order
of the documents does not matter.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import pyoxigraph as ox

from extract.model import Reading
from extract.pipeline import UNKNOWN, Options, read_text
from graph.make.inputs import Input
from graph.make.triples import triples_of
from ontology.authority import load_authority
from ontology.errors import InputError
from ontology.schema import load_schema


@dataclass(frozen=True, slots=True)
class Read:
    """The readings of all documents that could be read, in the order of their names, and of each of the others why not."""

    readings: tuple[Reading, ...]
    refused: tuple[str, ...]


def read_all(inputs: Iterable[Input], options: Options = UNKNOWN) -> Read:
    """Read every document; the options are known of all of them. Of two texts of one document in one language the first is kept.

    Raises InputError that says why of each, when none can be read.
    """
    readings, refused, kept = list[Reading](), list[str](), dict[tuple[str, str], tuple[str, Reading]]()
    for entry in sorted(inputs, key=lambda entry: entry.name):
        try:
            reading = read_text(entry.read(), options.over(entry.known))
        except InputError as error:
            refused.append(str(error))
            continue
        document = reading.document
        name, first = kept.setdefault((document.path, document.language), (entry.name, reading))
        if _said(first) == _said(reading):
            readings.append(reading)
        else:
            refused.append(
                f"{entry.name}: {name} is another text of {document.path} in {document.language}; give one of them"
            )
    if not readings:
        raise InputError("\n".join(refused))
    return Read(tuple(readings), tuple(refused))


def build(readings: Sequence[Reading]) -> set[ox.Triple]:
    """The triples of all readings.

    Raises InputError when no reading holds a statement, and when two different texts claim to be the same document in the
    same language, because their passages would be confused.
    """
    if not any(reading.statements for reading in readings):
        names = ", ".join(reading.document.file for reading in readings)
        raise InputError(f"{names}: nothing found; are these reports, and in a language that pactgraph reads?")
    _told_apart(readings)
    authority, schema = load_authority(), load_schema()
    return {triple for reading in readings for triple in triples_of(reading, authority, schema)}


def _told_apart(readings: Sequence[Reading]) -> None:
    first: dict[tuple[str, str], Reading] = {}
    for reading in readings:
        document = reading.document
        other = first.setdefault((document.path, document.language), reading)
        if _said(other) != _said(reading):
            raise InputError(
                f"{other.document.file} and {document.file}: two different texts of {document.path} in"
                f" {document.language}; leave one out, or build one by itself with another --symbol and merge"
            )


def _said(reading: Reading) -> Reading:
    return replace(reading, document=replace(reading.document, file=""), refusals=())
