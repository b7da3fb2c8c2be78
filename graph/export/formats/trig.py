"""TriG (RDF 1.1 TriG, W3C 2014), for stores of named graphs: one graph a document, named by the document's IRI.

In: triples. Out: bytes of UTF-8, the same for the same triples. The graph of a document holds what is told of it, its passages, its
statements, and the plain triples that these assert; what two documents assert is in both. All else (names and facts of the
lists) is in the default graph.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from graph.rdf.terms import named
from graph.rdf.turtle import blocks, header
from ontology.iris import term

_STATEMENT = ("pact:status", "rdf:subject", "rdf:predicate", "rdf:object")
_Homes = Mapping[object, ox.NamedNode]


def write_triples(triples: Iterable[ox.Triple]) -> bytes:
    """The triples as a TriG file."""
    known = set(triples)
    homes = _homes(known)
    asserted = _asserted(known, homes)
    graphs: dict[ox.NamedNode, set[ox.Triple]] = defaultdict(set)
    shared: set[ox.Triple] = set()
    for triple in known:
        places = {homes[triple.subject]} if triple.subject in homes else asserted.get(tuple(triple), ())
        for place in places:
            graphs[place].add(triple)
        if not places:
            shared.add(triple)
    named_graphs = (f"{graph} {{\n".encode() + blocks(graphs[graph]) + b"}\n" for graph in sorted(graphs, key=str))
    return b"\n".join([header(), blocks(shared), *named_graphs])


def _homes(triples: Iterable[ox.Triple]) -> _Homes:
    """The document of each statement and passage, and of each document itself."""
    ties = (named("pact:inDocument"), named("dcterms:isPartOf"))
    homes: dict[object, ox.NamedNode] = {}
    for triple in triples:
        if triple.predicate in ties and isinstance(triple.object, ox.NamedNode):
            homes[triple.subject] = homes[triple.object] = triple.object
    return homes


def _asserted(triples: Iterable[ox.Triple], homes: _Homes) -> Mapping[tuple[object, ...], set[ox.NamedNode]]:
    """The documents that assert each plain triple."""
    told: dict[object, dict[str, object]] = defaultdict(dict)
    for triple in triples:
        told[triple.subject][triple.predicate.value] = triple.object
    found: dict[tuple[object, ...], set[ox.NamedNode]] = defaultdict(set)
    for node, home in homes.items():
        status, *ends = (told[node].get(term(name)) for name in _STATEMENT)
        if status == named("pact:asserted"):
            found[tuple(ends)].add(home)
    return found
