"""Readings become a graph; what was refused and what was named become tables."""

from dataclasses import replace

import pytest

from extract.model import Document, Reading, Refusal
from extract.pipeline import Options, read_text
from extract.text.source import Source
from graph.demo import samples
from graph.make.ledger import to_ledger
from graph.make.mentions import to_mentions
from graph.make.reports import build
from graph.rdf.turtle import to_turtle
from graph.rows import to_tsv
from ontology.errors import InputError

ZH = Options(language="zh")


def report(name: str, symbol: str, text: str) -> Reading:
    return read_text(Source(name, f"{symbol}\n\n{text}\n"), Options(symbol=symbol, language="zh"))


def test_the_order_of_files_does_not_matter() -> None:
    readings = [read_text(*sample) for sample in samples()]
    assert len(readings) > 1
    turtle = to_turtle(build(readings))
    assert turtle == to_turtle(build(readings[::-1]))
    assert to_ledger(readings) == to_ledger(readings[::-1])


def test_the_same_text_twice_is_one_document() -> None:
    one = report("a.txt", "A/99/1", "挪威批准了《禁止化学武器公约》。")
    assert build([one, replace(one, document=replace(one.document, file="b.txt"))]) == build([one])


def test_two_texts_of_one_document_are_refused() -> None:
    one = report("a.txt", "A/99/1", "挪威批准了《禁止化学武器公约》。")
    two = report("b.txt", "A/99/1", "瑞典批准了《禁止化学武器公约》。")
    with pytest.raises(InputError, match=r"a\.txt and b\.txt: two different texts of document/A/99/1 in zh"):
        build([one, two])


def test_reports_without_any_statement_are_refused() -> None:
    silent = report("a.txt", "A/99/1", "天气很好。")
    told = report("b.txt", "A/99/2", "挪威批准了《禁止化学武器公约》。")
    with pytest.raises(InputError, match=r"a\.txt: nothing found"):
        build([silent])
    assert build([silent, told]) > build([told])


def test_the_ledger_has_a_line_for_every_refusal() -> None:
    row = Refusal("document/A", 3, 5, 9, "calls\tupon", "r", "no object", "One line.\nAnother\u2028one.\r\n")
    reading = Reading(
        Document("document/A", "A", "en", "", "", "a.txt"), (), (), (replace(row, paragraph=12), row, row)
    )
    assert to_ledger([reading]).decode() == (
        "document\tparagraph\tstart\tend\tcue\trule\treason\tsentence\n"
        "document/A\t3\t5\t9\tcalls upon\tr\tno object\tOne line. Another one. \n"
        "document/A\t12\t5\t9\tcalls upon\tr\tno object\tOne line. Another one. \n"
    )


def test_the_ledger_of_a_report_names_its_places() -> None:
    text = "各国促请缔约方批准有关条约。"
    reading = report("a.txt", "A/99/1", text)
    lines = [line.split("\t") for line in to_ledger([reading]).decode().splitlines()]
    assert len(lines) > 1
    assert all(len(line) == 8 for line in lines)
    assert lines[1][0] == "document/A/99/1"
    assert lines[1][7] == text


def test_mentions_are_a_table() -> None:
    table = to_mentions([Source("a.txt", "挪威批准了《禁止化学武器公约》。\n")], ZH).decode().splitlines()
    assert table[0] == "document\tparagraph\tstart\tend\tsurface\tclass\tid"
    assert table[1] == "a.txt\t1\t0\t2\t挪威\tState\tstate/NOR"
    assert "Treaty\ttreaty/CWC" in table[2]


def test_cells_hold_neither_tabs_nor_lines() -> None:
    assert to_tsv(["a", "b"], [("x\ty", 1), ("\v\f\x85z", None)]) == b"a\tb\nx y\t1\n z\tNone\n"
