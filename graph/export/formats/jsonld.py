"""JSON-LD 1.1 (W3C, 2020), for programs that read JSON.

In: triples. Out: bytes of UTF-8, the same for the same triples: one object a subject in `@graph`. The context is that of
`ontology/context.jsonld`, written into the file so that whoever reads it needs no network: names of the vocabulary stand
bare (`ratified`), all others with their prefix (`skos:altLabel`), things as `id:state/NOR`.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

import pyoxigraph as ox

from graph.rdf.terms import named
from ontology.iris import PREFIXES

# Whole numbers that come back from JSON as they were.
_NUMBER = re.compile("0|-?[1-9][0-9]{0,14}")
_Value = str | int | bool | dict[str, str]


def write_triples(triples: Iterable[ox.Triple]) -> bytes:
    """The triples as a JSON-LD file."""
    subjects: dict[str, dict[str, list[_Value]]] = defaultdict(lambda: defaultdict(list))
    for triple in sorted(triples, key=str):
        subject = subjects[_name(triple.subject)]
        if triple.predicate == named("rdf:type") and not isinstance(triple.object, ox.Literal):
            subject["@type"].append(_key(triple.object))
        else:
            subject[_key(triple.predicate)].append(_value(triple.object))
    nodes = [{"@id": name, **_single(subject)} for name, subject in sorted(subjects.items())]
    return json.dumps({"@context": context(), "@graph": nodes}, ensure_ascii=False, indent=1).encode() + b"\n"


@cache
def context() -> dict[str, object]:
    """The context that is published with the vocabulary."""
    told: dict[str, dict[str, object]] = json.loads(files("ontology").joinpath("context.jsonld").read_bytes())
    return told["@context"]


def _single(subject: Mapping[str, list[_Value]]) -> dict[str, _Value | list[_Value]]:
    """The properties by name, a value that is alone without its list."""
    return {key: values[0] if len(values) == 1 else values for key, values in sorted(subject.items())}


def _key(term: object) -> str:
    """The name of a property or class: bare in the vocabulary, which is the @vocab of the context."""
    return _name(term).removeprefix("pact:")


def _value(term: object) -> _Value:
    """A value: texts, whole numbers and truth values as JSON has them, all else with its type or language."""
    if not isinstance(term, ox.Literal):
        return {"@id": _name(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype == named("xsd:string"):
        return term.value
    if term.datatype == named("xsd:integer") and _NUMBER.fullmatch(term.value):
        return int(term.value)
    if term.datatype == named("xsd:boolean") and term.value in ("true", "false"):
        return term.value == "true"
    return {"@value": term.value, "@type": _name(term.datatype)}


def _name(term: object) -> str:
    """An IRI with its prefix, or whole where there is none; a blank node as `_:name`."""
    if not isinstance(term, ox.NamedNode):
        return str(term)
    fits = (f"{name}:{term.value.removeprefix(iri)}" for name, iri in PREFIXES.items() if term.value.startswith(iri))
    return next(fits, term.value)
