"""Whether the authority lists keep their own contract.

In: the Turtle files of `ontology/authority/` and the ontology. Out: a list of `Problem`, empty when all is well; each says where
it is, what is wrong and how to mend it. Beyond SKOS (W3C, 2009, integrity conditions S13 and S14) the lists keep to what
matching needs: one meaning for each strong name, names in the spelling to which readers fold texts, no loose ends.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from itertools import chain

import pyoxigraph as ox

from ontology.errors import DataError
from ontology.iris import ID, PACT, entity_path, term
from ontology.schema import Schema, read_schema

_Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
_STRONG = ("skos:prefLabel", "skos:altLabel", "pact:formalName", "pact:formerName")
_NAMES = (*_STRONG, "pact:weakName")
_FOLDERS = {
    "Organization": ("org", "group"),
    "PoliticalInstrument": ("instrument",),
    "State": ("state",),
    "Treaty": ("treaty",),
    "Initiative": ("initiative",),
}
# Full-width forms of ASCII other than the punctuation of clauses, which readers of Chinese keep.
_FULL_WIDTH = re.compile("[\uff02-\uff0b\uff0d-\uff19\uff1c-\uff1e\uff20-\uff5e]")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: the file, the path of the entity in it (`treaty/NPT`, or ""), what is wrong, what to do."""

    file: str
    entity: str
    what: str
    mend: str

    def __str__(self) -> str:
        """The problem in one line."""
        return f"{self.file}: {self.entity or 'file'}: {self.what}; {self.mend}"


@dataclass(frozen=True, slots=True)
class _Block:
    """What one file says of one entity: the objects by predicate."""

    file: str
    path: str
    facts: Mapping[str, list[_Node]]

    def iris(self, predicate: str) -> list[str]:
        return [o.value for o in self.facts.get(term(predicate), []) if isinstance(o, ox.NamedNode)]

    def literals(self, predicate: str) -> list[ox.Literal]:
        return [o for o in self.facts.get(term(predicate), []) if isinstance(o, ox.Literal)]

    def names(self, *predicates: str) -> list[tuple[str, str]]:
        return [(name.value, name.language or "") for p in predicates for name in self.literals(p)]

    def kinds(self) -> list[str]:
        return [kind.removeprefix(PACT) for kind in self.iris("rdf:type") if kind.startswith(PACT)]

    def problem(self, what: str, mend: str) -> Problem:
        return Problem(self.file, self.path, what, mend)


@dataclass(frozen=True, slots=True)
class _Lists:
    """All blocks in the order of files and paths, with what the ontology knows."""

    blocks: list[_Block]
    schema: Schema
    terms: frozenset[str]
    sourced: frozenset[str]


def check_authority() -> list[Problem]:
    """Look through the lists that the package carries. Raises DataError when the ontology itself cannot be read."""
    folder = files("ontology").joinpath("authority")
    lists = {entry.name: entry.read_bytes() for entry in folder.iterdir() if entry.name.endswith(".ttl")}
    return check_lists(lists, files("ontology").joinpath("pactgraph.ttl").read_bytes())


def check_lists(lists: Mapping[str, bytes], ontology: bytes) -> list[Problem]:
    """Look through lists in Turtle, given by file name. Raises DataError when the ontology cannot be read."""
    schema = read_schema(ontology)
    known = _blocks("pactgraph.ttl", ontology)
    terms = frozenset(block.path for block in known if block.path.startswith(PACT))
    sourced = frozenset(block.path for block in known if block.facts.get(term("dcterms:source")))
    blocks: list[_Block] = []
    problems: list[Problem] = []
    for name in sorted(lists):
        try:
            blocks += _blocks(name, lists[name])
        except DataError as error:
            problems.append(Problem(name, "", str(error), "mend the line, then check again"))
    context = _Lists(blocks, schema, terms, sourced)
    return problems + [problem for check in _CHECKS for problem in check(context)]


def _blocks(name: str, turtle: bytes) -> list[_Block]:
    found: defaultdict[str, defaultdict[str, list[_Node]]] = defaultdict(lambda: defaultdict(list))
    try:
        for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE):
            if isinstance(quad.subject, ox.NamedNode):
                found[entity_path(quad.subject.value)][quad.predicate.value].append(quad.object)
    except SyntaxError as error:
        raise DataError(f"not valid Turtle: {error}") from error
    return [_Block(name, path, found[path]) for path in sorted(found)]


def _described_once(lists: _Lists) -> Iterator[Problem]:
    first: dict[str, _Block] = {}
    for block in lists.blocks:
        other = first.setdefault(block.path, block)
        if other is not block:
            yield block.problem(f"also described in {other.file}", "keep one block for each entity")


def _of_one_class(lists: _Lists) -> Iterator[Problem]:
    for block in lists.blocks:
        kinds = block.kinds()
        if len(kinds) != 1 or kinds[0] not in lists.schema.classes:
            yield block.problem(f"has the classes {kinds}", "give it exactly one class that pactgraph.ttl declares")
        elif block.path.partition("/")[0] not in _FOLDERS.get(kinds[0], ()):
            folders = " or ".join(f"{folder}/" for folder in _FOLDERS.get(kinds[0], ())) or "no list, from texts alone"
            yield block.problem(f"is of class {kinds[0]} at this path", f"things of this class stand below {folders}")


def _known_terms(lists: _Lists) -> Iterator[Problem]:
    for block in lists.blocks:
        datatypes = {n.datatype.value for n in block.literals("skos:notation")}
        for used in sorted({p for p in block.facts if p.startswith(PACT)} | datatypes):
            if used.startswith(PACT) and used not in lists.terms:
                yield block.problem(f"uses pact:{used.removeprefix(PACT)}", "pactgraph.ttl has no such term")


def _labelled(lists: _Lists) -> Iterator[Problem]:
    for block in lists.blocks:
        for predicate in ("skos:prefLabel", "pact:formalName"):
            languages = [language for _, language in block.names(predicate)]
            doubled = sorted({language for language in languages if languages.count(language) > 1})
            if doubled:
                yield block.problem(
                    f"has two of {predicate} in {', '.join(doubled)}", "keep one, move the other to skos:altLabel"
                )
            wanted = LANGUAGES if "State" in block.kinds() else ("en",) if predicate == "skos:prefLabel" else ()
            missing = [language for language in wanted if language not in languages]
            if missing:
                yield block.problem(f"has no {predicate} in {', '.join(missing)}", "add it from UNTERM")


def _spelled(lists: _Lists) -> Iterator[Problem]:
    for block in lists.blocks:
        for name, language in block.names(*_NAMES):
            what = _misspelling(name, language)
            if what:
                yield block.problem(f'name "{name}"@{language} {what[0]}', what[1])


def _misspelling(name: str, language: str) -> tuple[str, str] | None:
    if language not in LANGUAGES:
        return "has no language of the six", f"tag it with one of {', '.join(LANGUAGES)}"
    if name != " ".join(name.split()) or not name:
        return "has a space too many or nothing in it", "keep single spaces inside it only"
    if not unicodedata.is_normalized("NFC", name):
        return "is not in Unicode normal form C", "write accents as one character with their letter"
    if _FULL_WIDTH.search(name):
        return "has full-width characters", "write brackets, digits and letters half-width, as readers fold texts"
    return None


def _one_meaning(lists: _Lists) -> Iterator[Problem]:
    first: dict[tuple[str, str], _Block] = {}
    for block in lists.blocks:
        for name, language in dict.fromkeys(block.names(*_STRONG)):
            other = first.setdefault((name, language), block)
            if other.path != block.path:
                mend = "make it a pact:weakName of both, or of the one that it means less often"
                yield block.problem(
                    f'strong name "{name}"@{language} is also one of {other.path} in {other.file}', mend
                )


def _strong_or_weak(lists: _Lists) -> Iterator[Problem]:
    for block in lists.blocks:
        preferred = set(block.names("skos:prefLabel"))
        for name, language in block.names("pact:weakName"):
            if (name, language) in block.names(*_STRONG):
                yield block.problem(f'name "{name}"@{language} is strong and weak', "keep one of the two")
        for name, language in block.names("skos:altLabel", "pact:formerName"):
            if (name, language) in preferred:
                yield block.problem(f'name "{name}"@{language} is preferred and alternative', "drop the alternative")


def _resolved(lists: _Lists) -> Iterator[Problem]:
    paths = {block.path for block in lists.blocks}
    for block in lists.blocks:
        for node in chain.from_iterable(block.facts.values()):
            path = entity_path(node.value) if isinstance(node, ox.NamedNode) and node.value.startswith(ID) else ""
            if path == block.path:
                yield block.problem("refers to itself", "name the other entity")
            elif path and path not in paths and not path.startswith("scheme/"):
                yield block.problem(f"refers to {path}, which no list has", "add that entity or mend the reference")


def _unique_codes(lists: _Lists) -> Iterator[Problem]:
    first: dict[tuple[str, str], _Block] = {}
    for block in lists.blocks:
        for code in block.literals("skos:notation"):
            other = first.setdefault((code.value, code.datatype.value), block)
            if other is not block:
                yield block.problem(f"code {code} is also that of {other.path}", "mend one of the two")


def _sourced(lists: _Lists) -> Iterator[Problem]:
    for block in lists.blocks:
        schemes = [entity_path(iri) for iri in block.iris("skos:inScheme")]
        if len(schemes) != 1:
            yield block.problem(f"stands in the schemes {schemes}", "give it one skos:inScheme, that of its list")
        elif schemes[0] not in lists.sourced:
            yield block.problem(
                f"{schemes[0]} names no source", "add the scheme with its dcterms:source to pactgraph.ttl"
            )


_CHECKS: tuple[Callable[[_Lists], Iterator[Problem]], ...] = (
    _described_once,
    _of_one_class,
    _known_terms,
    _labelled,
    _spelled,
    _one_meaning,
    _strong_or_weak,
    _resolved,
    _unique_codes,
    _sourced,
)
