"""All that a graph says of one State or organization, put in order for a reader.

In: a graph and the path of the actor. Out: a `Profile`: what it did, plans and denies by kind, what others do to it, its partners by how
many documents tell of them, and the treaties that most of its regional group is said to be party to and it is not. Everything is
as this graph tells it: what it does not tell may be so all the same.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rdflib import Graph

from graph.ask.facts import Fact, facts_of, family
from graph.ask.query import select
from graph.rdf.terms import fullest, thing
from ontology.authority import load_authority
from ontology.errors import InputError
from ontology.iris import PACT, entity_path
from ontology.rosters import members
from ontology.schema import Schema

# Under which heading a relation stands; those that hold both ways make partners.
KINDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Treaties": ("partyTo", "signed", "withdrewFrom"),
        "Resolutions and political instruments": ("implements", "supports", "adopted"),
        "Reports and requests": ("reportedUnder", "submittedActionPlanUnder", "requestedAssistanceUnder"),
        "Legislation": ("enacted",),
        "Memberships and initiatives": ("memberOf", "observerOf", "established"),
        "Events and activities": ("organized", "participatesIn", "visited"),
        "Assistance": ("assisted", "contributedTo"),
        "Sponsorships and votes": ("sponsored", "votedFor", "votedAgainst", "abstainedOn"),
    }
)
_TIES = ("cooperatesWith", "agreementWith", "assisted")
# So few parties say nothing of a group.
_FEWEST = 3
_LABELS = """
SELECT ?thing ?kind ?label (LANG(?label) AS ?language) WHERE {
  VALUES ?thing { $things } ?thing rdfs:label ?label ; a ?kind
} ORDER BY ?thing ?language ?label"""
_BOUND = "SELECT DISTINCT ?state ?relation ?treaty WHERE { VALUES ?relation { $relations } ?state ?relation ?treaty }"


@dataclass(frozen=True, slots=True)
class Line:
    """One fact, in whatever documents: `documents` are symbols with their addresses ("" for none), the latest last."""

    subject: str
    relation: str
    object: str
    status: str
    dates: tuple[str, ...]
    documents: tuple[tuple[str, str], ...]
    quote: str
    language: str


@dataclass(frozen=True, slots=True)
class Partner:
    """Another actor, with how many documents and statements tell of ties with it, and which ties these are."""

    path: str
    documents: int
    statements: int
    ties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """A treaty to which so many of so many members of the group, of whose treaties the graph tells, are party."""

    treaty: str
    parties: int
    members: int


@dataclass(frozen=True, slots=True)
class Profile:
    """The page of one actor; `labels` has the names by path of everything on it, `group` is the path of its regional group or ""."""

    path: str
    kind: str
    group: str
    documents: int
    statements: int
    sections: tuple[tuple[str, tuple[Line, ...]], ...]
    others: tuple[Line, ...]
    partners: tuple[Partner, ...]
    gaps: tuple[Gap, ...]
    labels: Mapping[str, str]


def profile(graph: Graph, path: str, schema: Schema, language: str = "en") -> Profile:
    """The profile of the actor at `path`, with names in `language`. Raises InputError when the graph says nothing of it."""
    facts = facts_of(graph, schema, path)
    own = [fact for fact in facts if fact.subject == path]
    others = [fact for fact in facts if fact.object == path and fact.relation not in schema.symmetric]
    if not facts:
        raise InputError(f"the graph says nothing of {path}; `pactgraph find` tells what may be meant")
    group = _group(graph, path)
    gaps = tuple(_gaps(graph, path, group, schema)) if group else ()
    named = {
        path,
        group,
        *(end for fact in facts for end in (fact.subject, fact.object)),
        *(gap.treaty for gap in gaps),
    }
    labels, kinds = _labels(graph, named - {""}, language)
    return Profile(
        path,
        kinds.get(path, ""),
        group,
        len({fact.document for fact in facts}),
        len({fact.statement for fact in facts}),
        tuple(_sections(own, schema)),
        tuple(_lines(others)),
        tuple(_partners([*own, *others], path)),
        gaps,
        labels,
    )


def _sections(own: list[Fact], schema: Schema) -> Iterator[tuple[str, tuple[Line, ...]]]:
    for heading, relations in KINDS.items():
        lines = tuple(_lines(fact for fact in own if family(fact.relation, schema) in relations))
        if lines:
            yield heading, lines


def _lines(facts: Iterable[Fact]) -> Iterator[Line]:
    """A line for each fact in each status, by relation; the words are those of the latest document."""
    same: dict[tuple[str, str, str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        same[fact.relation, fact.object, fact.subject, fact.status].append(fact)
    for (relation, target, subject, status), told in sorted(same.items()):
        ordered = sorted(told, key=lambda fact: (fact.time, fact.document, fact.language))
        documents = dict.fromkeys((fact.document, fact.address) for fact in ordered)
        last = ordered[-1]
        yield Line(
            subject,
            relation,
            target,
            status,
            fullest(fact.date for fact in told),
            tuple(documents),
            last.quote,
            last.language,
        )


def _partners(facts: list[Fact], path: str) -> list[Partner]:
    ties: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.relation in _TIES and fact.status == "asserted":
            ties[fact.object if fact.subject == path else fact.subject].append(fact)
    found = [
        Partner(
            other,
            len({f.document for f in told}),
            len({f.statement for f in told}),
            tuple(sorted({f.relation for f in told})),
        )
        for other, told in ties.items()
    ]
    return sorted(found, key=lambda partner: (-partner.documents, -partner.statements, partner.path))


def _gaps(graph: Graph, path: str, group: str, schema: Schema) -> Iterator[Gap]:
    """Treaties to which more than half of the members are party of whose treaties the graph tells anything."""
    acts = sorted(name for name in schema.relations if family(name, schema) in KINDS["Treaties"])
    rows = select(graph, _BOUND.replace("$relations", " ".join(f"pact:{name}" for name in acts))).rows
    told = [
        (entity_path(str(state)), str(act).removeprefix(PACT), entity_path(str(treaty))) for state, act, treaty in rows
    ]
    left = {(state, treaty) for state, act, treaty in told if act == "withdrewFrom"}
    bound = {(state, treaty) for state, act, treaty in told if family(act, schema) == "partyTo"} - left
    known = {state for state, _, _ in told} & set(members(group)) - {path}
    parties = Counter(treaty for state, treaty in bound if state in known)
    for treaty, count in sorted(parties.items(), key=lambda row: (-row[1], row[0])):
        if count >= _FEWEST and 2 * count > len(known) and (path, treaty) not in bound:
            yield Gap(treaty, count, len(known))


def _group(graph: Graph, path: str) -> str:
    """The regional group of a State, "" for what has none."""
    rows = select(graph, f"SELECT ?group {{ {thing(path)} pact:regionalGroup ?group }} ORDER BY ?group").rows
    return entity_path(str(rows[0][0])) if rows else ""


def _labels(graph: Graph, paths: Iterable[str], language: str) -> tuple[dict[str, str], dict[str, str]]:
    """Names in a language, else in English, else in the first there is; and classes; by path."""
    things = " ".join(str(thing(path)) for path in sorted(paths))
    names: dict[str, dict[str, str]] = defaultdict(dict)
    kinds: dict[str, str] = {}
    for iri, kind, label, tag in select(graph, _LABELS.replace("$things", things)).rows:
        path = entity_path(str(iri))
        names[path].setdefault(str(tag), str(label))
        if str(kind).startswith(PACT):
            kinds[path] = str(kind).removeprefix(PACT)
    shown = {path: own.get(language) or own.get("en") or own[min(own)] for path, own in names.items()}
    listed = load_authority().entities
    return {**{path: listed[path].label(language) for path in listed if path.startswith("group/")}, **shown}, kinds
