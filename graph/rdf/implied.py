"""What follows from plain triples by the ontology: sub-properties (RDF Schema 1.1, rule rdfs7) and relations that hold both ways.

In: a store. Out: the same store with what follows, so that `?state pact:partyTo ?treaty` finds who ratified. What follows stands in
the default graph beside what was said, and once more in the graph IMPLIED, by which it is told apart. It is worked out anew for
each question: files never hold it, so that a graph stays what documents say.

That a State ratified a treaty implies that it became party to it, not that it is so still: look for pact:withdrewFrom.
"""

import pyoxigraph as ox

from graph.rdf.terms import named, thing
from ontology.schema import Schema

IMPLIED = thing("implied")


def infer(store: ox.Store, schema: Schema) -> None:
    """Add what follows from the plain triples of a store and is not in it."""
    for triple in sorted(_following(store, schema), key=str):
        store.extend(
            ox.Quad(triple.subject, triple.predicate, triple.object, home) for home in (ox.DefaultGraph(), IMPLIED)
        )


def _following(store: ox.Store, schema: Schema) -> set[ox.Triple]:
    found: set[ox.Triple] = set()
    for name, relation in schema.relations.items():
        above = [named(f"pact:{ancestor}") for ancestor in relation.ancestors]
        if not (above or relation.symmetric):
            continue
        for quad in store.quads_for_pattern(None, named(f"pact:{name}"), None, ox.DefaultGraph()):
            found.update(ox.Triple(quad.subject, predicate, quad.object) for predicate in above)
            if relation.symmetric and isinstance(quad.object, ox.NamedNode):
                found.add(ox.Triple(quad.object, quad.predicate, quad.subject))
    return {t for t in found if ox.Quad(t.subject, t.predicate, t.object) not in store}
