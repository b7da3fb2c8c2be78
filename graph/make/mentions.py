"""What texts name, as a table.

In: the texts of documents. Out: tab-separated values, a row per mention of something that has a path, in the order of the
texts: the file, the 1-based paragraph, start and end in characters of that paragraph, the words, the class, the path below `/id/`.
"""

from collections.abc import Iterable

from extract.pipeline import Options, mentions_of
from extract.text.source import Source
from graph.rows import to_tsv

COLUMNS = ("document", "paragraph", "start", "end", "surface", "class", "id")


def to_mentions(sources: Iterable[Source], options: Options) -> bytes:
    """The mentions of documents. Raises InputError as `extract.pipeline` does."""
    rows = [
        (source.name, number, m.start, m.end, m.text, m.kind, m.path)
        for source in sources
        for number, m in mentions_of(source, options)
        if m.path
    ]
    return to_tsv(COLUMNS, rows)
