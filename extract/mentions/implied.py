"""Things that another thing implies: the State a law belongs to, the body that adopts a resolution, the resolution behind a committee.

In: the path of one thing. Out: the other one, or None. What a path says in any language is enough; only a committee is looked up by
its names.
"""

import regex

from extract.languages.language import Language
from extract.mentions.names import Entry
from extract.mentions.symbols import adopters, number_path
from ontology.authority import load_authority

_YEAR = regex.compile(r"^resolution/.*\(((?:19|20)\d{2})\)$")


def owner(path: str) -> Entry | None:
    """The State that a law belongs to: its ISO code opens the last part of the path (`law/ESP-36-2015`)."""
    kind, _, rest = path.partition("/")
    state = f"state/{rest.partition('-')[0]}"
    return Entry(state, "State") if kind == "law" and state in load_authority().entities else None


def organ(path: str) -> Entry | None:
    """The body that adopts resolutions with this symbol (`resolution/S/RES/1540(2004)`)."""
    found = next((body for start, body in adopters() if path.startswith(start)), "")
    return Entry(found, "Organization") if found else None


def adoption_year(path: str) -> str:
    """The year that the symbol of a resolution tells: 2004 of `resolution/S/RES/1540(2004)`; else ""."""
    year = _YEAR.search(path)
    return year[1] if year else ""


def is_organ(path: str) -> bool:
    """Whether the symbols of the United Nations tell what this body adopts."""
    return any(path == body for _, body in adopters())


def is_part(path: str, whole: str) -> bool:
    """Whether the lists have a body as an organ of another one, which it cannot have set up."""
    entity = load_authority().entities.get(path)
    return entity is not None and entity.parent == whole


def mandate(path: str, language: Language) -> Entry | None:
    """The resolution that a committee is called by in one of its names."""
    entity = load_authority().entities.get(path)
    names = [name.text for name in entity.names if name.language == language.code] if entity else []
    for form in language.references:
        for match in filter(None, map(form.pattern.search, names)):
            parts = {key: value for key, value in match.groupdict().items() if value}
            if found := number_path(form.path, parts, ""):
                return Entry(found, "Resolution")
    return None
