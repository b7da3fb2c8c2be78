"""RDF terms from plain values.

In: prefixed names, paths, texts, numbers, dates. Out: terms of RDF 1.1 in the one spelling that every tool keeps:
language tags in lower case, decimals without trailing zeros, dates typed by their precision (XML Schema 1.1, part 2).
"""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache

import pyoxigraph as ox

from ontology.errors import DataError
from ontology.iris import entity_iri, term

_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)


@cache
def named(name: str) -> ox.NamedNode:
    """The node of a prefixed name, for instance `pact:Statement`."""
    return ox.NamedNode(term(name))


def thing(path: str) -> ox.NamedNode:
    """The node of the entity at `path`, for instance `state/NOR`."""
    return ox.NamedNode(entity_iri(path))


def text(value: str, language: str = "") -> ox.Literal:
    """A text in a language; without one, a plain string."""
    return ox.Literal(value, language=language.lower()) if language else ox.Literal(value)


def integer(value: int) -> ox.Literal:
    """A whole number."""
    return ox.Literal(str(value), datatype=named("xsd:integer"))


def decimal(value: str | float) -> ox.Literal:
    """A decimal number, `0.50` as `0.5` and `1.0` as `1`: what the Oxigraph store makes of it.

    Raises DataError for what is no finite number.
    """
    try:
        plain = format(Decimal(str(value)).normalize(), "f")
    except ArithmeticError:
        plain = ""
    if not plain or not plain.lstrip("-")[:1].isdigit():
        message = f"{value!r} is no decimal number; write digits and at most one point, for instance 1200000 or 0.85"
        raise DataError(message)
    return ox.Literal(plain, datatype=named("xsd:decimal"))


def dated(value: str) -> ox.Literal:
    """A date as precise as it is: `2014-02-20`, `2014-02` or `2014`. Raises DataError for anything else."""
    return ox.Literal(value, datatype=named(_date_type(value)))


def fullest(dates: Iterable[str]) -> tuple[str, ...]:
    """The dates in order, each once, without "" and without a year or month that a fuller one is in."""
    known = {*dates} - {""}
    return tuple(sorted(one for one in known if not any(other != one and other.startswith(one) for other in known)))


def _date_type(value: str) -> str:
    if _YEAR.fullmatch(value):
        return "xsd:gYear"
    if _MONTH.fullmatch(value):
        return "xsd:gYearMonth"
    try:
        if date.fromisoformat(value).isoformat() == value:
            return "xsd:date"
    except ValueError:
        pass
    message = f"{value!r} is no date; write 2014-02-20, 2014-02 or 2014"
    raise DataError(message)
