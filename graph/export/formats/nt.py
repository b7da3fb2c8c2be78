"""N-Triples (RDF 1.1 N-Triples, W3C 2014), for every RDF store: a line a triple.

In: triples. Out: bytes of UTF-8, the lines sorted.
"""

from collections.abc import Iterable

import pyoxigraph as ox


def write_triples(triples: Iterable[ox.Triple]) -> bytes:
    """The triples as an N-Triples file."""
    return ox.serialize(sorted(triples, key=str), format=ox.RdfFormat.N_TRIPLES) or b""
