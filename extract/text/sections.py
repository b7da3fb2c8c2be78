"""Paragraphs get their section and voice.

In: the paragraphs of a document. Out: for each its place among the sections: a reply starts with the name of a State or organization
alone on its line, followed by the language of the original in brackets, and all below it is that one's voice until the next reply or
chapter.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.languages.language import Language
from extract.mentions.names import Entry, strong_names
from extract.text.characters import Text

_ACTORS = ("State", "Organization")


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph in its section; `heading` is "" outside of one; `spoken` is false for headings and other marks.

    `language` is that of its words.
    """

    number: int
    text: Text
    heading: str
    speaker: Entry | None
    spoken: bool
    language: Language


def place(paragraphs: Sequence[Text], language: Language) -> list[Placed]:
    """Give each paragraph its section; numbers count from 1."""
    placed, heading, speaker = list[Placed](), "", None
    for number, text in enumerate(paragraphs, 1):
        following = paragraphs[number : number + 2]
        if any(language.sections.original.fullmatch(after.value) for after in following[:1]):
            heading = _plain(text.value, language)
            reply = language.sections.reply.match(heading)
            speaker = _named(reply["who"] if reply else heading, language)
            spoken = False
        elif language.sections.chapter.match(text.value) and not language.writing.sentence.search(text.value):
            heading, speaker, spoken = "", None, False
        else:
            governed = number > 1 and language.sections.governs.search(paragraphs[number - 2].value)
            issued = language.sections.issued.fullmatch(text.value) and not governed
            spoken = not (issued or language.sections.original.fullmatch(text.value))
        placed.append(Placed(number, text, heading, speaker, spoken, language))
    return placed


def _plain(heading: str, language: Language) -> str:
    """A heading without its footnote marks and without the short name in brackets behind it, unless that is part of the name."""
    while True:
        if _named(heading, language):
            return heading
        shorter = language.sections.heading_note.sub("", heading)
        if shorter == heading:
            return heading
        heading = shorter


def _named(heading: str, language: Language) -> Entry | None:
    """The actor that the whole heading names."""
    found = strong_names(language.code).find(heading)
    if len(found) == 1 and found[0][:2] == (0, len(heading)) and found[0][2].kind in _ACTORS:
        return found[0][2]
    return None
