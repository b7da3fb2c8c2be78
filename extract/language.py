"""A language as data: what one TOML file of `languages/` says, checked and compiled.

In: `languages/<code>.toml`. Out: a frozen `Language`. Patterns are those of the `regex` library; `{date}`, `{separator}` and the
other names of the table `[macros]` may stand in a pattern and are replaced by what that table says.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import regex

from ontology.errors import DataError


@dataclass(frozen=True, slots=True)
class Form:
    """Something recognized by its form: a compiled pattern, the class it gives and a template of its path."""

    name: str
    kind: str
    pattern: regex.Pattern[str]
    path: str
    examples: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Anaphor:
    """Words that stand for something named before: which classes, and whether the voice of the section comes first."""

    words: tuple[str, ...]
    kinds: tuple[str, ...]
    head: str
    speaker: bool


@dataclass(frozen=True, slots=True)
class Modality:
    """Words before a cue, within `reach` characters, that plan, deny or take away what it says."""

    name: str
    status: str
    pattern: regex.Pattern[str]
    reach: int


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule as written: its pattern in the notation of `rules.py`, what it states, examples and counter-examples."""

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
class Language:
    """All that the reader knows of one language."""

    code: str
    script: str
    words: tuple[str, ...]
    sentence: regex.Pattern[str]
    clause: regex.Pattern[str]
    comma: str
    separator: str
    gap_stop: str
    original: regex.Pattern[str]
    chapter: regex.Pattern[str]
    governs: regex.Pattern[str]
    heading_note: regex.Pattern[str]
    title_line: regex.Pattern[str]
    issued: regex.Pattern[str]
    authors: tuple[tuple[regex.Pattern[str], str], ...]
    quotes: tuple[tuple[str, str], ...]
    dates: tuple[Form, ...]
    since: regex.Pattern[str]
    quoted: regex.Pattern[str]
    organ_link: regex.Pattern[str]
    list_link: regex.Pattern[str]
    compound: regex.Pattern[str]
    members_link: regex.Pattern[str]
    members_of: regex.Pattern[str]
    members: regex.Pattern[str]
    prefix: regex.Pattern[str]
    references: tuple[Form, ...]
    relatives: tuple[Form, ...]
    laws: tuple[Form, ...]
    titles: tuple[Form, ...]
    forms: tuple[Form, ...]
    short_name: regex.Pattern[str]
    event_heads: tuple[Form, ...]
    event_stop: regex.Pattern[str]
    event_generic: regex.Pattern[str]
    event_list: regex.Pattern[str]
    event_many: regex.Pattern[str]
    occasion: regex.Pattern[str]
    event_skip: regex.Pattern[str]
    phrases: tuple[Form, ...]
    phrase_after: regex.Pattern[str]
    phrase_generic: regex.Pattern[str]
    columns: Mapping[str, tuple[str, ...]]
    date_open: regex.Pattern[str]
    visit_row: regex.Pattern[str]
    attended: regex.Pattern[str]
    anaphors: tuple[Anaphor, ...]
    traps: tuple[str, ...]
    generic: tuple[str, ...]
    quantified: regex.Pattern[str]
    quantifier: regex.Pattern[str]
    oblique: regex.Pattern[str]
    inner: regex.Pattern[str]
    attribute: regex.Pattern[str]
    lead: regex.Pattern[str]
    body: regex.Pattern[str]
    subordinate: regex.Pattern[str]
    opener: regex.Pattern[str]
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
    data = tomllib.loads(files("extract").joinpath("languages", f"{code}.toml").read_text(encoding="utf-8"))
    try:
        return _Builder(data).build()
    except (KeyError, TypeError, regex.error) as error:
        raise DataError(f"languages/{code}.toml: {type(error).__name__}: {error}") from error


class _Builder:
    """Compiles the tables of one language file."""

    def __init__(self, data: dict[str, object]) -> None:
        self._data: dict[str, dict[str, object]] = data  # type: ignore[assignment]
        self._macros = {str(k): str(v) for k, v in self._table("macros").items()}

    def _table(self, name: str) -> dict[str, object]:
        return self._data[name]

    def _rows(self, name: str) -> list[dict[str, object]]:
        rows = self._data[name]
        if not isinstance(rows, list):
            raise TypeError(f"{name} is a list of tables")
        return rows

    def _filled(self, text: object) -> str:
        """The text with the macros in it replaced; a macro may use another one."""
        filled = str(text)
        for _ in range(2):
            for name, value in self._macros.items():
                filled = filled.replace("{" + name + "}", value)
        return filled

    def _pattern(self, text: object) -> regex.Pattern[str]:
        return regex.compile(self._filled(text))

    def _forms(self, table: str) -> tuple[Form, ...]:
        return tuple(
            Form(
                str(row["name"]),
                str(row.get("class", "")),
                self._pattern(row["pattern"]),
                str(row.get("path", "")),
                _strings(row.get("examples")),
                _strings(row.get("others")),
            )
            for row in self._rows(table)
        )

    def _rule(self, row: dict[str, object]) -> RuleText:
        examples, others = row.get("examples", []), row.get("others", [])
        if not isinstance(examples, list) or not isinstance(others, list):
            raise TypeError(f"rule {row['name']}: examples and others are lists of tables")
        return RuleText(
            str(row["name"]),
            self._filled(row["pattern"]),
            _strings(row["states"]),
            float(str(row.get("confidence", 0.9))),
            bool(row.get("dated", True)),
            str(row.get("status", "")),
            _strings(row.get("ignores")),
            tuple(examples),
            tuple(others),
        )

    def build(self) -> Language:
        """The language. Raises KeyError for a missing key, regex.error for a pattern that does not compile."""
        text, sections, mentions, roles = (self._table(t) for t in ("text", "sections", "mentions", "roles"))
        compiled = self._pattern
        return Language(
            code=str(self._data["code"]),
            script=str(text["script"]),
            words=_strings(text["words"]),
            sentence=compiled(text["sentence"]),
            clause=compiled(text["clause"]),
            comma=str(text["comma"]),
            separator=self._macros["separator"],
            gap_stop=compiled(text["gap_stop"]).pattern,
            original=compiled(sections["original"]),
            chapter=compiled(sections["chapter"]),
            governs=compiled(sections["governs"]),
            heading_note=compiled(sections["heading_note"]),
            title_line=compiled(sections["title_line"]),
            issued=compiled(sections["issued"]),
            authors=tuple((compiled(r["pattern"]), str(r["path"])) for r in self._rows("authors")),
            quotes=tuple((q[0], q[1]) for q in _strings(mentions["quotes"])),
            dates=self._forms("dates"),
            since=compiled(mentions["since"]),
            quoted=compiled(mentions["quoted"]),
            organ_link=compiled(mentions["organ_link"]),
            list_link=compiled(mentions["list_link"]),
            compound=compiled(mentions["compound"]),
            members_link=compiled(mentions["members_link"]),
            members_of=compiled(mentions["members_of"]),
            members=compiled(mentions["members"]),
            prefix=compiled(mentions["prefix"]),
            references=self._forms("references"),
            relatives=self._forms("relatives"),
            laws=self._forms("laws"),
            titles=self._forms("titles"),
            forms=self._forms("forms"),
            short_name=compiled(mentions["short_name"]),
            event_heads=self._forms("events"),
            event_stop=compiled(mentions["event_stop"]),
            event_generic=compiled(mentions["event_generic"]),
            phrases=self._forms("phrases"),
            phrase_after=compiled(mentions["phrase_after"]),
            phrase_generic=compiled(mentions["phrase_generic"]),
            occasion=compiled(mentions["occasion"]),
            event_skip=compiled(mentions["event_skip"]),
            event_list=compiled(mentions["event_list"]),
            event_many=compiled(mentions["event_many"]),
            columns={k: _strings(self._table("tables")[k]) for k in ("date", "event", "organizer", "place")},
            date_open=compiled(self._table("tables")["date_open"]),
            visit_row=compiled(self._table("tables")["visit"]),
            attended=compiled(self._table("tables")["attended"]),
            anaphors=tuple(
                Anaphor(
                    _strings(r["words"]), _strings(r["classes"]), str(r.get("head", "")), bool(r.get("speaker", False))
                )
                for r in self._rows("anaphors")
            ),
            traps=_strings(mentions["traps"]),
            generic=_strings(roles["generic"]),
            quantified=compiled(roles["quantified"]),
            quantifier=compiled(roles["quantifier"]),
            oblique=compiled(roles["oblique"]),
            inner=compiled(roles["inner"]),
            lead=compiled(roles["lead"]),
            attribute=compiled(roles["attribute"]),
            body=compiled(roles["body"]),
            subordinate=compiled(roles["subordinate"]),
            opener=compiled(roles["opener"]),
            modalities=tuple(
                Modality(str(r["name"]), str(r["status"]), compiled(r["pattern"]), int(str(r["reach"])))
                for r in self._rows("modalities")
            ),
            rules=tuple(self._rule(row) for row in self._rows("rules")),
        )


def _strings(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise TypeError(f"{value!r} should be a list of strings")
    return tuple(str(item) for item in value)
