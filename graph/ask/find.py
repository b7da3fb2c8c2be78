"""Which entity is meant: search by name in any language, by code, by path or IRI.

In: words, and the names of the authority lists and of a graph. Out: entities with the name that fits and how well it does, or the one
entity meant. Names are compared without letter case, accents, points and quotation marks (Unicode Standard Annex 15, form NFKD);
what is written a little otherwise is found by edit distance (rapidfuzz).
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from ontology.authority import Entity, load_authority
from ontology.errors import PactgraphError
from ontology.iris import entity_path

_WEAK = ("weak", "adjective")
# How well a name fits, from 100 (the same): one that also means other things; the least a name gets that holds the words; and
# from where on names written otherwise are taken for the same.
_AMBIGUOUS, _HOLDS, _ALIKE = 90.0, 60.0, 80.0
# A code of two letters is found as it is written only: so many words have two letters.
_SHORT = 2


class EntityError(PactgraphError):
    """A name that means nothing known, or several things."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Named:
    """One name of an entity; `sure` is false for one that also means other things."""

    path: str
    kind: str
    label: str
    name: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """An entity, the name by which it was found, and how well that fits, from 0 to 100."""

    path: str
    kind: str
    label: str
    name: str
    score: float


@cache
def listed() -> tuple[Named, ...]:
    """Every name and code of the authority lists, the labels in English."""
    return tuple(named for entity in load_authority().entities.values() for named in _names(entity))


def find(words: str, names: Sequence[Named], kind: str = "") -> list[Found]:
    """The entities with a name like `words`, the best first; with `kind`, only those of that class of the vocabulary."""
    wanted, path = _folded(words), entity_path(words)
    best: dict[str, Found] = {}
    chosen = [named for named in names if not kind or named.kind == kind]
    close = process.extract(
        wanted, [_folded(n.name) for n in chosen], scorer=fuzz.token_sort_ratio, score_cutoff=_ALIKE, limit=None
    )
    alike = {place: score for _, score, place in close}
    for place, named in enumerate(chosen):
        score = 100.0 if named.path == path else _fit(words, wanted, named, alike.get(place, 0.0))
        if score > (best[named.path].score if named.path in best else 0):
            best[named.path] = Found(named.path, named.kind, named.label, named.name, round(score, 1))
    return sorted(best.values(), key=lambda found: (-found.score, found.path))


def resolve(words: str, more: Callable[[], Iterable[Named]] = tuple) -> str:
    """The path of the one entity that `words` name: a path or IRI as it is, a code, or a name in any language.

    `more` are names besides those of the lists, asked for where the lists do not help. An IRI elsewhere stays an IRI.
    Raises EntityError for words that name nothing or several things; its message says what comes near.
    """
    if re.match(r"https?://", words) or re.match(r"[a-z]+/", words):
        return entity_path(words)
    exact = _exact(words, _listed_by_name())
    others = [] if exact else list(more())
    exact = exact or _exact(words, _by_name(others))
    if len(exact) == 1:
        return exact[0]
    if exact:
        raise EntityError(f"{words!r} names {', '.join(exact)}; give one of these")
    near = [found.path for found in find(words, (*listed(), *others))][:3]
    hint = f"did you mean {', '.join(near)}?" if near else "give a name, a code or a path such as treaty/ICSANT"
    raise EntityError(f"{words!r} is the name or code of nothing known; {hint}")


def _exact(words: str, names: Mapping[str, Sequence[Named]]) -> list[str]:
    """The paths of the entities of that very name or code; of those of which it is a sure name, if there are any."""
    fits = [named for named in names.get(_folded(words), ()) if _as_written(words, named)]
    sure = {named.path for named in fits if named.sure}
    return sorted(sure or {named.path for named in fits})


def _by_name(names: Iterable[Named]) -> Mapping[str, Sequence[Named]]:
    found: dict[str, list[Named]] = defaultdict(list)
    for named in names:
        found[_folded(named.name)].append(named)
    found.pop("", None)
    return found


@cache
def _listed_by_name() -> Mapping[str, Sequence[Named]]:
    return _by_name(listed())


def _fit(words: str, wanted: str, named: Named, alike: float = 0.0) -> float:
    name = _folded(named.name)
    if not wanted or not _as_written(words, named):
        return 0.0
    if name == wanted:
        return 100.0 if named.sure else _AMBIGUOUS
    holds = _HOLDS + (_AMBIGUOUS - _HOLDS) * len(wanted) / len(name) if _holds(name, wanted) else 0.0
    return max(holds, alike * _AMBIGUOUS / 100)


def _as_written(words: str, named: Named) -> bool:
    """Whether the words are a code as it is written, or the name is no code so short that letter case matters."""
    return named.name == words or len(named.name) > _SHORT or not named.name.isascii()


def _holds(name: str, wanted: str) -> bool:
    """Whether a name holds the words; in scripts with small letters, from the beginning of one of its own words."""
    place = name.find(wanted)
    return place == 0 or (place > 0 and not (name[place - 1].islower() and wanted[0].islower()))


def _names(entity: Entity) -> Iterable[Named]:
    label, key = entity.label("en"), entity.path.partition("/")[2]
    for code in dict.fromkeys((key, *entity.values("skos:notation"))):
        yield Named(entity.path, entity.kind, label, code)
    for name in entity.names:
        yield Named(entity.path, entity.kind, label, name.text, name.strength not in _WEAK)


@cache
def _folded(text: str) -> str:
    plain = (c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())
