"""National laws, plans and other titled instruments that no list has, recognized by form.

In: a paragraph with the mentions found so far. Out: mentions of laws, decrees, treaties, strategies. A law belongs to the State that its
form names as its `owner`, else to the one named last before it in the sentence, else to the one that speaks; a title that no State claims
is international.
"""

from dataclasses import replace

import regex

from extract.languages.forms import Form
from extract.languages.language import Language
from extract.mentions.dates import iso
from extract.mentions.events import phrase_start
from extract.mentions.keys import law_path, numbered_law_path, title_key
from extract.mentions.mention import Mention
from extract.mentions.names import GENERIC, TRAP, strong_names
from extract.mentions.places import Taken
from extract.mentions.scope import Scope, ends_with
from extract.mentions.slug import slug

_SHORT_TITLE = 8
_YEAR = len("2015")


def find_laws(scope: Scope) -> list[Mention]:
    """Laws by number, with or without a title: `第36/2015号法律`, `第55号《…法》`."""
    found, taken = list[Mention](), Taken()
    for form in scope.language.laws:
        for match in form.pattern.finditer(scope.text):
            state = _owner(match, scope) or _state(match.start(), scope)
            if state and taken.take(*match.span()):
                groups = {key: value for key, value in match.groupdict().items() if value}
                found.append(_law(form.kind, match.span(), groups, state, scope))
    return found


def _owner(match: regex.Match[str], scope: Scope) -> str:
    """The ISO code of the State that the form itself names as the one whose law it is."""
    named = "owner" in match.re.groupindex and match["owner"]
    owners = (m for m in scope.named(*match.span("owner")) if m.kind == "State") if named else ()
    return next((_iso(m.path) for m in owners), "")


def _law(kind: str, place: tuple[int, int], groups: dict[str, str], state: str, scope: Scope) -> Mention:
    date = iso(groups, scope.language.writing.months) if "year" in groups else ""
    number, title, whole = groups.get("number", ""), groups.get("title", ""), scope.text[slice(*place)]
    year = "" if not number or _has_year(number) else date[:4]
    if number:
        path = numbered_law_path(state, number, year, whole.replace(title, ""), scope.language.code)
    else:
        path = law_path(state, title, date[:_YEAR], scope.language.code)
    name = whole.removeprefix(groups.get("ago", ""))
    aliases = tuple(alias for alias in (title, whole) if alias not in ("", name))
    return Mention(*place, kind, path, name, "form", date, (), aliases)


def _has_year(number: str) -> bool:
    parts = number.replace("(", "/").replace(")", "").split("/")
    return any(part.isdigit() and len(part) == _YEAR for part in parts)


def title_mention(mention: Mention, scope: Scope) -> Mention | None:
    """What a title that is in no list means: a short name of this document, the thing named last, or a thing of its own."""
    words, memory = mention.text, scope.memory
    entry = memory.short(words)
    if not entry and len(words) <= _SHORT_TITLE:
        entry = memory.last(("Treaty", "PoliticalInstrument", "Legislation"), words) or memory.derived(words)
    if entry:
        text = scope.text[mention.start : mention.end]
        return replace(mention, kind=entry.kind, path=entry.path, text=text, how="short")
    state = "" if _names_another(words, scope.language) else _state(mention.start, scope)
    forms = (form for form in scope.language.titles if form.pattern.search(words))
    filled = (_alternative(form, state, words, scope.language.code) for form in forms)
    kind, path = next((named for named in filled if named[1]), ("", ""))
    return replace(mention, kind=kind, path=path) if path else None


def find_plans(scope: Scope, masked: str) -> list[Mention]:
    """Strategies and plans without title marks, where a verb or a name before them makes them one."""
    found, phrases = list[Mention](), scope.language.phrases
    for form in scope.language.plans:
        for match in form.pattern.finditer(masked):
            start, end = phrase_start(masked, match.start(), scope), match.end()
            words = scope.text[start:end]
            opened = next((m for m in scope.named(start, start + 1) if m.kind in ("State", "Organization")), None)
            after = opened.end if opened and opened.end < end else start
            known = after > start or ends_with(phrases.plan_after, masked, start)
            if known and not phrases.plan_generic.fullmatch(words) and not scope.overlaps(after, end):
                state = _iso(opened.path) if opened else _state(start, scope)
                kind, path = _alternative(form, state, words, scope.language.code)
                found += [Mention(start, end, kind, path, words, "form")] if path else []
    return found


def _names_another(words: str, language: Language) -> bool:
    """Whether a title speaks of something international by name, so that no State alone can own it."""
    return any(
        entry.kind not in ("State", GENERIC, TRAP, "") for _, _, entry in strong_names(language.code).find(words)
    )


def _alternative(form: Form, state: str, words: str, code: str) -> tuple[str, str]:
    """The first class and path of a form that can be filled: those with `{state}` need a State."""
    for kind, path in zip(form.kind.split("|"), form.path.split("|"), strict=True):
        if "{state}" not in path:
            return kind, path.format(slug=title_key(words, code))
        if state:
            return kind, law_path(state, words, "", code) if kind == "Legislation" else path.format(
                state=state, slug=slug(words)
            )
    return "", ""


def _state(at: int, scope: Scope) -> str:
    """The ISO code of the State that a law at this place belongs to; "" when an organization speaks or nobody is named."""
    begin, end = scope.sentence_start(at), scope.sentence_end(at)
    actors = [m for m in scope.named(begin, end) if m.kind in ("State", "Organization")]
    before = [m.path for m in actors if m.start < at]
    states = [path for path in before if path.startswith("state/")]
    speaker = scope.memory.speaker.path if scope.memory.speaker else ""
    if states:
        path = states[-1]
    elif before and not speaker.startswith("state/"):
        path = before[-1]
    else:
        behind = next((m.path for m in actors if m.kind == "State" and not _governed(m, begin, scope)), "")
        path = speaker if speaker.startswith("state/") else behind
    return _iso(path)


def _governed(mention: Mention, begin: int, scope: Scope) -> bool:
    """Whether a preposition governs the mention."""
    return ends_with(scope.language.roles.oblique, scope.text[begin : mention.start], mention.start - begin)


def _iso(path: str) -> str:
    """The ISO code of a State, "" for any other actor."""
    return path.removeprefix("state/") if path.startswith("state/") else ""
