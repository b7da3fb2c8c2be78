"""Who does it: the subject of a cue.

In: an encoded sentence, the place of a cue, and who was spoken of before. Out: the mentions that are the subject, or the reason why there
is none. Within the clause of the cue it is the nearest actor that no preposition governs and no attribute follows; else that of
an earlier clause, as long as the clauses between begin without a subject of their own; else the topic of the paragraph.
"""

from dataclasses import dataclass
from functools import cache

import regex

from extract.languages.language import Language
from extract.mentions.mention import DATE, Mention
from extract.mentions.names import GENERIC, Entry, declined
from extract.statements.encode import Encoded, marks_of

UNCLEAR = "subject unclear"
QUANTIFIED = "quantified subject"
NOBODY = "no subject"
_BEFORE = 60


@dataclass(frozen=True, slots=True)
class Subject:
    """Who does it, by entry; `start` is the place in the sentence, or -1 when it was said before; `reason` when nobody does."""

    entries: tuple[Entry, ...] = ()
    start: int = -1
    end: int = -1
    reason: str = ""


def find_subject(
    sentence: Encoded, place: tuple[int, int, int], language: Language, topic: Entry | None, speaker: Entry | None
) -> Subject:
    """The subject of the cue at a place: from its start to its end, and where what it says of others ends."""
    cue, here = place[0], sentence.clause(place[0])
    behind = _behind(sentence, place[1], language, speaker)
    if behind and language.roles.verb_first:
        return behind
    for number in range(here, -1, -1):
        begin, end = sentence.clauses[number]
        limit = cue if number == here else end
        head = sentence.text[begin:limit].translate(_undated())
        if number == here and any(m.end() == len(head) for m in language.roles.quantified.finditer(head)):
            return Subject(reason=QUANTIFIED)
        leading = bool(language.roles.subordinate.match(sentence.text[begin:end].translate(_undated())))
        nearest = number == here
        passed = leading or language.roles.performative.match(sentence.text, begin)
        group = free_actors(sentence, begin, limit, language, nearest=nearest) if nearest or not passed else None
        found = _subject(sentence, group, language) if group else None
        found = found or (_ahead(sentence, place[1], place[2], language) if leading and nearest else None)
        found = found or (behind if nearest else None)
        if found := found or _without_name(head, begin, language, speaker):
            return found
    return Subject((topic,)) if topic else Subject(reason=NOBODY)


def _behind(sentence: Encoded, end: int, language: Language, speaker: Entry | None) -> Subject | None:
    """The subject that follows its verb, with no more between them than the words that may stand there."""
    between = language.roles.behind.match(sentence.text, end)
    if not between:
        return None
    begin = between.end()
    group = _actor_lists(language.writing.separator).match(sentence.text, begin)
    if group and _free(sentence, *group.span(), end, language):
        return _subject(sentence, group.span(), language)
    rest = sentence.text[begin : sentence.clauses[sentence.clause(end)][1]]
    named = language.roles.quantified.match(rest) or language.roles.body.match(rest)
    return _without_name(rest, begin, language, speaker) if named else None


def _without_name(head: str, begin: int, language: Language, speaker: Entry | None) -> Subject | None:
    """What a clause that names no actor begins with: a number of them, a national body, something else, or no subject at all.

    A national body without the name of its State belongs to the State that speaks.
    """
    if language.roles.quantified.match(head):
        return Subject(reason=QUANTIFIED)
    if language.roles.body.match(head):
        speaks = speaker and speaker.kind == "State"
        return Subject((speaker,), begin, begin) if speaker and speaks else Subject(reason=UNCLEAR)
    return Subject(reason=UNCLEAR) if head.strip() and not language.roles.opener.match(head) else None


@cache
def _undated() -> dict[int, None]:
    """Deletes dates, which may open any clause."""
    return {ord(mark): None for mark in marks_of(DATE)}


def _ahead(sentence: Encoded, cue_end: int, reach: int, language: Language) -> Subject | None:
    """The subject of the main clause that a leading clause up to `reach` belongs to, or where it goes on without a comma, by its case."""
    here = sentence.clause(max(cue_end, reach) - 1)
    end = sentence.clauses[here][1]
    if language.matching.declension and (group := free_actors(sentence, cue_end, end, language, nearest=False)):
        return _subject(sentence, group, language)
    if here + 1 >= len(sentence.clauses) or not sentence.text[: sentence.clauses[here][1]].endswith(
        language.writing.comma
    ):
        return None
    begin, end = sentence.clauses[here + 1]
    group = free_actors(sentence, begin, end, language, nearest=False)
    near = language.writing.short if language.roles.verb_first else language.writing.short // 2
    return _subject(sentence, group, language) if group and group[0] - begin <= near else None


def free_actors(
    sentence: Encoded, begin: int, end: int, language: Language, *, nearest: bool
) -> tuple[int, int] | None:
    """The place of the actors that are the subject between `begin` and `end`: the nearest to the end, or else the first."""
    groups = _actor_lists(language.writing.separator).finditer(sentence.text, begin, end)
    places = (group.span() for group in (groups if not nearest else reversed(list(groups))))
    free = (place for place in places if _free(sentence, *place, begin, language))
    found = next(free, None)
    while nearest and found:
        before = next(free, None)
        if not before or not language.roles.inner.search(sentence.text, before[1], found[0]):
            break
        found = before
    return found


@cache
def _actor_lists(separator: str) -> regex.Pattern[str]:
    """Lists of actors, those that name nobody in particular among them."""
    item = f"[{marks_of('Actor')}{marks_of(GENERIC)}]"
    return regex.compile(rf"{item}(?:(?:{separator}){item})*")


def _free(sentence: Encoded, start: int, end: int, begin: int, language: Language) -> bool:
    """Whether no preposition or case governs the actors and they are not an attribute of what follows.

    Behind one who acts for them, such as their government, they may stand in any case.
    """
    before, actor, roles = sentence.text[max(begin, start - _BEFORE) : start], sentence.mentions[start], language.roles
    if roles.examples.search(before):
        return True
    if roles.attribute.match(sentence.text, end):
        return False
    if roles.holder.search(before):
        return True
    return not roles.oblique.search(before) and not declined(language.code, actor.path, actor.text)


def _subject(sentence: Encoded, group: tuple[int, int], language: Language) -> Subject:
    start, end = group
    mentions = [m for _, m in sentence.inside(start, end)]
    if any(m.kind == GENERIC for m in mentions) or language.roles.quantifier.search(sentence.text[:start]):
        return Subject(start=start, end=end, reason=QUANTIFIED)
    return Subject(tuple(_entry(m) for m in mentions), start, end)


def _entry(mention: Mention) -> Entry:
    return Entry(mention.path, mention.kind)
