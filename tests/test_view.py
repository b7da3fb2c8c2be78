"""The page in a browser: it needs nothing else, shows the evidence, and runs nothing that a text says."""

import json
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import cast

import pytest
from click.testing import CliRunner

from graph.cli import main

ROOT = Path(__file__).parent.parent
GRAPH = Path(__file__).parent / "data" / "network.ttl"
PICTURES = ROOT / "build" / "pictures"
HEAD = GRAPH.read_text(encoding="utf-8").partition("<document")[0]
RAN = "window.ran !== undefined || document.querySelector('main img, main svg, main script, main iframe') !== null"
Step = tuple[str | int | bool, ...]
Browse = Callable[..., list[object]]

HOSTILE = [
    "<img src=x onerror=\"window.ran='img'\">",
    "</script><script>window.ran='script'</script>",
    "</blockquote><svg onload=\"window.ran='svg'\">",
    "javascript:window.ran='link'//",
    "{{ 7*7 }}${7*7}<%= 7*7 %>",
    "\"'`&quot;&#39;\\u003cb\\u003e\\",
    "<!--<script>",
    "<b onmouseover=window.ran='hover'>href=</b>",
    "constructor",
    "__proto__",
]


@pytest.fixture
def browse(node: Callable[..., dict[str, object]], chromium: str) -> Browse:
    """A function that takes a page through steps and returns the answers; the browser may not complain or ask for anything."""

    def run(page: Path, *steps: Step, scheme: str = "light") -> list[object]:
        answer = node("browse.mjs", chromium, page, scheme, asked=steps)
        assert (answer["problems"], answer["requests"]) == ([], [])
        return cast("list[object]", answer["seen"])

    return run


def view(folder: Path, text: str, *options: str) -> Path:
    """The page of a graph in Turtle."""
    graph, page = folder / "graph.ttl", folder / "page.html"
    graph.write_text(text, encoding="utf-8")
    done = CliRunner().invoke(main, ["view", str(graph), "-o", str(page), *options], catch_exceptions=False)
    assert (done.exit_code, done.output) == (0, "")
    return page


def only(text: str, *statements: str) -> str:
    """The graph without all statements but these."""
    kept = "|".join(statements)
    return re.sub(rf"^<statement/(?!{kept})\d+> a .*?\.\n(?=\n|<)", "", text, flags=re.MULTILINE | re.DOTALL)


@pytest.fixture
def turtle() -> str:
    return GRAPH.read_text(encoding="utf-8")


def test_the_page_needs_nothing_else_and_says_what_it_shows(browse: Browse, tmp_path: Path, turtle: str) -> None:
    page = view(tmp_path, turtle)
    summary, counts, legend, notice = browse(
        page,
        ("texts", "#summary"),
        ("texts", "#counts"),
        ("texts", "#filters .name"),
        ("count", "#notice:not([hidden])"),
    )
    assert summary == ["10 statements of 2 documents: NOTE/1, second-note"]
    assert counts == ["8 things · 8 relations"]
    assert cast("list[str]", legend)[:4] == ["Organization", "State", "Treaty", "Initiative"]
    assert notice == 0


def test_a_page_is_the_same_every_time_and_lets_nothing_else_run(tmp_path: Path, turtle: str) -> None:
    first = view(tmp_path, turtle).read_bytes()
    assert view(tmp_path, turtle).read_bytes() == first
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', first.decode())
    assert policy
    assert "default-src 'none'" in policy[1]
    assert "unsafe" not in policy[1]
    assert not re.search(r'(?:src|href)="?(?:https?:)?//', first.decode().partition("<script")[0])


def test_a_click_on_a_line_shows_every_word_it_rests_on(browse: Browse, tmp_path: Path, turtle: str) -> None:
    # Of two things the line runs through the middle of the canvas.
    page = view(tmp_path, only(turtle, "01", "02"))
    quotes, cues, notes = browse(
        page,
        ("click", "#canvas"),
        ("texts", "#panel blockquote"),
        ("texts", "#panel mark"),
        ("texts", "#panel figcaption"),
    )
    assert quotes == [
        "挪威已于2014年2月20日批准《核恐公约》。",
        "挪威是该公约的批准国之一。",
        "Norway ratified that Convention in 2014.",
    ]
    assert cues == ["批准", "批准", "ratified"]
    first, second, third = cast("list[str]", notes)
    assert first == "NOTE/1, zh · section 挪威 · paragraph 7 · date 2014-02-20 · said by Norway · rule ratified, 0.95"
    assert second.endswith("said by International Atomic Energy Agency · rule ratified, 0.95")
    assert third == "second-note, en · paragraph 1 · date 2014 · rule ratified, 0.9"


def test_three_clicks_lead_from_a_name_to_the_evidence(browse: Browse, tmp_path: Path, turtle: str) -> None:
    page = view(tmp_path, turtle)
    hits, title, languages, rows, heading, status, quote = browse(
        page,
        ("fill", "#search", "挪威"),
        ("texts", "#hits .row"),
        ("click", "#hits .row"),
        ("texts", "#panel h2"),
        ("texts", "#panel dl"),
        ("texts", "#panel h3"),
        ("click", "#panel h3:has-text('ratified') + .row"),
        ("texts", "#panel h2"),
        ("texts", "#panel .chip"),
        ("texts", "#panel blockquote >> nth=0"),
    )
    assert hits == ["Norway\n挪威"]
    assert title == ["Norway"]
    assert [re.split(r"\s+", text) for text in cast("list[str]", languages)] == [["ar", "النرويج", "zh", "挪威"]]
    assert rows == ["contributed to →", "implements →", "ratified →"]
    assert heading == ["Norway → International Convention for the Suppression of Acts of Nuclear Terrorism"]
    assert status == ["ratified", "asserted", "2 statements"]
    assert quote == ["挪威已于2014年2月20日批准《核恐公约》。"]


def test_names_are_found_and_shown_in_every_language(browse: Browse, tmp_path: Path, turtle: str) -> None:
    page = view(tmp_path, turtle)
    latin, arabic, chinese, relation, fallback = browse(
        page,
        ("fill", "#search", "KINGDOM of nor"),
        ("texts", "#hits .name"),
        ("fill", "#search", "النرويج"),
        ("texts", "#hits .name"),
        ("press", "Escape"),
        ("select", "#language", "zh"),
        ("texts", "#panel .row .name"),
        ("texts", "#relations .name"),
        ("select", "#language", "ar"),
        ("texts", "#panel .row .name"),
    )
    assert latin == arabic == ["Norway"]
    assert {"挪威", "国际刑警组织", "低浓铀银行"} <= set(cast("list[str]", chinese))
    assert "批准" in cast("list[str]", relation)
    assert {"النرويج", "INTERPOL", "低浓铀银行"} <= set(cast("list[str]", fallback))


def test_filters_hide_what_is_not_asked_for(browse: Browse, tmp_path: Path, turtle: str) -> None:
    page = view(tmp_path, turtle)
    counts = browse(
        page,
        ("check", "#statuses input[value=negated]", False),
        ("texts", "#counts"),
        ("click", "#none"),
        ("texts", "#counts"),
        ("check", "#relations input[value=cooperatesWith]", True),
        ("texts", "#counts"),
        ("click", "#all"),
        ("check", "#statuses input[value=negated]", True),
        ("check", "#kinds input[value=Treaty]", False),
        ("texts", "#counts"),
    )
    assert [text for (text,) in cast("list[list[str]]", counts)] == [
        "8 things · 7 of 8 relations",
        "0 of 8 things · 0 of 8 relations",
        "2 of 8 things · 1 of 8 relations",
        "5 of 8 things · 4 of 8 relations",
    ]


def test_a_large_graph_is_cut_and_says_so(browse: Browse, tmp_path: Path, turtle: str) -> None:
    (notice,) = browse(view(tmp_path, turtle, "--limit", "4"), ("texts", "#notice"))
    assert "Here are 4 of 8 things" in cast("list[str]", notice)[0]


@pytest.mark.parametrize("text", HOSTILE[:2])
def test_hostile_text_on_the_canvas_is_never_run(browse: Browse, tmp_path: Path, turtle: str, text: str) -> None:
    name = json.dumps(text)
    put = partial(re.sub, repl=lambda _: name)
    graph = put(r'"(?:挪威已于[^"]*|批准|挪威|Norway|ratified|NOTE/1|Kingdom[^"]*)"', string=only(turtle, "01"))
    hovered, heading, quote, cue, note, ran = browse(
        view(tmp_path, graph),
        ("hover", "#canvas"),
        ("texts", "#hover"),
        ("click", "#canvas"),
        ("texts", "#panel h2"),
        ("texts", "#panel blockquote >> nth=0"),
        ("texts", "#panel mark >> nth=0"),
        ("texts", "#panel figcaption >> nth=0"),
        ("evaluate", RAN),
    )
    for (shown,) in cast("list[list[str]]", [hovered, heading, quote, cue, note]):
        assert text in shown
    assert ran is False


def test_hostile_names_and_quotes_are_shown_and_never_run(browse: Browse, tmp_path: Path) -> None:
    texts = [before + text for text in HOSTILE for before in ("", '"> ', "\u202b", "--></style>")]
    said = [
        f"<state/{n}> a pact:State ; rdfs:label {json.dumps(text)}@en . <treaty/{n}> a pact:Treaty . <statement/{n}> a pact:Statement ;"
        f" rdf:subject <state/{n}> ; rdf:predicate pact:signed ; rdf:object <treaty/{n}> ; pact:status pact:asserted ;"
        f" pact:quote {json.dumps(text)}@en ; pact:cue {json.dumps(text[3:9])}@en ; pact:inDocument <document/1> ."
        for n, text in enumerate(texts)
    ]
    steps = [
        step
        for text in texts
        for step in (
            ("fill", "#search", text),
            ("press", "Enter"),
            ("texts", "#panel h2"),
            ("click", "#panel .row"),
            ("texts", "#panel blockquote"),
        )
    ]
    *shown, ran = browse(view(tmp_path, HEAD + "\n".join(said)), *steps, ("evaluate", RAN))
    # The browser is asked for what it renders, where white space is folded.
    wanted = [" ".join(text.split()) for text in texts for _ in (1, 2)]
    assert [" ".join(text.split()) for (text,) in cast("list[list[str]]", shown)] == wanted
    assert ran is False


def test_the_policy_stops_a_script_that_is_not_ours(
    node: Callable[..., dict[str, object]], chromium: str, tmp_path: Path, turtle: str
) -> None:
    page = view(tmp_path, turtle)
    broken = page.read_text(encoding="utf-8").replace(
        "</body>", "<script>window.ran = 1</script><img src=x onerror='window.ran = 2'></body>"
    )
    page.write_text(broken, encoding="utf-8")
    answer = node("browse.mjs", chromium, page, "light", asked=[("wait", 200), ("evaluate", "window.ran ?? 'nothing'")])
    assert answer["seen"] == ["nothing"]
    assert "Content Security Policy" in str(answer["problems"])
    assert answer["requests"] == []


def test_characters_that_turn_a_line_are_named(browse: Browse, tmp_path: Path, turtle: str) -> None:
    graph = only(turtle, "01").replace('"Norway"', '"No\u202eyawr\\u0000"')
    ((heading,),) = cast("list[list[str]]", browse(view(tmp_path, graph), ("click", "#canvas"), ("texts", "#panel h2")))
    assert heading.startswith("No[U+202E]yawr[U+0000] →")


def synthetic(things: int, statements: int) -> str:
    """A graph as large as asked for: States and organizations that join, adopt and meet, the first the most."""
    kinds = ("State", "Organization", "Treaty", "Resolution", "Initiative", "Meeting", "Exercise", "Legislation")
    relations = ("participatesIn", "cooperatesWith", "implements", "supports", "ratified", "organized")
    named = [f'<x/{n}> a pact:{kinds[n % 8]} ; rdfs:label "{kinds[n % 8]} {n}"@en, "名{n}"@zh .' for n in range(things)]
    said = [
        f"<statement/{n}> a pact:Statement ; rdf:subject <x/{n * 7919 % 101 * n % things}> ;"
        f" rdf:predicate pact:{relations[n % 6]} ; rdf:object <x/{(n * 31 + 7) % things}> ;"
        f" pact:status pact:{('asserted', 'planned', 'negated')[n % 13 % 3 if n % 5 == 0 else 0]} ;"
        f' pact:quote "quote {n}"@en ; pact:cue "quote"@en ; pact:inDocument <document/{n % 4}> ; pact:rule "r" .'
        for n in range(statements)
    ]
    documents = [f'<document/{n}> a pact:Document ; rdfs:label "NOTE/{n}" .' for n in range(4)]
    return "\n".join([HEAD, *named, *documents, *said, ""])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_graph_of_150_things_is_drawn_at_once(browse: Browse, tmp_path: Path, scheme: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    page = view(tmp_path, synthetic(150, 600))
    drawn, moved = browse(
        page,
        ("evaluate", "performance.getEntriesByName('drawn')[0].startTime"),
        ("shot", str(PICTURES / f"page-{scheme}.png")),
        ("evaluate", "document.querySelectorAll('#canvas canvas').length"),
        ("fill", "#search", "State 0"),
        ("press", "Enter"),
        ("wait", 100),
        ("shot", str(PICTURES / f"page-{scheme}-node.png")),
        scheme=scheme,
    )
    assert cast("float", drawn) < 5000
    assert moved == 1
