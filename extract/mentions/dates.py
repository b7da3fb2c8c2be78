"""Dates in words become ISO 8601.

In: a text and the date forms of its language. Out: mentions whose `date` is as precise as the text: 2014-02-20, 2016-12, 2012.
A span of time counts by its beginning.
"""

import unicodedata

from extract.languages.language import Language
from extract.mentions.mention import DATE, Mention
from extract.mentions.places import Taken

# The path of a form that means the time a document reports on.
PERIOD = "period"
_YEAR, _MONTH = len("2015"), len("2015-09")
# Months of half a year.
_HALF = 6


def find_dates(text: str, language: Language, year: str, *, lasting: bool = False) -> list[Mention]:
    """All dates in order; a form that stands earlier in the list of forms wins.

    A date without a year has that of the date before it, or else `year`; without either it is none. `year` may be a whole date, that of
    the document: a month half a year or more ahead of it is that of the year before. Where `year` is `lasting`, only a date with a
    month lends its own to the next.
    """
    found, taken = list[tuple[int, int, dict[str, str]]](), Taken()
    for form in language.dates:
        for match in form.pattern.finditer(text):
            if taken.take(*match.span()):
                groups = {name: value for name, value in match.groupdict().items() if value}
                groups |= {"year": year[:_YEAR]} if form.path == PERIOD and year else {}
                found.append((*match.span(), groups))
    mentions, months = list[Mention](), language.writing.months
    for start, end, groups in sorted(found, key=lambda row: row[0]):
        if known := groups.get("year") or year[:_YEAR]:
            date = iso({**groups, "year": known}, months)
            if not groups.get("year") and _ahead(date, year):
                date = f"{int(date[:_YEAR]) - 1:04}{date[_YEAR:]}"
            mentions.append(Mention(start, end, DATE, "", text[start:end], "date", date))
            lends = groups.get("year") and not (lasting and len(date) == _YEAR)
            year = date[:_YEAR] if lends else year
    return mentions


def _ahead(date: str, today: str) -> bool:
    """Whether the month of a date is half a year or more ahead of another one of the same year, where both tell their month."""
    month, now = date[_YEAR + 1 : _MONTH], today[_YEAR + 1 : _MONTH]
    return bool(month and now) and int(month) - int(now) >= _HALF


def iso(groups: dict[str, str], months: tuple[str, ...]) -> str:
    """The ISO 8601 form of the groups year, month, day; `months` are the names of the twelve, where texts write names."""
    parts = [f"{_number(groups['year']):04}"]
    if month := groups.get("month"):
        value = months.index(month) % 12 + 1 if month in months else _number(month)
        parts.append(f"{value:02}")
        if day := groups.get("day"):
            parts.append(f"{_number(day):02}")
    return "-".join(parts)


def _number(digits: str) -> int:
    """The number that digits of any script write (Unicode Standard, property Numeric_Value)."""
    return int("".join(str(unicodedata.digit(c)) for c in digits))
