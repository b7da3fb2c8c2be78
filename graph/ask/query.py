"""Questions to a graph: SPARQL 1.1 (W3C, 2013) as text, in a file, or saved under a name.

In: a graph, a question, values for its parameters. Out: an `Answer`, a truth value, or triples.

A question may declare parameters in the comment at its head, one a line:

    # @param treaty entity = treaty/ICSANT : the treaty
    # @param state entity required : the State

`$treaty` then stands in a VALUES block of the query (`VALUES ?treaty { $treaty }`) and nowhere else. A value becomes an RDF term
before it gets there, and the term writes itself, so that nothing in a value can end the term or the query; an empty value
is UNDEF, which means any. That works on every SPARQL server, and planners see a constant.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

import pyoxigraph as ox
from rdflib import Graph
from rdflib.query import Result
from rdflib.term import Identifier

from extract.text.source import read_source
from graph.ask.find import EntityError, Named, resolve
from graph.rdf.terms import text as literal
from graph.rdf.terms import thing
from graph.rdf.turtle import from_turtle
from ontology.authority import load_authority
from ontology.errors import PactgraphError
from ontology.iris import PACT, PREFIXES, entity_path

_PARAMETER = re.compile(
    r"#\s*@param\s+(?P<name>\w+)\s+(?P<kind>\w+)(?P<required>\s+required)?\s*(?:=\s*(?P<default>\S.*?)\s*)?:\s(?P<help>.+)"
)
# What SPARQL's grammar lets stand around a token: comments, IRIs, strings (its rules 139 and 156 to 159).
_OPAQUE = (
    r'#[^\n]*|<[^<>"{}|^`\\\x00-\x20]*>|"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'"
)
_TOKEN = re.compile(rf"(?s:{_OPAQUE})|\$(?P<parameter>\w+)|(?<![\w:?$.-])(?P<service>(?i:SERVICE))(?![\w:-])")
_NAMED = """
SELECT DISTINCT ?thing ?kind ?label ?name WHERE {
  ?thing a ?kind ; rdfs:label|skos:altLabel ?name ; rdfs:label ?label .
  FILTER (STRSTARTS(STR(?kind), STR(pact:)))
} ORDER BY ?thing ?name ?label"""
_SPARQL = re.compile(r"\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)


class QueryError(PactgraphError):
    """A question that cannot be asked: its name, its SPARQL or the value of a parameter is wrong."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a question; `kind` is one of KINDS, `default` is "" when any value will do or one is `required`."""

    name: str
    kind: str
    default: str
    help: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A SPARQL query with its help and its parameters."""

    name: str
    help: str
    parameters: tuple[Parameter, ...]
    sparql: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a SELECT: names of columns, and per row one term or None for each of them."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Identifier | None, ...], ...]


Outcome = Answer | bool | frozenset[ox.Triple]


def _entity(value: str) -> ox.NamedNode:
    if re.match(r"https?://", value):
        return ox.NamedNode(value)
    if not re.match(r"[a-z]+/\S", value):
        raise ValueError(f"{value!r} is no path such as treaty/ICSANT and no IRI")
    return thing(value)


def _term(value: str) -> ox.NamedNode:
    if not re.fullmatch(r"[A-Za-z]+", value):
        raise ValueError(f"{value!r} is no name of the vocabulary such as ratified or planned")
    return ox.NamedNode(PACT + value)


# What the value of a parameter can be: an entity's path or IRI, a name of the vocabulary, a text.
KINDS: Mapping[str, Callable[[str], ox.NamedNode | ox.Literal]] = MappingProxyType(
    {"entity": _entity, "term": _term, "text": literal}
)


@cache
def saved_questions() -> Mapping[str, Question]:
    """The questions of `graph/ask/queries/` by name, sorted."""
    folder = files("graph.ask").joinpath("queries")
    names = sorted(entry.name.removesuffix(".rq") for entry in folder.iterdir() if entry.name.endswith(".rq"))
    return {n: read_question(n, folder.joinpath(f"{n}.rq").read_text(encoding="utf-8")) for n in names}


def find_question(word: str) -> Question:
    """A question by its saved name, as a `.rq` file, or as SPARQL itself.

    Raises QueryError for a name that is not saved, InputError for a file that cannot be read.
    """
    saved = saved_questions()
    if word in saved:
        return saved[word]
    if word.endswith(".rq"):
        return read_question(word, read_source(Path(word)).text)
    if _SPARQL.search(word):
        return read_question("query", word)
    near = get_close_matches(word, saved, 1)
    hint = f"did you mean {near[0]}?" if near else f"saved are {', '.join(saved)}"
    raise QueryError(f"{word!r} is no saved query, no .rq file and no SPARQL; {hint}")


def read_question(name: str, sparql: str) -> Question:
    """A question with the help and the parameters that the comment at its head declares."""
    lines = [line.strip() for line in sparql.splitlines()]
    head = lines[: next((i for i, line in enumerate(lines) if not line.startswith("#")), len(lines))]
    found = [match for line in head if (match := _PARAMETER.fullmatch(line))]
    parameters = tuple(
        Parameter(m["name"], m["kind"], m["default"] or "", m["help"], bool(m["required"])) for m in found
    )
    told = [line.lstrip("# ") for line in head if not _PARAMETER.fullmatch(line)]
    return Question(name, "\n".join(told).strip(), parameters, sparql)


def bind(question: Question, values: Mapping[str, str]) -> str:
    """The SPARQL with a term for each declared parameter.

    Raises QueryError for a value without parameter, a required one without value, a value of another kind, and SERVICE.
    """
    known = {parameter.name: parameter for parameter in question.parameters}
    for name in values:
        if name not in known:
            has = f"it has {', '.join(known)}" if known else "it has none"
            raise QueryError(f"{question.name}: no parameter {name!r}; {has}")
    terms = {name: _value(question, known[name], values.get(name, known[name].default)) for name in known}

    def replaced(token: re.Match[str]) -> str:
        if token["service"]:
            raise QueryError(f"{question.name}: SERVICE asks another server, and pactgraph stays off the network")
        return terms.get(token["parameter"], token[0])

    return _TOKEN.sub(replaced, question.sparql)


def ask(graph: Graph, question: Question, values: Mapping[str, str] = MappingProxyType({})) -> Outcome:
    """Put a question to a graph of `graph.rdf.store`. The prefixes of ontology.iris need no declaration.

    An entity may be given by any name or code that the lists or the graph have. Raises QueryError for a name of nothing or of
    several things, as `bind` does, and when the SPARQL is wrong.
    """
    entities = {parameter.name for parameter in question.parameters if parameter.kind == "entity"}
    try:
        paths = {n: resolve(v, lambda: named_in(graph)) if v and n in entities else v for n, v in values.items()}
        result = graph.query(bind(question, paths), initNs=PREFIXES)
        if result.type == "SELECT":
            return _answer(result)
        if result.type == "ASK":
            return bool(result.askAnswer)
        text = result.graph.serialize(format="nt") if result.graph else ""
        return frozenset(from_turtle(text, question.name))
    except EntityError as error:
        raise QueryError(f"{question.name}: {error}") from error
    except SyntaxError as error:
        raise QueryError(f"{question.name}: {_located(str(error), question.sparql)}") from error
    except (OSError, RuntimeError) as error:
        raise QueryError(f"{question.name}: {error}") from error


def select(graph: Graph, sparql: str) -> Answer:
    """The rows of a SELECT without parameters."""
    return _answer(graph.query(sparql, initNs=PREFIXES))


def named_in(graph: Graph) -> list[Named]:
    """Every name of the things of a graph that are in no list: laws, exercises, meetings, resolutions."""
    found = select(graph, _NAMED).rows
    rows = [
        (entity_path(str(thing)), str(kind).removeprefix(PACT), str(label), str(name))
        for thing, kind, label, name in found
    ]
    return [Named(*row) for row in rows if row[0] not in load_authority().entities]


def _located(error: str, sparql: str) -> str:
    """What is wrong in few words: the parser lists all it would have taken instead, and puts wrong prefixes elsewhere."""
    declared = {*PREFIXES, *re.findall(r"(?i)\bPREFIX\s+([\w.-]*)\s*:", sparql)}
    used = re.findall(r"(?<![\w:?$.-])([A-Za-z][\w.-]*):[\w%\\]", re.sub(f"(?s:{_OPAQUE})", " ", sparql))
    missing = sorted(set(used) - declared)
    if missing:
        return f"prefix {missing[0]}: is not declared; begin with PREFIX {missing[0]}: <...>"
    place = re.search(r"error at (\d+):(\d+)", error)
    if not place:
        return error
    line, column = map(int, place.groups())
    stands = (sparql.splitlines() or [""])[line - 1][column - 1 :][:20]
    return f"no SPARQL, as seen at line {line}, character {column}, before {stands or 'the end of the line'!r}"


def _answer(result: Result) -> Answer:
    columns = result.vars or ()
    return Answer(tuple(map(str, columns)), tuple(tuple(map(row.get, columns)) for row in result.bindings))


def _value(question: Question, parameter: Parameter, value: str) -> str:
    if parameter.required and not value:
        raise QueryError(f"{question.name}: give {parameter.name}, {parameter.help}")
    if parameter.kind not in KINDS:
        raise QueryError(f"{question.name}: kind {parameter.kind!r} of {parameter.name} is none of {', '.join(KINDS)}")
    try:
        return str(KINDS[parameter.kind](value)) if value else "UNDEF"
    except ValueError as error:
        raise QueryError(f"{question.name}: parameter {parameter.name}: {error}") from error
