"""A sentence's statements, and what was refused.

In: an encoded sentence with its place in the document, and who spoke and was spoken of. Out: claims in the order of the rules, each with
cue, status, date and the span of words it rests on, and refusals of every cue that gave nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import regex

from extract.encode import Encoded
from extract.language import Language, Modality
from extract.mention import DATE, Mention
from extract.names import Entry
from extract.roles import QUANTIFIED, Subject, find_subject
from extract.rules import Rule, States, load_rules
from extract.symbols import adopters, number_path
from ontology.authority import load_authority
from ontology.schema import load_schema

NO_OBJECT = "no object known"
SAME = "subject and object are the same"
_INHERITED = 0.9
_MAIN = 8
_FEW = 3


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement before it has its evidence: `start` and `end` are places in the encoded sentence."""

    subject: Entry
    relation: str
    object: Entry
    status: str
    date: str
    cue: str
    start: int
    end: int
    rule: str
    confidence: float
    named: bool


@dataclass(frozen=True, slots=True)
class Refused:
    """A cue that gave nothing, with the reason."""

    cue: str
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Setting:
    """Who speaks, who was spoken of last, and who wrote the document.

    `after` is the place behind which an object must stand, in items of a list; `mood` the modality of what introduces them.
    """

    speaker: Entry | None = None
    topic: Entry | None = None
    after: int = 0
    author: Entry | None = None
    mood: Modality | None = None


def find_statements(sentence: Encoded, language: Language, setting: Setting) -> tuple[list[Claim], list[Refused]]:
    """All that the rules of the language take from one sentence."""
    claims, refused = list[Claim](), dict[str, Refused]()
    for rule in load_rules(language.code):
        cue = rule.cue.search(sentence.text)
        if not cue:
            continue
        words = _words(cue.group(), cue.start(), sentence)
        refused.setdefault(words, Refused(words, rule.name, NO_OBJECT))
        for match in rule.pattern.finditer(sentence.text, overlapped=True):
            found = _apply(rule, match, sentence, language, setting)
            if isinstance(found, Refused):
                refused[found.cue] = found
            else:
                claims += found
    claims = _surer(claims)
    used = {claim.cue for claim in claims}
    return claims, [row for cue, row in refused.items() if cue not in used]


def _surer(claims: list[Claim]) -> list[Claim]:
    """Where a rule names who did something to an object, what other rules guess of its subject is dropped."""
    named = {(claim.relation, claim.object) for claim in claims if claim.named}
    return [claim for claim in claims if claim.named or (claim.relation, claim.object) not in named]


def _apply(
    rule: Rule, match: regex.Match[str], sentence: Encoded, language: Language, setting: Setting
) -> list[Claim] | Refused:
    at, cue = match.start("cue"), _words(match["cue"], match.start("cue"), sentence)
    if setting.after and (at >= setting.after or match.end() <= setting.after):
        return []
    roles = _slots(match, sentence)
    if any(states.object == "mandate" for states in rule.states):
        roles["mandate"] = _mandates(roles.get("object", []), at, language, setting)
    subject = _subject(rule, match, roles, sentence, language, setting)
    if _of_members(rule, subject, sentence, language):
        subject = Subject(reason=QUANTIFIED)
    if subject.reason:
        return Refused(cue, rule.name, subject.reason)
    modality = _modality(sentence, at, subject, language, rule) or (setting.mood if subject.start < 0 else None)
    if modality and not modality.status:
        return Refused(cue, rule.name, modality.name)
    roles["subject"] = [(entry, subject.start) for entry in subject.entries]
    status = rule.status or (modality.status if modality else "asserted")
    return list(_claims(rule, match, sentence, roles, subject, status, cue, language, setting.after))


def _of_members(rule: Rule, subject: Subject, sentence: Encoded, language: Language) -> bool:
    """Whether an act that each State must do for itself is said of the members of an organization."""
    acts = any(load_schema().relations[states.relation].range == ("Treaty",) for states in rule.states)
    return acts and subject.end >= 0 and bool(language.naming.members.match(sentence.text, subject.end))


def _words(found: str, at: int, sentence: Encoded) -> str:
    """The words of a cue; those of the mention when a mention is the cue."""
    return sentence.mentions[at].text if at in sentence.mentions else found


def _subject(
    rule: Rule,
    match: regex.Match[str],
    roles: dict[str, list[tuple[Entry, int]]],
    sentence: Encoded,
    language: Language,
    setting: Setting,
) -> Subject:
    """The subject that the rule names, or that an object implies, or else the one of the sentence."""
    if "subject" in roles:
        return Subject(tuple(entry for entry, _ in roles["subject"]), *match.span("subject"))
    for role, implied in (("owner", owner), ("organ", organ)):
        if any(states.subject == role for states in rule.states):
            roles[role] = [(entry, i) for target, i in roles["object"] if (entry := implied(target.path))]
            at = match.start("object")
            return Subject(start=at, end=at) if roles[role] else Subject(reason=NO_OBJECT)
    return find_subject(sentence, match.start("cue"), language, setting.topic, setting.speaker)


def owner(path: str) -> Entry | None:
    """The State that a law belongs to: its ISO code opens the last part of the path."""
    kind, _, rest = path.partition("/")
    state = f"state/{rest.partition('-')[0]}"
    return Entry(state, "State") if kind == "law" and state in load_authority().entities else None


def _mandates(
    committees: list[tuple[Entry, int]], at: int, language: Language, setting: Setting
) -> list[tuple[Entry, int]]:
    """The resolutions that set up the committees named, or else the one that wrote the document."""
    known = [(mandate(entry.path, language), i) for entry, i in committees]
    if not committees and setting.author:
        known = [(mandate(setting.author.path, language), at)]
    return [(entry, i) for entry, i in known if entry]


def mandate(path: str, language: Language) -> Entry | None:
    """The resolution that a committee is called by in one of its names."""
    entity = load_authority().entities.get(path)
    for name in entity.names if entity else ():
        for form in language.references:
            if name.language == language.code and (match := form.pattern.search(name.text)):
                parts = {key: value for key, value in match.groupdict().items() if value}
                found = number_path(form.path, parts, "")
                return Entry(found, "Resolution") if found else None
    return None


def organ(path: str) -> Entry | None:
    """The body that adopts resolutions with this symbol."""
    found = next((body for start, body in adopters() if path.startswith(start)), "")
    return Entry(found, "Organization") if found else None


def _slots(match: regex.Match[str], sentence: Encoded) -> dict[str, list[tuple[Entry, int]]]:
    """The mentions that fill the slots of a rule, with their places."""
    return {
        role: [(Entry(m.path, m.kind), i) for i, m in sentence.inside(*match.span(role)) if m.kind != DATE]
        for role, text in match.groupdict().items()
        if text and not role.startswith("cue")
    }


def _modality(sentence: Encoded, cue: int, subject: Subject, language: Language, rule: Rule) -> Modality | None:
    """The modality that governs the cue: that of the words between the subject, or the clause's beginning, and the cue."""
    begin, _ = sentence.clauses[sentence.clause(cue)]
    start = max(begin, subject.end) if begin <= subject.start < cue else begin
    if subject.start > cue:
        main = sentence.text[subject.end : subject.end + _MAIN]
        for modality in language.modalities:
            if modality.status and modality.pattern.search(main):
                return modality
    for modality in language.modalities:
        words = sentence.text[max(start, cue - modality.reach) : cue]
        if modality.name not in rule.ignores and modality.pattern.search(words):
            return modality
    return None


def _claims(
    rule: Rule,
    match: regex.Match[str],
    sentence: Encoded,
    roles: dict[str, list[tuple[Entry, int]]],
    subject: Subject,
    status: str,
    cue: str,
    language: Language,
    after: int,
) -> Iterator[Claim]:
    begin = sentence.clauses[sentence.clause(match.start())][0]
    begin = max(after, min(begin, subject.start) if subject.start >= 0 else begin)
    end = sentence.clauses[sentence.clause(match.end() - 1)][1]
    confidence = rule.confidence * (1.0 if subject.start >= 0 else _INHERITED)
    own = subject.start >= 0 and sentence.clause(subject.start) == sentence.clause(match.start("cue"))
    named = own or "subject" in match.groupdict()
    for states in rule.states:
        for source, target, place in _pairs(states, roles):
            date = find_date(sentence, match.start("cue"), place, language) if rule.dated else ""
            yield Claim(source, states.relation, target, status, date, cue, begin, end, rule.name, confidence, named)


def _pairs(states: States, roles: dict[str, list[tuple[Entry, int]]]) -> Iterator[tuple[Entry, Entry, int]]:
    """The things that a rule joins, with the place of the second; an implied subject goes with its own object only."""
    schema, implied = load_schema(), states.subject in ("owner", "organ")
    if states.subject == states.object:
        members = roles.get(states.subject, [])
        pairs = combinations(members, 2) if len(members) <= _FEW else ()
        yield from ((a, b, place) for (a, place), (b, _) in pairs if a.path != b.path)
        return
    for source, first in roles.get(states.subject, []):
        for target, second in roles.get(states.object, []):
            fits = not states.kind or schema.is_a(source.kind, states.kind)
            own = not implied or first == second
            if fits and own and source.path != target.path and schema.allows(states.relation, source.kind, target.kind):
                yield source, target, second


def find_date(sentence: Encoded, cue: int, target: int, language: Language) -> str:
    """When it was done: the date in brackets behind the object, the one before the cue, or the one that opens the sentence."""
    dates = [(i, m) for i, m in sorted(sentence.mentions.items()) if m.kind == DATE and not _since(sentence, i, language)]
    behind = [m.date for i, m in dates if i == target + 2 and sentence.text[target + 1] == "("]
    own = sentence.mentions[target].date if target in sentence.mentions else ""
    begin, end = sentence.clauses[sentence.clause(cue)]
    near = [m.date for i, m in dates if begin <= i < cue]
    between = [m.date for i, m in dates if cue < i < target]
    lone = [m.date for i, m in dates if begin and i + 2 >= begin > i]
    return next(iter([*behind, *near[-1:], *([own] if own else []), *between, *lone]), "")


def _since(sentence: Encoded, at: int, language: Language) -> bool:
    """Whether a date says since when or until when, not when."""
    return bool(language.naming.since.match(sentence.text[at + 1 :]))
