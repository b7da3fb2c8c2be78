"""Whether each entity of the lists is described once, with facts that hold together and say where they come from.

In: the blocks of all lists. Out: problems. Dates are those of XML Schema 1.1 part 2 (W3C, 2012): xsd:date, xsd:gYearMonth, xsd:gYear.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import chain, pairwise

import pyoxigraph as ox

from ontology.blocks import Block, Lists, Problem
from ontology.iris import ID, PACT, entity_path, term

_FOLDERS = {
    "Organization": ("org", "group"),
    "PoliticalInstrument": ("instrument",),
    "State": ("state",),
    "Treaty": ("treaty",),
    "Initiative": ("initiative",),
}
# The lists whose facts all rest on the sources of the scheme.
_OF_ONE_SOURCE = ("scheme/states", "scheme/former-states")
_DATES = {
    term("xsd:date"): (re.compile(r"\d{4}-\d\d-\d\d"), ""),
    term("xsd:gYearMonth"): (re.compile(r"\d{4}-\d\d"), "-01"),
    term("xsd:gYear"): (re.compile(r"\d{4}"), "-01-01"),
}
# What comes first.
_ORDER = (
    ("pact:adoptedOn", "pact:openedOn", "pact:inForceSince"),
    ("pact:memberSince", "pact:memberUntil"),
    ("pact:from", "pact:until"),
)


def _described_once(lists: Lists) -> Iterator[Problem]:
    first: dict[str, Block] = {}
    for block in lists.everything:
        other = first.setdefault(block.path, block)
        if other is not block:
            yield block.problem(f"also described in {other.file}", "keep one block for each entity")


def _of_one_class(lists: Lists) -> Iterator[Problem]:
    for block in lists.blocks:
        kinds = block.kinds()
        if len(kinds) != 1 or kinds[0] not in lists.schema.classes:
            yield block.problem(f"has the classes {kinds}", "give it exactly one class that pactgraph.ttl declares")
        elif block.path.partition("/")[0] not in _FOLDERS.get(kinds[0], ()):
            folders = " or ".join(f"{folder}/" for folder in _FOLDERS.get(kinds[0], ())) or "no list, from texts alone"
            yield block.problem(f"is of class {kinds[0]} at this path", f"things of this class stand below {folders}")


def _known_terms(lists: Lists) -> Iterator[Problem]:
    for block in lists.everything:
        datatypes = {n.datatype.value for n in block.literals("skos:notation")}
        for used in sorted({p for p in block.facts if p.startswith(PACT)} | datatypes):
            if used.startswith(PACT) and used not in lists.terms:
                yield block.problem(f"uses pact:{used.removeprefix(PACT)}", "pactgraph.ttl has no such term")


def _resolved(lists: Lists) -> Iterator[Problem]:
    paths = {block.path for block in lists.blocks}
    for block in lists.everything:
        for node in chain.from_iterable(block.facts.values()):
            path = entity_path(node.value) if isinstance(node, ox.NamedNode) and node.value.startswith(ID) else ""
            if path == block.path:
                yield block.problem("refers to itself", "name the other entity")
            elif path and path not in paths and not path.startswith("scheme/"):
                yield block.problem(f"refers to {path}, which no list has", "add that entity or mend the reference")


def _unique_codes(lists: Lists) -> Iterator[Problem]:
    first: dict[tuple[str, str], Block] = {}
    for block in lists.blocks:
        for code in block.literals("skos:notation"):
            other = first.setdefault((code.value, code.datatype.value), block)
            if other is not block:
                yield block.problem(f"code {code} is also that of {other.path}", "mend one of the two")


def _sourced(lists: Lists) -> Iterator[Problem]:
    for block in lists.everything:
        schemes = [entity_path(iri) for iri in block.iris("skos:inScheme")]
        if len(schemes) != 1:
            yield block.problem(f"stands in the schemes {schemes}", "give it one skos:inScheme, that of its list")
        elif schemes[0] not in lists.sourced:
            yield block.problem(
                f"{schemes[0]} names no source", "add the scheme with its dcterms:source to pactgraph.ttl"
            )
        elif schemes[0] not in _OF_ONE_SOURCE and not block.facts.get(term("dcterms:source")):
            yield block.problem("names no source", "say in a dcterms:source where its facts can be read")


def _dated(lists: Lists) -> Iterator[Problem]:
    for block in lists.everything:
        for node in chain.from_iterable(block.facts.values()):
            if isinstance(node, ox.Literal) and node.datatype.value in _DATES and not _is_date(node):
                yield block.problem(f'"{node.value}" is no date', "write 2014-02-20, 2014-02 or 2014 with its datatype")
        for names in _ORDER:
            dates = [(name, day.value) for name in names for day in block.literals(name)]
            for (first, day), (second, other) in pairwise(dates):
                if other[: len(day)] < day[: len(other)]:
                    yield block.problem(f"{first} {day} is after {second} {other}", "mend one of the two")


def _is_date(node: ox.Literal) -> bool:
    pattern, rest = _DATES[node.datatype.value]
    try:
        return bool(pattern.fullmatch(node.value) and date.fromisoformat(node.value + rest))
    except ValueError:
        return False


FACTS: tuple[Callable[[Lists], Iterator[Problem]], ...] = (
    _described_once,
    _of_one_class,
    _known_terms,
    _resolved,
    _unique_codes,
    _sourced,
    _dated,
)
