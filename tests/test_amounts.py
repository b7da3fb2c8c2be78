"""Sums of money in six languages."""

import pytest

from extract.languages.load import load_language
from extract.statements.amounts import find_amounts

SUMS = [
    ("zh", "认捐300万美元和2.779亿欧元", [("3000000", "USD"), ("277900000", "EUR")]),
    ("zh", "拨款4 500多万欧元", [("45000000", "EUR")]),
    ("zh", "有300万人", []),
    ("en", "pledged US$ 2.5 million and 3,444,250 dollars", [("2500000", "USD"), ("3444250", "USD")]),
    ("en", "gave NOK 40 million, and €1,200", [("40000000", "NOK"), ("1200", "EUR")]),
    ("fr", "a versé 1,5 million d’euros et 10 600 dollars", [("1500000", "EUR"), ("10600", "USD")]),
    ("es", "aportó 1,5 millones de euros y 3.444.250 dólares", [("1500000", "EUR"), ("3444250", "USD")]),
    ("ru", "внесла 1,5 млн. евро и 45 000 австралийских долларов", [("1500000", "EUR"), ("45000", "AUD")]),
    ("ar", "قدمت 4.8 ملايين دولار و 1,5 مليون يورو", [("4800000", "USD"), ("1500000", "EUR")]),
]


@pytest.mark.parametrize(("code", "text", "sums"), SUMS)
def test_sums(code: str, text: str, sums: list[tuple[str, str]]) -> None:
    """Each sum of a text as a decimal in plain digits and a currency."""
    assert [(found.value, found.currency) for found in find_amounts(text, load_language(code))] == sums


def test_a_sum_stands_where_it_is_written() -> None:
    """The offsets of a sum are those of its digits, scale and currency."""
    text = "She gave $5 million."
    (found,) = find_amounts(text, load_language("en"))
    assert text[found.start : found.end] == "$5 million"
