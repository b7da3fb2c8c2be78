"""The whole way of a document: source, paragraphs, sections, mentions, sentences, statements.

In: a file, or its text. Out: a `Reading`. Each step is a pure function of its input; the only state is the memory of the document
that is being read.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from extract.documents import read_document
from extract.languages.forms import Modality
from extract.languages.language import Language
from extract.languages.load import load_language
from extract.mentions.implied import organ
from extract.mentions.memory import Memory
from extract.mentions.mention import Mention
from extract.mentions.names import Entry
from extract.mentions.occasions import EVENTS
from extract.mentions.recognize import find_mentions
from extract.mentions.symbols import symbol_path
from extract.model import Reading
from extract.statements.claim import Setting
from extract.statements.collect import Collector
from extract.statements.encode import Encoded, encode
from extract.statements.read import find_statements
from extract.statements.sentences import Sentence, inline_items, item_mark, mood_of, sentences, topic_of, unmarked
from extract.statements.tables import Row, Table, open_table, read_row
from extract.statements.treated import Treated
from extract.text.characters import Text
from extract.text.describe import author, describe, detect_language, draft_of, publisher, reviewed
from extract.text.layout import paragraphs, star_notes, unwrapped
from extract.text.sections import Placed, place
from extract.text.source import UNKNOWN, Options, Source

__all__ = ["UNKNOWN", "Options", "mentions_of", "read", "read_text"]

_OPEN = "open"


def read(file: Path, options: Options = UNKNOWN) -> Reading:
    """Read one file. Raises InputError when it cannot be read."""
    return read_text(read_document(file), options)


def read_text(source: Source, options: Options = UNKNOWN, voice: Entry | None = None) -> Reading:
    """Read one document whose text is at hand; `voice` speaks where the document does not say who does."""
    walk = Walk(source, options, voice)
    for placed, mentions in walk.mentions():
        walk.collector.names(mentions, placed.language.code)
        if placed.spoken:
            walk.paragraph(placed, mentions)
    walk.finish()
    return walk.collector.reading()


def mentions_of(source: Source, options: Options = UNKNOWN) -> list[tuple[int, Mention]]:
    """All mentions of a document, each with the 1-based number of its paragraph and offsets in that paragraph.

    Names inside longer names, titles and events are among them.
    """
    walk = Walk(source, options)
    return [(placed.number, m) for placed, found in walk.mentions() for mention in found for m in mention.all()]


class Walk:
    """One way through one document."""

    def __init__(self, source: Source, options: Options, voice: Entry | None = None) -> None:
        options = options.over(source.known)
        self.language = load_language(options.language or detect_language(source.text))
        self._texts = paragraphs(source.text, parted=source.parted)
        document = describe(source, self._texts, self.language, options)
        told = voice or organ(symbol_path(document.symbol)[0]) or author(self._texts, self.language)
        self._author = told or publisher()
        self._told = told is not None
        self._draft = draft_of(document, self._texts, self.language)
        self._year = reviewed(self._texts, self.language)
        self._recent = self._year or document.date
        self._memory = self._fresh(self.language)
        notes = star_notes(source.text, self._texts) if self._draft else []
        self._placed = [self._spoken(placed, source) for placed in place([*self._texts, *notes], self.language)]
        dated = document.symbol or document.date
        self._unrelated = (
            not source.parted
            and unwrapped(source.text)
            and not dated
            and not any(placed.speaker for placed in self._placed)
        )
        self._source = source
        self._table: Table | None = None
        self._before = Text("", (), ())
        self._intro: Sentence | None = None
        self._mark = _OPEN
        self._alone = ""
        self._event: Mention | None = None
        self._treated = Treated()
        self.collector = Collector(document, source, self._author)

    def _fresh(self, language: Language) -> Memory:
        """The memory of a reader at the beginning of the document, or of a part in a language of its own."""
        memory = Memory(language.code)
        memory.author, memory.year, memory.reviews = self._author, self._recent, bool(self._year)
        memory.enter(self._author, told=self._told)
        return memory

    def _spoken(self, placed: Placed, source: Source) -> Placed:
        """A paragraph in the language that the source says it has, if it does."""
        code = source.place(placed.text.origin(0)).language
        return replace(placed, language=load_language(code)) if code else placed

    def mentions(self) -> Iterator[tuple[Placed, list[Mention]]]:
        """Each paragraph with what it names, in reading order; a part in a language of its own begins with nothing known.

        Lines without page, symbol, date or speaker are a list of sentences, no document: nothing holds from one to the next.
        """
        heading = apart = ""
        for placed in self._placed:
            if (told := self._source.place(placed.text.origin(0)).language) != apart:
                self._memory, self._intro, apart = self._fresh(placed.language), None, told
            if placed.heading != heading:
                heading = placed.heading
                self._memory.enter(placed.speaker)
            if self._unrelated:
                self._memory = Memory(self.language.code)
                self._memory.enter(None)
            self._memory.paragraph()
            yield placed, find_mentions(placed.text.value, placed.language, self._memory)

    def paragraph(self, placed: Placed, mentions: list[Mention]) -> None:
        """Take the statements of one paragraph, read together with the introductory clause that governs it."""
        if self._tabled(placed):
            return
        language = placed.language
        parts = sentences(placed, mentions, language)
        self._event = None
        topic = placed.speaker
        intro = self._governing(parts, language)
        parts = [unmarked(parts[0]), *parts[1:]] if parts else []
        mood = None
        if intro:
            opened = intro.encoded(language)
            mood, topic = mood_of(opened, language), topic_of(opened, language) or topic
            self._sentence(placed, intro.then(parts[0]), topic, len(intro.text.value))
        for part in parts:
            encoded = self._sentence(placed, part, topic, mood=mood)
            for opening, item in inline_items(part):
                self._sentence(placed, opening.then(item), topic, len(opening.text.value), mood)
            topic = topic_of(encoded, language) or topic
        if parts and not self._unrelated and language.sections.governs.search(placed.text.value):
            self._intro, self._mark = parts[-1].opened(), _OPEN

    def _tabled(self, placed: Placed) -> bool:
        """Whether a paragraph belongs to a table of events; its rows are read as they become whole."""
        title, self._before = self._before, placed.text
        header = open_table(placed, title, self._source.text, placed.language)
        if header:
            self._table = self._table or header
        elif self._table and not self._goes_on(self._table, placed):
            self.finish()
        elif self._table:
            self._rows(self._table, self._table.feed(placed, self._source.text, placed.language))
        return self._table is not None

    def _goes_on(self, table: Table, placed: Placed) -> bool:
        """Whether a table goes on: with a row, or with what is no sentence where the file has no rows."""
        row = "\t" in placed.text.value
        return row or (
            not table.parted and placed.spoken and not placed.language.writing.sentence.search(placed.text.value)
        )

    def finish(self) -> None:
        """Read the last row of a table that is still open."""
        if self._table:
            self._rows(self._table, self._table.close())
        self._table = None

    def _rows(self, table: Table, rows: Iterator[Row]) -> None:
        for row in rows:
            language = row.placed.language
            stated = read_row(row, table, language, self._memory)
            self.collector.names(stated.mentions, language.code)
            sentence = Sentence(stated.text, (), 0)
            self.collector.statements(stated.claims, encode(stated.text.value, (), language), sentence, row.placed)

    def _governing(self, parts: list[Sentence], language: Language) -> Sentence | None:
        """The introductory clause that governs a paragraph, if it is one of its items: all have the mark of the first.

        A mark that stands alone in a paragraph is that of the next one.
        """
        mark = (item_mark(parts[0]) if parts else "") or self._alone
        self._alone = mark if parts and not unmarked(parts[0]).text.value.strip() else ""
        if self._alone:
            return None
        if self._mark not in (_OPEN, mark) or (not mark and not self._lists(parts, language)):
            self._intro = None
        self._mark = mark
        return self._intro

    def _lists(self, parts: list[Sentence], language: Language) -> bool:
        """Whether a paragraph without a mark is an item of a list all the same: it stops at a semicolon or before it."""
        return len(parts) == 1 and not language.writing.sentence.search(parts[0].text.value[:-1])

    def _sentence(
        self, placed: Placed, part: Sentence, topic: Entry | None, after: int = 0, mood: Modality | None = None
    ) -> Encoded:
        """Take one sentence in its setting; how rules see it."""
        encoded = part.encoded(placed.language)
        behind = next(i for i, place in enumerate(encoded.places) if place >= after)
        draft = self._draft or self._treats(encoded, placed.language)
        setting = Setting(placed.speaker, topic, behind, self._author, mood, draft, self._year, self._event)
        self.take(placed, part, encoded, setting)
        self._event = next((m for m in reversed(part.mentions) if m.kind in EVENTS), self._event)
        return encoded

    def _treats(self, encoded: Encoded, language: Language) -> Entry | None:
        """The draft that a sentence deals with: the last one that it or those before it name, else the resolution named last."""
        self._treated.read(encoded, language.drafts)
        known = self._treated.now or self._treated.apart
        return self._treated.now if known else self._memory.last(("Resolution",))

    def take(self, placed: Placed, part: Sentence, encoded: Encoded, setting: Setting) -> None:
        """Take what one sentence states; that of an item behind its introductory clause is refused once, by itself."""
        claims, refused = find_statements(encoded, placed.language, setting)
        self.collector.statements(claims, encoded, part, placed)
        if not setting.after:
            self.collector.refusals(refused, part, placed)
