"""A sentence's claims, and what was refused.

In: an encoded sentence, and the setting in which it is read. Out: claims in the order of the rules, each with cue, status, date and the
span of words it rests on, and refusals of every cue that gave nothing, with the reason.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import regex

from extract.amounts import find_amounts
from extract.claim import Claim, Refused, Setting
from extract.encode import Encoded
from extract.implied import is_organ, is_part, mandate, organ, owner
from extract.language import Language
from extract.mention import DATE
from extract.modality import find_modality
from extract.names import Entry, strong_names
from extract.roles import QUANTIFIED, Subject, find_subject
from extract.rules import Rule, States, load_rules
from extract.when import find_date, resolution_date
from ontology.schema import load_schema

NO_OBJECT = "no object known"
APART = "named, but not as its object"
_IMPLIED = {"owner": owner, "organ": organ, "adopter": organ}
# These do something to their own object only; an adopter does it to another thing, by the resolution named.
_OWN = ("owner", "organ", "maker", "body")
_UNSPOKEN = (*_OWN, "adopter", "author")
# What is called after the United Nations is adopted by one of its organs: the name does not say which.
_WHOLE = "org/UN"
# A subject that is carried over from an earlier sentence or the section is a little less sure than one that is named.
_CARRIED = 0.95
# The relation whose statements carry a sum.
_GIVES = "contributedTo"
# How many actors do something pairwise.
_FEW = 3

Placed = tuple[Entry, int]


def find_statements(sentence: Encoded, language: Language, setting: Setting) -> tuple[list[Claim], list[Refused]]:
    """All that the rules of the language take from one sentence."""
    claims, refused, missed = list[Claim](), dict[str, Refused](), dict[str, Refused]()
    named = set(sentence.text)
    for rule, cues in load_rules(language.code).cued(sentence.text):
        for start, word in cues:
            words = _words(sentence, word, start)
            if reason := _missed(sentence, start, rule, language):
                missed.setdefault(words, Refused(words, rule.name, reason))
        for found in outcomes(rule, sentence, language, setting) if rule.fits(named) else ():
            if isinstance(found, Refused):
                refused[found.cue] = found
            else:
                claims += found
    claims = _surer(claims)
    used = {claim.cue for claim in claims}
    told = refused if claims else {**dict(list(missed.items())[:1]), **refused}
    return claims, [row for cue, row in told.items() if cue not in used]


def _missed(sentence: Encoded, cue: int, rule: Rule, language: Language) -> str:
    """Why a cue that no pattern joins to anything is worth a word: its clause names an object apart from it, or many; else ""."""
    begin, end = sentence.clauses[sentence.clause(cue)]
    if language.roles.unnamed.search(sentence.text, cue, end):
        return NO_OBJECT
    return APART if rule.needs and rule.fits(set(sentence.text[begin:end])) else ""


def outcomes(
    rule: Rule, sentence: Encoded, language: Language, setting: Setting
) -> Iterator[Sequence[Claim] | Refused]:
    """What a rule makes of each place of a sentence that its pattern fits: claims, perhaps none, or why it refuses."""
    for match in rule.pattern.finditer(sentence.text, overlapped=True):
        yield _Match(rule, match, sentence, language, setting).claims()


def _words(sentence: Encoded, found: str, at: int) -> str:
    """The words of a cue; those of the mention when a mention is the cue."""
    return sentence.mentions[at].text if at in sentence.mentions else found


def _surer(claims: list[Claim]) -> list[Claim]:
    """Where a rule names who did something to an object, what other rules guess of its subject is dropped."""
    named = {(claim.relation, claim.object) for claim in claims if claim.named}
    return [claim for claim in claims if claim.named or (claim.relation, claim.object) not in named]


@dataclass(frozen=True, slots=True)
class _Match:
    """One place where the pattern of a rule fits a sentence."""

    rule: Rule
    match: regex.Match[str]
    sentence: Encoded
    language: Language
    setting: Setting

    @property
    def cue(self) -> int:
        """The place of the cue."""
        return self.match.start("cue")

    def _slot(self, role: str) -> int:
        """Where the words of a role begin; behind everything when the rule has none."""
        named = role in self.match.re.groupindex
        return self.match.start(role) if named else len(self.sentence.text)

    def claims(self) -> list[Claim] | Refused:
        """What the rule states here, or why it states nothing."""
        after = self.setting.after
        if after and (self.match.end() <= after or after <= min(self.cue, self._slot("subject"))):
            return []
        roles = self._roles()
        subject = self._subject(roles)
        if subject.reason == NO_OBJECT:
            return []
        words = _words(self.sentence, self.match["cue"], self.cue)
        if subject.reason:
            return Refused(words, self.rule.name, subject.reason)
        governs = find_modality(self.sentence, self.cue, subject, self.language, self.rule.ignores)
        modality = governs or (self.setting.mood if subject.start < 0 else None)
        if modality and not modality.status:
            return Refused(words, self.rule.name, modality.name)
        roles["subject"] = [(entry, subject.start) for entry in subject.entries]
        status = self.rule.status or (modality.status if modality else "asserted")
        return list(self._stated(roles, subject, status, words))

    def _roles(self) -> dict[str, list[Placed]]:
        """Who and what fills the roles of the rule, with their places."""
        roles = {
            role: [(Entry(m.path, m.kind), i) for i, m in self.sentence.inside(*self._span(role)) if m.kind != DATE]
            for role, text in self.match.groupdict().items()
            if text and not role.startswith("cue")
        }
        for states in self.rule.states:
            if states.object == "draft" and self.setting.draft:
                roles["draft"] = [(self.setting.draft, self.cue)]
            if implied := _IMPLIED.get(states.subject):
                acted = roles.get("object", []) or roles.get("draft", [])
                roles[states.subject] = [(e, i) for target, i in acted if (e := implied(target.path))]
            if named := {"maker": self._maker, "body": self._body}.get(states.subject):
                roles[states.subject] = [(e, i) for _, i in roles["object"] if (e := named(i))]
            if states.subject == "author" and self.setting.author:
                roles["author"] = [(self.setting.author, self.cue)]
            if states.object == "mandate":
                roles["mandate"] = self._mandates(roles.get("object", []))
            if states.object == "occasion" and (event := self.setting.event):
                roles["occasion"] = [(Entry(event.path, event.kind), self.cue)]
        return roles

    def _span(self, role: str) -> tuple[int, int]:
        """Where a role stands: who is named behind a comma and before a verb is none of the list that ended at the comma."""
        start, end = self.match.span(role)
        verb = self.sentence.text[end:].lstrip()[:1].islower()
        return start, min(end, self.sentence.clauses[self.sentence.clause(start)][1]) if verb else end

    def _maker(self, at: int) -> Entry | None:
        """The organization whose name opens that of its own strategy, or closes it."""
        marks = "".join(self.language.naming.quotes)
        title, names = self.sentence.mentions[at].text.strip(marks), strong_names(self.language.code)
        opening = [entry for start, _, entry in names.find(title[:-1])[:1] if start == 0]
        closing = [entry for _, end, entry in names.find(title[1:])[-1:] if end == len(title) - 1]
        makers = (entry for entry in opening + closing if entry.kind == "Organization")
        return next((entry for entry in makers if entry.path != _WHOLE), None)

    def _body(self, at: int) -> Entry | None:
        """The body that a resolution is named with, if its symbol does not say that another one adopts such ones."""
        mention = self.sentence.mentions[at]
        named = [Entry(m.path, m.kind) for m in mention.inner if m.kind == "Organization"]
        adopter = organ(mention.path)
        return next((body for body in named if body == adopter or not (adopter or is_organ(body.path))), None)

    def _mandates(self, committees: list[Placed]) -> list[Placed]:
        """The resolutions that set up the committees named, or else the one that wrote the document."""
        author = self.setting.author
        known = committees or ([(author, self.cue)] if author else [])
        return [(entry, i) for committee, i in known if (entry := mandate(committee.path, self.language))]

    def _subject(self, roles: dict[str, list[Placed]]) -> Subject:
        """The subject that the rule names, or that an object implies, or else the one of the sentence."""
        if "subject" in roles:
            subject = Subject(tuple(entry for entry, _ in roles["subject"]), *self.match.span("subject"))
        elif role := next((states.subject for states in self.rule.states if states.subject in _UNSPOKEN), ""):
            at = self.cue
            return Subject(start=at, end=at) if roles.get(role) else Subject(reason=NO_OBJECT)
        else:
            sentence, place = (
                self.sentence.without(at for filled in roles.values() for _, at in filled),
                self.match.span("cue"),
            )
            subject = find_subject(sentence, place, self.language, self.setting.topic, self.setting.speaker)
        return Subject(reason=QUANTIFIED) if self._of_members(subject) else subject

    def _of_members(self, subject: Subject) -> bool:
        """Whether an act that each State must do for itself is said of the members of an organization."""
        relations = load_schema().relations
        acts = any(relations[states.relation].range == ("Treaty",) for states in self.rule.states)
        members = self.language.naming.members
        return acts and subject.end >= 0 and bool(members.match(self.sentence.text, subject.end))

    def _stated(self, roles: dict[str, list[Placed]], subject: Subject, status: str, words: str) -> Iterator[Claim]:
        rule, sentence = self.rule, self.sentence
        begin, _ = sentence.clauses[sentence.clause(self.match.start())]
        _, end = sentence.clauses[sentence.clause(self.match.end() - 1)]
        begin = max(self.setting.after, min(begin, subject.start) if subject.start >= 0 else begin)
        here = subject.start >= 0 and sentence.clause(subject.start) == sentence.clause(self.cue)
        named = here or "subject" in self.match.groupdict()
        confidence = rule.confidence * (1.0 if subject.start >= 0 else _CARRIED)
        for states in rule.states:
            for source, target, place in _pairs(states, roles):
                date = self._date(states, roles, place, status)
                yield Claim(
                    source,
                    states.relation,
                    target,
                    status,
                    date,
                    words,
                    begin,
                    end,
                    rule.name,
                    confidence,
                    named,
                    *self._sum(states, roles, end),
                )

    def _sum(self, states: States, roles: dict[str, list[Placed]], end: int) -> tuple[str, str]:
        """What one actor gave to one other: the sum nearest to the cue in its clauses, and its currency."""
        if states.relation != _GIVES or any(len(roles[role]) > 1 for role in (states.subject, states.object)):
            return "", ""
        begin, _ = self.sentence.clauses[self.sentence.clause(self.cue)]
        found = list(find_amounts(self.sentence.text[begin:end], self.language))
        nearest = min(found, key=lambda a: abs(begin + a.start - self.cue), default=None)
        return (nearest.value, nearest.currency) if nearest else ("", "")

    def _date(self, states: States, roles: dict[str, list[Placed]], place: int, status: str) -> str:
        """When it was done; what a document on one year tells without a date was done in that year."""
        if states.subject in ("body", "adopter"):
            return resolution_date(self.sentence, place if states.subject == "body" else roles["object"][0][1])
        if not self.rule.dated:
            return ""
        found = find_date(self.sentence, self.cue, place, self.language, self.match.end())
        if states.object == "occasion" and self.setting.event:
            found = self.setting.event.date
        adoption = resolution_date(self.sentence, place) if states.relation == "adopted" else ""
        past = status == "asserted" and states.subject not in _UNSPOKEN
        return found or adoption or (self.setting.year if past else "")


def _pairs(states: States, roles: dict[str, list[Placed]]) -> Iterator[tuple[Entry, Entry, int]]:
    """The things that a rule joins, with the place of the second; an implied subject goes with its own object only."""
    schema = load_schema()
    subjects, objects = roles.get(states.subject, []), roles.get(states.object, [])
    if states.subject == states.object:
        joined = list(combinations(subjects, 2)) if len(subjects) <= _FEW else []
    else:
        joined = [(a, b) for a in subjects for b in objects if states.subject not in _OWN or a[1] == b[1]]
    for (source, first), (target, second) in joined:
        fits = not states.kind or schema.is_a(source.kind, states.kind)
        fits = fits and not (states.relation == "adopted" and source.path == _WHOLE)
        fits = fits and not (states.relation == "established" and is_part(source.path, target.path))
        if fits and source.path != target.path and schema.allows(states.relation, source.kind, target.kind):
            yield source, target, first if states.subject == states.object else second
