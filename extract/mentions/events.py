"""Meetings and exercises recognized by form.

In: a paragraph with the mentions found so far. Out: mentions of events. An event is a noun phrase that ends with one of the head words
of the language (`会议`, `演习`) and says more than that; it begins where the last verb, measure word or preposition before it ends.
"""

import regex

from extract.languages.forms import Form
from extract.mentions.keys import event_path
from extract.mentions.mention import SAME, Mention
from extract.mentions.scope import Scope, ends_with
from extract.mentions.slug import slug

_REACH = 60
_LISTED = 1000
_TELLING = 10
_MONTH = len("2015-09")
# The year of an event opens or closes its name, or what is quoted of it; another one may be that of a resolution or an amendment.
_YEAR = regex.compile(r"^\W*(?P<year>(?:19|20)\d{2})(?!\d)|(?<![\d(])(?P<year>(?:19|20)\d{2})(?=\W*$|\p{Pf}|\")")


def find_events(scope: Scope, masked: str) -> list[Mention]:
    """All events that can be told apart by more than their head word; `masked` is the text of the scope, masked.

    A head word alone may stand for an event named before: a mention of class SAME, to be resolved.
    """
    found = [_occasion(form, mention, scope) for form, mention in _occasions(scope, masked)]
    for form in scope.language.events:
        for match in form.pattern.finditer(masked):
            quoted = _quoted(match.start(), scope)
            start = quoted[0][0] if quoted else phrase_start(masked, match.start(), scope)
            if _inside(scope, start, match.end()):
                continue
            if held := _held_with(form, match, start, masked, scope):
                found.append(held)
            elif _generic(scope, masked, start, match.end()) or (
                start == match.start() and _again(match, found, scope)
            ):
                found += _same(match, start, masked, found, scope)
            else:
                places = quoted if len(quoted) > 1 else [(start, match.end())]
                found += [_event(form, begin, end, scope) for begin, end in places]
    return found


def phrase_start(masked: str, head: int, scope: Scope) -> int:
    """Where the noun phrase before a head word begins."""
    low = max(0, head - _REACH)
    patterns = (scope.language.writing.clause, scope.language.phrases.stop)
    begin = max([low, *(m.end() for pattern in patterns for m in pattern.finditer(masked, low, head))])
    return begin + (skip.end() if (skip := scope.language.phrases.skip.match(masked[begin:head])) else 0)


def _inside(scope: Scope, start: int, end: int) -> bool:
    last = scope.last(end)
    return last is not None and (end < last.end or (last.start <= start and end <= last.end))


def _generic(scope: Scope, masked: str, start: int, end: int) -> bool:
    """Whether a phrase does not say which event it means: neither by its words nor by its month."""
    phrases = scope.language.phrases
    if end - start < _TELLING and ends_with(phrases.many, masked, start):
        return True
    dated = len(scope.date_of(start, end)) >= _MONTH and not ends_with(phrases.again, masked, start)
    return bool(phrases.generic.fullmatch(masked, start, end)) and not dated


def _again(head: regex.Match[str], found: list[Mention], scope: Scope) -> bool:
    """Whether a head word alone follows an event of its sentence, which it repeats."""
    begin = scope.sentence_start(head.start())
    return any(begin <= m.start < head.start() and m.kind != SAME for m in found)


def _same(head: regex.Match[str], start: int, masked: str, found: list[Mention], scope: Scope) -> list[Mention]:
    """A head word that stands for an event named before: alone, or behind words that point back."""
    phrases = scope.language.phrases
    points = start == head.start() or ends_with(phrases.again, masked, start)
    if not points or ends_with(phrases.many, masked, start):
        return []
    called = "" if start == head.start() and _again(head, found, scope) else head.group()
    return [Mention(*head.span(), SAME, called, head.group(), "anaphor")]


def _held_with(form: Form, head: regex.Match[str], start: int, masked: str, scope: Scope) -> Mention | None:
    """A meeting that is told by those with whom it was held, where the phrase itself does not tell it."""
    phrases, low = scope.language.phrases, max(0, start - _REACH)
    met = phrases.meets.search(masked, low, start) if phrases.generic.fullmatch(masked, start, head.end()) else None
    if not met:
        return None
    name, date = scope.text[met.start() : head.end()], scope.date_of(start, head.end())
    path = event_path(form.kind, name, date, scope.language.code, generic=True)
    return Mention(start, head.end(), form.kind, path, name, "form", date)


def _quoted(head: int, scope: Scope) -> list[tuple[int, int]]:
    """The quoted names before a head word: `“A”、“B”和“C”等演习` are three events, `“A”联合演习` is one."""
    listed = scope.language.phrases.listed.search(scope.text, max(0, head - _LISTED), head)
    quoted = scope.language.naming.quoted
    return [name.span() for name in quoted.finditer(scope.text, *listed.span())] if listed else []


def _event(form: Form, start: int, end: int, scope: Scope) -> Mention:
    name = scope.text[start:end]
    year = _YEAR.search(name)
    date = scope.date_of(start, end) or (year["year"] if year else "")
    generic = scope.language.phrases.generic.fullmatch(name) is not None
    path = event_path(form.kind, name, date, scope.language.code, generic=generic)
    return Mention(start, end, form.kind, path, name, "form", date)


def _occasions(scope: Scope, masked: str) -> list[tuple[Form, Mention]]:
    """Standing initiatives of which one meeting is meant: the text gives its number, or when it was held."""
    return [
        (form, mention)
        for mention in scope.mentions
        if mention.kind == "Initiative" and ends_with(scope.language.phrases.occasion, masked, mention.start)
        for form in scope.language.events
        if any(head.end() == len(mention.text) for head in form.pattern.finditer(mention.text))
    ]


def _occasion(form: Form, named: Mention, scope: Scope) -> Mention:
    """One meeting of a standing initiative: the same thing in every language, by its year and the initiative's key."""
    date = scope.date_of(named.start, named.end)
    path = f"{form.kind.lower()}/{slug(date[:4], named.path.rpartition('/')[2])}"
    return Mention(named.start, named.end, form.kind, path, named.text, "form", date, (named,))
