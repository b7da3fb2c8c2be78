"""Annex tables of events: one row, one event.

In: the paragraphs below a line of column names, cell after cell, as they come out of a PDF: a cell's last line ends a paragraph, and
cells that share a line stand apart by a space between Chinese characters. Out: rows of cells, and the claims of each row: who organized
the event, who visited whom, and who took part by the title of the table.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import regex

from extract.languages.language import Language
from extract.measured import confidence
from extract.mentions.dates import find_dates
from extract.mentions.keys import event_path
from extract.mentions.memory import Memory
from extract.mentions.mention import Mention
from extract.mentions.names import Entry
from extract.mentions.occasions import EVENTS
from extract.mentions.recognize import find_mentions
from extract.mentions.slug import slug
from extract.statements.claim import Claim
from extract.statements.encode import Encoded, encode
from extract.text.characters import Text, join
from extract.text.sections import Placed

RULE = "row of a table of events"
_ESTIMATE = 0.9
_COLUMNS = ("date", "event", "organizer", "place")
_LEAST = 3
_ACTORS = ("State", "Organization")
_BREAK = regex.compile(r"[\p{Han})》”’\]]\Z")
_NUMBER = regex.compile(r"[\d(]")


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row in the order of `_COLUMNS`, and the paragraph it starts in."""

    cells: tuple[Text, ...]
    placed: Placed


@dataclass(slots=True)
class Table:
    """A table that is being read: `title` stands above it; `parted` when tabs part its cells."""

    title: Text
    columns: tuple[str, ...]
    parted: bool = False
    _cells: list[Text] = field(default_factory=list)
    _placed: Placed | None = None
    _held: dict[str, str] = field(default_factory=dict)

    def feed(self, placed: Placed, source: str, language: Language) -> Iterator[Row]:
        """Take in one paragraph; a row comes out when the next one begins."""
        if cells := cells_of(placed.text):
            yield from self.close()
            if any(form.pattern.match(cells[0].value) for form in language.dates):
                self._cells, self._placed = cells, placed
            return
        for cell in split(placed.text, source):
            date = next(filter(None, (form.pattern.match(cell.value) for form in language.dates)), None)
            goes_on = bool(self._cells and language.tables.date_open.search(self._cells[-1].value))
            if date and not goes_on and len(self._cells) != 1:
                yield from self.close()
                rest = cell.cut(date.end(), len(cell.value))
                whole = not rest.value or language.tables.date_open.search(cell.value)
                self._cells, self._placed = [cell] if whole else [cell.cut(0, date.end()), rest], placed
            elif self._cells and (goes_on or (len(self._cells) > 1 and _NUMBER.match(cell.value))):
                self._cells[-1] = join([self._cells[-1], cell])
            elif self._cells and len(self._cells) < len(self.columns):
                self._cells.append(cell)

    def event(self, name: str, date: str, language: Language) -> Entry:
        """The event of a row; of several with one name in one year, all but the first are called by their day."""
        kind = next((form.kind for form in language.events if form.pattern.search(name)), "Meeting")
        path = event_path(kind, name, date, language.code)
        first = self._held.setdefault(path, date)
        return Entry(path if date == first else f"{kind.lower()}/{slug(date, name)}", kind)

    def close(self) -> Iterator[Row]:
        """The row that is still open."""
        if self._placed and len(self._cells) >= _LEAST:
            yield Row(tuple(self._cells), self._placed)
        self._cells = []


def cells_of(row: Text) -> list[Text]:
    """The cells of a row whose file has tables; none of a paragraph."""
    tabs = [at for at, letter in enumerate(row.value) if letter == "\t"]
    return [row.cut(a + 1, b) for a, b in pairwise([-1, *tabs, len(row.value)])] if tabs else []


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
    if not any(placed.text.value.startswith(name) for name in language.tables.date):
        return None
    names = [cell.value for cell in cells_of(placed.text) or split(placed.text, source)]
    columns = tuple(role for name in names for role in _COLUMNS if name in getattr(language.tables, role))
    parted = "\t" in placed.text.value
    return (
        Table(title, columns, parted) if len(columns) == len(names) and columns[:_LEAST] == _COLUMNS[:_LEAST] else None
    )


@dataclass(frozen=True, slots=True)
class Stated:
    """What a row states: its text, the claims, and everything it names."""

    text: Text
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]


def read_row(row: Row, table: Table, language: Language, memory: Memory) -> Stated:
    """The statements of one row: who organized the event, who visited whom, who took part by the title of the table."""
    year = next((m.date[:4] for m in find_dates(table.title.value, language, "")), memory.year[:4])
    date = next((m.date for m in find_dates(row.cells[0].value, language, year)), "")
    name = find_mentions(row.cells[1].value, language, memory)
    hosts = _actors(row.cells[2], language, memory)
    event = table.event(row.cells[1].value, date, language)
    text = join(row.cells)
    shared = _shared(table, text, language)
    claims = [Claim(host, "organized", event, "asserted", date, *shared) for host in hosts]
    encoded = encode(row.cells[1].value, _names(name), language)
    for visitor, state in _visits(encoded, hosts, language):
        claims.append(Claim(visitor, "visited", state, "asserted", date, *shared))
    guests = [*((guest, "asserted") for guest in _guests(encoded, language)), *_attendance(table, language, memory)]
    claims += [Claim(guest, "participatesIn", event, status, date, *shared) for guest, status in guests]
    mention = Mention(0, 0, event.kind, event.path, row.cells[1].value, "form", date)
    return Stated(text, tuple(claims), (mention, *name, *find_mentions(row.cells[2].value, language, memory)))


def _shared(table: Table, text: Text, language: Language) -> tuple[str, int, int, str, float]:
    """What all claims of a row share: the cue is the title of the table, the words are the whole row."""
    return table.title.value, 0, len(text.value), RULE, confidence(language.code, RULE, _ESTIMATE)


def _actors(cell: Text, language: Language, memory: Memory) -> list[Entry]:
    found = find_mentions(cell.value, language, memory)
    return [Entry(m.path, m.kind) for m in found if m.kind in _ACTORS]


def _names(mentions: Sequence[Mention]) -> list[Mention]:
    """What the name of an event names, whether it was itself recognized as an event or not."""
    return [each for m in mentions for each in (m.inner if m.kind in EVENTS else (m,))]


def _visits(name: Encoded, hosts: Sequence[Entry], language: Language) -> Iterator[tuple[Entry, Entry]]:
    """A row that is a visit: those named as visitors, or else the first host that is no State, visited the State."""
    if match := language.tables.visit.search(name.text):
        state = name.mentions[match.start("state")]
        for visitor in _visitors(name, match) or [host for host in hosts if host.kind == "Organization"][:1]:
            yield visitor, Entry(state.path, state.kind)


def _visitors(name: Encoded, visit: regex.Match[str]) -> list[Entry]:
    return [Entry(m.path, m.kind) for _, m in name.inside(0, visit.start()) if m.kind == "Organization"]


def _guests(name: Encoded, language: Language) -> list[Entry]:
    """Those who take part by the name of the event: visitors, whom the host met, and a list in brackets."""
    visit, guest = language.tables.visit.search(name.text), language.tables.guest.search(name.text)
    listed = [Entry(m.path, m.kind) for _, m in name.inside(*guest.span("guest"))] if guest else []
    return [*(_visitors(name, visit) if visit else ()), *(who for who in listed if who.kind in _ACTORS)]


def _attendance(table: Table, language: Language, memory: Memory) -> Iterator[tuple[Entry, str]]:
    """The title of the table may say whose events these are: those that a body attended, or did not."""
    if match := language.tables.attended.search(table.title.value):
        for guest in _actors(table.title.cut(0, match.start()), language, memory)[:1]:
            yield guest, "negated" if match["not"] else "asserted"
