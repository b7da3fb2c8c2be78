"""The authority lists: every State, organization, treaty, initiative and political instrument known by name.

In: the SKOS Turtle files of `ontology/authority/`. Out: one `Authority` with an `Entity` per concept and the triples that
describe it. Names follow SKOS (W3C, 2009): `skos:prefLabel` is the official short name, `skos:altLabel` and
`pact:formalName` are strong names (they always mean this entity), `pact:weakName` is a name that means it only where the
text or its section has introduced it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby

import pyoxigraph as ox

from ontology.errors import DataError
from ontology.iris import PACT, entity_path, term

_STRENGTHS = {
    term("skos:prefLabel"): "preferred",
    term("skos:altLabel"): "strong",
    term("pact:formalName"): "strong",
    term("pact:formerName"): "strong",
    term("pact:weakName"): "weak",
    term("pact:adjective"): "adjective",
}
_TYPE = term("rdf:type")
_PARENT = term("org:subOrganizationOf")


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an entity: its text, BCP 47 language and strength (`preferred`, `strong`, `weak` or `adjective`)."""

    text: str
    language: str
    strength: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One concept of the authority lists, with the triples that state it."""

    path: str
    kind: str
    names: tuple[Name, ...]
    parent: str
    triples: tuple[ox.Triple, ...]

    def values(self, *names: str) -> list[str]:
        """The values of these properties, prefixed names such as `pact:depositary`: texts and IRIs, in the order of the triples."""
        wanted = {term(name) for name in names}
        return [
            t.object.value
            for t in self.triples
            if t.predicate.value in wanted and isinstance(t.object, ox.NamedNode | ox.Literal)
        ]

    def label(self, language: str) -> str:
        """The preferred name in `language`, else in English, else the path's last part."""
        preferred = {n.language: n.text for n in self.names if n.strength == "preferred"}
        return preferred.get(language) or preferred.get("en") or self.path.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Authority:
    """All entities of the lists by path, for instance `treaty/ICSANT`."""

    entities: Mapping[str, Entity]

    def names(self, language: str) -> list[tuple[Name, Entity]]:
        """Every name of every entity in `language`, in the order of paths."""
        return [(n, e) for e in self.entities.values() for n in e.names if n.language == language]


@cache
def load_authority() -> Authority:
    """Read all lists once. Raises DataError when a concept has no class or a file does not parse."""
    triples: list[ox.Triple] = []
    for entry in sorted(files("ontology").joinpath("authority").iterdir(), key=lambda e: e.name):
        if not entry.name.endswith(".ttl"):
            continue
        try:
            parsed = ox.parse(entry.read_bytes(), format=ox.RdfFormat.TURTLE)
            triples += [quad.triple for quad in parsed]
        except SyntaxError as error:
            message = f"{entry.name}: not valid Turtle: {error}"
            raise DataError(message) from error
    triples.sort(key=str)
    grouped = groupby(triples, key=lambda t: t.subject)
    entities = [_entity(subject.value, tuple(rows)) for subject, rows in grouped if isinstance(subject, ox.NamedNode)]
    return Authority({e.path: e for e in entities})


def _entity(iri: str, triples: tuple[ox.Triple, ...]) -> Entity:
    # Each look at a part of a triple makes a new object, so each part is looked at once.
    facts = [(t.predicate.value, t.object) for t in triples]
    kinds = [o.value for predicate, o in facts if predicate == _TYPE and isinstance(o, ox.NamedNode)]
    ours = [kind.removeprefix(PACT) for kind in kinds if kind.startswith(PACT)]
    if len(ours) != 1:
        message = f"<{iri}>: an entity of the lists has exactly one class of the vocabulary, this has {ours}"
        raise DataError(message)
    names = tuple(
        Name(o.value, o.language or "", _STRENGTHS[predicate])
        for predicate, o in facts
        if predicate in _STRENGTHS and isinstance(o, ox.Literal)
    )
    parents = [o.value for predicate, o in facts if predicate == _PARENT and isinstance(o, ox.NamedNode)]
    return Entity(entity_path(iri), ours[0], names, entity_path(parents[0]) if parents else "", triples)
