"""A place in a paragraph where something is named."""

from collections.abc import Iterator
from dataclasses import dataclass

# Classes of mentions that are no entities: TITLE, RELATIVE and SAME (an event named before) are still open; NUMBER is how an
# open resolution was recognized, GROUP words that stand for several.
DATE, QUOTATION, TITLE, RELATIVE, SAME, NUMBER = "Date", "Quotation", "Title", "Relative", "Same", "number"
GROUP = "group"


@dataclass(frozen=True, slots=True)
class Mention:
    """Offsets in the paragraph's text, the class, the path, the words, and how it was recognized.

    `how` is one of name, short, title, form, anaphor, group, date. `date` is ISO 8601 at the precision given: the value of a date, or
    the date that belongs to a law or an event. `inner` are the names inside it, such as the organ of a resolution, or
    the others of a group; `aliases` are other names that it is given here, such as the title of a law that has a number too.
    """

    start: int
    end: int
    kind: str
    path: str
    text: str
    how: str
    date: str = ""
    inner: tuple["Mention", ...] = ()
    aliases: tuple[str, ...] = ()

    def all(self) -> Iterator["Mention"]:
        """The mention and every one inside it."""
        yield self
        for inner in self.inner:
            yield from inner.all()

    def shifted(self, by: int) -> "Mention":
        """The same mention `by` characters further on."""
        if not by:
            return self
        inner = tuple([m.shifted(by) for m in self.inner])
        place = self.start + by, self.end + by
        return Mention(*place, self.kind, self.path, self.text, self.how, self.date, inner, self.aliases)


def settle(mentions: list[Mention]) -> list[Mention]:
    """Of mentions that overlap, the one that starts first, then the longest; in order."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
        elif mention.end > kept[-1].end and mention.start == kept[-1].start:
            kept[-1] = mention
    return kept
