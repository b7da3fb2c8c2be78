"""Whether quotes stand where the graph says they stand.

In: the passages of a graph and the files it was built from. Out: findings. Offsets count Unicode characters of the file's text
from 0, ends exclusive. A quote is what stands there but for white space, whole lines between its ends (page furniture, other
items of a list), the mark before a list's item (`-`, `(a)`, `1.`) and what ends the line before it (a colon).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rdflib import Graph

from extract.text.source import Source
from graph.ask.query import select
from graph.measure.findings import Finding
from ontology.iris import entity_path

_PASSAGES = """
SELECT ?passage ?start ?end ?quote WHERE {
  ?passage a pact:Passage ; oa:start ?start ; oa:end ?end ; oa:exact ?quote
} ORDER BY ?passage ?start ?end"""
_STRAY = """
SELECT DISTINCT ?statement WHERE {
  ?statement pact:quote ?quote ; prov:wasDerivedFrom ?passage . ?passage oa:exact ?any .
  FILTER NOT EXISTS { ?statement prov:wasDerivedFrom ?place . ?place oa:exact ?quote }
} ORDER BY ?statement"""
_SAMPLE = 20
_MARK = re.compile(r"^\W*(?:\w{1,3}[.)\uff09\u3001])?\W*")
_END = re.compile(r"\W+$")


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in the text of a document, and the words that the graph says stand there."""

    path: str
    start: int
    end: int
    quote: str

    def stands_in(self, text: str) -> bool:
        """Whether the text has the quote there: first and last line of the place, and of those between them any."""
        lines = [_spellings(line) for line in text[self.start : self.end].splitlines() if line.strip()]
        quote = _tight(self.quote)
        reached = {0}
        for number, spellings in enumerate(lines):
            here = {at + len(line) for line in spellings for at in reached if quote.startswith(line, at)}
            reached = here if number in (0, len(lines) - 1) else reached | here
        return bool(quote) and len(quote) in reached


Texts = Mapping[str, Sequence[Passage]]


def passages_of(graph: Graph) -> Texts:
    """All passages by the text they stand in: the version of a document in one language, as their paths say."""
    found: dict[str, list[Passage]] = defaultdict(list)
    for passage, start, end, quote in select(graph, _PASSAGES).rows:
        path = entity_path(str(passage))
        found[path.rpartition("/passage/")[0]].append(Passage(path, int(str(start)), int(str(end)), str(quote)))
    return found


def check_quotes(graph: Graph) -> list[Finding]:
    """Statements whose quote is none of the words of their passages."""
    what = "Its pact:quote is in none of its passages; quote the oa:exact of one of them."
    return [Finding(entity_path(str(statement)), what) for (statement,) in select(graph, _STRAY).rows]


def check_sources(texts: Texts, sources: Iterable[Source]) -> tuple[int, list[Finding]]:
    """How many passages were looked up, and those that do not stand in the file behind their document.

    Which file is behind which document is seen from the words themselves, because a graph does not name files; a file
    that is behind none is a finding too.
    """
    looked_up, findings = 0, []
    for source in sources:
        key = max(texts, key=lambda k: _share(texts[k], source.text), default=None)
        if key is None or not _share(texts[key], source.text):
            findings.append(
                Finding(source.name, "No document of the graph quotes it; give the file that was built from.")
            )
            continue
        what = f"Its words do not stand at its offsets in {source.name}; build the graph again."
        looked_up += len(texts[key])
        findings += [Finding(passage.path, what) for passage in texts[key] if not passage.stands_in(source.text)]
    return looked_up, findings


def _share(passages: Sequence[Passage], text: str) -> float:
    sample = passages[:: max(1, len(passages) // _SAMPLE)]
    return sum(passage.stands_in(text) for passage in sample) / len(sample)


def _spellings(line: str) -> set[str]:
    bare = _MARK.sub("", line)
    return {_tight(part) for whole in (line, bare) for part in (whole, _END.sub("", whole)) if _tight(part)}


def _tight(text: str) -> str:
    return "".join(text.split())
