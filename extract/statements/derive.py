"""What a group of States does, said of its members.

In: the statements of a document and its date. Out: for each draft that a group with a roster sponsors, a statement for every State that
belonged to it on that day and is not itself named as a sponsor. The rosters are those of `ontology/rosters.ttl`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.model import Statement
from ontology.rosters import members

_RELATION = "sponsored"
_RULE = "member of a group that sponsors"
# A roster may lag behind, and a member may stand aside.
_SURE = 0.9


def of_members(statements: Iterable[Statement], date: str) -> Iterator[Statement]:
    """A statement for each member, on the same evidence, that names the group it was derived from."""
    stated = [s for s in statements if s.relation == _RELATION]
    known = {s.key for s in stated}
    for statement in stated:
        for member in members(statement.subject, statement.date or date):
            derived = replace(
                statement,
                subject=member,
                rule=_RULE,
                confidence=round(statement.confidence * _SURE, 3),
                derived=statement.subject,
            )
            if derived.key not in known:
                known.add(derived.key)
                yield derived
