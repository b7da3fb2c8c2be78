"""Names of States that the text of a PDF parts within a word: "Ne therlands" in a list of votes.

In: a paragraph and the names found in it. Out: mentions of the items of lists that are a State's name but for a space, beside other
States. Outside of lists nothing is put together: "I ran" is no State.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import regex

from extract.mentions.mention import Mention
from extract.mentions.names import Entry
from ontology.authority import load_authority

_ITEM = regex.compile(r"(?:(?<=[,،:] )|^)\p{L}[^,،.:;\n]{3,70}(?=[,،.]|$)")
_SPACED = regex.compile(r"\w\s\w|\s-|-\s")
_FEW = 3
_LINK = 2


def broken_names(text: str, code: str, found: Sequence[Mention]) -> Iterator[Mention]:
    """The broken names of a paragraph, which cover what is found inside them."""
    states = [m for m in found if m.kind == "State"]
    if len(states) < _FEW:
        return
    known, whole = _squeezed(code), {(m.start, m.end) for m in found}
    starts, ends = {m.start for m in states}, {m.end for m in states}
    for item in _ITEM.finditer(text):
        start, end = item.span()
        listed = start - _LINK in ends or end + _LINK in starts
        if listed and (start, end) not in whole and _SPACED.search(item.group()):
            entry = known.get(_squeeze(item.group()))
            if entry:
                ends.add(end)
                yield Mention(start, end, entry.kind, entry.path, item.group(), "name")


@cache
def _squeezed(code: str) -> Mapping[str, Entry]:
    """The names of States without spaces and signs."""
    rows = load_authority().names(code)
    return {_squeeze(name.text): Entry(e.path, e.kind) for name, e in rows if e.kind == "State"}


def _squeeze(name: str) -> str:
    return regex.sub(r"[\W_]", "", name)
