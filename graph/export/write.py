"""A graph as files for another program.

In: what a format takes (a `Drawing`, triples or `Tables`) and its name. Out: bytes. The formats are the modules of
`graph.export.formats`.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from importlib import import_module
from pathlib import PurePath
from pkgutil import iter_modules
from types import ModuleType

import pyoxigraph as ox

import graph.export.formats
from graph.export.tables import Tables
from graph.show.drawing import Drawing
from ontology.errors import PactgraphError


class Takes(StrEnum):
    """What a format is made of: the function that its module has."""

    DRAWING = "write"
    TRIPLES = "write_triples"
    TABLES = "write_tables"


def formats(kind: Takes | None = None) -> list[str]:
    """The names of all formats, or of those that take such a thing, sorted: the suffixes of their files without the point."""
    names = sorted(module.name for module in iter_modules(graph.export.formats.__path__))
    return [name for name in names if kind in (None, takes(name))]


def takes(name: str) -> Takes:
    """What the format of that name is made of."""
    return next(kind for kind in Takes if hasattr(_module(name), kind))


def format_of(file: str) -> str:
    """The format of a file of that name. Raises PactgraphError when its suffix is none of a format that is one file."""
    name = PurePath(file).suffix.removeprefix(".").lower()
    single = [*formats(Takes.DRAWING), *formats(Takes.TRIPLES)]
    if name not in single:
        known = ", ".join(f".{known}" for known in sorted(single))
        message = (
            f"{file}: no format has the suffix {name or '(none)'}; end the name in one of {known}, or give --format"
        )
        raise PactgraphError(message)
    return name


def export(drawing: Drawing, name: str) -> bytes:
    """The drawing in the format of that name."""
    written: bytes = _module(name).write(drawing)
    return written


def export_triples(triples: Iterable[ox.Triple], name: str) -> bytes:
    """The triples in the format of that name, equal sets as equal bytes."""
    written: bytes = _module(name).write_triples(set(triples))
    return written


def export_tables(tables: Tables, name: str) -> Mapping[str, bytes]:
    """The files of the format of that name. Raises PactgraphError when it needs a library that is not there."""
    written: Mapping[str, bytes] = _module(name).write_tables(tables)
    return written


def _module(name: str) -> ModuleType:
    return import_module(f"graph.export.formats.{name}")
