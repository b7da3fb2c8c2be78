"""What a document says, as triples.

In: a `Reading`, the authority lists, the schema. Out: a set of RDF 1.1 triples without blank nodes, in the project's
vocabulary: the document, every entity that a statement names, every statement with its evidence, and for each asserted
statement the plain triple. The set depends on nothing else, so that graphs merge by set union and no fact is doubled.

A symmetric relation is stored once, its ends in the order of their paths; whoever asks follows it both ways
(`?a pact:cooperatesWith|^pact:cooperatesWith ?b`), as the ontology's owl:SymmetricProperty says.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from itertools import groupby

import pyoxigraph as ox

from extract.model import Document, Evidence, Reading, Statement, Thing
from graph.rdf.terms import dated, decimal, integer, named, text, thing
from ontology.authority import Authority, Entity
from ontology.errors import DataError
from ontology.iris import document_address, term
from ontology.schema import Schema

Term = ox.NamedNode | ox.Literal
# What only the reader needs: names that mean the thing in some texts, and forms of words.
_NOT_SHOWN = (term("pact:weakName"), term("pact:adjective"))
_TRUE = ox.Literal("true", datatype=named("xsd:boolean"))
_PREFERRED = named("skos:prefLabel")


def triples_of(reading: Reading, authority: Authority, schema: Schema) -> set[ox.Triple]:
    """All triples of one document. Raises DataError when a statement names an entity that nothing describes."""
    document = reading.document
    ordered = (_ordered(statement, schema) for statement in reading.statements)
    statements = sorted(ordered, key=lambda s: (statement_path(document, s), -s.confidence, s.evidence[0].start))
    triples = set(_document(document))
    triples.update(_entities(reading, authority))
    for _, same in groupby(statements, key=lambda s: statement_path(document, s)):
        triples.update(_statement(_merged(list(same)), document))
    return triples


def statement_path(document: Document, statement: Statement) -> str:
    """The path of a statement: a hash of all that makes it the same fact in the same text, so that it never doubles."""
    facts = "\n".join((document.path, document.language.lower(), *statement.key))
    return f"statement/{sha256(facts.encode()).hexdigest()[:20]}"


def passage_path(document: Document, evidence: Evidence) -> str:
    """The path of the place in a document's text, in characters from its start."""
    return f"{document.path}/{document.language.lower()}/passage/{evidence.start}-{evidence.end}"


def _ordered(statement: Statement, schema: Schema) -> Statement:
    if statement.relation in schema.symmetric and statement.subject > statement.object:
        return replace(statement, subject=statement.object, object=statement.subject)
    return statement


def _merged(same: list[Statement]) -> Statement:
    best = same[0]
    evidence = tuple(dict.fromkeys(e for statement in same for e in statement.evidence))
    return replace(best, evidence=evidence, date=next((s.date for s in same if s.date), ""))


def _rows(subject: ox.NamedNode, rows: Iterable[tuple[str, Term | None]]) -> Iterator[ox.Triple]:
    return (ox.Triple(subject, named(predicate), value) for predicate, value in rows if value is not None)


def _document(document: Document) -> Iterator[ox.Triple]:
    language = document.language.lower()
    return _rows(
        thing(document.path),
        [
            ("rdf:type", named("pact:Document")),
            ("rdfs:label", text(document.symbol or document.title or document.path.partition("/")[2])),
            ("dcterms:identifier", text(document.symbol) if document.symbol else None),
            ("dcterms:title", text(document.title, language) if document.title else None),
            ("dcterms:date", dated(document.date) if document.date else None),
            ("dcterms:language", text(language)),
            ("rdfs:seeAlso", ox.NamedNode(document_address(document.symbol, language)) if document.symbol else None),
            ("pact:session", text(document.session) if document.session else None),
            ("pact:vote", text(document.vote) if document.vote else None),
            ("pact:work", text(document.work) if document.work else None),
            ("pact:expression", text(document.expression) if document.expression else None),
        ],
    )


def _statement(statement: Statement, document: Document) -> Iterator[ox.Triple]:
    subject, relation, target = thing(statement.subject), named(f"pact:{statement.relation}"), thing(statement.object)
    if statement.status == "asserted":
        yield ox.Triple(subject, relation, target)
    clearest = statement.evidence[0]
    language = clearest.language or document.language
    node = thing(statement_path(document, statement))
    yield from _rows(
        node,
        [
            ("rdf:type", named("pact:Statement")),
            ("rdf:subject", subject),
            ("rdf:predicate", relation),
            ("rdf:object", target),
            ("pact:status", named(f"pact:{statement.status}")),
            ("pact:date", dated(statement.date) if statement.date else None),
            ("pact:quote", text(clearest.quote, language)),
            ("pact:cue", text(clearest.cue, language) if clearest.cue else None),
            ("pact:saidBy", thing(clearest.said_by) if clearest.said_by else None),
            ("pact:inDocument", thing(document.path)),
            ("pact:rule", text(statement.rule)),
            ("pact:confidence", decimal(statement.confidence)),
            ("pact:amount", decimal(statement.amount) if statement.amount else None),
            ("pact:currency", text(statement.currency) if statement.currency else None),
            ("pact:derived", _TRUE if statement.derived else None),
        ],
    )
    if statement.derived:
        group = statement_path(document, replace(statement, subject=statement.derived))
        yield ox.Triple(node, named("prov:wasDerivedFrom"), thing(group))
        return
    for evidence in statement.evidence:
        passage = thing(passage_path(document, evidence))
        yield ox.Triple(node, named("prov:wasDerivedFrom"), passage)
        yield from _passage(passage, evidence, document)


def _passage(passage: ox.NamedNode, evidence: Evidence, document: Document) -> Iterator[ox.Triple]:
    language = evidence.language or document.language
    return _rows(
        passage,
        [
            ("rdf:type", named("pact:Passage")),
            ("dcterms:isPartOf", thing(document.path)),
            ("oa:start", integer(evidence.start)),
            ("oa:end", integer(evidence.end)),
            ("oa:exact", text(evidence.quote, language)),
            ("pact:section", text(evidence.section, document.language) if evidence.section else None),
            ("pact:paragraph", integer(evidence.paragraph)),
            ("pact:page", integer(evidence.page) if evidence.page else None),
            ("pact:anchor", text(evidence.anchor) if evidence.anchor else None),
            ("pact:saidBy", thing(evidence.said_by) if evidence.said_by else None),
        ],
    )


def _entities(reading: Reading, authority: Authority) -> Iterator[ox.Triple]:
    things = {found.path: found for found in reading.things}
    used = {path for s in reading.statements for path in (s.subject, s.object, *(e.said_by for e in s.evidence))}
    for path in sorted(used - {"", reading.document.path}):
        known, found = authority.entities.get(path), things.get(path)
        if known:
            yield from _known(known, found)
        elif found:
            yield from _found(found)
        else:
            message = (
                f"{reading.document.file}: a statement names {path}, which no list and no name in the text describes"
            )
            raise DataError(message)


def _known(entity: Entity, found: Thing | None) -> Iterator[ox.Triple]:
    shown = [triple for triple in entity.triples if triple.predicate.value not in _NOT_SHOWN]
    yield from shown
    preferred = {triple.object for triple in shown if triple.predicate == _PREFERRED}
    node = thing(entity.path)
    yield from (ox.Triple(node, named("rdfs:label"), name) for name in preferred)
    used = {text(*name) for name in found.names} if found else set()
    yield from (ox.Triple(node, named("skos:altLabel"), name) for name in used - preferred)


def _found(found: Thing) -> Iterator[ox.Triple]:
    node = thing(found.path)
    yield ox.Triple(node, named("rdf:type"), named(f"pact:{found.kind}"))
    yield from (ox.Triple(node, named("rdfs:label"), text(*label)) for label in found.labels or found.names[:1])
    yield from (ox.Triple(node, named("skos:altLabel"), text(*name)) for name in found.names)
