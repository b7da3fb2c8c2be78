"""Mentions that depend on what came before get their meaning, in reading order.

In: the mentions of a paragraph as they were found. Out: the same with titles, numbers, anaphors and short names resolved; what stands for
nothing known is left out. The memory learns each of them.
"""

from dataclasses import replace
from itertools import takewhile

from extract.languages.language import Language
from extract.mentions.dates import find_dates
from extract.mentions.implied import organ as adopter
from extract.mentions.laws import title_mention
from extract.mentions.mention import DATE, GROUP, NUMBER, RELATIVE, SAME, TITLE, Mention
from extract.mentions.names import ANAPHOR, GENERIC, TRAP, Entry
from extract.mentions.occasions import EVENTS
from extract.mentions.scope import Scope, ends_with
from extract.mentions.symbols import number_path

_WHOLE = "org/UN"


def resolve_all(scope: Scope) -> list[Mention]:
    """Go through the mentions of the scope in order."""
    found: list[Mention] = []
    for mention in scope.mentions:
        known = _resolved(mention, found, scope)
        if known is None or (found and known.end <= found[-1].end):
            continue
        known = _introduced(known, scope)
        found.append(known if known.how == GROUP else _with_inner(known, mention, found, scope))
        if found[-1].path:
            scope.memory.note(found[-1])
    return found


def _with_inner(known: Mention, mention: Mention, found: list[Mention], scope: Scope) -> Mention:
    """A mention with the names inside it resolved; the one found last is taken back when it is one of these."""
    if known.inner and found and found[-1] in known.inner and known.start <= found[-1].start:
        found.pop()
    inside = [_resolved(m, found, scope) for m in known.inner or mention.inner]
    return replace(known, inner=tuple(m for m in inside if m and m.path)) if inside else known


def _resolved(mention: Mention, before: list[Mention], scope: Scope) -> Mention | None:
    """What a mention stands for, knowing those before it."""
    if mention.kind == TRAP or (mention.kind == GENERIC and _members(mention, before, scope)):
        return None
    if mention.kind == TITLE:
        return title_mention(
            mention, replace(scope, mentions=_of_sentence(before, scope.sentence_start(mention.start)))
        )
    if mention.how == NUMBER:
        return _adopted(mention, before, scope)
    return _anaphoric(mention, scope) if mention.kind in (ANAPHOR, RELATIVE, SAME) else mention


def _of_sentence(before: list[Mention], start: int) -> tuple[Mention, ...]:
    """Those of the mentions that belong to the sentence that begins at `start`."""
    return tuple(takewhile(lambda mention: mention.start >= start, reversed(before)))[::-1]


def _anaphoric(mention: Mention, scope: Scope) -> Mention | None:
    """A mention that stands for something named before, if that is known; an event keeps its date."""
    memory = scope.memory
    if mention.kind == RELATIVE:
        return _standing(mention, memory.derived(mention.path, mention.date), "form")
    if mention.kind == ANAPHOR:
        anaphor = scope.language.anaphors[int(mention.path)]
        if anaphor.group:
            return _together(mention, memory.last_list(anaphor.kinds))
        return _standing(mention, memory.resolve(anaphor), "anaphor")
    event = memory.last_mention(EVENTS, mention.path, here=True)
    return replace(mention, kind=event.kind, path=event.path, date=event.date) if event else None


def _together(mention: Mention, members: list[Mention]) -> Mention | None:
    """Words that stand for all of a list."""
    first, others = members[:1], tuple(members[1:])
    return replace(mention, kind=first[0].kind, path=first[0].path, how=GROUP, inner=others) if first else None


def _standing(mention: Mention, entry: Entry | None, how: str) -> Mention | None:
    return replace(mention, kind=entry.kind, path=entry.path, how=how, date="") if entry else None


def _members(mention: Mention, before: list[Mention], scope: Scope) -> bool:
    """Whether "member States" are those of what was named just before: together they act as the organization."""
    naming, last = scope.language.naming, before[-1] if before else None
    link = scope.text[last.end : mention.start] if last and last.path else None
    attached = link is not None and naming.members_link.fullmatch(link)
    return bool(attached or ends_with(naming.members_of, scope.text, mention.start))


def _adopted(mention: Mention, before: list[Mention], scope: Scope) -> Mention | None:
    """A resolution by number: the body named just before it tells which symbol it has."""
    shape, *packed = mention.date.split("|")
    parts = dict(item.split("=", 1) for item in packed)
    organ, named = _organ(mention, before, scope)
    date, words = _dated(mention.text, scope.language)
    path = number_path(shape, parts, organ.path if organ else "", date[: len("2015")])
    if not path:
        return None
    if organ and not _adopts(organ.path, path):
        organ = None
    start = organ.start if organ and named else mention.start
    return Mention(start, mention.end, mention.kind, path, words, "form", date, (organ,) if organ else ())


def _adopts(body: str, path: str) -> bool:
    """Whether a body may be named for a resolution: the one whose symbol it has, the United Nations, or any where that is not known."""
    known = adopter(path)
    return not known or body in (known.path, _WHOLE)


def _dated(words: str, language: Language) -> tuple[str, str]:
    """The date with which a resolution is cited, before its number or behind it, and the words without one before it."""
    date = next(iter(find_dates(words, language, "")), None)
    if not date or (date.start and date.end < len(words)):
        return "", words
    return date.date, words if date.start else words[date.end :]


def _organ(mention: Mention, before: list[Mention], scope: Scope) -> tuple[Mention | None, bool]:
    """The body that adopted a resolution, named before it, before others of a list, or behind it; and whether right before it.

    A link that is said `apart`, such as a verb, tells the body and does not belong to the name.
    """
    naming, last = scope.language.naming, before[-1] if before else None
    link = scope.text[last.end : mention.start] if last else ""
    if last and last.kind == "Organization" and (linked := naming.organ_link.fullmatch(link)):
        return last, not linked.groupdict().get("apart")
    listed = next((m for m in reversed(before) if m.kind != DATE), None)
    if listed and listed.kind == "Resolution" and naming.list_link.fullmatch(scope.between(listed.end, mention.start)):
        return next((m for m in listed.inner if m.kind == "Organization"), None), False
    return _organ_behind(mention, scope), False


def _organ_behind(mention: Mention, scope: Scope) -> Mention | None:
    """The body named behind a resolution, or behind the last one of its list."""
    naming = scope.language.naming
    for after in scope.named(mention.end, len(scope.text)):
        link = scope.between(mention.end, after.start)
        if after.kind == "Organization":
            return after if naming.organ_after.fullmatch(link) else None
        if after.how == NUMBER and naming.list_link.fullmatch(link):
            mention = after
        elif after.kind != DATE:
            return None
    return None


def _introduced(mention: Mention, scope: Scope) -> Mention:
    """A short name in brackets behind a name belongs to it, and means it from here on."""
    naming = scope.language.naming
    match = naming.short_name.match(scope.text, mention.end) if mention.path else None
    if not match:
        return mention
    words = "".join(c for c in match["short"] if c not in "".join(naming.quotes))
    if words == match["short"] and not _abbreviates(words, mention.text):
        return mention
    scope.memory.introduce(words, Entry(mention.path, mention.kind))
    return replace(mention, end=match.end())


def _abbreviates(short: str, full: str) -> bool:
    """Whether the letters of the short name stand in the full one, in order."""
    letters = iter(full.casefold())
    return all(letter in letters for letter in short.casefold() if not letter.isspace())
