"""Answers that no SPARQL gave: cells of a table from plain values.

In: paths of entities, names of the vocabulary, texts, dates, counts; "" where there is nothing. Out: RDF terms, so that `graph.ask.answer`
writes them as it writes the answers of queries.
"""

from rdflib.term import Identifier, Literal, URIRef

from graph.rdf.terms import dated
from ontology.iris import PACT, entity_iri


def entity(path: str) -> Identifier | None:
    """A thing by its path, `state/NOR`; an IRI elsewhere as it is."""
    if not path:
        return None
    return URIRef(path if path.startswith(("http://", "https://")) else entity_iri(path))


def word(name: str) -> Identifier | None:
    """A name of the vocabulary, `ratified`."""
    return URIRef(PACT + name) if name else None


def plain(value: str | float) -> Identifier | None:
    """A text or a number."""
    return Literal(value) if value != "" else None


def date(value: str) -> Identifier | None:
    """A date, typed by how precise it is."""
    return Literal(value, datatype=URIRef(dated(value).datatype.value), normalize=False) if value else None
