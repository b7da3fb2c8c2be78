"""A sentence's claims, and what was refused.

In: an encoded sentence, and the setting in which it is read. Out: claims in the order of the rules, each with cue, status, date and the
span of words it rests on, and refusals of every cue that gave nothing, with the reason.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from extract.languages.language import Language
from extract.mentions.implied import is_part
from extract.mentions.names import Entry
from extract.statements.amounts import find_amounts
from extract.statements.claim import Claim, Refused, Setting
from extract.statements.encode import Encoded
from extract.statements.filling import WHOLE, Fit, Placed
from extract.statements.modality import find_modality
from extract.statements.roles import QUANTIFIED, Subject, find_subject
from extract.statements.rules import Rule, States, load_rules
from extract.statements.when import find_date, resolution_date
from ontology.schema import load_schema

NO_OBJECT = "no object known"
APART = "named, but not as its object"
# These do something to their own object only; an adopter does it to another thing, by the resolution named.
_OWN = ("owner", "organ", "maker", "body")
_UNSPOKEN = (*_OWN, "adopter", "author")
# A subject that is carried over from an earlier sentence or the section is a little less sure than one that is named.
_CARRIED = 0.95
# The relation whose statements carry a sum.
_GIVES = "contributedTo"
# How many actors do something pairwise.
_FEW = 3


def find_statements(sentence: Encoded, language: Language, setting: Setting) -> tuple[list[Claim], list[Refused]]:
    """All that the rules of the language take from one sentence."""
    claims, refused = list[Claim](), dict[str, Refused]()
    named, cued = set(sentence.text), load_rules(language.code).cued(sentence.text)
    for rule, _ in cued:
        for found in outcomes(rule, sentence, language, setting) if rule.fits(named) else ():
            if isinstance(found, Refused):
                refused[found.cue] = found
            else:
                claims += found
    if not claims and (missed := next(_missed(sentence, cued, language), None)):
        refused.setdefault(missed.cue, missed)
    claims = _surer(claims)
    used = {claim.cue for claim in claims}
    return claims, [row for cue, row in refused.items() if cue not in used]


def _missed(
    sentence: Encoded, cued: Sequence[tuple[Rule, list[tuple[int, str]]]], language: Language
) -> Iterator[Refused]:
    """The cues that no pattern joins to anything, though their clause names an object apart from them, or many at once; in order."""
    places = sorted((cue, number, word) for number, (_, cues) in enumerate(cued) for cue, word in cues)
    for cue, number, word in places:
        rule, _ = cued[number]
        begin, end = sentence.clauses[sentence.clause(cue)]
        many = language.roles.unnamed.search(sentence.text, cue, end)
        if many or (rule.needs and rule.fits(set(sentence.text[begin:end]))):
            yield Refused(_words(sentence, word, cue), rule.name, NO_OBJECT if many else APART)


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


class _Match(Fit):
    """What a rule states at one place that its pattern fits."""

    def _slot(self, role: str) -> int:
        """Where the words of a role begin; behind everything when the rule has none."""
        named = role in self.match.re.groupindex
        return self.match.start(role) if named else len(self.sentence.text)

    def claims(self) -> list[Claim] | Refused:
        """What the rule states here, or why it states nothing."""
        after = self.setting.after
        if after and (self.match.end() <= after or after <= min(self.cue, self._slot("subject"))):
            return []
        roles = self.roles()
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

    def _subject(self, roles: dict[str, list[Placed]]) -> Subject:
        """The subject that the rule names, or that an object implies, or else the one of the sentence."""
        if "subject" in roles:
            subject = Subject(tuple(entry for entry, _ in roles["subject"]), *self.match.span("subject"))
        elif role := next((states.subject for states in self.rule.states if states.subject in _UNSPOKEN), ""):
            at = self.cue
            return Subject(start=at, end=at) if roles.get(role) else Subject(reason=NO_OBJECT)
        else:
            places = [at for filled in roles.values() for _, at in filled]
            sentence, reach = self.sentence.without(places), max(places, default=0) + 1
            place = (*self.match.span("cue"), reach)
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
            resolution = place if states.subject == "body" else roles["object"][0][1]
            return resolution_date(self.sentence, resolution, self.language)
        if not self.rule.dated:
            return ""
        found = find_date(self.sentence, self.cue, place, self.language, self.match.end())
        if states.object == "occasion" and self.setting.event:
            found = self.setting.event.date
        adoption = resolution_date(self.sentence, place, self.language) if states.relation == "adopted" else ""
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
        fits = fits and not (states.relation == "adopted" and source.path == WHOLE)
        fits = fits and not (states.relation == "established" and is_part(source.path, target.path))
        if fits and source.path != target.path and schema.allows(states.relation, source.kind, target.kind):
            yield source, target, first if states.subject == states.object else second
