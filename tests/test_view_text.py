"""Text is text: whatever names and quotes say, the page shows it and never runs it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import cast

from click.testing import CliRunner

from graph.cli import main

DATA = Path(__file__).parent / "data"
HEAD = (DATA / "network.ttl").read_text(encoding="utf-8").partition("<document")[0]
# 25 texts, each as it is and behind what might let it out of an attribute, an element, a script, a style or its line.
HOSTILE = [
    before + text
    for text in (DATA / "hostile.txt").read_text(encoding="utf-8").splitlines()
    for before in ("", '"> ', "' ", "\u202b", "No\u202e", "--></style>", "</textarea>", "]]>\x00")
]
RAN = "window.ran !== undefined || document.querySelector('main img, main svg, main script, main iframe, main object') !== null"
# Looks for each text, opens what is found, then the line it is at, and says what is to be read there.
READ = """(texts => texts.map(text => {
  const search = document.getElementById("search"), panel = document.getElementById("panel");
  search.value = text.replace(/[\\n\\r]/g, "");
  search.dispatchEvent(new Event("input"));
  search.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter" }));
  const title = panel.querySelector("h2").textContent;
  panel.querySelector(".ties .row").click();
  return [title, panel.querySelector("blockquote").textContent];
}))"""


def page(folder: Path, texts: list[str]) -> Path:
    """A page where each text is the name of a State, of a treaty, of a document, the words of a statement and its cue."""
    said = [
        f"<state/{n}> a pact:State ; rdfs:label {name}@en . <treaty/{n}> a pact:Treaty ; rdfs:label {name}@zh ."
        f" <document/{n}> a pact:Document ; rdfs:label {name} ; dcterms:identifier {name} ."
        f" <statement/{n}> a pact:Statement ; rdf:subject <state/{n}> ; rdf:predicate pact:signed ; rdf:object <treaty/{n}> ;"
        f" pact:status pact:asserted ; pact:quote {name}@en ; pact:cue {json.dumps(text[3:9])}@en ; pact:inDocument <document/{n}> ."
        for n, text in enumerate(texts)
        for name in [json.dumps(text)]
    ]
    graph, made = folder / "graph.ttl", folder / "page.html"
    graph.write_text(HEAD + "\n".join(said), encoding="utf-8")
    assert CliRunner().invoke(main, ["view", str(graph), "-o", str(made)], catch_exceptions=False).exit_code == 0
    return made


def readable(text: str) -> str:
    """Characters that turn or hide what follows are named."""
    return text.replace("\u202e", "[U+202E]").replace("\x00", "[U+0000]")


def test_200_hostile_names_and_quotes_are_shown_and_never_run(
    browser: Callable[..., dict[str, object]], tmp_path: Path
) -> None:
    assert len(HOSTILE) == 200
    steps = [("evaluate", f"{READ}({json.dumps(HOSTILE)})"), ("wait", 100), ("evaluate", RAN)]
    answer = browser(page=page(tmp_path, HOSTILE), steps=steps)
    assert answer["seen"] == [[[readable(text)] * 2 for text in HOSTILE], False]
    assert (answer["problems"], answer["requests"]) == ([], [])


def test_hostile_text_on_the_canvas_and_at_the_pointer_is_never_run(
    browser: Callable[..., dict[str, object]], tmp_path: Path
) -> None:
    for text in HOSTILE[:24:8]:
        steps = [
            *(("hover", "#canvas"), ("texts", "#hover"), ("click", "#canvas")),
            *(("texts", "#panel h2"), ("texts", "figcaption"), ("evaluate", RAN)),
        ]
        answer = browser(page=page(tmp_path, [text]), steps=steps)
        *shown, ran = cast("list[object]", answer["seen"])
        assert all(text in one for (one,) in cast("list[list[str]]", shown))
        assert ran is False
        assert (answer["problems"], answer["requests"]) == ([], [])


def test_the_policy_stops_a_script_that_is_not_ours(browser: Callable[..., dict[str, object]], tmp_path: Path) -> None:
    made = page(tmp_path, ["Norway"])
    foreign = "<script>window.ran = 1</script><img src=x onerror='window.ran = 2'></body>"
    made.write_text(made.read_text(encoding="utf-8").replace("</body>", foreign), encoding="utf-8")
    html = "(() => { try { document.body.innerHTML = '<b>x</b>' } catch (error) { return error.name } })()"
    answer = browser(page=made, steps=[("wait", 200), ("evaluate", "window.ran ?? 'nothing'"), ("evaluate", html)])
    assert answer["seen"] == ["nothing", "TypeError"]
    assert "Content Security Policy" in str(answer["problems"])
    assert answer["requests"] == []
