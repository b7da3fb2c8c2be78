"""Numbers of resolutions become symbols, and printed symbols become paths.

In: a number as a text prints it, and the body named beside it. Out: the path of a resolution or document by its UN symbol.
The table `symbols.toml` says which body writes which symbol; nothing here depends on a language.
"""

import tomllib
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
_RESOLUTION = regex.compile(r"[/-](?:RES|DEC)[/-]|/L\.\d")


# Since its thirty-first session the symbols of the General Assembly's documents hold the session (A/73/112, A/RES/73/1, A/C.1/73/L.2).
_SESSION = regex.compile(r"A/(?:(?:RES|DEC|C\.\d|INF)/)?(?P<session>(?:E?S-)?\d{1,3})/")


@dataclass(frozen=True, slots=True)
class _Row:
    shape: str
    organ: str
    first: tuple[int, int]
    second: tuple[int, int]
    special: bool
    sessions: tuple[int, ...]
    dated: bool
    path: str


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("extract.mentions").joinpath("symbols.toml").read_text(encoding="utf-8"))


def always_known() -> tuple[str, ...]:
    """The bodies that every document of the United Nations may call by their short names at once."""
    return tuple(_table()["known"])


_ANY = (0, 9999)


@cache
def _rows() -> tuple[_Row, ...]:
    return tuple(
        _Row(
            r["shape"],
            r.get("organ", ""),
            tuple(r.get("first", _ANY)),
            tuple(r.get("second", _ANY)),
            r.get("special", False),
            tuple(r.get("sessions", ())),
            r.get("dated", False),
            r["path"],
        )
        for r in _table()["symbol"]
    )


def number_path(shape: str, parts: Mapping[str, str], organ: str, year: str = "") -> str:
    """The path for a number of a given shape, adopted by `organ` (a path, or "" when none is named); "" when none fits.

    `year` is that of the day with which it is cited, or "".
    """
    for row in _rows():
        first = parts.get("first", "")
        fits = row.shape == shape and row.organ in ("", organ) and _within(first, row)
        if fits and _bounded(parts.get("second", ""), row.second) and _then(first, year, row):
            return row.path.format(**parts)
    return ""


def _then(session: str, year: str, row: _Row) -> bool:
    """Whether a session of the body of a row was held in a year, or the next where it has one a year that goes on into it."""
    if not (row.sessions and year and session.isdigit()):
        return not row.dated
    begun, often = row.sessions
    held = begun + (int(session) - 1) // often
    return int(year) in (range(held, held + 2) if often == 1 else (held,))


def _bounded(number: str, bounds: tuple[int, int]) -> bool:
    """Whether a number, if it is one, is in the bounds."""
    low, high = bounds
    return not number.isdigit() or low <= int(number) <= high


def _within(first: str, row: _Row) -> bool:
    """Whether the first number is in the bounds of a row, or a special (S-10) or emergency session (ES-10) of a body that has them."""
    low, high = row.first
    return low <= int(first or low) <= high if first.isdigit() or not first else row.special


def symbol_path(symbol: str) -> tuple[str, str]:
    """The path and class of what a printed symbol such as `S/2015/75` or `A/RES/71/38` names."""
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
