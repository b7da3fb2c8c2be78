"""Language files become languages.

In: `languages/<code>.toml`. Out: a `Language`, every field made of the key of its name. Patterns are those of the `regex` library;
the names of the table `[macros]` may stand in them in braces, and are replaced by what that table says.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from importlib.resources import files
from typing import TypeVar, cast

import regex

from extract.languages.forms import NEVER, Pattern
from extract.languages.language import Language
from ontology.errors import DataError

Table = Mapping[str, object]
_Part = TypeVar("_Part")


def language_codes() -> list[str]:
    """The codes of all languages there is a file for, sorted."""
    names = [entry.name for entry in files("extract.languages").iterdir()]
    return sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml"))


@cache
def load_language(code: str) -> Language:
    """Read and compile `languages/<code>.toml`. Raises DataError when it is absent or a key or pattern is wrong."""
    if code not in language_codes():
        raise DataError(f"no language {code!r}; known: {', '.join(language_codes())}")
    text = files("extract.languages").joinpath(f"{code}.toml").read_text(encoding="utf-8")
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
            return regex.compile(text) if (text := self._filled(value)) else NEVER
        if isinstance(value, list):
            inner = kind.__args__[0]  # type: ignore[attr-defined]
            return tuple(item if inner in (str, Mapping[str, str]) else self.part(inner, item) for item in value)
        return self.part(cast("type[object]", kind), cast("Table", value))

    def _filled(self, value: object) -> str:
        """A text with the macros in it replaced; macros may use others."""
        if not isinstance(value, str):
            raise TypeError(f"{value!r} should be a text")
        for _ in range(_NESTED):
            for name, macro in self._macros.items():
                value = value.replace("{" + name + "}", macro)
        return value


# A macro may use one that uses one that uses another.
_NESTED = 4
_PLAIN = (str, int, float, bool)
_FILLED = ("pattern", "separator", "space", "edge")
# A file says "class" where Python must say "kind", and may leave these out.
_KEYS = {"kind": "class", "kinds": "classes"}
_OPTIONAL: Mapping[str, object] = {
    "class": "",
    "path": "",
    "head": "",
    "speaker": False,
    "group": False,
    "first": False,
    "dated": True,
    "status": "",
    "ignores": (),
    "tense": NEVER,
}
