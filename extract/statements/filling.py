"""Who and what fills the roles of a rule.

In: a rule, a place of an encoded sentence that its pattern fits, and the setting. Out: for each role the things in it, with their places:
those that the pattern names, and those that they or the setting imply.
"""

from dataclasses import dataclass

import regex

from extract.languages.language import Language
from extract.mentions.implied import is_organ, mandate, organ, owner
from extract.mentions.mention import DATE
from extract.mentions.names import Entry, strong_names
from extract.statements.claim import Setting
from extract.statements.encode import Encoded, marks_of
from extract.statements.rules import Rule

# What is called after the United Nations is adopted by one of its organs: the name does not say which.
WHOLE = "org/UN"
_IMPLIED = {"owner": owner, "organ": organ, "adopter": organ}

Placed = tuple[Entry, int]


@dataclass(frozen=True, slots=True)
class Fit:
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

    def roles(self) -> dict[str, list[Placed]]:
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
        text = self.sentence.text
        goes_on = regex.match(self.language.writing.separator, text, pos=end)
        verb = not goes_on and text[start] in marks_of("Actor") and text[end:].lstrip()[:1].islower()
        return start, min(end, self.sentence.clauses[self.sentence.clause(start)][1]) if verb else end

    def _maker(self, at: int) -> Entry | None:
        """The organization whose name opens that of its own strategy, or closes it."""
        marks = "".join(self.language.naming.quotes)
        title, names = self.sentence.mentions[at].text.strip(marks), strong_names(self.language.code)
        opening = [entry for start, _, entry in names.find(title[:-1])[:1] if start == 0]
        closing = [entry for _, end, entry in names.find(title[1:])[-1:] if end == len(title) - 1]
        makers = (entry for entry in opening + closing if entry.kind == "Organization")
        return next((entry for entry in makers if entry.path != WHOLE), None)

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
