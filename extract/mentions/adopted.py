"""A resolution or decision by its number becomes the one that a body adopted.

In: a number as it was found, the mentions before it, and the paragraph. Out: the mention with the path of its symbol, or None where the
number cannot tell it. The body is the one named right before the number or behind it, or for the list in which the number stands;
where none is named so, the date printed with the number tells whose session it was.
"""

from collections.abc import Iterator, Mapping
from itertools import islice

import regex

from extract.languages.language import Language
from extract.mentions.dates import find_dates
from extract.mentions.implied import organ as adopter
from extract.mentions.mention import DATE, NUMBER, Mention
from extract.mentions.scope import Scope, ends_with
from extract.mentions.symbols import fits_date, number_path, numbered_alike

_WHOLE, _COUNCIL = "org/UN", "org/UNSC"
# A number without session or year.
_ALONE = "number"
# How many mentions before a number may hold the name of its body.
_REACH = 4
# How far behind a number its date may begin.
_DATE_REACH = 60
# How far behind a number the name of its body may begin.
_BEHIND = 120
_DIGITS = regex.compile(r"\d")


def adopted(mention: Mention, before: list[Mention], scope: Scope) -> Mention | None:
    """A resolution by number: the body named for it tells which symbol it has."""
    shape, *packed = mention.date.split("|")
    parts = dict(item.split("=", 1) for item in packed)
    date, words = _dated(mention.text, scope.language)
    organ, start, sure = _organ(mention, before, scope)
    body = organ.path if organ else _body_of_list(mention, before, scope)
    if not sure or (organ and organ.how == "short"):
        told = _by_date(shape, parts, body, date or _date_behind(mention, scope))
        body = told if _adopter(number_path(shape, parts, told)) == told else scope.memory.body_of(mention.date) or told
    path = number_path(shape, parts, body)
    if not path or (shape == _ALONE and organ and not _adopts(organ.path, path)):
        return None
    if body and _adopter(path) == body:
        scope.memory.tell_body(mention.date, body)
    if organ and not _adopts(organ.path, path):
        organ, start = None, mention.start
    return Mention(start, mention.end, mention.kind, path, words, "form", date, (organ,) if organ else ())


def _adopter(path: str) -> str:
    """The body that adopts what has this path; "" where its symbol does not tell."""
    known = adopter(path)
    return known.path if known else ""


def _adopts(body: str, path: str) -> bool:
    """Whether a body may be named for a resolution: the one whose symbol it has, the United Nations, or any where that is not known."""
    return _adopter(path) in ("", body) or body == _WHOLE


def _by_date(shape: str, parts: Mapping[str, str], body: str, date: str) -> str:
    """The body whose session was held when a number was adopted; the one that was supposed where the date does not tell."""
    known = numbered_alike(shape)
    bodies = (body, *known) if date and body in ("", _COUNCIL, *known) else ()
    return next((one for one in bodies if fits_date(shape, parts, one, date)), body)


def _dated(words: str, language: Language) -> tuple[str, str]:
    """The date with which a resolution is cited, before its number or behind it, and the words without one before it."""
    date = next(iter(find_dates(words, language, "")), None)
    if not date or (date.start and date.end < len(words)):
        return "", words
    return date.date, words if date.start else words[date.end :]


def _date_behind(mention: Mention, scope: Scope) -> str:
    """The date printed right behind a number, before anything else with digits."""
    for after in scope.named(mention.end, mention.end + _DATE_REACH):
        if after.kind != "Organization":
            apart = _DIGITS.search(scope.text, mention.end, after.start)
            return after.date if after.kind == DATE and not apart else ""
    return ""


def _organ(mention: Mention, before: list[Mention], scope: Scope) -> tuple[Mention | None, int, bool]:
    """The body that adopted a resolution, where the words for it begin, and whether it is named for this very number.

    A link that is said `apart`, such as a verb, tells the body and does not belong to the name; a body that stands behind `about`
    is what the resolution is about.
    """
    naming = scope.language.naming
    for last in islice(reversed(before), _REACH):
        linked = naming.organ_link.fullmatch(scope.between(last.end, mention.start))
        if linked and last.kind == "Organization" and not ends_with(naming.about, scope.text, last.start):
            return last, mention.start if linked.groupdict().get("apart") else last.start, True
    organ, sure = _organ_behind(mention, scope)
    return organ or _organ_of_list(mention, before, scope), mention.start, sure


def _organ_behind(mention: Mention, scope: Scope) -> tuple[Mention | None, bool]:
    """The body named behind a resolution, or behind the last one of its list; and whether right behind it."""
    naming, last = scope.language.naming, mention
    for after in scope.named(mention.end, scope.sentence_end(mention.start)):
        if after.kind == "Organization" and naming.organ_after.fullmatch(scope.between(last.end, after.start)):
            return after, last is mention
        if after.how == NUMBER:
            if not _same_list(last, after, scope):
                return None, False
            last = after
    return None, False


def _organ_of_list(mention: Mention, before: list[Mention], scope: Scope) -> Mention | None:
    """The body of the number before, when both stand in one list."""
    listed = _listed(mention, before, scope)
    if listed is None:
        return None
    near = scope.language.naming.list_link.fullmatch(scope.between(listed.end, mention.start))
    if not (_same_list(listed, mention, scope) or (near and not _of_another(mention, scope))):
        return None
    return next(_organizations(listed), None)


def _body_of_list(mention: Mention, before: list[Mention], scope: Scope) -> str:
    """The body of the number before in the same list, by its symbol."""
    listed = _listed(mention, before, scope)
    return _adopter(listed.path) if listed and _same_list(listed, mention, scope) else ""


def _listed(mention: Mention, before: list[Mention], scope: Scope) -> Mention | None:
    """The resolution named last before a number, in the same sentence."""
    listed = next((m for m in reversed(before) if m.kind == "Resolution" and m.how == "form"), None)
    return listed if listed and listed.start >= scope.sentence_start(mention.start) else None


def _of_another(mention: Mention, scope: Scope) -> bool:
    """Whether a body that the lists do not have stands behind a number: what names it begins with a capital letter."""
    rest = scope.between(mention.end, mention.end + _BEHIND)
    link = scope.language.naming.organ_after.match(rest)
    return bool(link and rest[link.end() : link.end() + 1].isupper())


def _organizations(mention: Mention) -> Iterator[Mention]:
    return (m for m in mention.inner if m.kind == "Organization")


def _same_list(first: Mention, second: Mention, scope: Scope) -> bool:
    """Whether no other word for resolutions, and no end of a clause, stands between the digits of two numbers."""
    naming, digits = scope.language.naming, [m.start() for m in _DIGITS.finditer(first.text)]
    start = first.end - len(first.text) + digits[-1] if digits else first.end
    begins = _DIGITS.search(scope.text, second.start)
    return not naming.numbered.search(scope.text, start, begins.start() if begins else second.start)
