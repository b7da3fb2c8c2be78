"""Writing results: whole or not at all.

In: bytes and where they go, a path or `-` for standard output. Out: the file, complete, or the old file untouched.
"""

import os
import secrets
import sys
from collections.abc import Mapping
from pathlib import Path

from ontology.errors import PactgraphError


def write_output(target: str, data: bytes) -> None:
    """Write `data` to standard output when `target` is `-`, else to the file of that name, as write_atomically does."""
    if target == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        write_atomically(Path(target), data)


def write_folder(target: str, contents: Mapping[str, bytes]) -> None:
    """Write files by their names into a folder; others in it stay. Raises PactgraphError when it cannot be written to."""
    folder = made_folder(target)
    for name, data in contents.items():
        write_atomically(folder / name, data)


def made_folder(target: str) -> Path:
    """The folder of that name, which is made when it is not there. Raises PactgraphError when it cannot be."""
    folder = Path(target)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"{target}: cannot be made a folder: {error.strerror}; name another one"
        raise PactgraphError(message) from error
    return folder


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` beside `path` and move it there, so that nobody ever sees half a file.

    A link is followed; what exists and is no regular file (a pipe, /dev/null) is written to directly.
    Raises PactgraphError when the place cannot be written to.
    """
    path = Path(os.path.realpath(path))
    if path.is_dir():
        message = f"{path}: is a folder; name a file in it to write to"
        raise PactgraphError(message)
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            _replace(path, data)
    except OSError as error:
        message = f"{path}: cannot be written: {error.strerror}; name a folder that exists and that you may write to"
        raise PactgraphError(message) from error


def _replace(path: Path, data: bytes) -> None:
    draft = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}.part")
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            draft.chmod(path.stat().st_mode & 0o7777)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
