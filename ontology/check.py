"""Whether the lists keep their own contract.

In: the Turtle files of `ontology/authority/`, the rosters and the ontology. Out: a list of `Problem`, empty when all is well; each
says where it is, what is wrong and how to mend it. What is looked at stands in `check_facts`, `check_names` and `check_rosters`:
one meaning for each strong name, names in the spelling to which readers fold texts, facts with a source, no loose ends.
"""

from collections import Counter
from collections.abc import Mapping
from importlib.resources import files

from ontology.authority import load_authority
from ontology.blocks import LANGUAGES, Block, Lists, Problem, read_blocks
from ontology.check_facts import FACTS
from ontology.check_names import NAMES
from ontology.check_rosters import ROSTERS
from ontology.errors import DataError
from ontology.iris import PACT, term
from ontology.rosters import FILE
from ontology.schema import read_schema

__all__ = ["LANGUAGES", "Problem", "check_authority", "check_lists", "missing_labels"]


def check_authority() -> list[Problem]:
    """Look through the lists that the package carries. Raises DataError when the ontology itself cannot be read."""
    folder = files("ontology").joinpath("authority")
    lists = {entry.name: entry.read_bytes() for entry in folder.iterdir() if entry.name.endswith(".ttl")}
    ontology, rosters = (files("ontology").joinpath(name).read_bytes() for name in ("pactgraph.ttl", FILE))
    return check_lists(lists, ontology, rosters)


def check_lists(lists: Mapping[str, bytes], ontology: bytes, rosters: bytes = b"") -> list[Problem]:
    """Look through lists in Turtle, given by file name. Raises DataError when the ontology cannot be read."""
    schema = read_schema(ontology)
    known = read_blocks("pactgraph.ttl", ontology)
    terms = frozenset(block.path for block in known if block.path.startswith(PACT))
    sourced = frozenset(block.path for block in known if block.facts.get(term("dcterms:source")))
    problems: list[Problem] = []
    blocks = [block for name in sorted(lists) for block in _read(name, lists[name], problems)]
    context = Lists(blocks, schema, terms, sourced, _read(FILE, rosters, problems))
    return problems + [problem for check in (*FACTS, *NAMES, *ROSTERS) for problem in check(context)]


def missing_labels() -> Mapping[tuple[str, str], int]:
    """How many entities of each class have no label in each language, by (class, language)."""
    return Counter(
        (entity.kind, language)
        for entity in load_authority().entities.values()
        for language in LANGUAGES
        if not any(name.language == language and name.strength == "preferred" for name in entity.names)
    )


def _read(name: str, turtle: bytes, problems: list[Problem]) -> list[Block]:
    try:
        return read_blocks(name, turtle)
    except DataError as error:
        problems.append(Problem(name, "", str(error), "mend the line, then check again"))
        return []
