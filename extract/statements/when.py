"""When it was done: the date of an act.

In: an encoded sentence, the places of a cue and of its object. Out: ISO 8601 at the precision given, or "". The date in brackets
behind the object counts first; then, in a language that puts dates last, one between cue and object and the next one in the clause;
then the last one before the cue in its clause, the object's own, one between the two, and one that opens the sentence.
"""

from extract.languages.language import Language
from extract.mentions.implied import adoption_year
from extract.mentions.mention import DATE
from extract.mentions.scope import DATED
from extract.statements.encode import Encoded

# Between a resolution and the body that adopted it stands no more than "of the".
_NEAR = 12
# No preposition before a date is longer.
_PREPOSITION = 3


def find_date(sentence: Encoded, cue: int, target: int, language: Language, reach: int = 0) -> str:
    """The date of what the cue at `cue` says of the object at `target`, by a rule that sees the sentence up to `reach`."""
    since, adoption = language.naming.since, _attached(sentence, target, language)
    others = {_attached(sentence, i, language, "Legislation") for i in sentence.mentions if i != target}
    dates = {
        i: m.date
        for i, m in sentence.mentions.items()
        if m.kind == DATE and i != adoption and i not in others and not since.match(sentence.text[i + 1 :])
    }
    begin, _ = sentence.clauses[sentence.clause(cue)]
    _, end = sentence.clauses[sentence.clause(max(cue, target))]
    between = [date for i, date in dates.items() if cue < i < target]
    later = [*between[:1], *(date for i, date in dates.items() if max(cue, target) < i < max(end, reach))]
    later = later if language.writing.date_follows else []
    opened = target + 1 + sentence.text[target + 1 : target + 2].count(" ")
    bracket = dates.get(opened + 1, "") if sentence.text[opened : opened + 1] == "(" else ""
    near = [date for i, date in dates.items() if begin <= i < cue]
    own = sentence.mentions[target].date if target in sentence.mentions else ""
    since_named = [date for i, date in dates.items() if target < i < cue]
    alone = [date for i, date in dates.items() if i < begin <= i + 2 or (i < begin and _opens(sentence, i))]
    return next(
        (date for date in [bracket, *later[:1], *near[-1:], own, *between, *since_named, *alone[-1:]] if date), ""
    )


def _opens(sentence: Encoded, place: int) -> bool:
    """Whether a date is all that its clause has, but for a preposition: what follows was done then."""
    start, end = sentence.clauses[sentence.clause(place)]
    before = sentence.text[start:place].strip()
    return end - place <= len("D,") and len(before) <= _PREPOSITION


def resolution_date(sentence: Encoded, place: int, language: Language) -> str:
    """When the resolution at `place` was adopted: its own date, the one right before it or behind it, else the year in its symbol."""
    behind = _attached(sentence, place, language)
    near = [sentence.mentions[i] for i in (place, place - 1, behind) if i in sentence.mentions]
    symbol = adoption_year(near[0].path) if near else ""
    return next((m.date for m in near if m.date), symbol)


def _attached(sentence: Encoded, place: int, language: Language, kind: str = "Resolution") -> int:
    """The place of the date that belongs to a resolution or law, behind it or its body and linked as in a list; -1 if there is none."""
    mention = sentence.mentions.get(place)
    if not mention or mention.kind != kind:
        return -1
    after = [i for i in sentence.mentions if i > place][:2]
    body = [i for i in after[:1] if sentence.mentions[i].kind == "Organization" and i - place <= _NEAR]
    last, at = (body or [place])[-1], next(iter(after[len(body) :]), -1)
    dated = at > 0 and sentence.mentions[at].kind == DATE
    link = sentence.text[last + 1 : at] + DATED
    return at if dated and language.naming.list_link.fullmatch(link, partial=True) else -1
