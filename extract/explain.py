"""Why a text gives the statements it gives: for who writes rules.

In: the text of a document. Out: for each sentence what it names, how the rules see it, and what every rule whose cue occurs made
of it: claims, or the reason why there are none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.languages.language import Language
from extract.mentions.mention import Mention
from extract.pipeline import UNKNOWN, Options, Walk
from extract.statements.claim import Claim, Refused, Setting
from extract.statements.encode import Encoded, class_marks
from extract.statements.read import NO_OBJECT, find_statements, outcomes
from extract.statements.rules import Rule, load_rules
from extract.statements.sentences import Sentence
from extract.text.sections import Placed
from extract.text.source import Source
from ontology.schema import load_schema

UNREAD = "not read for statements: a heading, a mark, or a cell of a table"
WORDS = f"{NO_OBJECT}: the words around the cue do not fit the pattern"
GUESSED = "another rule names who does this to the same object"
CLASSES = "the relation does not join what fills the pattern"
APART = "the introductory clause and its item are read by themselves here"


@dataclass(frozen=True, slots=True)
class Trial:
    """A rule whose cue occurs: the cue words found, the claims, and the reasons for what it did not state."""

    rule: str
    cues: tuple[str, ...]
    claims: tuple[Claim, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """One sentence: its paragraph from 1, its text, and `seen`, the text with `<Class>` in place of each mention.

    `speaker` and `topic` are paths or "": whose voice it is, and who was spoken of last. `note` says why there are no trials.
    """

    paragraph: int
    text: str
    seen: str
    speaker: str
    topic: str
    mentions: tuple[Mention, ...]
    trials: tuple[Trial, ...]
    note: str = ""


def explain(source: Source, options: Options = UNKNOWN, paragraph: int = 0) -> list[Explained]:
    """Every sentence of a document, or of one paragraph only, in the order in which they are read.

    An item below an introductory clause is there twice: joined with the clause, and by itself.
    """
    walk = _Told(source, options)
    for placed, mentions in walk.mentions():
        before = len(walk.told)
        if placed.spoken:
            walk.paragraph(placed, mentions)
        if len(walk.told) == before:
            text = placed.text.value
            walk.told.append(Explained(placed.number, text, text, "", "", tuple(mentions), (), UNREAD))
    return [told for told in walk.told if paragraph in (0, told.paragraph)]


class _Told(Walk):
    """A walk that keeps what it sees."""

    def __init__(self, source: Source, options: Options) -> None:
        super().__init__(source, options)
        self.told: list[Explained] = []

    def take(self, placed: Placed, part: Sentence, encoded: Encoded, setting: Setting) -> None:
        """Explain one sentence."""
        speaker, topic = (entry.path if entry else "" for entry in (setting.speaker, setting.topic))
        trials = sorted(_trials(encoded, placed.language, setting), key=_nearness)
        text = part.text.value
        self.told.append(Explained(placed.number, text, _seen(encoded), speaker, topic, part.mentions, tuple(trials)))


def _seen(sentence: Encoded) -> str:
    """The sentence as rules see it."""
    named = sentence.mentions
    return "".join(f"<{named[i].kind}>" if i in named else char for i, char in enumerate(sentence.text))


def _trials(sentence: Encoded, language: Language, setting: Setting) -> Iterator[Trial]:
    kept, _ = find_statements(sentence, language, setting)
    for rule, cues in load_rules(language.code).cued(sentence.text):
        words = (sentence.mentions[at].text if at in sentence.mentions else word for at, word in cues)
        if not cues:
            continue
        lacking = _lacking(rule, sentence.text)
        found = [] if lacking else list(outcomes(rule, sentence, language, setting))
        claims = [claim for outcome in found if not isinstance(outcome, Refused) for claim in outcome]
        stated = tuple(dict.fromkeys(claim for claim in claims if claim in kept))
        reasons = (lacking,) if lacking else tuple(_reasons(found, kept, setting))
        yield Trial(rule.name, tuple(dict.fromkeys(words)), stated, reasons)


def _nearness(trial: Trial) -> int:
    """Rules that state something come first, then those whose pattern fits, then the others."""
    return 0 if trial.claims else 2 if trial.reasons[0].startswith(NO_OBJECT) else 1


def _reasons(found: Sequence[Sequence[Claim] | Refused], kept: Sequence[Claim], setting: Setting) -> list[str]:
    """Why the places that a pattern fits give nothing, or that there are none; each reason once."""
    reasons = [] if found else [WORDS]
    for outcome in found:
        if isinstance(outcome, Refused):
            reasons.append(outcome.reason)
        elif not outcome:
            reasons.append(APART if setting.after else CLASSES)
        elif not any(claim in kept for claim in outcome):
            reasons.append(GUESSED)
    return list(dict.fromkeys(reasons))


def _lacking(rule: Rule, text: str) -> str:
    """What a rule needs and a sentence does not name; "" when it names all."""
    needs = [_classes(marks) for marks in rule.needs if not marks & set(text)]
    return f"{NO_OBJECT}: names no {' and no '.join(needs)}" if needs else ""


def _classes(marks: frozenset[str]) -> str:
    """The widest classes that marks stand for."""
    schema = load_schema()
    kinds = {kind for kind, mark in class_marks().items() if mark in marks}
    return " or ".join(sorted(kind for kind in kinds if not kinds & {*schema.classes.get(kind, ())}))
