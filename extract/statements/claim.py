"""What a sentence gives before it has its evidence: claims and refusals, and the setting in which a sentence is read."""

from dataclasses import dataclass

from extract.languages.forms import Modality
from extract.mentions.mention import Mention
from extract.mentions.names import Entry


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement in the making: `start` and `end` are places in the encoded sentence.

    `named` says whether the subject stands in the words themselves and was not carried over from before; `amount` and
    `currency` are as in a `Statement`.
    """

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
    named: bool = True
    amount: str = ""
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """A cue that gave nothing, with the reason."""

    cue: str
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Setting:
    """Who speaks, who was spoken of last, and who wrote the document.

    `after` is the place behind which an object must stand, in items of a list; `mood` the modality of what introduces them;
    `draft` is the resolution that the document itself is a draft of, or else the one named last; `year` is the one that the
    document reports on, or ""; `event` is the one
    that the sentences before it in its paragraph named last.
    """

    speaker: Entry | None = None
    topic: Entry | None = None
    after: int = 0
    author: Entry | None = None
    mood: Modality | None = None
    draft: Entry | None = None
    year: str = ""
    event: Mention | None = None
