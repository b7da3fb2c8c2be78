"""A document as its text, with what the file itself says of it.

In: a path of a plain text. Out: a `Source` with the decoded text, unchanged, so that offsets lead back to the file. UTF-8 (RFC 3629),
with or without a byte order mark. The readers of `extract.documents` make sources of other formats.
"""

from bisect import bisect_right
from dataclasses import dataclass, fields
from pathlib import Path

from ontology.errors import InputError

# The longest reports of the United Nations have some 2,000 pages, 6 million characters; as PDF with pictures less than 100 MB.
LARGEST = 100_000_000  # bytes
LONGEST = 20_000_000  # characters


@dataclass(frozen=True, slots=True)
class Options:
    """What is known of a document before its text is read, by the user or from the file's own fields; "" is unknown.

    `date` is ISO 8601, `session` a number; `work` and `expression` are IRIs of Akoma Ntoso (OASIS LegalDocML, Naming Convention);
    `vote` is how many voted for a resolution, against it and abstained (`174-2-1`), or `without a vote`.
    """

    symbol: str = ""
    language: str = ""
    title: str = ""
    date: str = ""
    session: str = ""
    work: str = ""
    expression: str = ""
    vote: str = ""

    def over(self, other: "Options") -> "Options":
        """These, and those of another where these are unknown."""
        return Options(*(getattr(self, field.name) or getattr(other, field.name) for field in fields(Options)))


UNKNOWN = Options()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands in its file from `start` on: a page from 1 (0 without pages), the id of an element ("" without).

    `language` is the code of that part's language where it is another one than the document's, else "".
    """

    start: int
    page: int = 0
    anchor: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """The name of a file without folders, its text, and what the file says of itself.

    With `parted`, each line of the text is a whole paragraph, and tabs part the cells of a row. `places` are in order; there
    are none where a format knows neither pages nor ids. `links` are the symbols that the file itself links to, each with the id of
    the element it does so in, `pictures` the pages that are a picture without text.
    """

    name: str
    text: str
    known: Options = UNKNOWN
    parted: bool = False
    places: tuple[Place, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    pictures: tuple[int, ...] = ()

    def place(self, offset: int) -> Place:
        """Where the character at `offset` stands in the file."""
        number = bisect_right(self.places, offset, key=lambda place: place.start)
        return self.places[number - 1] if number else Place(0)


def read_source(path: Path) -> Source:
    """Read one file of plain text. Raises InputError that names the file, what is wrong and how to mend it."""
    return Source(path.name, decode(read_bytes(path), str(path)))


def read_bytes(path: Path, largest: int | None = LARGEST) -> bytes:
    """All bytes of one file, at most `largest`. Raises InputError that names the file, what is wrong and how to mend it."""
    try:
        with path.open("rb") as file:
            data = file.read(-1 if largest is None else largest + 1)
    except FileNotFoundError:
        raise InputError(f"{path}: no such file") from None
    except IsADirectoryError:
        raise InputError(f"{path}: is a folder; name the files in it, for instance {path}/*.txt") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    if largest is not None and len(data) > largest:
        raise InputError(f"{path}: has more than {largest:,} bytes; pactgraph reads no larger file; split it")
    return data


def within(text: str, name: str, longest: int | None = LONGEST) -> str:
    """The text of a file called `name`. Raises InputError when it has more than `longest` characters."""
    if longest is not None and len(text) > longest:
        raise InputError(f"{name}: has {len(text):,} characters of text; pactgraph reads up to {longest:,}; split it")
    return text


def decode(data: bytes, name: str, longest: int | None = LONGEST) -> str:
    """The text of the bytes of a file called `name`. Raises InputError when they are no UTF-8 text, or longer than `longest`."""
    if not data.strip():
        raise InputError(f"{name}: is empty")
    if b"\0" in data[:65536]:
        raise InputError(f"{name}: is binary; pactgraph reads plain text in UTF-8")
    try:
        return within(data.decode("utf-8-sig"), name, longest)
    except UnicodeDecodeError as error:
        message = f"{name}: is not UTF-8 (byte {error.start}); convert it, for instance with iconv -t UTF-8"
        raise InputError(message) from error
