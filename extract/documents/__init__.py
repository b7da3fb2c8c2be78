"""Files of any format become sources.

In: a path, or the bytes of a file. Out: a `Source`. A format is known by its content, never by the file's name; each has one module
here, with a function that says whether bytes are of its format and one that reads them.
"""

from collections.abc import Callable
from pathlib import Path

from extract.documents import akn
from extract.source import Source, decode, read_bytes

# For each format what tells it from others, and what reads it.
_FORMATS: tuple[tuple[Callable[[bytes], bool], Callable[[bytes, str], Source]], ...] = ((akn.claims, akn.parse),)


def read_document(path: Path) -> Source:
    """Read one file. Raises InputError that names the file, what is wrong and how to mend it."""
    return parse_document(read_bytes(path), str(path))


def parse_document(data: bytes, name: str) -> Source:
    """The document in the bytes of a file called `name`; plain text, where no format claims them. Raises InputError."""
    for claims, parse in _FORMATS:
        if claims(data):
            return parse(data, name)
    return Source(Path(name).name, decode(data, name))
