"""Dates in words become ISO 8601.

In: a text and the date forms of its language. Out: mentions whose `date` is as precise as the text: 2014-02-20, 2016-12, 2012.
A span of time counts by its beginning.
"""

import unicodedata

from extract.language import Language
from extract.mention import DATE, Mention


def find_dates(text: str, language: Language) -> list[Mention]:
    """All dates with a year, in order; a form that stands earlier in the list of forms wins."""
    found: list[Mention] = []
    for form in language.dates:
        for match in form.pattern.finditer(text):
            if not any(m.start < match.end() and match.start() < m.end for m in found):
                groups = {name: value for name, value in match.groupdict().items() if value}
                found.append(Mention(*match.span(), DATE, "", match.group(), "date", iso(groups, form.path)))
    return sorted(found, key=lambda m: m.start)


def iso(groups: dict[str, str], months: str = "") -> str:
    """The ISO 8601 form of the groups year, month, day. `months` lists month names where a language writes names."""
    names = months.split()
    parts = [f"{_number(groups['year']):04}"]
    if month := groups.get("month"):
        value = names.index(month.casefold()) % 12 + 1 if month.casefold() in names else _number(month)
        parts.append(f"{value:02}")
        if day := groups.get("day"):
            parts.append(f"{_number(day):02}")
    return "-".join(parts)


def _number(digits: str) -> int:
    """The number that digits of any script write (Unicode Standard, property Numeric_Value)."""
    return int("".join(str(unicodedata.digit(c)) for c in digits))
