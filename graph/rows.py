"""Rows as text in UTF-8, one header line above them: comma- and tab-separated values.

In: names of columns and rows of plain values. Out: bytes.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence

# Everything that some program takes for the end of a cell or line.
_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")


def to_csv(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """Comma-separated values (RFC 4180), lines ended by CRLF; a text with a comma, a quotation mark or a line break is quoted."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue().encode()


def to_tsv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Tab-separated values (IANA text/tab-separated-values). That format has no way to write a tab or line break: they become a space."""
    lines = (columns, *rows)
    return "".join("\t".join(_BREAKS.sub(" ", str(cell)) for cell in line) + "\n" for line in lines).encode()
