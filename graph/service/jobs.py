"""What a worker does with the store: answer SPARQL, describe a thing.

In: a store and a job, plain data that can be sent to a process. Out: a `Reply` with status, media type and bytes, as the SPARQL 1.1
Protocol (W3C, 2013) wants them. Answers are cut off at a length: half an answer would be wrong, so there is none.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pyoxigraph as ox

from graph.ask.query import QueryError, Question, bind
from ontology.iris import PREFIXES

RESULTS: Mapping[str, ox.QueryResultsFormat] = MappingProxyType(
    {
        "application/sparql-results+json": ox.QueryResultsFormat.JSON,
        "application/json": ox.QueryResultsFormat.JSON,
        "application/sparql-results+xml": ox.QueryResultsFormat.XML,
        "text/csv": ox.QueryResultsFormat.CSV,
        "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    }
)
TRIPLES: Mapping[str, ox.RdfFormat] = MappingProxyType(
    {
        "text/turtle": ox.RdfFormat.TURTLE,
        "application/n-triples": ox.RdfFormat.N_TRIPLES,
        "application/ld+json": ox.RdfFormat.JSON_LD,
        "application/rdf+xml": ox.RdfFormat.RDF_XML,
    }
)
LONGEST = 64 * 2**20  # bytes of an answer


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as HTTP sends it."""

    status: int
    kind: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Query:
    """A SPARQL query; `results` and `triples` are the media types that the client wants, None when it takes none of ours.

    `default` and `named` are the IRIs of the graphs that the protocol lets a client name.
    """

    sparql: str
    results: str | None
    triples: str | None
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    def __call__(self, store: ox.Store) -> Reply:
        """Answer from the store: 400 for what is no query, 406 for a form we lack, 503 for an answer that is too long."""
        try:
            bind(Question("query", "", (), self.sparql), {})
            found = store.query(
                self.sparql,
                prefixes=PREFIXES,
                default_graph=[ox.NamedNode(iri) for iri in self.default] or None,
                named_graphs=[ox.NamedNode(iri) for iri in self.named] or None,
            )
            return self._written(found)
        except (QueryError, SyntaxError, ValueError, RuntimeError, OSError) as error:
            return refusal(400, str(error))
        except OverflowError:
            return refusal(503, f"The answer is longer than {LONGEST:,} bytes; ask for less, for instance with LIMIT.")

    def _written(self, found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> Reply:
        out = _Bounded()
        if isinstance(found, ox.QueryTriples):
            if self.triples is None:
                return refusal(406, f"Triples come as {', '.join(TRIPLES)}.")
            found.serialize(out, format=TRIPLES[self.triples])
            return Reply(200, self.triples, out.getvalue())
        if self.results is None:
            return refusal(406, f"Results come as {', '.join(RESULTS)}.")
        found.serialize(out, format=RESULTS[self.results])
        return Reply(200, self.results, out.getvalue())


def refusal(status: int, why: str) -> Reply:
    """A reply that says in plain text why there is no answer."""
    return Reply(status, "text/plain", f"{why}\n".encode())


class _Bounded(io.BytesIO):
    """Bytes in memory; raises OverflowError when they become too many."""

    def write(self, data: bytes) -> int:  # type: ignore[override]
        if self.tell() + len(data) > LONGEST:
            raise OverflowError
        return super().write(data)
