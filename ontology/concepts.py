"""The concepts that names of laws, plans, meetings and exercises are made of: kinds, qualities and subjects.

In: `concepts.ttl`, concept schemes of SKOS (W3C, 2009) with labels in six languages. Out: each concept with the word that stands for
it in the key of a thing, the scheme that it belongs to, and its labels. All labels of a concept in one language mean the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby

import pyoxigraph as ox

from ontology.errors import DataError
from ontology.iris import entity_path, term

FILE = "concepts.ttl"
_LABELS = (term("skos:prefLabel"), term("skos:altLabel"))
_CONCEPT, _TYPE, _SCHEME = term("skos:Concept"), term("rdf:type"), term("skos:inScheme")


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept: its word in keys (`export-control`), its scheme (`subjects`), and its labels by language."""

    key: str
    scheme: str
    labels: Mapping[str, tuple[str, ...]]


@cache
def load_concepts() -> tuple[Concept, ...]:
    """All concepts, sorted by key. Raises DataError when the file does not parse or a concept is in no scheme."""
    return read_concepts(files("ontology").joinpath(FILE).read_bytes())


def read_concepts(turtle: bytes) -> tuple[Concept, ...]:
    """The concepts of a file in Turtle, sorted by key. Raises DataError as `load_concepts` does."""
    try:
        triples = sorted((quad.triple for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE)), key=str)
    except SyntaxError as error:
        raise DataError(f"{FILE}: not valid Turtle: {error}") from error
    found = list[Concept]()
    for subject, rows in groupby(triples, key=lambda triple: triple.subject):
        facts = [(row.predicate.value, row.object) for row in rows]
        if isinstance(subject, ox.NamedNode) and any(p == _TYPE and _value(o) == _CONCEPT for p, o in facts):
            found.append(_concept(entity_path(subject.value), facts))
    return tuple(sorted(found, key=lambda concept: concept.key))


def _concept(path: str, facts: list[tuple[str, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]]) -> Concept:
    schemes = [entity_path(_value(value)) for predicate, value in facts if predicate == _SCHEME]
    if len(schemes) != 1:
        raise DataError(f"{FILE}: {path} is in {len(schemes)} schemes; name one with skos:inScheme")
    labels: dict[str, tuple[str, ...]] = {}
    for predicate, value in facts:
        if predicate in _LABELS and isinstance(value, ox.Literal) and value.language:
            labels[value.language] = (*labels.get(value.language, ()), value.value)
    return Concept(path.rpartition("/")[2], schemes[0].rpartition("/")[2], labels)


def _value(node: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    return node.value if isinstance(node, ox.NamedNode | ox.Literal) else ""
