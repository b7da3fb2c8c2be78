"""Tab-separated values: UTF-8, one header line, a line per row.

In: names of columns and rows of plain values. Out: bytes. A tab or line break in a value becomes a space, because the format
(IANA text/tab-separated-values) has no way to write one.
"""

import re
from collections.abc import Iterable, Sequence

# Everything that some program takes for the end of a cell or line.
_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")


def to_tsv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The rows below their header."""
    lines = (columns, *rows)
    return "".join("\t".join(_BREAKS.sub(" ", str(cell)) for cell in line) + "\n" for line in lines).encode()
