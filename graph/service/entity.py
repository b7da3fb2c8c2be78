"""What the graph says of one thing: as RDF for programs, as a plain page for people.

In: a store and the path of a thing (`state/NOR`). Out: its own triples with every statement that it is part of, the passages
those rest on and the names of all things in them; or one HTML page of the same. The page runs no script.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

import pyoxigraph as ox
from jinja2 import Environment, Template

from graph.export.formats import jsonld, nt
from graph.rdf.terms import named, thing
from graph.rdf.turtle import to_turtle
from graph.service.jobs import TRIPLES, Reply, refusal
from graph.show.network import fallback
from ontology.iris import ID, PACT, PREFIXES, entity_path

HTML = "text/html"
FORMS = (HTML, *TRIPLES)
# `?s ?p ?o` stands in each branch: behind the union, the planner walks over every triple there is.
_ABOUT = """
CONSTRUCT { ?s ?p ?o } WHERE {
  { VALUES ?s { $it } ?s ?p ?o }
  UNION { ?s rdf:subject|rdf:object|pact:inDocument $it ; ?p ?o }
  UNION { ?statement rdf:subject|rdf:object|pact:inDocument $it ; prov:wasDerivedFrom ?s . ?s ?p ?o }
}"""
_NAMES = """
CONSTRUCT { ?s rdfs:label ?o } WHERE {
  { ?statement rdf:subject|rdf:object|pact:inDocument $it ; rdf:subject|rdf:object|pact:inDocument ?s }
  UNION { $it ?p ?s FILTER (isIRI(?s)) }
  ?s rdfs:label ?o
}"""
_STATEMENTS = """
SELECT ?statement ?subject ?relation ?object ?status ?date ?quote ?document WHERE {
  ?statement rdf:subject|rdf:object|pact:inDocument $it ; rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object ;
    pact:status ?status ; pact:quote ?quote ; pact:inDocument ?document .
  OPTIONAL { ?statement pact:date ?date }
} ORDER BY ?relation ?status ?subject ?object ?document ?statement"""
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Labels = Mapping[Term, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Describe:
    """A thing to be described in one of FORMS."""

    path: str
    form: str

    def __call__(self, store: ox.Store) -> Reply:
        """Describe it; 404 when the graph says nothing of it."""
        triples = _construct(store, _ABOUT, self.path)
        if not triples:
            return refusal(404, f"The graph says nothing of {self.path}.")
        named_things = triples | _construct(store, _NAMES, self.path)
        if self.form == HTML:
            return Reply(200, HTML, _page(store, self.path, triples, _labels(named_things)))
        return Reply(200, self.form, _WRITERS[self.form](named_things))


def _rdf_xml(triples: Iterable[ox.Triple]) -> bytes:
    return ox.serialize(sorted(triples, key=str), format=ox.RdfFormat.RDF_XML, prefixes=PREFIXES) or b""


_WRITERS = {
    "text/turtle": to_turtle,
    "application/n-triples": nt.write_triples,
    "application/ld+json": jsonld.write_triples,
    "application/rdf+xml": _rdf_xml,
}


def _page(store: ox.Store, path: str, triples: set[ox.Triple], labels: Labels) -> bytes:
    node = thing(path)
    own = sorted((t for t in triples if t.subject == node and not _is_relation(t)), key=str)
    html = template().render(
        style=style(),
        iri=node.value,
        title=fallback(labels.get(node, {}), path),
        facts=[(_shown(triple.predicate, labels), _shown(triple.object, labels)) for triple in own],
        statements=list(_statements(store, path, labels)),
        forms=TRIPLES,
    )
    return html.encode()


def _statements(store: ox.Store, path: str, labels: Labels) -> Iterator[list[dict[str, str]]]:
    found = cast("ox.QuerySolutions", store.query(_about(_STATEMENTS, path), prefixes=PREFIXES))
    for row in found:
        cells = (row[variable.value] for variable in found.variables[1:])
        yield [_shown(term, labels) if term is not None else {} for term in cells]


def _shown(term: Term, labels: Labels) -> dict[str, str]:
    """What stands for a term: its text, and where it leads within the service or what language it is in."""
    if isinstance(term, ox.Literal):
        return {"text": term.value, "language": term.language or ""}
    if not isinstance(term, ox.NamedNode):
        return {"text": str(term)}
    path = entity_path(term.value)
    if path == term.value:
        return {"text": _prefixed(term.value)}
    return {"text": fallback(labels.get(term, {}), path), "link": term.value.removeprefix(ID)}


def _prefixed(iri: str) -> str:
    """`pact:status` as `status`, `skos:altLabel` as it is, any other IRI whole."""
    if iri.startswith(PACT):
        return iri.removeprefix(PACT)
    return next((f"{name}:{iri.removeprefix(base)}" for name, base in PREFIXES.items() if iri.startswith(base)), iri)


def _is_relation(triple: ox.Triple) -> bool:
    """Whether the table of statements has it: a relation of the vocabulary between two things."""
    joins = isinstance(triple.object, ox.NamedNode) and triple.object.value.startswith(ID)
    return joins and triple.predicate.value.startswith(PACT)


def _labels(triples: set[ox.Triple]) -> dict[Term, dict[str, str]]:
    """The label in each language; of several in one language the first by code point."""
    found: dict[Term, dict[str, str]] = {}
    for triple in sorted(triples, key=str):
        if triple.predicate == named("rdfs:label") and isinstance(triple.object, ox.Literal):
            found.setdefault(triple.subject, {}).setdefault(triple.object.language or "", triple.object.value)
    return found


def _construct(store: ox.Store, sparql: str, path: str) -> set[ox.Triple]:
    return set(cast("Iterable[ox.Triple]", store.query(_about(sparql, path), prefixes=PREFIXES)))


def _about(sparql: str, path: str) -> str:
    return sparql.replace("$it", str(thing(path)))


@cache
def template() -> Template:
    """The page. Load it before workers start: they can open no file."""
    html = files("graph.service").joinpath("entity.html").read_text("utf-8")
    return Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(html)


@cache
def style() -> str:
    """The style of the page. Load it before workers start."""
    return files("graph.service").joinpath("entity.css").read_text("utf-8")
