"""Whether the rosters say who belonged to which group, and when, without contradiction.

In: the blocks of all lists and of the rosters. Out: problems.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise

from ontology.blocks import Block, Lists, Problem


def _of_one_group(lists: Lists) -> Iterator[Problem]:
    kinds = {block.path: block.kinds() for block in lists.blocks}
    for roster in lists.rosters:
        groups = roster.paths("pact:rosterOf")
        if len(groups) != 1 or kinds.get(groups[0], ["Organization"]) != ["Organization"]:
            yield roster.problem(f"is a roster of {groups}", "give it one pact:rosterOf, an organization of the lists")
        if len(roster.literals("pact:from")) > 1 or len(roster.literals("pact:until")) > 1:
            yield roster.problem("has two dates where one can stand", "make two rosters of it")


def _of_states(lists: Lists) -> Iterator[Problem]:
    kinds = {block.path: block.kinds() for block in lists.blocks}
    for roster in lists.rosters:
        members = roster.paths("skos:member")
        if not members:
            yield roster.problem("has no members", "add them, or drop it")
        for member in members:
            if kinds.get(member, ["State"]) != ["State"]:
                yield roster.problem(f"lists {member}", "list States, each by its path")


def _member_once(lists: Lists) -> Iterator[Problem]:
    """Nobody belongs to a group twice at one time: of two spans the first has ended before the second begins."""
    spans: dict[tuple[str, str], list[tuple[str, str, Block]]] = {}
    for roster in lists.rosters:
        since, until = ("".join(d.value for d in roster.literals(name)[:1]) for name in ("pact:from", "pact:until"))
        for group in roster.paths("pact:rosterOf"):
            for member in roster.paths("skos:member"):
                spans.setdefault((group, member), []).append((since, until, roster))
    for (group, member), found in sorted(spans.items()):
        found.sort(key=lambda span: span[:2])
        for (_, until, first), (since, _, second) in pairwise(found):
            if not until or since[: len(until)] < until[: len(since)]:
                what = f"{member} is in {group} by {first.path} at the same time"
                yield second.problem(what, "end the earlier one by pact:until, or drop one")


ROSTERS: tuple[Callable[[Lists], Iterator[Problem]], ...] = (_of_one_group, _of_states, _member_once)
