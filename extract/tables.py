"""Annex tables of events: one row, one event.

In: the paragraphs below a line of column names, cell after cell, as they come out of a PDF: a cell's last line ends a paragraph, and
cells that share a line stand apart by a space between Chinese characters. Out: rows of cells, and the claims of each row: who organized
the event, who visited whom, and who took part by the title of the table.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import regex

from extract.dates import find_dates
from extract.encode import encode
from extract.language import Language
from extract.memory import Memory
from extract.mention import Mention
from extract.mentions import find_mentions
from extract.names import Entry
from extract.sections import Placed
from extract.sentences import Sentence
from extract.slug import slug
from extract.statements import Claim
from extract.text import Text, join

RULE = "row of a table of events"
_CONFIDENCE = 0.9
_COLUMNS = ("date", "event", "organizer", "place")
_LEAST = 3
_BREAK = regex.compile(r"[\p{Han})》”’\]]\Z")
_NUMBER = regex.compile(r"[\d(]")


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row in the order of `_COLUMNS`, and the paragraph it starts in."""

    cells: tuple[Text, ...]
    placed: Placed


@dataclass(slots=True)
class Table:
    """A table that is being read: `title` stands above it."""

    title: Text
    columns: tuple[str, ...]
    _cells: list[Text] = field(default_factory=list)
    _placed: Placed | None = None

    def feed(self, placed: Placed, source: str, language: Language) -> Iterator[Row]:
        """Take in one paragraph; a row comes out when the next one begins."""
        for cell in split(placed.text, source):
            opens = any(form.pattern.match(cell.value) for form in language.dates)
            if opens and not (self._cells and language.tables.date_open.search(self._cells[-1].value)):
                yield from self.close()
                self._cells, self._placed = [cell], placed
            elif self._cells and (_NUMBER.match(cell.value) or language.tables.date_open.search(self._cells[-1].value)):
                self._cells[-1] = join([self._cells[-1], cell])
            elif self._cells and len(self._cells) < len(self.columns):
                self._cells.append(cell)

    def close(self) -> Iterator[Row]:
        """The row that is still open."""
        if self._placed and len(self._cells) >= _LEAST:
            yield Row(tuple(self._cells), self._placed)
        self._cells = []


def split(text: Text, source: str) -> list[Text]:
    """The cells of a line: where only a space stood between two characters of Chinese, a new cell begins."""
    cuts = [0]
    for start, origin in zip(text.starts[1:], text.origins[1:], strict=True):
        before = text.origin(start - 1) + 1
        if source[before:origin].isspace() and "\n" not in source[before:origin] and _apart(text.value, start):
            cuts.append(start)
    return [text.cut(a, b) for a, b in zip(cuts, [*cuts[1:], len(text.value)], strict=True) if b > a]


def _apart(value: str, at: int) -> bool:
    return bool(_BREAK.search(value[:at][-1:]) and regex.match(r"[\p{Han}《“(]", value[at : at + 1]))


def open_table(placed: Placed, title: Text, source: str, language: Language) -> Table | None:
    """A table, if the paragraph is the line of its column names."""
    names = [cell.value for cell in split(placed.text, source)]
    columns = tuple(role for name in names for role in _COLUMNS if name in getattr(language.tables, role))
    return Table(title, columns) if len(columns) == len(names) and columns[:_LEAST] == _COLUMNS[:_LEAST] else None


def claims_of(row: Row, table: Table, language: Language, memory: Memory) -> tuple[Sentence, list[Claim], list[Mention]]:
    """What one row states: its text as a sentence, the claims, and everything it names."""
    year = next((m.date[:4] for m in find_dates(table.title.value, language, "")), memory.year)
    date = next((m.date for m in find_dates(row.cells[0].value, language, year)), "")
    name = find_mentions(row.cells[1].value, language, memory)
    hosts = [m for m in find_mentions(row.cells[2].value, language, memory) if m.kind in ("State", "Organization")]
    event = _event(row.cells[1].value, date, language)
    text = join(row.cells)
    claims = [_claim(Entry(m.path, m.kind), "organized", event, date, text, table) for m in hosts]
    claims += _visits(row.cells[1].value, name, hosts, date, text, table, language)
    claims += _attendance(event, date, text, table, language, memory)
    mention = Mention(0, 0, event.kind, event.path, row.cells[1].value, "form", date)
    return Sentence(text, (), 0), claims, [mention, *name, *hosts]


def _event(name: str, date: str, language: Language) -> Entry:
    kind = next((form.kind for form in language.events if form.pattern.search(name)), "Meeting")
    return Entry(f"{kind.lower()}/{slug(date[:4], name)}", kind)


def _claim(
    subject: Entry, relation: str, target: Entry, date: str, text: Text, table: Table, status: str = "asserted"
) -> Claim:
    return Claim(subject, relation, target, status, date, table.title.value, 0, len(text.value), RULE, _CONFIDENCE, True)


def _visits(
    name: str, mentions: Sequence[Mention], hosts: Sequence[Mention], date: str, text: Text, table: Table, language: Language
) -> list[Claim]:
    """A row that is a visit: those named as visitors, or else the hosts that are no State, visited the State."""
    encoded = encode(name, mentions, language)
    match = language.tables.visit.search(encoded.text)
    if not match:
        return []
    visited = encoded.mentions[match.start("state")]
    visitors = [m for _, m in encoded.inside(0, match.start()) if m.kind == "Organization"]
    visitors = visitors or [m for m in hosts if m.kind == "Organization"][:1]
    target = Entry(visited.path, visited.kind)
    return [_claim(Entry(m.path, m.kind), "visited", target, date, text, table) for m in visitors]


def _attendance(event: Entry, date: str, text: Text, table: Table, language: Language, memory: Memory) -> list[Claim]:
    """The title of the table may say whose events these are: those that a committee attended, or did not."""
    match = language.tables.attended.search(table.title.value)
    actors = [m for m in find_mentions(table.title.value, language, memory) if m.kind in ("State", "Organization")]
    if not (match and actors and actors[0].start < match.start()):
        return []
    status = "negated" if match["not"] else "asserted"
    return [_claim(Entry(actors[0].path, actors[0].kind), "participatesIn", event, date, text, table, status)]
