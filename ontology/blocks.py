"""A list in Turtle as blocks, one for each entity, and what may be wrong with one.

In: the bytes of a list. Out: a `Block` for each of its subjects, with all that the file says of it.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from ontology.errors import DataError
from ontology.iris import PACT, entity_path, term
from ontology.schema import Schema

Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

# The languages of the United Nations, each with the Unicode script of its letters.
SCRIPTS = {"en": "Latin", "fr": "Latin", "es": "Latin", "ru": "Cyrillic", "ar": "Arabic", "zh": "Han"}
LANGUAGES = tuple(SCRIPTS)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: the file, the path of the entity in it (`treaty/NPT`, or ""), what is wrong, what to do."""

    file: str
    entity: str
    what: str
    mend: str

    def __str__(self) -> str:
        """The problem in one line."""
        return f"{self.file}: {self.entity or 'file'}: {self.what}; {self.mend}"


@dataclass(frozen=True, slots=True)
class Block:
    """What one file says of one entity: the objects by predicate."""

    file: str
    path: str
    facts: Mapping[str, list[Node]]

    def iris(self, predicate: str) -> list[str]:
        """The IRIs that stand as objects of a predicate."""
        return [o.value for o in self.facts.get(term(predicate), []) if isinstance(o, ox.NamedNode)]

    def paths(self, predicate: str) -> list[str]:
        """The paths of the entities that stand as objects of a predicate, sorted."""
        return sorted(entity_path(iri) for iri in self.iris(predicate))

    def literals(self, predicate: str) -> list[ox.Literal]:
        """The literals that stand as objects of a predicate."""
        return [o for o in self.facts.get(term(predicate), []) if isinstance(o, ox.Literal)]

    def names(self, *predicates: str) -> list[tuple[str, str]]:
        """The (text, language) of names, by their predicates."""
        return [(name.value, name.language or "") for p in predicates for name in self.literals(p)]

    def kinds(self) -> list[str]:
        """The local names of its classes of the vocabulary."""
        return [kind.removeprefix(PACT) for kind in self.iris("rdf:type") if kind.startswith(PACT)]

    def problem(self, what: str, mend: str) -> Problem:
        """A problem of this block."""
        return Problem(self.file, self.path, what, mend)


@dataclass(frozen=True, slots=True)
class Lists:
    """All blocks in the order of files and paths, the rosters, and what the ontology knows."""

    blocks: list[Block]
    schema: Schema
    terms: frozenset[str]
    sourced: frozenset[str]
    rosters: list[Block]

    @property
    def everything(self) -> list[Block]:
        """The blocks of entities, then those of rosters."""
        return [*self.blocks, *self.rosters]


def read_blocks(name: str, turtle: bytes) -> list[Block]:
    """What a file says of each entity, in the order of paths. Raises DataError when it is not Turtle."""
    found: defaultdict[str, defaultdict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
    try:
        for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE):
            if isinstance(quad.subject, ox.NamedNode):
                found[entity_path(quad.subject.value)][quad.predicate.value].append(quad.object)
    except SyntaxError as error:
        raise DataError(f"not valid Turtle: {error}") from error
    return [Block(name, path, found[path]) for path in sorted(found)]
