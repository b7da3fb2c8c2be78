"""What extraction hands to the graph: a document, the things it names, what it says of them, and what was refused.

All values are plain and frozen; offsets count Unicode characters of the original file from 0, ends exclusive.
"""

from dataclasses import dataclass

STATUSES = ("asserted", "planned", "negated")


@dataclass(frozen=True, slots=True)
class Document:
    """One document in one language. `path` is `document/A/73/112`; what is not found is "".

    `session` is the number of the General Assembly's session; `work` and `expression` are IRIs of Akoma Ntoso for the document and
    for its version in this language; `vote` is how many voted for it, against it and abstained (`174-2-1`), or `without a vote`;
    `pictures` are the pages of the file, from 1, that are a picture without text.
    """

    path: str
    symbol: str
    language: str
    title: str
    date: str
    file: str
    session: str = ""
    work: str = ""
    expression: str = ""
    pictures: tuple[int, ...] = ()
    vote: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity that the document names: path below `/id/`, class of the vocabulary, (name, language) as the text has it.

    `labels` are (label, language) pairs for things found in text alone; things of the authority lists have their own.
    """

    path: str
    kind: str
    names: tuple[tuple[str, str], ...]
    labels: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words a statement rests on.

    `start` and `end` are offsets of the original file, `quote` is what stands there without line wraps and page
    furniture, `cue` the words that decided relation and status, `said_by` the path of the voice (`state/NOR`),
    `section` the heading as printed ("" outside sections), `paragraph` the 1-based paragraph of the document, `page` its
    1-based page and `anchor` the id of the element of the file, where the format has them (0 and "" where not); `language` is that of
    the words where it is another one than the document's, else "".
    """

    start: int
    end: int
    quote: str
    cue: str
    said_by: str
    section: str
    paragraph: int
    page: int = 0
    anchor: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One fact of one document: `subject` and `object` are paths, `relation` a name of the vocabulary (`ratified`).

    `status` is one of STATUSES; `date` is ISO 8601 at the precision given (`2014-02-20`, `2016-12`, `2012`) or "";
    `evidence` is never empty, the clearest first; `amount` is a decimal and `currency` an ISO 4217 code, or "".
    `derived` is the group whose statement it was drawn from for a member, or "".
    """

    subject: str
    relation: str
    object: str
    status: str
    date: str
    evidence: tuple[Evidence, ...]
    rule: str
    confidence: float
    amount: str = ""
    currency: str = ""
    derived: str = ""

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What makes two statements of one document the same."""
        return self.subject, self.relation, self.object, self.status


@dataclass(frozen=True, slots=True)
class Refusal:
    """A sentence that had a cue and gave no statement, with the reason; offsets as in Evidence."""

    document: str
    paragraph: int
    start: int
    end: int
    cue: str
    rule: str
    reason: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one document gave."""

    document: Document
    things: tuple[Thing, ...]
    statements: tuple[Statement, ...]
    refusals: tuple[Refusal, ...]
