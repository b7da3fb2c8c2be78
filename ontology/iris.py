"""IRIs of the vocabulary and of the things it speaks of.

In: a path such as `state/NOR`. Out: an absolute IRI (RFC 3987) below `https://w3id.org/pactgraph/id/`, and back.
"""

import re
from urllib.parse import quote, unquote

ID = "https://w3id.org/pactgraph/id/"
PACT = "https://w3id.org/pactgraph/ontology#"

PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "id": ID,
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "pact": PACT,
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

# RFC 3987 excludes these characters from a path, white space and controls; everything else may stand as it is.
_UNSAFE = re.compile(r'[ <>"{}|\\^`%\[\]#?\ufff0-\uffff\U000e0000-\U000e0fff]')


def entity_iri(path: str) -> str:
    """The IRI of the thing at `path`, for instance `resolution/S/RES/1540(2004)`."""
    return ID + "".join(quote(c) if _UNSAFE.match(c) or not c.isprintable() else c for c in path)


def document_address(symbol: str, language: str) -> str:
    """Where the United Nations keep a document in a language, for instance `https://undocs.org/en/A/73/112`."""
    return f"https://undocs.org/{language}/{quote(symbol, safe='/().-')}"


def entity_path(iri: str) -> str:
    """The path below `/id/` of an entity's IRI; the IRI itself when it is none of ours."""
    return unquote(iri.removeprefix(ID)) if iri.startswith(ID) else iri


def term(name: str) -> str:
    """The IRI of a prefixed name, for instance `skos:prefLabel`.

    Raises KeyError for a prefix that is not in PREFIXES.
    """
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local
