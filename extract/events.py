"""Meetings and exercises recognized by form.

In: a text, its language, and the mentions found so far. Out: mentions of events. An event is a noun phrase that ends with one of the
head words of the language (`会议`, `演习`) and says more than that; it begins where the last verb, measure word or preposition
before it ends.
"""

from extract.language import Form, Language
from extract.mention import DATE, Mention
from extract.slug import slug

_REACH = 60
_TELLING = 10
_MASK, _DATED = "\N{WHITE SQUARE}", "\N{BLACK SQUARE}"


def find_events(text: str, language: Language, mentions: list[Mention]) -> list[Mention]:
    """All events that can be told apart by more than their head word."""
    masked = _masked(text, language, mentions)
    found: list[Mention] = []
    for form in language.event_heads:
        for match in form.pattern.finditer(masked):
            start = _begin(masked, match.start(), language)
            name = text[start : match.end()]
            inside = any(m.start < match.end() < m.end or m.start <= start and match.end() <= m.end for m in mentions)
            generic = language.event_generic.fullmatch(name) or (
                len(name) < _TELLING and language.event_many.search(masked[:start])
            )
            if not inside and not generic:
                found.append(_event(form, start, name, text, language, mentions))
    return found


def _masked(text: str, language: Language, mentions: list[Mention]) -> str:
    """The text with quotations and titles blotted out, so that their verbs do not begin an event."""
    for match in language.quoted.finditer(text):
        text = text[: match.start()] + _MASK * len(match.group()) + text[match.end() :]
    for mention in mentions:
        mask = _DATED if mention.kind == DATE else _MASK
        text = text[: mention.start] + mask * (mention.end - mention.start) + text[mention.end :]
    return text


def _begin(masked: str, head: int, language: Language) -> int:
    """Where the noun phrase before a head word begins."""
    low = max(0, head - _REACH)
    stops = [m.end() for pattern in (language.clause, language.event_stop) for m in pattern.finditer(masked, low, head)]
    begin = max([low, *stops])
    return begin + (skip.end() if (skip := language.event_skip.match(masked[begin:head])) else 0)


def _event(
    form: Form, start: int, name: str, text: str, language: Language, mentions: list[Mention]
) -> Mention:
    sentence = max((m.end() for m in language.sentence.finditer(text, 0, start)), default=0)
    dates = [m for m in mentions if m.kind == DATE and sentence <= m.start < start + len(name)]
    following = [m for m in mentions if m.kind == DATE and m.start in (start + len(name), start + len(name) + 1)]
    date = (following or dates[-1:] or [None])[0]
    value = date.date if date else ""
    path = f"{form.kind.lower()}/{slug(value[:4], name)}"
    return Mention(start, start + len(name), form.kind, path, name, "form", value)
