"""The ledger of refusals: where a document had a cue and yet gave no statement, and why.

In: readings. Out: tab-separated values, a row per refusal in the order of documents and places. Offsets as in `extract.model`.
"""

from collections.abc import Iterable
from dataclasses import astuple, fields

from extract.model import Reading, Refusal
from graph.rows import to_tsv

COLUMNS = tuple(field.name for field in fields(Refusal))


def to_ledger(readings: Iterable[Reading]) -> bytes:
    """All refusals of all readings; the order of the readings does not matter."""
    return to_tsv(COLUMNS, sorted({astuple(refusal) for reading in readings for refusal in reading.refusals}))
