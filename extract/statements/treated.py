"""Which draft a report deals with, sentence by sentence: votes and sponsors are told of it without its symbol.

In: encoded sentences in order. Out: for each the draft, or the amendment to one, that it deals with. A vote on a part of a draft (one
paragraph of it), on a motion, or on an amendment without a symbol is no vote on the draft: while such a one is dealt with, there is none.
"""

from dataclasses import dataclass

from extract.languages.language import Drafts
from extract.mentions.names import Entry
from extract.mentions.symbols import is_draft
from extract.statements.encode import Encoded


@dataclass(slots=True)
class Treated:
    """The draft and the amendment named last, and which of them is dealt with now; `apart` when it is neither."""

    draft: Entry | None = None
    amendment: Entry | None = None
    now: Entry | None = None
    apart: bool = False

    def read(self, sentence: Encoded, forms: Drafts) -> None:
        """Go on to a sentence."""
        changed = {match.start("draft") for match in forms.changed.finditer(sentence.text)}
        drafts, targets = list[Entry](), list[Entry]()
        for at, mention in sentence.mentions.items():
            found = [Entry(m.path, m.kind) for m in mention.all() if is_draft(m.path)]
            (targets if at in changed else drafts).extend(found)
        self.draft = next(reversed(targets), self.draft)
        if forms.part.search(sentence.text):
            self.draft = next(reversed(drafts), self.draft)
            self._turn(None, apart=True)
        elif targets or forms.amendment.search(sentence.text):
            self.amendment = next(reversed(drafts), self.amendment)
            self._turn(self.amendment, apart=not self.amendment)
        elif drafts:
            self.draft = drafts[-1]
            self._turn(self.draft)
        elif self.draft and forms.whole.search(sentence.text):
            self._turn(self.draft)
        elif any(mention.kind == "Resolution" for mention in sentence.mentions.values()):
            self._turn(self.now)

    def _turn(self, now: Entry | None, *, apart: bool = False) -> None:
        self.now, self.apart = now, apart
