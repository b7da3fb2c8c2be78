"""A language as data: what one TOML file of `languages/` says, checked and compiled.

In: `languages/<code>.toml`. Out: a frozen `Language` whose parts are the tables of that file. Patterns are those of the `regex`
library; the names of the table `[macros]` may stand in them in braces, and are replaced by what that table says.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import TypeVar, cast

import regex

from ontology.errors import DataError

Pattern = regex.Pattern[str]
Table = Mapping[str, object]
_Part = TypeVar("_Part")


@dataclass(frozen=True, slots=True)
class Form:
    """Something recognized by its form: a pattern, the class it gives and a template of its path.

    Class and path may be alternatives joined by `|`: the first one whose template can be filled counts.
    """

    name: str
    kind: str
    pattern: Pattern
    path: str
    examples: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Anaphor:
    """Words that stand for something named before, of certain classes, with a name that ends with `head`.

    With `speaker` the voice of the section comes first.
    """

    words: tuple[str, ...]
    kinds: tuple[str, ...]
    head: str
    speaker: bool


@dataclass(frozen=True, slots=True)
class Modality:
    """Words before a cue, within `reach` characters, that plan, deny or (without a status) take away what it says."""

    name: str
    status: str
    pattern: Pattern
    reach: int


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule as written: its pattern in the notation of `rules.py`, what it states, examples and counter-examples.

    `status` is what the rule itself decides, or "" where the modality does; `ignores` names modalities that do not matter.
    """

    name: str
    pattern: str
    states: tuple[str, ...]
    confidence: float
    dated: bool
    status: str
    ignores: tuple[str, ...]
    examples: tuple[Mapping[str, str], ...]
    others: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class Writing:
    """How the language is written: its script, common words, and what ends sentences and clauses.

    `space` is what stands between the words of a rule; `long` and `short` are the gaps of rules, in characters.
    """

    script: str
    words: tuple[str, ...]
    separator: str
    space: str
    long: int
    short: int
    sentence: Pattern
    clause: Pattern
    comma: str
    months: tuple[str, ...]
    date_follows: bool
    gap_stop: Pattern


@dataclass(frozen=True, slots=True)
class Sections:
    """What marks replies, chapters, introductory clauses, titles and dates of issue."""

    original: Pattern
    chapter: Pattern
    governs: Pattern
    heading_note: Pattern
    title_line: Pattern
    issued: Pattern


@dataclass(frozen=True, slots=True)
class Naming:
    """How things are named: marks of titles and quotations, short names, members, what is no name at all."""

    quotes: tuple[str, ...]
    quoted: Pattern
    organ_link: Pattern
    list_link: Pattern
    short_name: Pattern
    compound: Pattern
    members_link: Pattern
    members_of: Pattern
    members: Pattern
    prefix: Pattern
    since: Pattern
    traps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Where a noun phrase that is an event or a plan begins, and when it does not tell which one is meant."""

    stop: Pattern
    skip: Pattern
    generic: Pattern
    listed: Pattern
    many: Pattern
    occasion: Pattern
    plan_after: Pattern
    plan_generic: Pattern


@dataclass(frozen=True, slots=True)
class Tables:
    """The column names of tables of events, and what their rows and titles say."""

    date: tuple[str, ...]
    event: tuple[str, ...]
    organizer: tuple[str, ...]
    place: tuple[str, ...]
    date_open: Pattern
    visit: Pattern
    attended: Pattern


@dataclass(frozen=True, slots=True)
class Roles:
    """What tells the subject of a clause from the other actors in it."""

    generic: tuple[str, ...]
    quantified: Pattern
    quantifier: Pattern
    oblique: Pattern
    inner: Pattern
    attribute: Pattern
    body: Pattern
    lead: Pattern
    subordinate: Pattern
    opener: Pattern


@dataclass(frozen=True, slots=True)
class Language:
    """All that the reader knows of one language."""

    code: str
    writing: Writing
    sections: Sections
    authors: tuple[Form, ...]
    naming: Naming
    dates: tuple[Form, ...]
    references: tuple[Form, ...]
    relatives: tuple[Form, ...]
    laws: tuple[Form, ...]
    titles: tuple[Form, ...]
    forms: tuple[Form, ...]
    phrases: Phrases
    events: tuple[Form, ...]
    plans: tuple[Form, ...]
    tables: Tables
    anaphors: tuple[Anaphor, ...]
    roles: Roles
    modalities: tuple[Modality, ...]
    rules: tuple[RuleText, ...]


def language_codes() -> list[str]:
    """The codes of all languages there is a file for, sorted."""
    names = [entry.name for entry in files("extract").joinpath("languages").iterdir()]
    return sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml"))


@cache
def load_language(code: str) -> Language:
    """Read and compile `languages/<code>.toml`. Raises DataError when it is absent or a key or pattern is wrong."""
    if code not in language_codes():
        raise DataError(f"no language {code!r}; known: {', '.join(language_codes())}")
    text = files("extract").joinpath("languages", f"{code}.toml").read_text(encoding="utf-8")
    try:
        return parse_language(text)
    except (KeyError, TypeError, ValueError, regex.error) as error:
        raise DataError(f"languages/{code}.toml: {type(error).__name__}: {error}") from error


def parse_language(text: str) -> Language:
    """A language from the text of its file.

    Raises KeyError for a key too few, TypeError for one too many or of the wrong kind, regex.error for a pattern.
    """
    data = tomllib.loads(text)
    compiler = _Compiler({str(k): str(v) for k, v in data.pop("macros").items()})
    return compiler.part(Language, data)


class _Compiler:
    """Makes the parts of a language from tables: every field has its key, every key its field."""

    def __init__(self, macros: Mapping[str, str]) -> None:
        self._macros = macros

    def part(self, kind: type[_Part], table: Table) -> _Part:
        """An object of a dataclass, each field made of the key of its name according to its type."""
        names = {_KEYS.get(field.name, field.name): field for field in fields(kind)}  # type: ignore[arg-type]
        if unknown := sorted(set(table) - set(names)):
            raise TypeError(f"{kind.__name__} has no {', '.join(unknown)}")
        values = {field.name: self._value(field.type, table, key) for key, field in names.items()}
        return kind(**values)

    def _value(self, kind: object, table: Table, key: str) -> object:
        if key not in table and key in _OPTIONAL:
            return _OPTIONAL[key]
        value = table[key]
        if kind in _PLAIN:
            return self._filled(value) if key in _FILLED else value
        if kind == Pattern:
            return regex.compile(self._filled(value))
        if isinstance(value, list):
            inner = kind.__args__[0]  # type: ignore[attr-defined]
            return tuple(item if inner in (str, Mapping[str, str]) else self.part(inner, item) for item in value)
        return self.part(cast("type[object]", kind), cast("Table", value))

    def _filled(self, value: object) -> str:
        """A text with the macros in it replaced; a macro may use another one."""
        if not isinstance(value, str):
            raise TypeError(f"{value!r} should be a text")
        for _ in range(2):
            for name, macro in self._macros.items():
                value = value.replace("{" + name + "}", macro)
        return value


_PLAIN = (str, int, float, bool)
_FILLED = ("pattern", "separator", "space")
# A file says "class" where Python must say "kind", and may leave these out.
_KEYS = {"kind": "class", "kinds": "classes"}
_OPTIONAL: Mapping[str, object] = {
    "class": "",
    "path": "",
    "head": "",
    "speaker": False,
    "dated": True,
    "status": "",
    "ignores": (),
}
