"""Reports become a graph.

In: files of reports. Out: their readings, and the triples of all of them together; the order of the files does not matter.
All or nothing: where one file cannot be read there is no result, and the error names every such file.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox

from extract.model import Reading
from extract.pipeline import Options, read
from graph.triples import triples_of
from ontology.authority import load_authority
from ontology.errors import InputError
from ontology.schema import load_schema


def read_files(files: Iterable[Path], options: Options) -> list[Reading]:
    """Read every file, in order. Raises InputError that names all files that cannot be read and says why."""
    readings, refused = [], []
    for file in files:
        try:
            readings.append(read(file, options))
        except InputError as error:
            refused.append(str(error))
    if refused:
        raise InputError("\n".join(refused))
    return readings


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
