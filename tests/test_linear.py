"""No text can make the reader run away: ten times the text takes about ten times as long, whatever is repeated in it.

In: for each language texts made by repetition, without paragraphs or stops unless they are what is repeated. A step that compares
everything with everything takes a hundred times as long for ten times the text; the bound lies between, far enough from ten for
a busy machine.
"""

from collections.abc import Mapping
from time import process_time

import pytest
import regex

from extract.languages.language import Language
from extract.languages.load import language_codes, load_language
from extract.pipeline import Options, read_text
from extract.text.source import Source
from ontology.authority import load_authority

SMALL, MORE, BOUND = 10_000, 10, 20.0
TRIES = 4
TABLES = ("dates", "references", "relatives", "laws", "titles", "forms", "events", "plans")


def names(language: Language, kind: str, most: int) -> list[str]:
    """The first preferred names of things of one class."""
    rows = load_authority().names(language.code)
    return [name.text for name, entity in rows if entity.kind == kind and name.strength == "preferred"][:most]


def cues(language: Language) -> list[str]:
    """Every word that a rule looks for first."""
    found = [cue for rule in language.rules for cue in regex.findall(r"\[([^\]<]+)\]", rule.pattern)]
    return [word for cue in found for word in cue.replace("?", "").split("|")]


def pieces(code: str) -> Mapping[str, str]:
    """What is repeated, by what it is called; words stand apart where the language spaces them."""
    language = load_language(code)
    space = "" if language.writing.space == "" else " "
    comma = language.writing.comma + space
    states, treaties = names(language, "State", 30), names(language, "Treaty", 5)
    acts = [states[0], cues(language)[0], treaties[0]]
    shapes = [form.examples[0] for table in TABLES for form in getattr(language, table) if form.examples]
    quotes = language.naming.quotes or ("\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}",)
    return {
        "brackets": "(",
        "opening quotes": quotes[0][0],
        "pairs of quotes": quotes[0],
        "digits": "1",
        "numbers": "1. ",
        "symbols": "A/RES/71/38 ",
        "commas": comma,
        "spaces": " ",
        "lines": "1\n",
        "clauses that introduce": "(a) 1:\n",
        "cues": space.join(cues(language)) + space,
        "cues in clauses": comma.join(cues(language)) + comma,
        "listed States": comma.join(states) + comma,
        "titles": comma.join(quotes[0][0] + name + quotes[0][-1] for name in treaties) + comma,
        "acts": space.join(acts) + space,
        "acts in clauses": space.join(acts) + comma,
        "acts in paragraphs": space.join(acts) + " \n",
        "forms": space.join(shapes) + space,
        "forms in clauses": comma.join(shapes) + comma,
    }


def repeated(piece: str, size: int) -> str:
    """A text of about so many bytes."""
    return piece * (size // len(piece.encode()) + 1)


def seconds(code: str, text: str) -> float:
    began = process_time()
    read_text(Source("case.txt", f"{text}\n"), Options(language=code))
    return process_time() - began


def growth(code: str, piece: str, small: int) -> float:
    """How many times longer the longer text takes: the least of a few tries, because others use the machine too."""
    short, long = repeated(piece, small), repeated(piece, small * MORE)
    seconds(code, short)  # what is loaded once
    found = float("inf")
    for _ in range(TRIES):
        if found > BOUND:
            base = max(sorted(seconds(code, short) for _ in range(3))[1], 0.001)
            found = min(found, seconds(code, long) / base)
    return found


CASES = [(code, kind) for code in language_codes() for kind in pieces("zh")]


@pytest.mark.parametrize(("code", "kind"), CASES, ids=[f"{code}: {kind}" for code, kind in CASES])
def test_time_grows_with_the_text(code: str, kind: str) -> None:
    assert growth(code, pieces(code)[kind], SMALL) < BOUND


@pytest.mark.parametrize("code", language_codes())
def test_a_megabyte_of_what_rules_look_for_takes_ten_times_as_long_as_a_tenth(code: str) -> None:
    language = load_language(code)
    examples = " ".join(example["text"].rstrip(".") for rule in language.rules for example in rule.examples)
    assert growth(code, examples, 10 * SMALL) < BOUND


def test_the_bound_finds_a_step_that_compares_everything_with_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "seconds", lambda _, text: len(text) ** 2 / 1e9)
    assert growth("zh", "1", SMALL) > BOUND
