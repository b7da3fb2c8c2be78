"""Looking up places against going through all of them, and the pieces of what is longer than any paragraph."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.mentions.mention import Mention
from extract.mentions.places import Near, Taken
from extract.text.layout import paragraphs

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda pair: (pair[0], sum(pair))), max_size=20)


def mention(start: int, end: int) -> Mention:
    return Mention(start, end, "State", "state/NOR", "", "name")


@given(SPANS, st.tuples(st.integers(0, 40), st.integers(0, 12)))
def test_all_that_touches_a_place_is_near_it(spans: list[tuple[int, int]], place: tuple[int, int]) -> None:
    start, end = place[0], sum(place)
    near = [(m.start, m.end) for m in Near([mention(*span) for span in spans]).near(start, end)]
    assert sorted(near, key=lambda span: span[0]) == near
    assert {span for span in spans if span[0] <= end and span[1] >= start} <= set(near)


@given(SPANS)
def test_a_place_is_taken_once(spans: list[tuple[int, int]]) -> None:
    taken, kept = Taken(), list[tuple[int, int]]()
    for start, end in spans:
        free = not any(a < end and start < b for a, b in kept)
        assert taken.take(start, end) is free
        kept += [(start, end)] * free


@pytest.mark.parametrize("sentence", ["挪威批准了条约。", "Norway ratified the treaty. ", "挪威、瑞典、", "无"])
def test_what_is_longer_than_any_paragraph_is_cut_between_sentences(sentence: str) -> None:
    text = sentence * (12_000 // len(sentence))
    pieces = paragraphs(f"{text}\n")
    assert len(pieces) > 1
    assert max(len(piece.value) for piece in pieces) <= 5000
    assert "".join("".join(piece.value.split()) for piece in pieces) == "".join(text.split())
    assert all(piece.value[-1] == sentence.strip()[-1] for piece in pieces)
    assert all(a.origin(len(a.value)) <= b.origin(0) for a, b in pairwise(pieces))


def test_a_long_paragraph_of_a_report_stays_whole() -> None:
    assert len(paragraphs("挪威批准了条约。" * 600 + "\n")) == 1
