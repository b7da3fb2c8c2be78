"""The network as one HTML file that needs nothing else: no network, no other file, no server.

In: a `Drawing` and its layers. Out: bytes of UTF-8, the same for the same drawing. pyvis hands nodes, edges and vis-network
to our own template (its own loads two files from a CDN, takes titles for HTML and writes in the encoding of the locale);
places come from Python, so the picture stands at once. Data stand in the page as JSON, and a Content Security Policy
(Level 3) lets run only the two scripts whose SHA-256 it names and lets no script make HTML of text (Trusted Types): nothing
that a document or a label says can be run.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from graph.show.drawing import COLORS, SHAPES, Drawing, Edge, Node
from graph.show.layers import Layer
from graph.show.network import Fact, fallback
from graph.show.words import LANGUAGES, Texts, load_words
from ontology.authority import load_authority
from ontology.schema import Schema

_NAMED = 6  # documents that the head of the page names
_LIBRARY = "lib/vis-9.1.2/vis-network.min.js"
# The page's own script, in the order of reading; all share one scope.
SCRIPTS = ("text", "model", "picture", "marks", "filters", "panel", "evidence", "search", "save", "start")
_STATUS_LOOKS: Mapping[str, Mapping[str, object]] = {
    "planned": {"dashes": [8, 6], "color": {"color": "#a8801a", "opacity": 0.75}},
    "negated": {"dashes": [2, 5], "color": {"color": "#cc4f63", "opacity": 0.75}},
}
# What is chosen is drawn by the page itself, above the picture: for vis-network, a choice means drawing everything anew.
_OPTIONS: Mapping[str, object] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {"borderWidth": 0, "borderWidthSelected": 0},
    "edges": {
        "arrows": {"to": {"enabled": False, "scaleFactor": 0.35}},
        "smooth": False,
        "arrowStrikethrough": False,
    },
    "interaction": {"hover": False, "selectable": False, "dragNodes": False, "keyboard": False},
}


@dataclass(frozen=True, slots=True)
class Cut:
    """How much of a graph is not shown: things and relations, each shown and in all."""

    things: tuple[int, int]
    relations: tuple[int, int]


def page(
    drawing: Drawing, layers: Iterable[Layer], schema: Schema, *, language: str = "en", cut: Cut | None = None
) -> bytes:
    """The page, with names in `language` where there are any; `cut` when it does not show all."""
    from pyvis.network import Network as Pyvis  # type: ignore[import-untyped]  # noqa: PLC0415  it takes a second

    net = Pyvis(directed=True, cdn_resources="in_line")
    for node in drawing.nodes:
        net.add_node(node.path, label=node.path, **_node(node))
    for number, edge in enumerate(drawing.edges):
        net.add_edge(edge.source, edge.target, id=number, **_edge(edge))
    net.options = dict(_OPTIONS)
    folder = Path(str(files("graph.show"))) / "explorer"
    parts = {"style": (folder / "page.css").read_text("utf-8"), "script": _script(folder)}
    parts["library"] = Path(net.template_dir, _LIBRARY).read_text("utf-8")
    environment = net.templateEnv
    environment.loader.searchpath[:] = [str(folder)]
    environment.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False, "separators": (",", ":")}
    data = {**_data(drawing, schema), "layers": [_layer(layer) for layer in layers], "language": language}
    environment.globals.update(
        parts,
        policy=_policy(parts),
        data={**data, "cut": asdict(cut) if cut else None},
        noscript=load_words()["noscript"],
    )
    net.path = "page.html"
    html: str = net.generate_html()
    return (html.rstrip("\n") + "\n").encode()


def _script(folder: Path) -> str:
    parts = [(folder / f"{name}.js").read_text("utf-8") for name in SCRIPTS]
    return '"use strict";\n(() => {\n' + "\n".join(parts) + "})();\n"


def _policy(parts: Mapping[str, str]) -> str:
    digests = {name: b64encode(sha256(text.encode()).digest()).decode() for name, text in parts.items()}
    scripts = f"script-src 'sha256-{digests['library']}' 'sha256-{digests['script']}'"
    style = f"style-src 'sha256-{digests['style']}'"
    no_html = "require-trusted-types-for 'script'; trusted-types 'none'"
    return f"default-src 'none'; {scripts}; {style}; img-src data:; base-uri 'none'; form-action 'none'; {no_html}"


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
    return {**looks, "arrows": arrows, "relation": edge.relation, "status": edge.status, "weight": edge.weight}


def _data(drawing: Drawing, schema: Schema) -> dict[str, object]:
    """All that the page says in words."""
    groups = {node.group for node in drawing.nodes if node.group}
    labels = {**_labels(groups), **drawing.mentioned, **{node.path: node.labels for node in drawing.nodes}}
    relations = sorted({edge.relation for edge in drawing.edges})
    return {
        "words": load_words(),
        "languages": sorted({tag for node in drawing.nodes for tag in node.labels if tag} | set(LANGUAGES)),
        "labels": labels,
        "names": {node.path: node.names for node in drawing.nodes if node.names},
        "kinds": (kinds := _kinds(drawing, schema)),
        "order": list(kinds),
        "palette": list(COLORS.values()),
        "statuses": {status: _label(status, schema) for status in sorted({edge.status for edge in drawing.edges})},
        "relations": {name: schema.labels.get(name) or {"en": _words(name).lower()} for name in relations},
        "facts": [[_fact(fact) for fact in edge.facts] for edge in drawing.edges],
        **_summary(drawing),
    }


def _layer(layer: Layer) -> dict[str, object]:
    things = [[thing.path, thing.x, thing.y, thing.community, thing.rank] for thing in layer.things]
    return {"name": layer.name, "names": layer.names, "edges": layer.edges, "things": things, "sources": layer.sources}


def _fact(fact: Fact) -> dict[str, object]:
    """What is known of a fact, without what is empty."""
    known = {name: value for name, value in asdict(fact).items() if value and name != "path"}
    passages = [(place.quote, place.section, place.paragraph, place.page, place.said_by) for place in fact.passages]
    return {**known, "passages": passages}


def _kinds(drawing: Drawing, schema: Schema) -> dict[str, dict[str, object]]:
    """The classes that occur, by family, with their looks."""
    rows = sorted({([*SHAPES, ""].index(node.family), node.kind, node.color, node.shape) for node in drawing.nodes})
    return {kind: {"label": _label(kind, schema), "color": color, "shape": shape} for _, kind, color, shape in rows}


def _label(name: str, schema: Schema) -> Texts:
    return schema.labels.get(name) or {"en": _words(name)}


def _labels(groups: Iterable[str]) -> dict[str, Texts]:
    """The names of regional groups, which a graph gives by path alone."""
    entities = load_authority().entities
    known = [entities[path] for path in sorted(groups) if path in entities]
    return {entity.path: {tag: entity.label(tag) for tag in LANGUAGES} for entity in known}


def _words(name: str) -> str:
    """`PoliticalInstrument` as `Political instrument`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()


def _summary(drawing: Drawing) -> dict[str, object]:
    """How many statements of which documents: the number, and the paths of the documents in the order of their names."""
    facts = [fact for edge in drawing.edges for fact in edge.facts]
    documents = {
        fact.document: fact.symbol or fallback(drawing.mentioned[fact.document], fact.document) for fact in facts
    }
    return {"statements": len(facts), "documents": sorted(documents.items(), key=lambda pair: (pair[1], pair[0]))}
