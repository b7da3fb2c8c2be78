"""Status tables of treaties become statements: who signed, ratified, acceded, and when, as the depositary records it.

In: a table of the United Nations Treaty Collection as CSV (RFC 4180), a line for each participant; `treaty_tables.toml` says how it is
read. Out: a `Reading` whose document is the table: each statement quotes its line. All or nothing: a name, a mark or a date that is
not known is an error that says where.
"""

import csv
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import PurePath

import pyoxigraph as ox

from extract.model import Document, Evidence, Reading, Statement
from extract.text.source import Source
from graph.ask.find import EntityError, resolve
from graph.rdf.terms import dated, named, thing
from ontology.authority import Entity, load_authority
from ontology.errors import DataError
from ontology.iris import entity_path

RULE = "status-table"
_SOURCE = re.compile(r"chapter (?P<roman>[IVXL]+)\.(?P<number>[\w.]+)$")
_TENS = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


@dataclass(frozen=True, slots=True)
class Shape:
    """The settings of `treaty_tables.toml`."""

    file: re.Pattern[str]
    cell: re.Pattern[str]
    footnote: re.Pattern[str]
    months: tuple[str, ...]
    address: str
    acts: Mapping[str, str]
    participants: Mapping[str, str]


@cache
def load_shape() -> Shape:
    """Read the settings once."""
    told = tomllib.loads(files("graph.compare").joinpath("treaty_tables.toml").read_text("utf-8"))
    file, cell, footnote = (re.compile(told[name]) for name in ("file", "cell", "footnote"))
    return Shape(file, cell, footnote, tuple(told["months"]), told["address"], told["acts"], told["participants"])


def read_table(source: Source, treaty: str = "", date: str = "") -> Reading:
    """The statements of a table of the treaty at path `treaty`, else of the one that the file is named for, as it was on `date`.

    Raises DataError for what cannot be read.
    """
    number = _number(source.name)
    treaty = treaty or _treaty(source.name, number)
    listed = load_authority().entities[treaty]
    key = "-".join(number) or treaty.partition("/")[2]
    title = f"Status of the {listed.label('en')}"
    document = Document("/".join(filter(None, ("document/UNTC", key, date))), "", "en", title, date, source.name)
    return Reading(document, (), tuple(_statements(source, treaty, _depositary(listed))), ())


def addressed(reading: Reading) -> set[ox.Triple]:
    """Where the Collection shows the table, when its file is named for its number there."""
    number = _number(reading.document.file)
    if not number:
        return set()
    roman = _roman(int(number[0]))
    address = load_shape().address.format(roman="-".join((roman, *number[1:])), chapter=number[0])
    return {ox.Triple(thing(reading.document.path), named("rdfs:seeAlso"), ox.NamedNode(address))}


def _statements(source: Source, treaty: str, depositary: str) -> Iterator[Statement]:
    acts: list[dict[str, str]] = []
    start = 0
    for number, line in enumerate(source.text.splitlines(keepends=True), 1):
        cells = next(csv.reader([line]), [])
        where = f"{source.name}, line {number}"
        if number == 1:
            acts = [_acts(heading, where) for heading in cells[1:]]
        elif any(cells):
            if len(cells) != len(acts) + 1:
                raise DataError(f"{where}: {len(cells)} cells below {len(acts) + 1} headings; put quotes around commas")
            quote = line.strip()
            at = start + line.index(quote)
            actor = _participant(cells[0], where)
            for told, known in zip(cells[1:], acts, strict=True):
                relation, day = _act(told, known, where)
                if relation:
                    evidence = Evidence(at, at + len(quote), quote, told.strip(), depositary, "", number)
                    yield Statement(actor, relation, treaty, "asserted", day, (evidence,), RULE, 1.0)
        start += len(line)


def _acts(heading: str, where: str) -> dict[str, str]:
    """The relation of each mark of a column, "" for no mark, from `Ratification, Accession(a)`."""
    found: dict[str, str] = {}
    for part in heading.split(","):
        name, _, mark = part.strip().removesuffix(")").partition("(")
        fitting = [start for start in load_shape().acts if name.startswith(start)]
        if not fitting:
            raise DataError(f"{where}: {name!r} is no act that is known; add it to treaty_tables.toml")
        found[mark] = load_shape().acts[max(fitting, key=len)]
    return found


def _act(cell: str, acts: Mapping[str, str], where: str) -> tuple[str, str]:
    """The relation and the date of a cell; "" twice for an empty one."""
    if not cell.strip():
        return "", ""
    told, months = load_shape().cell.fullmatch(cell.strip()), load_shape().months
    mark = (told["mark"] or "") if told else ""
    if not told or told["month"] not in months or mark not in acts:
        raise DataError(
            f"{where}: {cell.strip()!r} is no date with a mark of its heading; write 3 Mar 2011 or 3 Mar 2011 a"
        )
    day = f"{told['year']}-{months.index(told['month']) + 1:02}-{int(told['day']):02}"
    return acts[mark], dated(day).value


def _participant(name: str, where: str) -> str:
    name = load_shape().footnote.sub("", name.strip())
    try:
        return load_shape().participants.get(name) or resolve(name)
    except EntityError as error:
        raise DataError(f"{where}: {error}; or add it to [participants] of treaty_tables.toml") from error


def _number(file: str) -> tuple[str, ...]:
    """Chapter and number of the treaty that a file is named for, `("18", "8", "a")`; nothing for another name."""
    match = load_shape().file.search(PurePath(file).stem)
    return (match["chapter"], *match["number"].split("-")) if match else ()


def _treaty(file: str, number: tuple[str, ...]) -> str:
    """The treaty of the lists that has this number in the Collection; what shares the number of a treaty that it amends is not it."""
    if not number:
        raise DataError(
            f"{file}: which treaty is it of? Name the file 18-15.csv by chapter and number, or say so with --treaty"
        )
    wanted = _roman(int(number[0])), ".".join(number[1:])
    found = [entity for entity in load_authority().entities.values() if _collected(entity) == wanted]
    whole = [entity.path for entity in found if not entity.values("pact:protocolTo", "pact:amends")]
    paths = [entity.path for entity in found] if len(found) == 1 else whole
    if len(paths) != 1:
        raise DataError(f"{file}: {'.'.join(wanted)} is {len(paths)} treaties of the lists; say which with --treaty")
    return paths[0]


def _collected(entity: Entity) -> tuple[str, str] | None:
    found = [match for value in entity.values("dcterms:source") if (match := _SOURCE.search(value))]
    return (found[0]["roman"], found[0]["number"]) if found else None


def _depositary(entity: Entity) -> str:
    return next((entity_path(iri) for iri in entity.values("pact:depositary")), "org/UN")


def _roman(number: int) -> str:
    return _TENS[number // 10] + _ONES[number % 10]
