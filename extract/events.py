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


def find_events(text: str, masked: str, language: Language, mentions: list[Mention]) -> list[Mention]:
    """All events that can be told apart by more than their head word."""
    found = [_occasion(form, m, text, language, mentions) for form, m in _occasions(masked, language, mentions)]
    for form in language.event_heads:
        for match in form.pattern.finditer(masked):
            quoted = _quoted(text, match.start(), language)
            start = quoted[0][0] if quoted else phrase_start(masked, match.start(), language)
            if not (_inside(mentions, start, match.end()) or _generic(masked, start, match.end(), language, mentions)):
                places = quoted if len(quoted) > 1 else [(start, match.end())]
                found += [_event(form, begin, text[begin:end], text, language, mentions) for begin, end in places]
    return found


def _inside(mentions: list[Mention], start: int, end: int) -> bool:
    return any(m.start < end < m.end or (m.start <= start and end <= m.end) for m in mentions)


def _generic(masked: str, start: int, end: int, language: Language, mentions: list[Mention]) -> bool:
    """Whether a phrase does not say which event it means: neither by its words nor by its month."""
    if end - start < _TELLING and language.event_many.search(masked[:start]):
        return True
    if not language.event_generic.fullmatch(masked, start, end):
        return False
    date = _date(start, end, masked, language, mentions)
    return date is None or len(date.date) < len("2015-09")


def _quoted(text: str, head: int, language: Language) -> list[tuple[int, int]]:
    """The quoted names before a head word: `“A”、“B”和“C”等演习` are three events, `“A”联合演习` is one."""
    listed = language.event_list.search(text, 0, head)
    return [name.span() for name in language.quoted.finditer(text, *listed.span())] if listed else []


def mask(text: str, language: Language, mentions: list[Mention]) -> str:
    """The text with quotations and titles blotted out, so that their verbs do not begin an event."""
    for match in language.quoted.finditer(text):
        text = text[: match.start()] + _MASK * len(match.group()) + text[match.end() :]
    for mention in mentions:
        blot = _DATED if mention.kind == DATE else _MASK
        text = text[: mention.start] + blot * (mention.end - mention.start) + text[mention.end :]
    return text


def phrase_start(masked: str, head: int, language: Language) -> int:
    """Where the noun phrase before a head word begins."""
    low = max(0, head - _REACH)
    stops = [m.end() for pattern in (language.clause, language.event_stop) for m in pattern.finditer(masked, low, head)]
    begin = max([low, *stops])
    return begin + (skip.end() if (skip := language.event_skip.match(masked[begin:head])) else 0)


def _occasions(masked: str, language: Language, mentions: list[Mention]) -> list[tuple[Form, Mention]]:
    """Standing initiatives of which one meeting is meant: the text gives its number, or when it was held."""
    return [
        (form, mention)
        for mention in mentions
        if mention.kind == "Initiative" and language.occasion.search(masked[: mention.start])
        for form in language.event_heads
        if any(head.end() == len(mention.text) for head in form.pattern.finditer(mention.text))
    ]


def _occasion(form: Form, named: Mention, text: str, language: Language, mentions: list[Mention]) -> Mention:
    """One meeting of a standing initiative: the same thing in every language, by its year and the initiative's key."""
    date = _date(named.start, named.end, text, language, mentions)
    value = date.date if date else ""
    path = f"{form.kind.lower()}/{slug(value[:4], named.path.rpartition('/')[2])}"
    return Mention(named.start, named.end, form.kind, path, named.text, "form", value, (named,))


def _date(start: int, end: int, text: str, language: Language, mentions: list[Mention]) -> Mention | None:
    """When an event took place: the date behind it in brackets, else the last one before it in the sentence."""
    sentence = max((m.end() for m in language.sentence.finditer(text, 0, start)), default=0)
    dates = [m for m in mentions if m.kind == DATE and sentence <= m.start < end]
    following = [m for m in mentions if m.kind == DATE and m.start in (end, end + 1)]
    return (following or dates[-1:] or [None])[0]


def _event(form: Form, start: int, name: str, text: str, language: Language, mentions: list[Mention]) -> Mention:
    date = _date(start, start + len(name), text, language, mentions)
    value = date.date if date else ""
    path = f"{form.kind.lower()}/{slug(value[:4], name)}"
    return Mention(start, start + len(name), form.kind, path, name, "form", value)
