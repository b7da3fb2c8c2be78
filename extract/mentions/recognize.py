"""A paragraph's mentions: what it names, in order, not overlapping.

In: the text of a paragraph, its language, and the memory of the document so far. Out: mentions of entities of the lists, of short
names introduced before, of titles, resolutions, laws, dates and events recognized by form, and of anaphors with what they
stand for. Names that stand for nobody in particular (`各国`) are mentions of class Generic, so that they can be refused.
"""

from collections.abc import Sequence
from dataclasses import replace
from unicodedata import numeric

from extract.languages.forms import Anaphor, Form
from extract.languages.language import Language
from extract.mentions.broken import broken_names
from extract.mentions.dates import find_dates
from extract.mentions.events import find_events
from extract.mentions.laws import find_laws, find_plans
from extract.mentions.memory import Memory
from extract.mentions.mention import NUMBER, QUOTATION, RELATIVE, TITLE, Mention, settle
from extract.mentions.names import anaphor_names, strong_names
from extract.mentions.places import Near
from extract.mentions.resolve import resolve_all
from extract.mentions.scope import Scope, ends_with
from extract.mentions.slug import slug
from extract.mentions.symbols import SYMBOL, symbol_path
from extract.mentions.titles import Bare, bare
from ontology.authority import load_authority

_MARKS = 2


def find_mentions(text: str, language: Language, memory: Memory) -> list[Mention]:
    """All mentions of a paragraph; the memory learns what it introduces."""
    plain = bare(text, language.naming.quotes)
    named, within = _named(plain, text, language, memory)
    named = [*named, *broken_names(text, language.code, named)]
    if anaphors := _anaphors(text, language):
        known = Near(named)
        named += [m for m in anaphors if not any(n.start < m.end < n.end for n in known.near(m.start, m.end))]
    first = settle(
        named
        + _numbers(text, language)
        + find_dates(text, language, memory.year, lasting=memory.reviews)
        + _formed(text, language)
    )
    scope = Scope(text, language, memory, tuple(first))
    quotations = _quotations(text, language)
    masked = scope.masked(quotations)
    events = find_events(scope, masked)
    shaped = find_laws(scope) + _open_titles(plain, named)
    settled = settle(shaped + first) if shaped else first
    plans = find_plans(replace(scope, mentions=tuple(settled)) if shaped else scope, masked)
    settled = settle(settled + plans) if plans else settled
    if not (events or shaped or plans or quotations or within):
        return resolve_all(scope)
    marked = {(q.start + 1, q.end - 1): q for q in quotations}
    settled = [_with_marks(m, marked.get((m.start, m.end))) for m in settled] if marked else settled
    there = Near([*settled, *events])
    quoted = [q for q in quotations if not any(_sets_off(q, m) for m in there.near(q.start, q.end))]
    over = Near([*events, *quoted])
    free = [m for m in settled if not any(c.start <= m.start and m.end <= c.end for c in over.near(m.start, m.end))]
    parts = Near([*first, *within])
    kept = [_containing(m, parts.near(m.start, m.end)) for m in settle([*events, *quoted, *free])]
    return resolve_all(replace(scope, mentions=tuple(kept)))


def _named(plain: Bare, text: str, language: Language, memory: Memory) -> tuple[list[Mention], list[Mention]]:
    """The known names of a text, and those that are only a part of a title."""
    found, within = list[Mention](), list[Mention]()
    strong = strong_names(language.code).find(plain.value)
    for _, _, entry in strong:
        memory.know(entry.path)
    for how, places in (("name", strong), ("short", memory.names().find(plain.value))):
        for start, end, entry in places:
            place = plain.span(start, end, language.naming.prefix)
            if place is None:
                inside = plain.places[start], plain.places[end - 1] + 1
                within.append(Mention(*inside, entry.kind, entry.path, text[slice(*inside)], how))
            elif how == "name" or not _part(text, *place, language):
                found.append(Mention(*place, entry.kind, entry.path, text[slice(*place)], how))
    return found, within


def _part(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a short name is only a part of a longer one: `Governing Council`, `Council of Ministers`."""
    naming = language.naming
    return ends_with(naming.compound, text, start) or bool(naming.longer.match(text, end))


def _anaphors(text: str, language: Language) -> list[Mention]:
    """Words that stand for something named before; where they open a longer name they are none."""
    found = anaphor_names(language.code).find(text)
    return [
        Mention(start, end, entry.kind, entry.path, text[start:end], "anaphor")
        for start, end, entry in found
        if _stands_for(language.anaphors[int(entry.path)], text, start, end, language)
    ]


def _stands_for(anaphor: Anaphor, text: str, start: int, end: int, language: Language) -> bool:
    """Whether words are an anaphor: with the capitals that it is listed with, or those of a beginning, and opening no longer name."""
    words = text[start:end]
    written = language.matching.by != "letters" or {words, words[:1].lower() + words[1:]} & {*anaphor.words}
    return bool(written) and not (anaphor.head and language.naming.longer.match(text, end))


def _numbers(text: str, language: Language) -> list[Mention]:
    """Resolutions by number, amendments and protocols by year, both open until what stands before is known; and symbols."""
    found = [
        Mention(
            *match.span(),
            "Resolution",
            "",
            match.group(),
            NUMBER,
            f"{form.path}|{_packed(match.groupdict(), language)}",
        )
        for form in language.references
        for match in form.pattern.finditer(text)
    ]
    found += [
        Mention(*match.span(), RELATIVE, match["head"], match.group(), "form", match["year"])
        for form in language.relatives
        for match in form.pattern.finditer(text)
    ]
    for match in SYMBOL.finditer(text):
        path, kind = symbol_path(match.group())
        found.append(Mention(*match.span(), kind, path, match.group(), "form"))
    return found


def _packed(groups: dict[str, str | None], language: Language) -> str:
    """The parts of a number; the letter of a resolution, as the language writes it, becomes the Latin one behind its number."""
    parts = {name: value for name, value in groups.items() if value}
    if letter := parts.pop("letter", ""):
        letters, number = language.writing.letters, "second" if "second" in parts else "number"
        latin = (chr(ord("A") + letters.index(one)) if one in letters else one for one in letter.split())
        parts[number] += f" {''.join(latin)}"
    for kind, mark in (("special", "S-"), ("emergency", "ES-")):
        if parts.pop(kind, ""):
            parts["first"] = mark + parts["first"]
    for name in ("number", "session"):
        if len(sign := parts.get(name, "")) == 1 and sign.isnumeric():
            parts[name] = str(int(numeric(sign)))
    if parts.get("session", "").isdigit():
        parts["session"] = _roman(int(parts["session"]))
    return "|".join(f"{name}={value}" for name, value in parts.items())


def _roman(number: int) -> str:
    """Sessions before 1976 have Roman numbers in symbols: 15 is XV."""
    found = ""
    for value, letters in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        found += letters * (number // value)
        number %= value
    return found


def _formed(text: str, language: Language) -> list[Mention]:
    """Whatever else has a form of its own: committees called by the number of their resolution."""
    return [
        Mention(*match.span(), form.kind, _path(form, match.groupdict()), match.group(), "form")
        for form in language.forms
        for match in form.pattern.finditer(text)
    ]


def _path(form: Form, groups: dict[str, str | None]) -> str:
    """The first of the paths that a form may give which the lists know, else the first."""
    values = {name: slug(value or "") if name == "slug" else value or "" for name, value in groups.items()}
    filled = [path.format(**values) for path in form.path.split("|")]
    return next((path for path in filled if path in load_authority().entities), filled[0])


def _open_titles(plain: Bare, named: list[Mention]) -> list[Mention]:
    """The titles that no known name fills."""
    known = Near(named if plain.titles else ())
    return [
        Mention(title.start, title.end, TITLE, "", title.words, "title")
        for title in plain.titles
        if not any(m.start <= title.start and title.end <= m.end for m in known.near(title.start, title.end))
    ]


def _quotations(text: str, language: Language) -> list[Mention]:
    """What stands in quotation marks is somebody's words or a title: rules do not look inside."""
    return [Mention(*m.span(), QUOTATION, "", m.group(), "form") for m in language.naming.quoted.finditer(text)]


def _with_marks(mention: Mention, around: Mention | None) -> Mention:
    """A name with the quotation marks around it, if there are any."""
    return replace(mention, start=around.start, end=around.end) if around else mention


def _sets_off(quotation: Mention, mention: Mention) -> bool:
    """Whether the quotation marks only set off a name, or stand inside a longer name."""
    outside = max(0, mention.start - quotation.start) + max(0, quotation.end - mention.end)
    return mention.start < quotation.end and quotation.start < mention.end and outside <= _MARKS


def _containing(mention: Mention, others: Sequence[Mention]) -> Mention:
    """The mention with all that is named inside it."""
    inside = [m for m in others if mention.start <= m.start and m.end <= mention.end and m.path != mention.path]
    return replace(mention, inner=(*mention.inner, *settle(inside))) if inside else mention
