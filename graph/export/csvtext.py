"""Comma-separated values (RFC 4180): UTF-8, one header line, lines ended by CRLF.

In: names of columns and rows of texts. Out: bytes.
"""

import csv
import io
from collections.abc import Iterable


def to_csv(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """The rows below their header; a text with a comma, a quotation mark or a line break is quoted."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue().encode()
