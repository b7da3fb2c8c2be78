"""A network as a file for another program.

In: a `Drawing` and the name of a format or of a file. Out: bytes. The formats are the modules of `graph.formats`.
"""

from importlib import import_module
from pathlib import PurePath
from pkgutil import iter_modules

import graph.formats
from graph.drawing import Drawing
from ontology.errors import PactgraphError


def formats() -> list[str]:
    """The names of all formats, which are the suffixes of their files without the point, sorted."""
    return sorted(module.name for module in iter_modules(graph.formats.__path__))


def format_of(file: str) -> str:
    """The format of a file of that name. Raises PactgraphError when its suffix is none of ours."""
    name = PurePath(file).suffix.removeprefix(".").lower()
    if name not in formats():
        known = ", ".join(f".{known}" for known in formats())
        message = (
            f"{file}: no format has the suffix {name or '(none)'}; end the name in one of {known}, or give --format"
        )
        raise PactgraphError(message)
    return name


def export(drawing: Drawing, name: str) -> bytes:
    """The drawing in the format of that name."""
    written: bytes = import_module(f"graph.formats.{name}").write(drawing)
    return written
