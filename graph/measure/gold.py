"""What careful readers took from a document, to hold a graph against.

In: the prefix of an annotation, such as `reports/000`: `000.facts.tsv`, `000.entities.tsv` and, when it lies beside them, a list of
entities for all documents, `REGISTRY.tsv`. Out: a `Gold`. The files are tab-separated UTF-8 with one header line; several names
of one entity are joined by ` | `.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import regex

from extract.model import STATUSES
from extract.text.source import read_source
from ontology.errors import InputError
from ontology.schema import load_schema

CORE, OPTIONAL = "core", "optional"
FACTS = ("section", "subject", "relation", "object", "status", "date", "certainty", "quote")
ENTITIES = ("id", "class", "label_en")
_REGISTRY = "REGISTRY.tsv"
_APART = regex.compile(r"[\s\W_]+")


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of the facts: `core` facts must be found, others may be; `date` is ISO 8601 or ""."""

    section: str
    subject: str
    relation: str
    object: str
    status: str
    date: str
    core: bool
    quote: str


@dataclass(frozen=True, slots=True)
class Known:
    """An entity of the annotation: its class, and every name it has, made comparable."""

    kind: str
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Gold:
    """The facts in the order of their file, and the entities by id, which is the path below `/id/`."""

    facts: tuple[Fact, ...]
    entities: Mapping[str, Known]


def comparable(text: str) -> str:
    """Letters and digits only, without case or width (Unicode NFKC, Standard Annex 15)."""
    return _APART.sub("", unicodedata.normalize("NFKC", text).casefold())


def read_gold(prefix: str) -> Gold:
    """Read an annotation. Raises InputError that names file and line for what is missing or is no row of such a file."""
    facts = tuple(_fact(row, place) for place, row in _rows(Path(f"{prefix}.facts.tsv"), FACTS))
    registry = Path(prefix).parent / _REGISTRY
    lists = [*([registry] if registry.exists() else []), Path(f"{prefix}.entities.tsv")]
    entities: dict[str, Known] = {}
    for path in lists:
        for _, row in _rows(path, ENTITIES):
            _, kind, label, *rest = row.values()
            known = entities.get(row["id"], Known("", frozenset()))
            names = {comparable(name) for name in (label, *" ".join(rest[:1]).split(" | "))} - {""}
            entities[row["id"]] = Known(kind, known.names | names)
    return Gold(facts, entities)


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    """Each row by column, with its file and line."""
    header, *lines = read_source(path).text.replace("\r\n", "\n").rstrip("\n").split("\n")
    names = header.split("\t")
    if names[: len(columns)] != list(columns):
        raise InputError(f"{path}: begins with {header!r}; its first columns should be {', '.join(columns)}")
    for number, line in enumerate(lines, 2):
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > len(names):
            raise InputError(
                f"{path}:{number}: has {len(cells)} cells below {len(names)} columns; take tabs out of cells"
            )
        yield f"{path}:{number}", dict(zip(names, [*cells, *[""] * (len(names) - len(cells))], strict=True))


def _fact(row: Mapping[str, str], place: str) -> Fact:
    status, certainty = row["status"] or STATUSES[0], row["certainty"]
    for value, known in (
        (row["relation"], tuple(load_schema().relations)),
        (status, STATUSES),
        (certainty, (CORE, OPTIONAL)),
    ):
        if value not in known:
            raise InputError(f"{place}: {value!r} is none of {', '.join(sorted(known))}")
    ends = row["section"], row["subject"], row["relation"], row["object"]
    return Fact(*ends, status, row["date"], certainty == CORE, row["quote"])
