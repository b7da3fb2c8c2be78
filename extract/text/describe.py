"""What a document says of itself: language, symbol, title, date, author.

In: its text and paragraphs, and what the user knows better. Out: a `Document` and the voice that speaks outside of all sections.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import PurePath

import regex

from extract.languages.language import Language
from extract.languages.load import language_codes, load_language
from extract.mentions.dates import iso
from extract.mentions.names import Entry, strong_names
from extract.mentions.slug import slug
from extract.mentions.symbols import SYMBOL, session_of, symbol_path
from extract.model import Document
from extract.text.characters import Text
from extract.text.source import Options, Source
from ontology.authority import load_authority

_HEAD = 15
_TITLE = 120
_SAMPLE = 20_000
_LINK = regex.compile(r"https?://\S+|www\.\S+")


def detect_language(text: str) -> str:
    """The code of the language with most letters of its script, and of those with one script, most of its common words."""
    sample = _LINK.sub(" ", text[:_SAMPLE])
    languages = [load_language(code) for code in language_codes()]
    letters = {
        script: len(sample) - len(regex.sub(rf"\p{{Script={script}}}+", "", sample))
        for script in {language.writing.script for language in languages}
    }
    words = Counter(regex.findall(r"\p{L}+", sample.casefold()))

    def weight(language: Language) -> tuple[int, int]:
        return letters[language.writing.script], sum(words[word] for word in language.writing.words)

    return max(languages, key=weight).code


def common_symbol(lines: Iterable[str]) -> str:
    """The symbol that stands alone on most lines, as running heads do."""
    alone = Counter(cell for line in lines for cell in map(str.strip, line.split("\t")) if SYMBOL.fullmatch(cell))
    return max(alone, key=lambda symbol: alone[symbol], default="")


def describe(source: Source, paragraphs: Sequence[Text], language: Language, options: Options) -> Document:
    """The document's own data; what is not printed in it is ""."""
    symbol = options.symbol or common_symbol(source.text.splitlines())
    path = f"document/{symbol or _named(source.name)}"
    head = [cell for text in paragraphs[:_HEAD] for cell in text.value.split("\t")]
    return Document(
        path,
        symbol,
        language.code,
        options.title or _title(head, language),
        options.date or _date(head, language),
        source.name,
        options.session or session_of(symbol),
        options.work,
        options.expression,
        source.pictures,
        options.vote,
    )


def _named(file: str) -> str:
    """The key of a document without a symbol: `report.fr.txt` and `report.es.txt` are one report in two languages."""
    name = PurePath(PurePath(file).stem)
    return slug(name.stem if name.suffix.removeprefix(".") in language_codes() else str(name))


def _title(head: Sequence[str], language: Language) -> str:
    """The line above that of the author ("Report of the Secretary-General"), or else the first that may be a title."""
    first = ""
    for line, below in pairwise([*head, ""]):
        if language.sections.chapter.match(line):
            break
        apart = SYMBOL.fullmatch(line) or any(form.pattern.fullmatch(line.strip("[]")) for form in language.dates)
        if language.sections.title_line.fullmatch(line) and not apart:
            first = first or line
            if any(form.pattern.match(below) for form in language.authors):
                return line
    return first


def _date(head: Sequence[str], language: Language) -> str:
    for line in head:
        if language.sections.chapter.match(line):
            break
        if match := language.sections.issued.search(line):
            groups = {name: value for name, value in match.groupdict().items() if value}
            return iso(groups, language.writing.months)
    return ""


def reviewed(head: Sequence[Text], language: Language) -> str:
    """The year that a document reports on by its title, or ""."""
    titles = (text.value for text in head[:_HEAD] if len(text.value) <= _TITLE)
    return next((match["year"] for match in map(language.sections.reviews.search, titles) if match), "")


def draft_of(document: Document, head: Sequence[Text], language: Language) -> Entry | None:
    """The resolution that a document is a draft of: by its symbol (A/C.1/80/L.22), or where its head says so (S/2015/75)."""
    path, kind = symbol_path(document.symbol)
    if kind == "Resolution":
        return Entry(path, kind)
    named = document.symbol and any(language.drafts.head.search(text.value) for text in head[:_HEAD])
    return Entry(f"resolution/{document.symbol}", "Resolution") if named else None


def author(head: Sequence[Text], language: Language) -> Entry | None:
    """Who speaks outside of all sections, if the document says so."""
    for text in head[:_HEAD]:
        for form in language.authors:
            match = form.pattern.search(text.value)
            named = _who(match["who"], language) if match and "who" in match.groupdict() else None
            if match and (form.path or named):
                return named or Entry(form.path, load_authority().entities[form.path].kind)
    return None


def publisher() -> Entry | None:
    """Whose words a document is where it does not say: the Secretariat's."""
    default = "org/UN-SECRETARIAT"
    return Entry(default, "Organization") if default in load_authority().entities else None


def _who(words: str, language: Language) -> Entry | None:
    """The actor named last in the words before "the Chair of"."""
    actors = [entry for _, end, entry in strong_names(language.code).find(words) if end == len(words)]
    return next((entry for entry in actors if entry.kind in ("State", "Organization")), None)
