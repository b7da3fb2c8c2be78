"""Drafts, sponsors and votes in six languages: the tables `cases/LL/drafts.toml` tell the same, and the reader takes the same from them."""

import tomllib
from pathlib import Path

import pytest

from extract.pipeline import read_text
from extract.text.source import Source

CASES = Path(__file__).parent / "cases"
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")


def load(code: str) -> dict[str, str]:
    """The text of each case of one language by its name."""
    rows = tomllib.loads((CASES / code / "drafts.toml").read_text(encoding="utf-8"))["case"]
    return {row["name"]: "\n".join(row["lines"]) + "\n" for row in rows}


def stated(text: str, code: str) -> set[tuple[str, ...]]:
    """What is stated, with the group that it is derived from; the language of the text is found, not told."""
    reading = read_text(Source("case.txt", text))
    assert reading.document.language == code
    kept = (s for s in reading.statements if s.relation != "cites")
    return {(s.subject, s.relation, s.object, s.status, s.date, s.derived) for s in kept}


def test_the_tables_have_the_same_cases() -> None:
    """Each language has each case, in the same order."""
    assert len({tuple(load(code)) for code in LANGUAGES}) == 1


@pytest.mark.parametrize("case", load("en"))
@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_a_case_gives_the_same_statements_as_in_english(code: str, case: str) -> None:
    """The same things by the same IRIs, members of groups among them."""
    assert stated(load(code)[case], code) == stated(load("en")[case], "en") != set()


def test_votes_on_a_part_of_a_draft_or_told_of_no_draft_state_nothing() -> None:
    """The paragraph was kept, and the oral amendment rejected, by States that are not said to have voted on the draft."""
    for code in LANGUAGES:
        votes = {fact for text in load(code).values() for fact in stated(text, code) if fact[1].startswith("voted")}
        assert ("state/CUB", "votedFor", "resolution/A/C.1/80/L.9102", "asserted", "", "") not in votes
        assert not [fact for fact in votes if fact[0] == "state/JPN"]
