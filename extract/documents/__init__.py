"""Files of any format become sources.

In: a path, or the bytes of a file. Out: a `Source`. A format is known by its content, never by the file's name; each has one module
here, with a function that says whether bytes are of its format and one that reads them.
"""

from collections.abc import Callable
from pathlib import Path

from extract.documents import akn, html, pdf, word
from extract.documents.apart import read_apart
from extract.text.source import Source, decode, read_bytes
from ontology.errors import InputError

# For each format what tells it from others, and what reads it.
_FORMATS: tuple[tuple[Callable[[bytes], bool], Callable[[bytes, str], Source]], ...] = (
    (pdf.claims, pdf.parse),
    (word.claims, word.parse),
    (akn.claims, akn.parse),
    (html.claims, html.parse),
)


# What files of other formats begin with, and what to do with them.
_OTHERS = {
    b"\xd0\xcf\x11\xe0": "is an old Word or Office file; save it as DOCX",
    b"{\\rtf": "is RTF; save it as DOCX",
    b"<?xml": "is XML of another kind than Akoma Ntoso; pactgraph does not know it",
    b"PK\x03\x04": "is an archive, but no Word document; unpack it, or save it as DOCX",
}


def read_document(path: Path) -> Source:
    """Read one file. Raises InputError that names the file, what is wrong and how to mend it."""
    return parse_document(read_bytes(path), str(path))


def parse_document(data: bytes, name: str) -> Source:
    """The document in the bytes of a file called `name`; plain text, where no format claims them. Raises InputError."""
    for claims, parse in _FORMATS:
        if claims(data):
            return read_apart(parse, data, name)
    for head, what in _OTHERS.items():
        if data.lstrip()[: len(head)] == head:
            raise InputError(f"{name}: {what}")
    return Source(Path(name).name, decode(data, name))
