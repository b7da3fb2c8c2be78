"""Explanations to read.

In: what `extract.explain` tells of each sentence. Out: UTF-8 text, a block a sentence: its words, the way rules see it, a line for each
mention, a line for each claim (`+`) and for each reason why a rule gave none (`-`).
"""

from collections.abc import Iterable, Iterator

from extract.explain import Explained, Trial
from extract.statements.claim import Claim


def to_text(explained: Iterable[Explained]) -> bytes:
    """The blocks, an empty line between them."""
    return "\n".join("".join(f"{printable(line)}\n" for line in _block(told)) for told in explained).encode()


def _block(told: Explained) -> Iterator[str]:
    yield f"paragraph {told.paragraph}: {told.text}"
    if told.note:
        yield f"  {told.note}"
    else:
        yield f"  seen as: {told.seen}"
        yield f"  speaker: {told.speaker or 'nobody'}; spoken of last: {told.topic or 'nobody'}"
    for mention in told.mentions:
        yield f"  {mention.kind} {mention.path or mention.date or '?'} ({mention.how}): {mention.text}"
    for trial in told.trials:
        yield from _lines(trial)


def _lines(trial: Trial) -> Iterator[str]:
    rule = f"{trial.rule} [{'|'.join(trial.cues)}]"
    for claim in trial.claims:
        yield f"  + {rule}: {_fact(claim)}"
    for reason in trial.reasons:
        yield f"  - {rule}: {reason}"


def _fact(claim: Claim) -> str:
    words = claim.subject.path, claim.relation, claim.object.path, claim.status, claim.date
    return f"{' '.join(filter(None, words))} ({claim.confidence:.2f})"


def printable(line: str) -> str:
    """A line without control characters, which must not reach a terminal."""
    return "".join(char if char.isprintable() else " " for char in line)
