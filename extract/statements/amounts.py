"""Sums of money in words become a number and a currency.

In: a text and the forms of sums of its language. Out: sums in order, each a decimal in plain digits and an ISO 4217 code.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from extract.languages.language import Language, Money


@dataclass(frozen=True, slots=True)
class Amount:
    """Offsets of a sum in its text, its value in plain digits, and its currency (ISO 4217)."""

    start: int
    end: int
    value: str
    currency: str


def find_amounts(text: str, language: Language) -> Iterator[Amount]:
    """The sums of a text whose currency the language knows, in order."""
    free = 0
    matches = (match for form in language.amounts for match in form.pattern.finditer(text))
    for match in sorted(matches, key=lambda found: found.span()):
        groups = match.groupdict(default="")
        currency = _row(language.money.currencies, groups["currency"])
        value = _number(groups["number"], language.money) * Decimal(_row(language.money.scales, groups["scale"]) or 1)
        if currency and value and match.start() >= free:
            free = match.end()
            yield Amount(*match.span(), f"{value.normalize():f}", currency)


def _row(rows: tuple[str, ...], word: str) -> str:
    """What the first row gives for a word that begins with its own; "" when none does."""
    parts = (row.rpartition(" ") for row in rows if word)
    return next((value for start, _, value in parts if word.casefold().startswith(start.casefold())), "")


def _number(written: str, money: Money) -> Decimal:
    """The number that is written: its last sign may be that of decimals, all others part groups of digits."""
    at = max((i for i, char in enumerate(written) if not char.isdigit()), default=-1)
    sign = "." if at >= 0 and written[at] in money.decimal else ""
    return Decimal(
        "".join(str(unicodedata.digit(c)) if c.isdigit() else sign * (i == at) for i, c in enumerate(written))
    )
