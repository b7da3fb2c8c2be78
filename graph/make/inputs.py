"""What a user names becomes the documents to read.

In: names of files, folders, zip archives and patterns (`reports/*.pdf`), `-` for standard input, and a manifest in CSV (RFC 4180). Out: one
input a document, in the order of the names, each with what the manifest says of it. Nothing is read before it is needed.
"""

import csv
import io
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from functools import partial
from pathlib import Path, PurePath

from extract.documents import parse_document
from extract.documents.archive import HEAD, is_collection, names_in, read_part
from extract.languages.load import language_codes
from extract.text.source import UNKNOWN, Options, Source, read_bytes, read_source
from graph.rdf.terms import dated
from ontology.errors import DataError, InputError

_COLUMNS = ("symbol", "language", "title", "date")


@dataclass(frozen=True, slots=True)
class Input:
    """A document to read: its name (`reports.zip/2017.pdf` in an archive), where its bytes are, and what is known of it."""

    name: str
    data: Callable[[], bytes]
    known: Options = UNKNOWN

    def read(self) -> Source:
        """The document. Raises InputError when it cannot be read."""
        return parse_document(self.data(), self.name)


def inputs_of(names: Iterable[str], manifest: str = "") -> list[Input]:
    """The documents behind all names, each once. Raises InputError for a manifest that does not fit them."""
    found = {entry.name: entry for name in names for entry in _expanded(name)}
    if manifest:
        found.pop(manifest, None)
        for name, known in _described(manifest, list(found)).items():
            found[name] = replace(found[name], known=known)
    return list(found.values())


def sources_of(names: Iterable[str]) -> Iterator[Source]:
    """The documents behind all names, read. Raises InputError for the first that cannot be read."""
    return (entry.read() for entry in inputs_of(names))


def _expanded(name: str) -> Iterator[Input]:
    path = Path(name)
    if name == "-":
        yield Input(name, sys.stdin.buffer.read)
    elif path.is_dir():
        yield from _all_of(path, "**/*", f"{name}: is a folder without files")
    elif any(sign in name for sign in "*?[") and not path.exists():
        yield from _all_of(
            Path(path.anchor), str(path.relative_to(path.anchor)), f"{name}: no file is called like this"
        )
    else:
        yield from _opened(path)


def _all_of(folder: Path, pattern: str, none: str) -> Iterator[Input]:
    """The files of a folder whose names fit a pattern; when there is none, an input that says so."""
    files = sorted(file for file in folder.glob(pattern) if file.is_file() and not _hidden(file.relative_to(folder)))
    for file in files:
        yield from _opened(file)
    if not files:
        yield Input(str(folder / pattern), partial(_refuse, none))


def _hidden(path: PurePath) -> bool:
    """Whether a file is a program's own: hidden, the lock of an open Word file, or what macOS puts beside files."""
    return any(part.startswith((".", "~$", "__MACOSX")) for part in path.parts)


def _opened(path: Path) -> Iterator[Input]:
    """A file, or the files in it where it is an archive."""
    if not _is_archive(path):
        yield Input(str(path), partial(read_bytes, path))
        return
    try:
        data = read_bytes(path)
        names = sorted(names_in(data, str(path))) if is_collection(data, str(path)) else []
    except InputError as error:
        yield Input(str(path), partial(_refuse, str(error)))
        return
    for part in (part for part in names if not _hidden(PurePath(part))):
        yield Input(f"{path}/{part}", partial(read_part, data, part, str(path)))
    if not names:
        yield Input(str(path), lambda: data)


def _is_archive(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(HEAD)) == HEAD
    except OSError:
        return False


def _refuse(message: str) -> bytes:
    raise InputError(message)


def _described(manifest: str, names: list[str]) -> dict[str, Options]:
    """What a manifest says of each input: its column `file` ends the name of one, the others are what is known of it."""
    rows = csv.DictReader(io.StringIO(read_source(Path(manifest)).text, newline=""))
    if "file" not in (rows.fieldnames or ()) or not set(_COLUMNS) & set(rows.fieldnames or ()):
        raise InputError(
            f"{manifest}: has no columns file and one of {', '.join(_COLUMNS)}; name them in its first line"
        )
    known: dict[str, Options] = {}
    for row in rows:
        place = f"{manifest}, line {rows.line_num}"
        wanted = PurePath(row["file"] or "").parts
        meant = [name for name in names if wanted and PurePath(name).parts[-len(wanted) :] == wanted]
        if len(meant) != 1 or meant[0] in known:
            said = "none" if not meant else "more than one, or one that another line names"
            raise InputError(f"{place}: {row['file']!r} is {said} of the files to read; write its path as it is named")
        known[meant[0]] = _checked({column: (row.get(column) or "").strip() for column in _COLUMNS}, place)
    return known


def _checked(row: dict[str, str], place: str) -> Options:
    try:
        if row["date"]:
            dated(row["date"])
    except DataError as error:
        raise InputError(f"{place}: {error}") from error
    if row["language"] not in ("", *language_codes()):
        raise InputError(f"{place}: {row['language']!r} is no language that is read: {', '.join(language_codes())}")
    return Options(**{field.name: row[field.name] for field in fields(Options) if field.name in row})
