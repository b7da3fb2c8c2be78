"""Numbers of resolutions become symbols, and printed symbols become paths.

In: a number as a text prints it, and the body named beside it. Out: the path of a resolution or document by its UN symbol.
The table `symbols.toml` says which body writes which symbol; nothing here depends on a language.
"""

import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import regex

# A printed document symbol: organ, then elements of capitals, digits and points, at least one of them with a digit
# (United Nations Document Series Symbols, ST/LIB/SER.B/5/Rev.5).
SYMBOL = regex.compile(
    r"(?<![A-Za-z0-9/.])(?:AG-\d{4}-RES-\d{2}|(?:A|S|E|ST|CD|DP|NPT|BWC|CCPR|CERD|CAT|CEDAW|CRC|TD|UNEP|HSP|GC|INFCIRC)"
    r"(?:/[A-Z][A-Za-z]*(?:\.[A-Z][a-z]+)*(?:\.\d+)?|/\d+(?:\.\d+)?|/S-\d+|/CONF\.\d+|/PV\.\d+|\(\d+\)){1,6}(?:\(\d{4}\))?)(?![A-Za-z0-9/])"
)
_DRAFT = regex.compile(r"/L\.\d|/(?:chapter|decision)-|^resolution/S/\d{4}/\d")
_COUNCIL = regex.compile(r"S/RES/(?P<number>\d{1,4})(?:\((?P<year>\d{4})\))?")
_NUMBER = regex.compile(r"\d+")
# By how many years the printed year of a resolution may be wrong.
_MISPRINT = 10
_NONE = (0, -1)
_YEAR = 4
_RESOLUTION = regex.compile(r"[/-](?:RES|DEC)[/-]|/L\.\d")


# Since its thirty-first session the symbols of the General Assembly's documents hold the session (A/73/112, A/RES/73/1, A/C.1/73/L.2).
_SESSION = regex.compile(r"A/(?:(?:RES|DEC|C\.\d|INF)/)?(?P<session>(?:E?S-)?\d{1,3})/")


@dataclass(frozen=True, slots=True)
class _Row:
    shape: str
    organ: str
    first: tuple[int, int]
    second: tuple[int, int]
    number: tuple[int, int]
    special: tuple[int, int]
    yearly: bool
    opens: tuple[int, ...]
    path: str


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("extract.mentions").joinpath("symbols.toml").read_text(encoding="utf-8"))


def always_known() -> tuple[str, ...]:
    """The Assembly and the Council, which every document of the United Nations may call by their short names at once."""
    return tuple(_table()["known"])


@cache
def _rows() -> tuple[_Row, ...]:
    return tuple(
        _Row(
            r["shape"],
            r.get("organ", ""),
            tuple(r.get("first", (0, 9999))),
            tuple(r.get("second", (0, 9999))),
            tuple(r.get("number", (0, 9999))),
            tuple(r.get("special", _NONE)),
            r.get("yearly", False),
            tuple(r.get("opens", ())),
            r["path"],
        )
        for r in _table()["symbol"]
    )


def number_path(shape: str, parts: Mapping[str, str], organ: str) -> str:
    """The path for a number of a given shape, adopted by `organ` (a path, or "" when none is named); "" when none fits."""
    for row in _rows():
        if row.shape == shape and row.organ in ("", organ) and _within(parts, row):
            found = _yearly(parts) if row.yearly else parts
            return row.path.format(**{name: _latin(value) for name, value in found.items()}) if found else ""
    return ""


def _latin(value: str) -> str:
    """A part of a number without spaces, in Latin letters where a text has those of another script that look the same."""
    return "".join(value.split()).translate(str.maketrans(*_table()["alike"]))


def _within(parts: Mapping[str, str], row: _Row) -> bool:
    """Whether each number is in the bounds of a row, and a special (S-10) or emergency session (ES-10) in those of its special ones."""
    first = parts.get("first", "")
    if _span(first, parts.get("second", "")):
        return False
    sessions = row.first if first.isdigit() else row.special
    bounds = {"first": sessions, "second": row.second, "number": row.number}
    found = ((_NUMBER.search(parts[name]), bound) for name, bound in bounds.items() if name in parts)
    return all(digits and low <= int(digits.group()) <= high for digits, (low, high) in found)


def _span(first: str, second: str) -> bool:
    """Whether two numbers are years that follow each other, such as those of a budget."""
    return len(first) == _YEAR == len(second) and first.isdigit() and second.isdigit() and int(second) == int(first) + 1


def _yearly(parts: Mapping[str, str]) -> Mapping[str, str]:
    """The parts of a number of the Security Council with the year of the table; none where it has no such resolution.

    A printed year that differs by a few years is a misprint; one that is far from it tells that another body is meant.
    """
    printed, known = parts.get("year", ""), _year_of(int(parts["number"]))
    if known and (not printed or abs(int(printed) - known) <= _MISPRINT):
        return {**parts, "year": str(known)}
    return parts if printed and not known else {}


def _year_of(number: int) -> int:
    """The year of a number of the Security Council; 0 for one that the table does not have."""
    table: dict[str, Any] = _table()["yearly"]
    first: list[int] = table["first"]
    return int(table["since"]) + bisect_right(first, number) - 1 if 0 < number <= int(table["last"]) else 0


def fits_date(shape: str, parts: Mapping[str, str], organ: str, date: str) -> bool:
    """Whether a body (the Assembly for "") held the session of a number in the year of a date; not where the table cannot tell."""
    first = parts.get("first", "")
    for row in _rows():
        if row.opens and row.shape == shape and row.organ == (organ or always_known()[0]) and first.isdigit():
            year = row.opens[0] + (int(first) - 1) // row.opens[1]
            return row.first[0] <= int(first) <= row.first[1] and year <= int(date[:4]) <= year + 1
    return False


def numbered_alike(shape: str) -> tuple[str, ...]:
    """The bodies that number a shape by sessions of which the table knows the years."""
    return tuple(dict.fromkeys(row.organ for row in _rows() if row.opens and row.shape == shape))


def symbol_path(symbol: str) -> tuple[str, str]:
    """The path and class of what a printed symbol such as `S/2015/75` or `A/RES/71/38` names."""
    if match := _COUNCIL.fullmatch(symbol):
        parts = {name: value for name, value in match.groupdict().items() if value}
        if path := number_path("number(year)" if "year" in parts else "number", parts, always_known()[1]):
            return path, "Resolution"
    kind = "Resolution" if _RESOLUTION.search(symbol) else "Document"
    return f"{kind.lower()}/{symbol}", kind


def session_of(symbol: str) -> str:
    """The session of the General Assembly that a symbol names: `73` for A/73/112, `S-10` for A/S-10/4; "" when it names none."""
    match = _SESSION.match(symbol)
    return match["session"] if match else ""


def is_draft(path: str) -> bool:
    """Whether a resolution or decision was not adopted when it got this path: its symbol or place is that of a draft."""
    return bool(_DRAFT.search(path))


@cache
def adopters() -> tuple[tuple[str, str], ...]:
    """What the paths of resolutions start with, and the body that adopts them."""
    found = {row.path.partition("{")[0]: row.organ for row in reversed(_rows()) if row.organ}
    return tuple(sorted(found.items(), key=lambda item: -len(item[0])))
