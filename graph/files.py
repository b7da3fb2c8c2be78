"""Writing results: whole or not at all.

In: bytes and where they go, a path or `-` for standard output. Out: the file, complete, or the old file untouched.
"""

import os
import secrets
import sys
from pathlib import Path

from ontology.errors import PactgraphError


def write_output(target: str, data: bytes) -> None:
    """Write `data` to standard output when `target` is `-`, else to the file of that name, as write_atomically does."""
    if target == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        write_atomically(Path(target), data)


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
