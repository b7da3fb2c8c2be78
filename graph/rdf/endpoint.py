"""A SPARQL server in place of a graph: the SPARQL 1.1 Protocol (W3C, 2013) behind the API of rdflib.

In: the URL of a server, or a file. Out: an `rdflib.Graph` to be asked with SPARQL and nothing else.
"""

from collections.abc import Mapping
from io import BytesIO
from urllib.parse import urlencode

from rdflib import Graph
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.plugin import PluginException
from rdflib.query import Result, ResultException
from rdflib.store import Store

from graph.rdf.remote import RemoteError, is_url, send
from graph.rdf.store import load

_HEADERS = {
    "Accept": "application/sparql-results+json, application/n-triples, text/turtle;q=0.9",
    "Content-Type": "application/x-www-form-urlencoded",
}


class Endpoint(Store):
    """A server that is asked; what it holds is neither read as a whole nor changed."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url

    def query(self, query: str, prefixes: Mapping[str, str], *_: object) -> Result:  # type: ignore[override]
        """Ask the server, as `Graph.query` calls it. Raises RemoteError when it cannot be reached or does not answer."""
        declared = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in sorted(prefixes.items()))
        answer = send(self._url, urlencode({"query": declared + query}).encode(), _HEADERS)
        try:
            return Result.parse(BytesIO(answer.body), content_type=answer.kind)
        except (PluginException, ResultException, ValueError, KeyError) as error:
            message = f"{self._url}: answers {answer.kind} that cannot be read; is it the address for SPARQL queries?"
            raise RemoteError(message) from error


def connect(url: str) -> Graph:
    """The graph behind a SPARQL endpoint; nothing is asked yet."""
    return Graph(store=Endpoint(url), identifier=DATASET_DEFAULT_GRAPH_ID)


def load_or_connect(source: str, *, implied: bool = False) -> Graph:
    """The graph of a Turtle file, `-` for standard input, or of the server at a URL, as it is there. Raises as `load` does."""
    return connect(source) if is_url(source) else load(source, implied=implied)
