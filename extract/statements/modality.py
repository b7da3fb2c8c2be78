"""What plans, denies or takes away what a cue says.

In: an encoded sentence, the place of a cue and its subject. Out: the modality that governs the cue, or None. It stands between the
subject, or the beginning of the clause, and the cue; or the cue tells it by its tense; or it stands near behind the subject of the main
clause, which a clause leads up to or goes on from.
"""

from collections.abc import Iterable, Sequence

from extract.languages.forms import Modality
from extract.languages.language import Language
from extract.statements.encode import Encoded
from extract.statements.roles import Subject

# The modality of who asks others to act: what goes on with "and" may still be asked of them.
_URGED = "urged"


def find_modality(
    sentence: Encoded, cue: int, subject: Subject, language: Language, ignores: Iterable[str]
) -> Modality | None:
    """The modality of what the cue at `cue` says of a subject; those of the names `ignores` do not matter."""
    modalities = [m for m in language.modalities if m.name not in ignores]
    begin, _ = sentence.clauses[sentence.clause(cue)]
    between = begin <= subject.start < cue and not language.roles.verb_first
    start = max(begin, subject.end) if between else begin
    main = _asked(sentence, subject, language, modalities) or _main_verb(sentence, cue, subject, language, modalities)
    main = main or _opened(sentence.text[begin : max(subject.start, begin)], modalities)
    near = (
        m
        for m in modalities
        if m.pattern.search(sentence.text[max(start, cue - m.reach) : cue]) or m.tense.match(sentence.text, cue)
    )
    return main or next(near, None)


def _asked(sentence: Encoded, subject: Subject, language: Language, modalities: Sequence[Modality]) -> Modality | None:
    """Whether the sentence opens with a request, before it names anybody: what it says of others is asked of them."""
    first = min(sentence.mentions, default=0)
    limit = min(language.writing.short, first, max(subject.start, 0))
    found = ((m, m.pattern.search(sentence.text)) for m in modalities if m.name == _URGED)
    return next((m for m, match in found if match and match.start() < limit), None)


def _opened(words: str, modalities: Sequence[Modality]) -> Modality | None:
    """What the conjunction says that opens a clause, before its subject: if, so that."""
    return next((m for m in modalities if m.name == _URGED and m.pattern.match(words.lstrip())), None)


def _main_verb(
    sentence: Encoded, cue: int, subject: Subject, language: Language, modalities: Sequence[Modality]
) -> Modality | None:
    """What the main clause says of a cue in a clause that leads up to it, or that goes on from it."""
    here, there = sentence.clause(cue), sentence.clause(max(subject.start, 0))
    if subject.start < 0 or here == there:
        return None
    verb = sentence.text[subject.end : subject.end + language.writing.short]
    if subject.start > cue:
        return next((m for m in modalities if m.status and m.pattern.search(verb)), None)
    phrased = _before_phrase(sentence, subject, there, language) if there + 1 == here else ""
    manner = language.roles.manner.match(sentence.text, sentence.clauses[here][0])
    if manner:
        begin, end = sentence.clauses[here - 1]
        before = sentence.text[begin : min(begin + language.writing.short, end)] if there + 1 < here else ""
        phrased = sentence.text[sentence.clauses[there][0] : subject.start] + verb + before
    governing = (m for m in modalities if m.status or (manner and m.name == _URGED))
    planned = next((m for m in governing if m.pattern.search(phrased)), None)
    goes_on = language.writing.gap_stop.match(sentence.text, sentence.clauses[here][0])
    return planned or next((m for m in modalities if goes_on and m.name == _URGED and m.pattern.search(verb)), None)


def _before_phrase(sentence: Encoded, subject: Subject, clause: int, language: Language) -> str:
    """What stands between a subject and the phrase that is all its clause has: "will, according to the treaty, …"."""
    end = sentence.clauses[clause][1]
    places = range(subject.end, min(subject.end + language.writing.short, end))
    phrase = next((at for at in places if language.roles.subordinate.match(sentence.text, at, end)), subject.end)
    return sentence.text[subject.end : phrase]
