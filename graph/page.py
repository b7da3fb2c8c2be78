"""The network as one HTML file that needs nothing else: no network, no other file, no server.

In: a `Drawing`. Out: bytes of UTF-8, the same for the same drawing. pyvis hands nodes, edges and vis-network to our own
template (its own loads two files from a CDN, takes titles for HTML and writes in the encoding of the locale); places come
from Python, so the picture stands at once. Data stand in the page as JSON, and a Content Security Policy (Level 3)
lets run only the two scripts whose SHA-256 it names: nothing that a document or a label says can be run.
"""

import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import asdict
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from graph.drawing import SHAPES, Drawing, Edge, Node
from graph.network import Fact, fallback
from ontology.schema import Schema

_NAMED = 6  # documents that the head of the page names
_LIBRARY = "lib/vis-9.1.2/vis-network.min.js"
_STATUS_LOOKS: Mapping[str, Mapping[str, object]] = {
    "planned": {"dashes": [8, 6], "color": {"color": "#a8801a", "opacity": 0.75}},
    "negated": {"dashes": [2, 5], "color": {"color": "#cc4f63", "opacity": 0.75}},
}
_OPTIONS: Mapping[str, object] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {"borderWidth": 0, "borderWidthSelected": 0, "labelHighlightBold": False},
    "edges": {
        "arrows": {"to": {"enabled": False, "scaleFactor": 0.35}},
        "smooth": False,
        "selectionWidth": 2.5,
        "hoverWidth": 1.5,
        "arrowStrikethrough": False,
    },
    "interaction": {"hover": True, "hoverConnectedEdges": False, "tooltipDelay": 100, "hideEdgesOnDrag": False},
}


def page(drawing: Drawing, schema: Schema, *, language: str = "en", notice: str = "") -> bytes:
    """The page, with names in `language` where there are any; `notice` says what is not shown."""
    from pyvis.network import Network as Pyvis  # type: ignore[import-untyped]  # noqa: PLC0415  it takes a second

    net = Pyvis(directed=True, cdn_resources="in_line")
    for node in drawing.nodes:
        net.add_node(node.path, label=node.path, **_node(node))
    for number, edge in enumerate(drawing.edges):
        net.add_edge(edge.source, edge.target, id=number, **_edge(edge))
    net.options = dict(_OPTIONS)
    folder = Path(str(files("graph")))
    parts = {name: (folder / file).read_text("utf-8") for name, file in (("style", "page.css"), ("script", "page.js"))}
    parts["library"] = Path(net.template_dir, _LIBRARY).read_text("utf-8")
    environment = net.templateEnv
    environment.loader.searchpath[:] = [str(folder)]
    environment.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False, "separators": (",", ":")}
    environment.globals.update(parts, policy=_policy(parts), data=_data(drawing, schema, language, notice))
    net.path = "page.html"
    html: str = net.generate_html()
    return (html.rstrip("\n") + "\n").encode()


def _policy(parts: Mapping[str, str]) -> str:
    digests = {name: b64encode(sha256(text.encode()).digest()).decode() for name, text in parts.items()}
    scripts = f"script-src 'sha256-{digests['library']}' 'sha256-{digests['script']}'"
    style = f"style-src 'sha256-{digests['style']}'"
    return f"default-src 'none'; {scripts}; {style}; img-src data:; base-uri 'none'; form-action 'none'"


def _node(node: Node) -> dict[str, object]:
    looks = {"x": node.x, "y": node.y, "size": node.size, "color": node.color, "shape": node.shape}
    return {**looks, "kind": node.kind, "statements": node.statements, "region": node.group}


def _edge(edge: Edge) -> dict[str, object]:
    looks: dict[str, object] = {
        "width": round(0.8 + 0.5 * min(edge.weight, 8), 1),
        **_STATUS_LOOKS.get(edge.status, {}),
    }
    if edge.bend:
        turn = "curvedCW" if edge.bend > 0 else "curvedCCW"
        looks["smooth"] = {"enabled": True, "type": turn, "roundness": abs(edge.bend)}
    arrows = "" if edge.symmetric else "to"
    return {**looks, "arrows": arrows, "relation": edge.relation, "status": edge.status}


def _data(drawing: Drawing, schema: Schema, language: str, notice: str) -> dict[str, object]:
    """All that the page says in words."""
    labels = {**drawing.mentioned, **{node.path: node.labels for node in drawing.nodes}}
    languages = sorted({tag for node in drawing.nodes for tag in node.labels if tag} | {language})
    return {
        "language": language,
        "languages": languages,
        "notice": notice,
        "summary": _summary(drawing),
        "labels": labels,
        "names": {node.path: node.names for node in drawing.nodes if node.names},
        "kinds": (kinds := _kinds(drawing)),
        "order": list(kinds),
        "relations": {name: _relation(name, schema) for name in sorted({edge.relation for edge in drawing.edges})},
        "facts": [[_fact(fact) for fact in edge.facts] for edge in drawing.edges],
    }


def _fact(fact: Fact) -> dict[str, object]:
    passages = [(passage.quote, passage.section, passage.paragraph, passage.said_by) for passage in fact.passages]
    return {**asdict(fact), "passages": passages}


def _kinds(drawing: Drawing) -> dict[str, dict[str, str]]:
    """The classes that occur, by family, with their looks."""
    rows = sorted({([*SHAPES, ""].index(node.family), node.kind, node.color, node.shape) for node in drawing.nodes})
    return {kind: {"label": _words(kind), "color": color, "shape": shape} for _, kind, color, shape in rows}


def _relation(name: str, schema: Schema) -> Mapping[str, str]:
    known = schema.relations.get(name)
    return known.labels if known else {"en": _words(name).lower()}


def _words(name: str) -> str:
    """`PoliticalInstrument` as `Political instrument`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()


def _summary(drawing: Drawing) -> str:
    """How many statements of which documents."""
    facts = [fact for edge in drawing.edges for fact in edge.facts]
    documents = sorted({fact.symbol or fallback(drawing.mentioned[fact.document], fact.document) for fact in facts})
    shown = ", ".join(documents[:_NAMED]) + (f" and {len(documents) - _NAMED:,} more" if documents[_NAMED:] else "")
    return f"{len(facts):,} statements of {len(documents):,} documents: {shown}"
