"""A file becomes its text.

In: a path. Out: a `Source` with the decoded text, unchanged, so that offsets lead back to the file. UTF-8 (RFC 3629), with
or without a byte order mark.
"""

from dataclasses import dataclass
from pathlib import Path

from ontology.errors import InputError


@dataclass(frozen=True, slots=True)
class Source:
    """The name of a file without folders, and its text."""

    name: str
    text: str


def read_source(path: Path) -> Source:
    """Read one file. Raises InputError that names the file, what is wrong and how to mend it."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"{path}: no such file") from None
    except IsADirectoryError:
        raise InputError(f"{path}: is a folder; name the files in it, for instance {path}/*.txt") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    return Source(path.name, decode(data, str(path)))


def decode(data: bytes, name: str) -> str:
    """The text of the bytes of a file called `name`. Raises InputError when they are no UTF-8 text."""
    if not data.strip():
        raise InputError(f"{name}: is empty")
    if b"\0" in data[:65536]:
        raise InputError(f"{name}: is binary; pactgraph reads plain text in UTF-8")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{name}: is not UTF-8 (byte {error.start}); convert it, for instance with iconv -t UTF-8"
        raise InputError(message) from error
