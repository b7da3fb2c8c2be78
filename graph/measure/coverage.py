"""What looks like a name and stands in no list: what a maintainer of the lists may add next.

In: texts, and `coverage.toml` with what names look like in each language. Out: the runs of words, titles and acronyms that look like
an organization, treaty, initiative or political instrument and that the lists do not name, the most frequent first. Where writing
does not show how far a name goes, it goes as far as its occurrences agree: they are put in a tree, and names end where it parts, so
that one which occurs once is not found.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import regex

from extract.mentions.names import TRAP, strong_names
from extract.pipeline import Options, mentions_of
from extract.text.describe import detect_language
from extract.text.layout import paragraphs
from extract.text.source import Source
from graph.rows import to_tsv
from ontology.authority import load_authority
from ontology.errors import DataError

COLUMNS = ("count", "name", "class", "document", "paragraph", "context")

_Pattern = regex.Pattern[str]
_KNOWN = "\ufffc"  # stands for each character of a name that the lists know
_LONGEST, _CONTEXT, _KEY = 12, 60, 6
# A name goes on where two occurrences and a sixth of all that came so far agree.
_OFTEN, _SHARE = 2, 0.15
_ACRONYM = "Acronym"
_TITLE = "Title"


@dataclass(frozen=True, slots=True)
class _Looks:
    """What names look like in one language: a table of `coverage.toml`, its patterns compiled.

    `listed` are the names of the lists: a weak one that a text has not introduced is no mention, but not unknown either.
    """

    way: str
    heads: Mapping[str, _Pattern]
    word: _Pattern
    link: _Pattern
    run: _Pattern
    stop: _Pattern
    listed: frozenset[str]
    opening: _Pattern
    common: _Pattern
    title: _Pattern
    acronym: _Pattern


@dataclass(frozen=True, slots=True)
class Unknown:
    """One place where something unknown is named: its words and class, the document, the 1-based paragraph, what stands around."""

    name: str
    kind: str
    document: str
    paragraph: int
    context: str


@dataclass(slots=True)
class _Node:
    """A way that occurrences of names go: how many came here, the first of them, and where they go on."""

    first: Unknown
    link: bool = False
    count: int = 0
    further: dict[str, "_Node"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph with what is known in it masked, character by character."""

    text: str
    masked: str
    document: str
    number: int

    def unknown(self, start: int, end: int, kind: str) -> Unknown:
        context = self.text[max(0, start - _CONTEXT) : end + _CONTEXT]
        return Unknown(" ".join(self.text[start:end].split()), kind, self.document, self.number, context)


def to_coverage(sources: Iterable[Source], language: str = "") -> bytes:
    """The unknown names of documents as tab-separated values; `language` where it is not to be guessed.

    Raises InputError as `extract.pipeline` does, and DataError for a language without a table.
    """
    counts: dict[str, tuple[int, Unknown]] = {}
    trees: dict[str, tuple[_Looks, dict[str, _Node]]] = {}
    for source in sources:
        code = language or detect_language(source.text)
        looks, tree = trees.setdefault(code, (_looks(code), {}))
        for paragraph in _paragraphs(source, code):
            for found in _seen(paragraph, looks, tree):
                _count(counts, found, 1, looks)
    for looks, tree in trees.values():
        for node in tree.values():
            for found, times in _ends(node, None, top=looks.way != "capitals"):
                _count(counts, found, times, looks)
    rows = sorted(counts.items(), key=lambda row: (-row[1][0], row[0]))
    return to_tsv(COLUMNS, [(n, u.name, u.kind, u.document, u.paragraph, u.context) for _, (n, u) in rows])


def _count(counts: dict[str, tuple[int, Unknown]], found: Unknown, times: int, looks: _Looks) -> None:
    if found.name not in looks.listed and not looks.common.fullmatch(found.name):
        before, first = counts.get(found.name, (0, found))
        counts[found.name] = before + times, first


@cache
def _looks(code: str) -> _Looks:
    tables = tomllib.loads(files("graph.measure").joinpath("coverage.toml").read_text(encoding="utf-8"))
    if code not in tables:
        raise DataError(f"coverage.toml has no table for the language {code!r}; it has {', '.join(sorted(tables))}")
    table = tables[code]
    word, link = table["word"], table["link"]
    unit = f"(?:{_KNOWN}+|{word})"
    return _Looks(
        table["way"],
        {
            kind: regex.compile(rf"(?<!\w)(?:{p})(?!\w)" if table["way"] == "first" else p)
            for kind, p in table["heads"].items()
        },
        regex.compile(word),
        regex.compile(link),
        regex.compile(rf"(?<!\w){unit}(?:(?: (?:{link}))* {unit})*"),
        regex.compile(f"{_KNOWN}|{table['stop']}"),
        frozenset(name.text for name, _ in load_authority().names(code)),
        *(regex.compile(table[key]) for key in ("opening", "common", "title", "acronym")),
    )


def _paragraphs(source: Source, code: str) -> Iterator[_Paragraph]:
    """The paragraphs of a document, with the names that the lists and the rules know masked, and what is never a name."""
    known: dict[int, list[tuple[int, int]]] = {}
    for number, mention in mentions_of(source, Options(language=code)):
        if mention.path:
            known.setdefault(number, []).append((mention.start, mention.end))
    for number, text in enumerate(paragraphs(source.text, parted=source.parted), 1):
        masked = list(text.value)
        traps = [(start, end) for start, end, entry in strong_names(code).find(text.value) if entry.kind == TRAP]
        for start, end in known.get(number, []) + traps:
            masked[start:end] = _KNOWN * (end - start)
        yield _Paragraph(text.value, "".join(masked), source.name, number)


def _seen(paragraph: _Paragraph, looks: _Looks, tree: dict[str, _Node]) -> Iterator[Unknown]:
    """What shows where it ends: titles, acronyms, runs of capitals; the rest grows the tree."""
    if paragraph.text != paragraph.text.upper():
        for acronym in looks.acronym.finditer(paragraph.masked):
            yield paragraph.unknown(*acronym.span(), _ACRONYM)
    for title in looks.title.finditer(paragraph.masked):
        yield paragraph.unknown(*title.span(), _TITLE)
    if looks.way == "capitals":
        yield from _runs(paragraph, looks)
        return
    for kind, head in looks.heads.items():
        for place in head.finditer(paragraph.masked):
            _grow(tree, paragraph, place.span(), kind, looks)


def _runs(paragraph: _Paragraph, looks: _Looks) -> Iterator[Unknown]:
    """Runs of words with capitals that hold a head word and more than common words."""
    for run in looks.run.finditer(paragraph.masked):
        opening = looks.opening.match(run.group())
        start = run.start() + (opening.end() if opening else 0)
        words = paragraph.masked[start : run.end()]
        kinds = [kind for kind, head in looks.heads.items() if regex.search(rf"\b(?:{head.pattern})\b", words)]
        if kinds and " " in words and not looks.common.fullmatch(words.replace(_KNOWN, "").strip()):
            yield paragraph.unknown(start, run.end(), kinds[0])


def _grow(tree: dict[str, _Node], paragraph: _Paragraph, head: tuple[int, int], kind: str, looks: _Looks) -> None:
    """Put one occurrence into the tree: the head word, then what goes on from it, away from it."""
    forward = looks.way == "first"
    steps = list(_forward(paragraph.masked, head[1], looks) if forward else _backward(paragraph.masked, head[0], looks))
    branch, key = tree, f"{kind} {paragraph.text[slice(*head)][:_KEY].lower()}"
    for start, end in [head, *steps[:_LONGEST]]:
        words = paragraph.text[start:end]
        span = (head[0], end) if forward else (start, head[1])
        key = key if (start, end) == head else words[:_KEY].lower()
        node = branch.setdefault(key, _Node(paragraph.unknown(*span, kind), bool(looks.link.fullmatch(words.lower()))))
        node.count += 1
        branch = node.further


def _forward(masked: str, start: int, looks: _Looks) -> Iterator[tuple[int, int]]:
    stop = looks.stop.search(masked, start)
    for word in looks.word.finditer(masked, start, stop.start() if stop else len(masked)):
        yield word.span()


def _backward(masked: str, end: int, looks: _Looks) -> Iterator[tuple[int, int]]:
    for place in range(end - 1, -1, -1):
        if looks.stop.match(masked, place):
            return
        yield place, place + 1


def _ends(node: _Node, name: Unknown | None, *, top: bool) -> Iterator[tuple[Unknown, int]]:
    """Where the names end that came this way; `name` is the longest before that can be one. A head word alone is none."""
    here = name if node.link or top else node.first
    least = _OFTEN if top else max(_OFTEN, _SHARE * node.count)
    onward = [further for further in node.further.values() if further.count >= least]
    ended = node.count - sum(further.count for further in onward)
    if ended and here:
        yield here, ended
    for further in onward:
        yield from _ends(further, here, top=False)
