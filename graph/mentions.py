"""What a text names, as a table.

In: the text of a document. Out: tab-separated values, a row per mention of something that has a path, in the order of the
text: the 1-based paragraph, start and end in characters of that paragraph, the class, the path below `/id/`, the words.
"""

from extract.pipeline import Options, mentions_of
from extract.source import Source
from graph.tsv import to_tsv

COLUMNS = ("paragraph", "start", "end", "class", "id", "name")


def to_mentions(source: Source, options: Options) -> bytes:
    """The mentions of one document. Raises InputError as `extract.pipeline` does."""
    found = mentions_of(source, options)
    return to_tsv(COLUMNS, [(number, m.start, m.end, m.kind, m.path, m.text) for number, m in found if m.path])
