"""The facts of a graph as plain values: who does what to whom, in which status, when, said where and in which words.

In: a graph of `graph.rdf.store`. Out: a `Fact` for every statement of an actor. A symmetric relation holds both ways, so its facts come
once from each end. Documents come in the order of their times: their dates, else the years of their symbols.
"""

import re
from dataclasses import dataclass, replace

from rdflib import Graph
from rdflib.term import Identifier

from graph.ask.query import select
from graph.rdf.terms import thing
from ontology.iris import PACT, document_address, entity_path
from ontology.schema import Schema

_FACTS = """
SELECT ?subject ?relation ?object ?status ?date ?document ?symbol ?dated ?quote (LANG(?quote) AS ?language) ?rule ?statement WHERE {
  $about
  ?statement rdf:predicate ?relation ; rdf:subject ?subject ; rdf:object ?object ; pact:status ?status ;
    pact:quote ?quote ; pact:inDocument ?document .
  FILTER (?relation != pact:cites)
  OPTIONAL { ?statement pact:date ?date }
  OPTIONAL { ?statement pact:rule ?rule }
  OPTIONAL { ?document dcterms:identifier ?symbol }
  OPTIONAL { ?document dcterms:date ?dated }
}"""
_ABOUT = "{ ?statement rdf:subject $it } UNION { ?statement rdf:object $it }"
# The General Assembly's 65th session is that of 2010; other organs put the year into their symbols.
_SESSION, _YEAR = re.compile(r"A/(?:C\.\d/)?(\d{2})/"), re.compile(r"[A-Z]+/(\d{4})/")
_BEFORE_FIRST_SESSION = 1945


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """One statement. Things are paths, `relation` and `status` names of the vocabulary; `date` and `time` are "" when not known.

    `date` is that of the act, `time` that of the document, both ISO 8601 as precisely as known; `document` is its symbol, else its path.
    """

    subject: str
    relation: str
    object: str
    status: str
    date: str
    time: str
    document: str
    quote: str
    language: str
    rule: str
    statement: str

    @property
    def address(self) -> str:
        """Where the document can be read; "" for one without symbol."""
        return "" if self.document.startswith("document/") else document_address(self.document, self.language)


def facts_of(graph: Graph, schema: Schema, path: str = "") -> list[Fact]:
    """All facts, sorted; with the path of a thing, those of which it is one end."""
    about = _ABOUT.replace("$it", str(thing(path))) if path else ""
    found = [_fact(row) for row in select(graph, _FACTS.replace("$about", about)).rows]
    back = [replace(f, subject=f.object, object=f.subject) for f in found if f.relation in schema.symmetric]
    return sorted([*found, *back])


def family(relation: str, schema: Schema) -> str:
    """The relation that all acts of one kind come to: `partyTo` for ratifying, accepting, acceding; else the relation itself."""
    known = schema.relations.get(relation)
    return known.ancestors[-1] if known and known.ancestors else relation


def time_of(date: str, symbol: str) -> str:
    """When a document is of: its date, else the year that its symbol tells, else ""."""
    session, year = _SESSION.match(symbol), _YEAR.match(symbol)
    return date or (str(_BEFORE_FIRST_SESSION + int(session[1])) if session else year[1] if year else "")


def agree(first: str, second: str) -> bool:
    """Whether two dates are the same as far as both tell; a date that is not known agrees with any."""
    shared = min(len(first), len(second))
    return first[:shared] == second[:shared]


def _fact(row: tuple[Identifier | None, ...]) -> Fact:
    subject, relation, target, status, date, document, symbol, dated, quote, language, rule, statement = (
        str(cell or "") for cell in row
    )
    return Fact(
        entity_path(subject),
        relation.removeprefix(PACT),
        entity_path(target),
        status.removeprefix(PACT),
        date,
        time_of(dated, symbol),
        symbol or entity_path(document),
        quote,
        language,
        rule,
        entity_path(statement),
    )
