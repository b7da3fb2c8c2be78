"""A graph in memory that answers fast: Oxigraph behind the API of rdflib.

In: a Turtle file, standard input, or triples. Out: an `rdflib.Graph` whose store is Oxigraph, so that SPARQL 1.1 runs on
Oxigraph's planner; rdflib's own is a thousand times slower on statements. The store keeps literals in canonical form
(`0.50` becomes `0.5`) and language tags in lower case; graphs that pactgraph wrote are in that form already.
"""

from collections.abc import Iterable

import pyoxigraph as ox
from oxrdflib import OxigraphStore
from rdflib import Graph
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from graph.rdf.implied import infer
from graph.rdf.turtle import parsing, turtle_text
from ontology.schema import load_schema


def load(source: str, *, implied: bool = False) -> Graph:
    """The graph of a Turtle file, `-` for standard input; with `implied`, also what follows from it (`graph.rdf.implied`).

    Raises InputError or DataError that says what is wrong.
    """
    store = open_store(source)
    if implied:
        infer(store, load_schema())
    return _graph(store)


def open_store(source: str) -> ox.Store:
    """The bare store of a Turtle file, `-` for standard input. Raises InputError or DataError as `load` does."""
    text, store = turtle_text(source), ox.Store()
    with parsing(source):
        store.bulk_load(text, format=ox.RdfFormat.TURTLE)
    return store


def from_triples(triples: Iterable[ox.Triple]) -> Graph:
    """A graph of these triples."""
    store = ox.Store()
    store.bulk_extend(ox.Quad(triple.subject, triple.predicate, triple.object) for triple in triples)
    return _graph(store)


def _graph(store: ox.Store) -> Graph:
    return Graph(store=OxigraphStore(store=store), identifier=DATASET_DEFAULT_GRAPH_ID)
