"""The keys of laws, plans and events that no list has: the same in every language where their parts tell enough, else their words.

In: a name, its language, and the State or date that a text gives with it. Out: the path of the thing. A name whose every word is
a known name, a concept, a number or a year gives a key of these (`law/NOR-2005_export-control_law`), if they tell it from others of
its kind; any other keeps the words it has in its language (`law/NOR-lov-om-eksportkontroll`). A key of the first sort has a
low line or is a concept alone, so that the two never meet by chance.
"""

from extract.mentions.slug import slug
from extract.mentions.wording import Told, kinds, tell

_MONTH = len("2015-09")
_YEAR = len("2015")
# Of so many subjects and known names an event is known without a date, of so many names a treaty.
_MANY = 2
_PLAIN = ("law", "organic-law")


def event_path(kind: str, words: str, date: str, code: str, *, generic: bool = False) -> str:
    """The path of an event: `date` is when it was held, if that is known; a name that is `generic` in its language needs all of it."""
    told = tell(words, code)
    key = _event(told, date) if told and told.of("sole", "events") else ""
    added = date if generic else "" if date[:_YEAR] in words else date[:_YEAR]
    return f"{kind.lower()}/{key or slug(added, words)}"


def _event(told: Told, date: str) -> str:
    """An event that is about something is told by its year, or by what else it names; any other by when it was held."""
    subjects, years = told.of("subjects"), "-".join(told.years)
    if subjects:
        year = years or date[:_YEAR]
        enough = year or told.of("sole") or len(subjects) + len(told.names) >= _MANY
        return told.key(year) if enough else ""
    if years and date[:_YEAR] not in told.years:
        date = years
    return told.key(date) if len(date) >= _MONTH or (date and told.names) else ""


def law_path(state: str, words: str, year: str, code: str) -> str:
    """The path of a law, strategy or plan of a State, known by its title."""
    return f"law/{state}-{_law(tell(words, code), state, year) or slug(words, year if year not in words else '')}"


def _law(told: Told | None, state: str, year: str) -> str:
    """A State has one constitution and one criminal code; any other law is told by what it is about."""
    if not told or not told.of("sole", "texts"):
        return ""
    years = sorted({*told.years, *([year] if year else [])})
    about = told.of("subjects") or set(told.names) - {slug(state)}
    return told.key("-".join(years), without=state) if about or told.of("sole") else ""


def numbered_law_path(state: str, number: str, year: str, words: str, code: str) -> str:
    """The path of a law known by its number; a decree and a law of one number are two."""
    kind = next((kind for kind in kinds(words, code) if kind not in _PLAIN), "")
    return f"law/{state}-{'_'.join(part for part in (slug(number, year), kind) if part)}"


def title_key(words: str, code: str) -> str:
    """The key of an instrument or treaty that no State alone owns: it names those whose it is, two of them or one and a year."""
    told = tell(words, code)
    if told and told.of("texts") and told.names and (told.years or len(set(told.names)) >= _MANY):
        return told.key("-".join(told.years))
    return slug(words)
