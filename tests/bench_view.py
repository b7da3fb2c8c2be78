"""How fast the page opens, beside plain pyvis on the same graph: `.venv/bin/pytest -s tests/bench_view.py`, some minutes.

10,000 things and 30,000 relations; time in the browser from opening to the first picture, the best of three. pyvis as it comes
moves the things about until they rest, and draws nothing before; a second row has it without that.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import cast

import pytest
from click.testing import CliRunner

from graph.cli import main
from graph.show.network import Network, load_network
from ontology.schema import load_schema

THINGS, RELATIONS = 10_000, 30_000
PATIENCE = 60  # seconds
HEAD = (Path(__file__).parent / "data" / "network.ttl").read_text(encoding="utf-8").partition("<document")[0]
KINDS = ("State", "Organization", "Treaty", "Resolution", "Initiative", "Meeting", "Exercise", "Legislation")
NAMES = ("participatesIn", "cooperatesWith", "implements", "supports", "ratified", "organized")


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph in which few things have many ties and many few."""
    random = Random(7)  # noqa: S311  no secret
    pairs = {(int(n * random.random() ** 2), n) for n in range(1, THINGS)}
    while len(pairs) < RELATIONS:
        pairs.add((int(THINGS * random.random() ** 3), random.randrange(THINGS)))
    named = [f'<x/{n}> a pact:{KINDS[n % 8]} ; rdfs:label "{KINDS[n % 8]} {n}"@en .' for n in range(THINGS)]
    said = [
        f"<statement/{n}> a pact:Statement ; rdf:subject <x/{a}> ; rdf:predicate pact:{NAMES[n % 6]} ; rdf:object <x/{b}> ;"
        f' pact:status pact:asserted ; pact:quote "quote {n}"@en ; pact:cue "quote"@en ; pact:inDocument <document/{n % 4}> .'
        for n, (a, b) in enumerate(sorted(pairs))
    ]
    path = tmp_path_factory.mktemp("graph") / "graph.ttl"
    path.write_text("\n".join([HEAD, *named, *said, ""]), encoding="utf-8")
    return path


def plain(network: Network, path: Path, *, physics: bool) -> Path:
    """The same graph by pyvis alone, with a mark when it has drawn."""
    from pyvis.network import Network as Pyvis  # type: ignore[import-untyped]  # noqa: PLC0415  it takes a second

    net = Pyvis(directed=True, cdn_resources="in_line")
    for node in network:
        net.add_node(node, label=network.nodes[node]["labels"]["en"])
    for source, target in network.edges():
        net.add_edge(source, target)
    net.toggle_physics(physics)
    made = "network = new vis.Network(container, data, options);"
    html = net.generate_html()
    assert made in html
    path.write_text(
        html.replace(made, f"{made} network.once('afterDrawing', () => performance.mark('drawn'));"), "utf-8"
    )
    return path


def test_a_graph_of_10000_things_opens_in_time(
    browser: Callable[..., dict[str, object]], graph: Path, tmp_path: Path
) -> None:
    network = load_network(str(graph), load_schema())
    pages = {"pyvis": plain(network, tmp_path / "pyvis.html", physics=True)}
    pages["pyvis, physics off"] = plain(network, tmp_path / "still.html", physics=False)
    for name, limit in (("pactgraph view", "2000"), ("pactgraph view --limit 10000", str(THINGS))):
        pages[name] = tmp_path / f"{limit}.html"
        done = CliRunner().invoke(main, ["view", str(graph), "--limit", limit, "-o", str(pages[name])])
        assert done.exit_code == 0
    best = {}
    for name, page in pages.items():
        times = [opened(browser, page, "#layer=everything") for _ in range(1 if name == "pyvis" else 3)]
        best[name] = min(times)
        shown = f"{best[name]:.1f} s" if best[name] < PATIENCE else f"no picture in {PATIENCE} s"
        sys.stdout.write(f"\n{name}: {shown}")
    assert best["pactgraph view --limit 10000"] < 4


def opened(browser: Callable[..., dict[str, object]], page: Path, where: str) -> float:
    """Seconds until the first picture, infinite after PATIENCE."""
    mark = ("evaluate", "performance.getEntriesByName('drawn')[0].startTime")
    try:
        answer = browser(page=page, hash=where, patience=PATIENCE * 1000, steps=[mark])
    except AssertionError:
        return float("inf")
    return cast("list[float]", answer["seen"])[0] / 1000
