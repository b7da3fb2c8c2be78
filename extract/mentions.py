"""A paragraph's mentions: what it names, in order, not overlapping.

In: the text of a paragraph, its language, and the memory of the document so far. Out: mentions of entities of the lists, of short
names introduced before, of titles, resolutions, laws, dates and events recognized by form, and of anaphors with what they
stand for. Names that stand for nobody in particular (`各国`) are mentions of class Generic, so that they can be refused.
"""

from dataclasses import replace

from extract.dates import find_dates
from extract.events import find_events, mask
from extract.language import Form, Language
from extract.laws import find_laws, find_phrases, title_mention
from extract.memory import Memory
from extract.mention import DATE, QUOTATION, Mention, settle
from extract.names import ANAPHOR, GENERIC, TRAP, Entry, strong_names
from extract.symbols import SYMBOL, number_path, symbol_path
from extract.titles import Bare, bare

_NUMBERED = "number"
_RELATIVE = "Relative"


def find_mentions(text: str, language: Language, memory: Memory) -> list[Mention]:
    """All mentions of a paragraph; the memory learns what it introduces."""
    plain = bare(text, language.quotes)
    named, within = _named(plain, text, language, memory)
    spoken = settle(named + _numbers(text, language) + find_dates(text, language, memory.year) + _forms(text, language))
    laws = find_laws(text, language, memory, spoken)
    open_titles = [t for t in plain.titles if not any(m.start <= t.start and t.end <= m.end for m in named)]
    titled = [Mention(t.start, t.end, _TITLE, "", t.words, "title") for t in open_titles]
    masked = mask(text, language, spoken)
    events = find_events(text, masked, language, spoken)
    settled = settle(laws + titled + spoken)
    settled = settle(settled + find_phrases(text, masked, language, memory, settled))
    quoted = [q for q in _quotations(text, language) if not any(_same(q, m, text) for m in [*settled, *events])]
    covering = [*events, *quoted]
    free = [m for m in settled if not any(c.start <= m.start and m.end <= c.end for c in covering)]
    kept = [_containing(m, [*settled, *within]) for m in settle(covering + free)]
    return _read(kept, text, language, memory)


def _containing(mention: Mention, others: list[Mention]) -> Mention:
    """The mention with all that is named inside it."""
    inside = [m for m in others if mention.start <= m.start and m.end <= mention.end and m.path != mention.path]
    return replace(mention, inner=(*mention.inner, *settle(inside))) if inside else mention


def _quotations(text: str, language: Language) -> list[Mention]:
    """What stands in quotation marks is somebody's words or a title: rules do not look inside."""
    return [Mention(*m.span(), QUOTATION, "", m.group(), "form") for m in language.quoted.finditer(text)]


def _same(quotation: Mention, mention: Mention, text: str) -> bool:
    """Whether the quotation marks only set off a name, or stand inside a longer name."""
    outside = text[quotation.start : mention.start] + text[mention.end : quotation.end]
    return mention.start < quotation.end and quotation.start < mention.end and len(outside) <= 2  # noqa: PLR2004


_TITLE = "Title"


def _named(plain: Bare, text: str, language: Language, memory: Memory) -> tuple[list[Mention], list[Mention]]:
    """The known names of a text, and those that are only a part of a title."""
    found, within = list[Mention](), list[Mention]()
    for names, how in ((strong_names(language.code), "name"), (memory.names(), "short")):
        for start, end, entry in names.find(plain.value):
            place = plain.span(start, end, language.prefix)
            if place is None:
                inside = plain.places[start], plain.places[end - 1] + 1
                within.append(Mention(*inside, entry.kind, entry.path, text[slice(*inside)], how))
            elif how == "name" or not language.compound.search(text[: place[0]]):
                found.append(Mention(*place, entry.kind, entry.path, text[slice(*place)], how))
    return found, within


def _numbers(text: str, language: Language) -> list[Mention]:
    """Resolutions by number, their paths still open because the body that adopted them may stand before; and symbols."""
    found = [
        Mention(*match.span(), "Resolution", "", match.group(), _NUMBERED, f"{form.path}|{_packed(match.groupdict())}")
        for form in language.references
        for match in form.pattern.finditer(text)
    ]
    for match in SYMBOL.finditer(text):
        path, kind = symbol_path(match.group())
        found.append(Mention(*match.span(), kind, path, match.group(), "form"))
    for form in language.relatives:
        for match in form.pattern.finditer(text):
            found.append(Mention(*match.span(), _RELATIVE, match["head"], match.group(), "form", match["year"]))
    return found


def _packed(groups: dict[str, str | None]) -> str:
    return "|".join(f"{name}={value}" for name, value in groups.items() if value)


def _forms(text: str, language: Language) -> list[Mention]:
    """Whatever else has a form of its own: committees called by the number of their resolution."""
    return [_formed(form, match.span(), match.groupdict(), text) for form in language.forms for match in form.pattern.finditer(text)]


def _formed(form: Form, place: tuple[int, int], groups: dict[str, str | None], text: str) -> Mention:
    path = form.path.format(**{name: value or "" for name, value in groups.items()})
    return Mention(*place, form.kind, path, text[slice(*place)], "form")


def _read(mentions: list[Mention], text: str, language: Language, memory: Memory) -> list[Mention]:
    """Go through the mentions in reading order, settle what depends on what came before, and let the memory learn."""
    found: list[Mention] = []
    for mention in mentions:
        known = _resolve(mention, found, text, language, memory)
        if known is None or (found and known.end <= found[-1].end):
            continue
        known = _introduce(known, text, language, memory)
        if known.inner and found and found[-1] in known.inner:
            found.pop()
        inside = (_resolve(inner, found, text, language, memory) for inner in known.inner)
        known = replace(known, inner=tuple(m for m in inside if m and m.path))
        found.append(known)
        if known.path:
            memory.note(known)
    return found


def _resolve(mention: Mention, before: list[Mention], text: str, language: Language, memory: Memory) -> Mention | None:
    if mention.kind == TRAP:
        return None
    if mention.kind == GENERIC and _members(mention, before, text, language):
        return None
    if mention.kind == ANAPHOR:
        anaphor = language.anaphors[int(mention.path)]
        return _as(mention, memory.resolve(anaphor), "anaphor")
    if mention.kind == _RELATIVE:
        return _as(mention, memory.derived(mention.path, mention.date), "form")
    if mention.kind == _TITLE:
        return title_mention(mention, before, text, language, memory)
    if mention.how == _NUMBERED:
        return _adopted(mention, before, text, language)
    return mention


def _members(mention: Mention, before: list[Mention], text: str, language: Language) -> bool:
    """Whether "member States" are those of what was named just before: together they act as the organization."""
    last = before[-1] if before else None
    link = text[last.end : mention.start] if last and last.path else None
    return (link is not None and bool(language.members_link.fullmatch(link))) or bool(
        language.members_of.search(text[: mention.start])
    )


def _as(mention: Mention, entry: Entry | None, how: str) -> Mention | None:
    return replace(mention, kind=entry.kind, path=entry.path, how=how, date="") if entry else None


def _adopted(mention: Mention, before: list[Mention], text: str, language: Language) -> Mention | None:
    """A resolution by number: the body named just before it tells which symbol it has."""
    shape, *packed = mention.date.split("|")
    parts = dict(item.split("=", 1) for item in packed)
    last = before[-1] if before else None
    link = text[last.end : mention.start] if last else ""
    organ = last if last and last.kind == "Organization" and language.organ_link.fullmatch(link) else None
    listed = last if last and last.kind == "Resolution" and language.list_link.fullmatch(link) else None
    adopter = organ or next((m for m in listed.inner if m.kind == "Organization"), None) if listed or organ else None
    path = number_path(shape, parts, adopter.path if adopter else "")
    if not path:
        return None
    start = organ.start if organ else mention.start
    inner = (adopter,) if adopter else ()
    return Mention(start, mention.end, mention.kind, path, text[mention.start : mention.end], "form", "", inner)


def _introduce(mention: Mention, text: str, language: Language, memory: Memory) -> Mention:
    """A short name in brackets behind a name belongs to it, and means it from here on."""
    match = language.short_name.match(text, mention.end) if mention.path else None
    if not match:
        return mention
    words = "".join(c for c in match["short"] if c not in "".join(map("".join, language.quotes)))
    if words == match["short"] and not _abbreviates(words, mention.text):
        return mention
    memory.introduce(words, Entry(mention.path, mention.kind))
    return replace(mention, end=match.end())


def _abbreviates(short: str, full: str) -> bool:
    """Whether the letters of the short name stand in the full one, in order."""
    letters = iter(full.casefold())
    return all(letter in letters for letter in short.casefold() if not letter.isspace())
