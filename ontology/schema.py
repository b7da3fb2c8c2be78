"""What the ontology says of classes and relations.

In: `pactgraph.ttl`, OWL 2 in Turtle. Out: one `Schema` with every class and its ancestors and every relation (a sub-property
of `pact:relatesTo`) with its domain, range, ancestors and labels, and the labels of all else. Names are local names of the
vocabulary: `State`, `ratified`, `planned`.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import pyoxigraph as ox

from ontology.errors import DataError
from ontology.iris import PACT, term

_Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
_Facts = defaultdict[tuple[_Node, str], list[_Node]]
_ROOT = "relatesTo"
_NIL = term("rdf:nil")


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation. `domain` and `range` are the classes it may join, `ancestors` the relations that follow from it.

    `labels` are by BCP 47 language, one for each of the six languages of the United Nations.
    """

    name: str
    domain: tuple[str, ...]
    range: tuple[str, ...]
    symmetric: bool
    ancestors: tuple[str, ...]
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Schema:
    """Every class by name with all its ancestors within the vocabulary, nearest first, and every relation by name.

    `labels` has those of every name that has any (classes, relations, statuses) by BCP 47 language.
    """

    classes: Mapping[str, tuple[str, ...]]
    relations: Mapping[str, Relation]
    labels: Mapping[str, Mapping[str, str]]

    @property
    def symmetric(self) -> frozenset[str]:
        """The names of the relations that hold both ways."""
        return frozenset(name for name, relation in self.relations.items() if relation.symmetric)

    def is_a(self, kind: str, ancestor: str) -> bool:
        """Whether `kind` is the class `ancestor` or one below it; false for classes the vocabulary does not have."""
        return kind in self.classes and (kind == ancestor or ancestor in self.classes[kind])

    def above(self, relation: str) -> tuple[str, ...]:
        """The relation and all that follow from it, nearest first; the relation alone where the vocabulary does not have it."""
        known = self.relations.get(relation)
        return (relation, *known.ancestors) if known else (relation,)

    def allows(self, relation: str, subject_kind: str, object_kind: str) -> bool:
        """Whether `relation` may join things of these classes; false for a relation the vocabulary does not have."""
        known = self.relations.get(relation)
        return (
            known is not None
            and any(self.is_a(subject_kind, kind) for kind in known.domain)
            and any(self.is_a(object_kind, kind) for kind in known.range)
        )


@cache
def load_schema() -> Schema:
    """Read the ontology once. Raises DataError when it does not parse or a relation lacks domain or range."""
    return read_schema(files("ontology").joinpath("pactgraph.ttl").read_bytes())


def read_schema(turtle: bytes) -> Schema:
    """The schema of an ontology in Turtle. Raises DataError as `load_schema` does."""
    facts: _Facts = defaultdict(list)
    subjects: set[ox.NamedNode] = set()
    try:
        for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE):
            facts[quad.subject, quad.predicate.value].append(quad.object)
            if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(PACT):
                subjects.add(quad.subject)
    except SyntaxError as error:
        message = f"pactgraph.ttl: not valid Turtle: {error}"
        raise DataError(message) from error
    ours = sorted(subjects, key=lambda node: node.value)
    classes = [node for node in ours if _has(facts, node, "rdf:type", "owl:Class")]
    relations = [node for node in ours if _ROOT in _above(facts, node, "rdfs:subPropertyOf")]
    return Schema(
        {_name(node): _above(facts, node, "rdfs:subClassOf") for node in classes},
        {_name(node): _relation(facts, node) for node in relations},
        {_name(node): labels for node in ours if (labels := _labels(facts, node))},
    )


def _relation(facts: _Facts, node: ox.NamedNode) -> Relation:
    name, domain, reach = _name(node), _kinds(facts, node, "rdfs:domain"), _kinds(facts, node, "rdfs:range")
    if not domain or not reach:
        message = f"pactgraph.ttl: relation {name} lacks rdfs:domain or rdfs:range; give it classes of the vocabulary"
        raise DataError(message)
    return Relation(
        name,
        domain,
        reach,
        _has(facts, node, "rdf:type", "owl:SymmetricProperty"),
        tuple(above for above in _above(facts, node, "rdfs:subPropertyOf") if above != _ROOT),
        _labels(facts, node),
    )


def _labels(facts: _Facts, node: _Node) -> dict[str, str]:
    found = [label for label in facts[node, term("rdfs:label")] if isinstance(label, ox.Literal)]
    return {label.language or "": label.value for label in found}


def _kinds(facts: _Facts, node: ox.NamedNode, predicate: str) -> tuple[str, ...]:
    """The classes that stand there: one named, or the members of an owl:unionOf."""
    found: list[str] = []
    for kind in facts[node, term(predicate)]:
        unions = facts[kind, term("owl:unionOf")]
        members = _members(facts, unions[0]) if unions else [kind]
        found += [_name(member) for member in members if isinstance(member, ox.NamedNode)]
    return tuple(found)


def _members(facts: _Facts, rest: _Node) -> list[_Node]:
    """The members of an RDF list."""
    found: list[_Node] = []
    while not (isinstance(rest, ox.NamedNode) and rest.value == _NIL):
        found += facts[rest, term("rdf:first")]
        rest = facts[rest, term("rdf:rest")][0]
    return found


def _above(facts: _Facts, node: _Node, predicate: str) -> tuple[str, ...]:
    """All classes or properties of the vocabulary above `node`, nearest first; other vocabularies' are left out."""
    found: list[str] = []
    waiting = list(facts[node, term(predicate)])
    while waiting:
        parent = waiting.pop(0)
        if isinstance(parent, ox.NamedNode) and parent.value.startswith(PACT) and _name(parent) not in found:
            found.append(_name(parent))
            waiting += facts[parent, term(predicate)]
    return tuple(found)


def _has(facts: _Facts, node: ox.NamedNode, predicate: str, value: str) -> bool:
    return ox.NamedNode(term(value)) in facts[node, term(predicate)]


def _name(node: ox.NamedNode) -> str:
    return node.value.removeprefix(PACT)
