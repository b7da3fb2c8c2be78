"""What the recognizers of mentions look at: one paragraph, its language, and what the document has introduced so far."""

from dataclasses import dataclass

from extract.language import Language
from extract.memory import Memory
from extract.mention import DATE, Mention

_MASK, _DATED = "\N{WHITE SQUARE}", "\N{BLACK SQUARE}"


@dataclass(frozen=True, slots=True)
class Scope:
    """The text of a paragraph, its language, the memory of the document, and the mentions found so far, in order."""

    text: str
    language: Language
    memory: Memory
    mentions: tuple[Mention, ...] = ()

    def sentence_start(self, at: int) -> int:
        """Where the sentence begins that the character at `at` belongs to."""
        return max((m.end() for m in self.language.writing.sentence.finditer(self.text, 0, at)), default=0)

    def sentence_end(self, at: int) -> int:
        """Where the sentence ends that the character at `at` belongs to."""
        return next((m.end() for m in self.language.writing.sentence.finditer(self.text, at)), len(self.text))

    def date_of(self, start: int, end: int) -> str:
        """When what is named from `start` to `end` took place: the date behind it in brackets, else the last one before it."""
        dates = [m for m in self.mentions if m.kind == DATE]
        behind = [m.date for m in dates if m.start == end or (m.start == end + 1 and self.text[end] == "(")]
        before = [m.date for m in dates if self.sentence_start(start) <= m.start < end]
        return next(iter(behind + before[::-1]), "")

    def masked(self) -> str:
        """The text with quotations, names and titles blotted out, so that their words begin nothing; dates have a blot of their own."""
        text = self.text
        blots = [(m.span(), _MASK) for m in self.language.naming.quoted.finditer(text)]
        blots += [((m.start, m.end), _DATED if m.kind == DATE else _MASK) for m in self.mentions]
        for (start, end), blot in blots:
            text = text[:start] + blot * (end - start) + text[end:]
        return text

    def overlaps(self, start: int, end: int) -> bool:
        """Whether something other than a date is already named between `start` and `end`."""
        return any(m.start < end and start < m.end for m in self.mentions if m.kind != DATE)
