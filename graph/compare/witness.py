"""Language versions of one document as witnesses of each other.

In: sources, some of them versions of the same document. Out: for each document what its versions say alike, what some lack, and
where they contradict each other: facts, references to instruments and documents, and the links that the files themselves mark.

Versions in Akoma Ntoso are compared paragraph by paragraph by `eId`; others by the number of the paragraph, if they have as many.
A fact or reference that another version has anywhere agrees. What one version lacks conflicts with what only that version has in
the same paragraph, if both could stand in the same place: the same subject and relation, an object of the same class.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from extract.mentions.symbols import symbol_path
from extract.pipeline import Options, read_text
from extract.text.layout import paragraphs
from extract.text.source import Source

AGREE, MISSING, CONFLICT = "agree", "missing", "conflict"
FACT, REFERENCE, LINK = "fact", "reference", "link"
COLUMNS = (
    *("document", "paragraph", "outcome", "what", "subject", "relation", "object", "status", "date"),
    *("in", "not_in", "instead", "quote"),
)
_CITES, _LINKS = "cites", "links"

Key = tuple[str, str, str, str]
"""Subject, relation, object and status of what is compared."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that versions of a document say, with the languages of those that do and do not.

    `instead` is what those that do not have it say there, `paragraph` the place in the first version that has it.
    """

    document: str
    paragraph: str
    outcome: str
    what: str
    key: Key
    date: str
    told: tuple[str, ...]
    untold: tuple[str, ...]
    instead: str
    quote: str

    def row(self) -> tuple[str, ...]:
        """The cells of COLUMNS."""
        languages = " ".join(self.told), " ".join(self.untold)
        return (
            self.document,
            self.paragraph,
            self.outcome,
            self.what,
            *self.key,
            self.date,
            *languages,
            self.instead,
            self.quote,
        )


@dataclass(slots=True)
class _Version:
    """What one version says: for each key its paragraphs with the words, and its date."""

    language: str
    size: int
    anchored: bool
    places: dict[Key, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    dates: dict[Key, str] = field(default_factory=dict)

    def only(self, paragraph: str, others: Iterable["_Version"]) -> list[Key]:
        """The keys of a paragraph that no other version has anywhere."""
        return [k for k, found in self.places.items() if paragraph in found and not any(k in o.places for o in others)]


def compare(sources: Iterable[Source], options: Options) -> list[Finding]:
    """All that the versions of each document say, in the order of documents and paragraphs; one version alone says nothing."""
    documents: dict[str, list[_Version]] = defaultdict(list)
    for source in sources:
        path, version = _read(source, options)
        documents[path].append(version)
    return [
        finding
        for path, versions in sorted(documents.items())
        if len({version.language for version in versions}) > 1
        for finding in _compared(path, sorted(versions, key=lambda version: version.language))
    ]


def _read(source: Source, options: Options) -> tuple[str, _Version]:
    reading = read_text(source, options)
    size = len(paragraphs(source.text, parted=source.parted))
    version = _Version(reading.document.language, size, bool(source.places and source.places[0].anchor))
    for statement in reading.statements:
        version.dates[statement.key] = statement.date
        for evidence in statement.evidence:
            version.places[statement.key].setdefault(evidence.anchor or str(evidence.paragraph), evidence.quote)
    for anchor, symbol in source.links:
        path, _ = symbol_path(symbol)
        version.places[reading.document.path, _LINKS, path, "asserted"].setdefault(anchor, symbol)
    return reading.document.path, version


def _compared(document: str, versions: Sequence[_Version]) -> Iterator[Finding]:
    aligned = all(v.anchored for v in versions) or len({v.size for v in versions}) == 1
    keys = sorted({key for version in versions for key in version.places})
    for key in keys:
        told = [version for version in versions if key in version.places]
        untold = [version for version in versions if key not in version.places]
        paragraph, quote = min(told[0].places[key].items())
        dates = {version.language: version.dates.get(key, "") for version in told}
        instead = _dates(dates) or (_instead(key, paragraph, told, untold) if aligned else "")
        outcome = CONFLICT if instead else MISSING if untold else AGREE
        languages = tuple(v.language for v in told), tuple(v.language for v in untold)
        yield Finding(document, paragraph, outcome, _what(key), key, min(dates.values()), *languages, instead, quote)


def _what(key: Key) -> str:
    return {_CITES: REFERENCE, _LINKS: LINK}.get(key[1], FACT)


def _dates(dates: Mapping[str, str]) -> str:
    """The dates that versions give the same fact, if two of them contradict each other; a less precise one does not."""
    known = sorted({date for date in dates.values() if date})
    if all(later.startswith(known[0]) for later in known):
        return ""
    return "; ".join(f"{language}: {date}" for language, date in sorted(dates.items()) if date)


def _instead(key: Key, paragraph: str, told: Sequence[_Version], untold: Sequence[_Version]) -> str:
    """What versions that lack something have in its place, and no version that has it does."""
    found = {version.language: [k for k in version.only(paragraph, told) if _alike(k, key)] for version in untold}
    return "; ".join(f"{language}: {_named(keys[0])}" for language, keys in sorted(found.items()) if len(keys) == 1)


def _alike(one: Key, other: Key) -> bool:
    """Whether two facts could stand in one place: they differ by their status, or by an object of one class."""
    (subject, relation, target, _), (subject2, relation2, target2, _) = one, other
    return (subject, relation) == (subject2, relation2) and target.partition("/")[0] == target2.partition("/")[0]


def _named(key: Key) -> str:
    _, _, target, status = key
    return target if status == "asserted" else f"{target} ({status})"


def summary(findings: Sequence[Finding]) -> list[str]:
    """A line for each kind of thing: how many agree, are missing somewhere, conflict."""
    lines = []
    for what, group in groupby(sorted(findings, key=lambda f: f.what), key=lambda f: f.what):
        outcomes = [finding.outcome for finding in group]
        counts = ", ".join(f"{outcomes.count(outcome)} {outcome}" for outcome in (AGREE, MISSING, CONFLICT))
        lines.append(f"{what}s: {counts}")
    return lines
