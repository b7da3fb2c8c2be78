"""What lies in a zip archive, within limits.

In: the bytes of an archive (PKWARE APPNOTE 6.3). Out: the names of its files and the bytes of one. What an archive says of the size of its
files is not believed: no more is unpacked than a document may have.
"""

import io
import zipfile
import zlib
from collections.abc import Sequence

from extract.text.source import LARGEST
from ontology.errors import InputError

HEAD = b"PK\x03\x04"
MOST_FILES = 10_000
_WORD = "word/document.xml"


def names_in(data: bytes, name: str) -> Sequence[str]:
    """The names of the files in an archive called `name`. Raises InputError when it is broken or holds too many."""
    names = [entry.filename for entry in _opened(data, name).infolist() if not entry.is_dir()]
    if len(names) > MOST_FILES:
        raise InputError(
            f"{name}: holds {len(names):,} files; pactgraph reads up to {MOST_FILES:,}; unpack it and name a part"
        )
    return names


def is_collection(data: bytes, name: str) -> bool:
    """Whether an archive holds files that people put there, and is no document of Word or another program by itself."""
    return not {"[Content_Types].xml", "mimetype", _WORD} & set(names_in(data, name))


def read_part(data: bytes, part: str, name: str) -> bytes:
    """The bytes of one file in an archive called `name`. Raises InputError when it is broken, locked or too large."""
    try:
        with _opened(data, name).open(part) as file:
            unpacked = file.read(LARGEST + 1)
    except KeyError:
        raise InputError(f"{name}: holds no {part}; get the file again") from None
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OSError) as error:
        raise InputError(
            f"{name}: {part} cannot be unpacked ({error}); get the file again, without a password"
        ) from error
    if len(unpacked) > LARGEST:
        raise InputError(f"{name}: {part} unpacks to more than {LARGEST:,} bytes; pactgraph reads no larger file")
    return unpacked


def _opened(data: bytes, name: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
        raise InputError(f"{name}: is a broken archive ({error}); get the file again") from error
