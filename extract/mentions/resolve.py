"""Mentions that depend on what came before get their meaning, in reading order.

In: the mentions of a paragraph as they were found. Out: the same with titles, numbers, anaphors and short names resolved; what stands for
nothing known is left out. The memory learns each of them.
"""

from dataclasses import replace
from itertools import takewhile

from extract.mentions.adopted import adopted
from extract.mentions.laws import title_mention
from extract.mentions.mention import GROUP, NUMBER, RELATIVE, SAME, TITLE, Mention
from extract.mentions.names import ANAPHOR, GENERIC, TRAP, Entry
from extract.mentions.occasions import EVENTS
from extract.mentions.scope import Scope, ends_with


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
        return adopted(mention, before, scope)
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
