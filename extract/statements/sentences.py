"""Paragraphs become sentences.

In: a paragraph with its mentions. Out: sentences, each with the mentions in it. An introductory clause that ends with a colon governs the
items below it: it is read together with each of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import regex

from extract.languages.forms import Modality
from extract.languages.language import Language
from extract.mentions.mention import Mention
from extract.mentions.names import GENERIC, Entry
from extract.mentions.places import Near
from extract.mentions.scope import sentence_ends
from extract.statements.encode import Encoded, encode
from extract.statements.roles import free_actors
from extract.text.characters import Text, join
from extract.text.sections import Placed

_MARK = regex.compile(r"\s*(?:[\uE000-\uF8FF•●▪■◦–—]|-{1,2}|\(?(?:[a-z]|[ivx]+|\d{1,2})\)|[㈠-㈩]|\d{1,3}\.(?!\d))\s*")

_LETTER = r"\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s*"
_INLINE = regex.compile(r"[：:]\s*(?=\((?:a|i|1)\))")
_NEXT = regex.compile(rf"(?<=[：:；;，,])\s*{_LETTER}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as a `Text` that leads back to the file; mentions have offsets in it; `start` is its place in the paragraph.

    `behind` is where an item begins that is read together with its introductory clause.
    """

    text: Text
    mentions: tuple[Mention, ...]
    start: int
    behind: int = 0

    def then(self, item: "Sentence") -> "Sentence":
        """This introductory clause and one of its items as one sentence."""
        length = len(self.text.value)
        mentions = (*self.mentions, *(m.shifted(length) for m in item.mentions))
        return Sentence(join([self.text, item.text]), mentions, item.start, length)

    def part(self, start: int, end: int) -> "Sentence":
        """The part from `start` to `end` with the mentions that lie in it."""
        inside = tuple(m.shifted(-start) for m in self.mentions if start <= m.start and m.end <= end)
        return Sentence(self.text.cut(start, end), inside, self.start + start)

    def encoded(self, language: Language) -> Encoded:
        """The sentence as rules see it."""
        return encode(self.text.value, self.mentions, language)

    def opened(self) -> "Sentence":
        """An introductory clause without its colon."""
        return self.part(0, len(self.text.value.rstrip("：: ")))


def sentences(placed: Placed, mentions: list[Mention], language: Language) -> list[Sentence]:
    """The sentences of a paragraph in order. A stop inside a mention ends nothing; the end of a cell ends a sentence."""
    whole = Sentence(placed.text, tuple(mentions), 0)
    ends = sentence_ends(placed.text.value, language.writing.sentence)
    if "\t" in placed.text.value:
        ends = sorted({*ends, *(at + 1 for at, letter in enumerate(placed.text.value) if letter == "\t")})
    if ends:
        there = Near(mentions)
        ends = [end for end in ends if not any(m.start < end < m.end for m in there.near(end, end))]
    bounds = [0, *ends, len(placed.text.value)]
    return [whole.part(a, b) for a, b in pairwise(bounds) if placed.text.value[a:b].strip()]


def inline_items(sentence: Sentence) -> Iterator[tuple[Sentence, Sentence]]:
    """The items that a sentence lists behind its own introductory clause, each with that clause: "took part in: (a) …; (b) …"."""
    if opening := _INLINE.search(sentence.text.value):
        intro = sentence.part(0, opening.start())
        bounds = [m.end() for m in _NEXT.finditer(sentence.text.value, opening.start())]
        for start, end in pairwise([*bounds, len(sentence.text.value)]):
            yield intro, sentence.part(start, end)


def item_mark(sentence: Sentence) -> str:
    """The kind of mark that an item of a list starts with: the bullet itself, or what stands for its letter or number."""
    mark = _MARK.match(sentence.text.value)
    return regex.sub(r"\p{L}+|\p{N}+", "1", mark.group().strip()) if mark else ""


def unmarked(sentence: Sentence) -> Sentence:
    """An item without its mark."""
    mark = _MARK.match(sentence.text.value)
    return sentence.part(mark.end(), len(sentence.text.value)) if mark else sentence


def topic_of(encoded: Encoded, language: Language) -> Entry | None:
    """The one that a sentence begins with as its subject, if that is one actor by name."""
    lead = language.roles.lead.match(encoded.text) if encoded.mentions else None
    group = free_actors(encoded, 0, len(encoded.text), language, nearest=False) if lead else None
    actors = [m for _, m in encoded.inside(*group)] if group else []
    if lead and group and group[0] <= lead.end() and len(actors) == 1 and actors[0].kind != GENERIC:
        return Entry(actors[0].path, actors[0].kind)
    return None


def mood_of(encoded: Encoded, language: Language) -> Modality | None:
    """The modality that an introductory clause lends to its items: what should be done is not done."""
    begin, end = encoded.clauses[-1]
    return next((m for m in language.modalities if m.pattern.search(encoded.text[begin:end])), None)
