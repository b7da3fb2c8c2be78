"""Paragraphs of a file become one text.

In: paragraphs in reading order, as a reader of some format finds them. Out: a `Source` with one line for each.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path

from extract.text.source import Options, Place, Source, within
from ontology.errors import InputError


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a row with tabs between its cells; `places` start within the text, the first at 0 if there are any."""

    text: str
    places: tuple[Place, ...] = ()


def clean(text: str) -> str:
    """Words of a file without line breaks, tabs and whatever other white space its format had between them."""
    return " ".join(text.split())


def row_of(cells: Iterable[str], places: tuple[Place, ...] = ()) -> Paragraph:
    """The row of a table; a table of one column is a list of paragraphs."""
    return Paragraph("\t".join(map(clean, cells)), places)


def to_source(name: str, paragraphs: Iterable[Paragraph], known: Options) -> Source:
    """The text of all paragraphs that are not empty. Raises InputError when there are none."""
    held = [paragraph for paragraph in paragraphs if paragraph.text.strip()]
    if not held:
        raise InputError(f"{name}: holds no text")
    starts = accumulate((len(paragraph.text) + 1 for paragraph in held), initial=0)
    places = [
        replace(place, start=start + place.start)
        for start, paragraph in zip(starts, held, strict=False)
        for place in paragraph.places
    ]
    text = within("".join(f"{paragraph.text}\n" for paragraph in held), name)
    return Source(Path(name).name, text, known, parted=True, places=tuple(places))
