"""A profile to read: Markdown (CommonMark with the tables of GFM) or one HTML page that needs no other file.

In: a `Profile`. Out: UTF-8. What comes from reports is text and nothing else: no mark-up in it takes effect.
"""

import re
from collections.abc import Callable, Mapping
from importlib.resources import files
from types import MappingProxyType

from jinja2 import Environment

from graph.ask.profile import Profile
from ontology.schema import Schema

# What CommonMark gives a meaning to within a line, and the bar that ends a cell; a line break becomes a space.
_MARKS = re.compile(r"([\\`*_{}\[\]<>()#+!|~&-])")


def markdown(profile: Profile, schema: Schema, language: str = "en") -> bytes:
    """The profile in Markdown."""
    return _rendered("profile.md", profile, schema, language, escape=False)


def html(profile: Profile, schema: Schema, language: str = "en") -> bytes:
    """The profile as a page."""
    return _rendered("profile.html", profile, schema, language, escape=True)


FORMS: Mapping[str, Callable[[Profile, Schema, str], bytes]] = MappingProxyType({"markdown": markdown, "html": html})


def _rendered(name: str, profile: Profile, schema: Schema, language: str, *, escape: bool) -> bytes:
    # S701: Markdown has escapes of its own, the filter `md`.
    environment = Environment(autoescape=escape, trim_blocks=True, lstrip_blocks=True)  # noqa: S701
    environment.filters["md"] = lambda text: _MARKS.sub(r"\\\1", " ".join(str(text).split()))
    template = environment.from_string(files("graph.ask").joinpath(name).read_text("utf-8"))
    words = {name: known.labels.get(language, name) for name, known in schema.relations.items()}
    page = template.render(p=profile, name=lambda path: profile.labels.get(path, path), word=words, language=language)
    return page.encode()
