// The page of `pactgraph view`: draws the network where Python placed it, filters it, finds things, shows the evidence.
// Whatever stands in the data is text: it reaches the page through textContent and canvas, never as HTML.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const read = (id) => JSON.parse(byId(id).textContent);
  const data = read("data");
  const nodes = new vis.DataSet(read("nodes").map(({ label, ...node }) => node));
  const edges = new vis.DataSet(read("edges"));
  const allEdges = edges.get();
  const edgesOf = new Map(nodes.getIds().map((id) => [id, []]));
  for (const edge of allEdges) for (const end of new Set([edge.from, edge.to])) edgesOf.get(end).push(edge);
  const ranked = nodes.get().sort((a, b) => b.statements - a.statements || (a.id < b.id ? -1 : 1));
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let language = data.language;

  // ---------------------------------------------------------------------------------------------------------- text

  // Characters that would turn or hide what follows them are shown by their number.
  const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202d\u202e\ufff9-\ufffb]/g;
  const RIGHT_TO_LEFT = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u;
  const plain = (text) =>
    String(text).replace(HIDDEN, (c) => `[U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);

  const pick = (labels, otherwise) => {
    const found = [language, "en", ...Object.keys(labels).sort()].find((tag) => labels[tag]);
    return found === undefined ? [otherwise, ""] : [labels[found], found];
  };
  const labelOf = (path) => pick(data.labels[path] || {}, path.slice(path.indexOf("/") + 1) || path);
  const nameOf = (path) => plain(labelOf(path)[0]);
  const relationName = (relation) => plain(pick(data.relations[relation] || {}, relation)[0]);
  const number = (n) => n.toLocaleString("en");
  const many = (n, one, more) => `${number(n)} ${n === 1 ? one : more}`;

  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (value !== "" && value !== undefined) element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  }
  const text = (content, tag = "bdi", lang = "", kind = "") =>
    make(tag, { lang, dir: "auto", class: kind }, plain(content));
  const thing = (path) => text(...((pair) => [pair[0], "bdi", pair[1], "name"])(labelOf(path)));

  function sign(kind) {
    const element = make("span", { class: `sign ${data.kinds[kind].shape}` });
    element.style.background = data.kinds[kind].color;
    return element;
  }

  // ------------------------------------------------------------------------------------------------------- drawing

  const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const visible = { nodes: new Set(nodes.getIds()), edges: new Set(edges.getIds()) };
  const shownNodes = new vis.DataView(nodes, { filter: (node) => visible.nodes.has(node.id) });
  const shownEdges = new vis.DataView(edges, { filter: (edge) => visible.edges.has(edge.id) });
  let theme = {};
  const options = read("options");
  const network = new vis.Network(byId("canvas"), { nodes: shownNodes, edges: shownEdges },
    { ...options, edges: { ...options.edges, ...themed() } });
  const widths = new Map();
  let chosen = null; // { node } or { edge }
  let pointed = null;

  function themed() {
    theme = { ink: color("--ink"), paper: color("--paper"), lit: color("--tie-lit") };
    return { color: { color: color("--tie"), highlight: theme.lit, hover: theme.lit } };
  }

  // Names as far as they do not cover each other, the most connected things first; vis-network would write them all.
  function drawNames(context) {
    const canvas = context.canvas;
    const ratio = canvas.width / canvas.clientWidth;
    const scale = network.getScale();
    const centre = network.getViewPosition();
    const places = network.getPositions();
    const taken = [];
    const first = [chosen?.node, pointed, ...(chosen?.edge ? [chosen.edge.from, chosen.edge.to] : [])];
    const marked = new Set(first.filter((id) => visible.nodes.has(id)));
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    Object.assign(context, { textAlign: "center", textBaseline: "top", lineJoin: "round", lineWidth: 3.5 });
    for (const node of [...[...marked].map((id) => nodes.get(id)), ...ranked]) {
      const place = places[node.id];
      if (!place || (marked.has(node.id) && taken.some((box) => box.id === node.id))) continue;
      const x = (place.x - centre.x) * scale + canvas.clientWidth / 2;
      const y = (place.y - centre.y) * scale + canvas.clientHeight / 2;
      if (x < -60 || y < -20 || x > canvas.clientWidth + 60 || y > canvas.clientHeight) continue;
      const big = marked.has(node.id);
      const font = `${big ? "600 " : ""}${node.size > 16 ? 13 : 11}px system-ui, sans-serif`;
      const name = nameOf(node.id);
      const label = big || name.length <= 26 ? name : `${[...name].slice(0, 25).join("")}…`;
      context.font = font;
      context.direction = RIGHT_TO_LEFT.test(label) ? "rtl" : "ltr";
      const width = measured(context, font + label, label);
      const box = { id: node.id, left: x - width / 2 - 5, top: y + node.size * scale + 2, right: x + width / 2 + 5 };
      box.bottom = box.top + 19;
      const hit = (other) =>
        box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom;
      if (!big && taken.some(hit)) continue;
      taken.push(box);
      if (big) ring(context, x, y, node.size * scale);
      context.strokeStyle = theme.paper;
      context.strokeText(label, x, box.top);
      context.fillStyle = theme.ink;
      context.fillText(label, x, box.top);
    }
    context.restore();
  }

  function measured(context, key, label) {
    if (!widths.has(key)) widths.set(key, context.measureText(label).width);
    return widths.get(key);
  }

  function ring(context, x, y, radius) {
    context.beginPath();
    context.arc(x, y, radius + 5, 0, 2 * Math.PI);
    context.strokeStyle = theme.lit;
    context.lineWidth = 2;
    context.stroke();
    context.lineWidth = 3.5;
  }

  // -------------------------------------------------------------------------------------------------------- filters

  const checked = (id) => new Set([...byId(id).querySelectorAll("input:checked")].map((box) => box.value));

  function filter() {
    const [kinds, statuses, relations] = ["kinds", "statuses", "relations"].map(checked);
    const kindOf = (id) => nodes.get(id).kind;
    const kept = allEdges.filter((edge) => relations.has(edge.relation) && statuses.has(edge.status) &&
      kinds.has(kindOf(edge.from)) && kinds.has(kindOf(edge.to)));
    visible.edges = new Set(kept.map((edge) => edge.id));
    visible.nodes = new Set(kept.flatMap((edge) => [edge.from, edge.to]));
    shownEdges.refresh();
    shownNodes.refresh();
    count();
  }

  function count() {
    for (const label of byId("filters").querySelectorAll("label")) {
      label.classList.toggle("off", !label.querySelector("input").checked);
    }
    const part = (n, all) => (n === all ? number(n) : `${number(n)} of ${number(all)}`);
    byId("counts").textContent =
      `${part(visible.nodes.size, nodes.length)} things · ${part(visible.edges.size, edges.length)} relations`;
  }

  function boxes(id, values, mark, name, count) {
    byId(id).replaceChildren(...values.map((value) =>
      make("label", {}, make("input", { type: "checkbox", value, checked: "checked", onchange: filter }),
        ...mark(value), make("span", { class: "name" }, name(value)), make("span", { class: "count" }, number(count(value))))));
  }

  function legend() {
    const tally = (rows, key) => rows.reduce((sum, row) => sum.set(row[key], (sum.get(row[key]) || 0) + 1), new Map());
    const kinds = tally(ranked, "kind");
    const statuses = tally(allEdges, "status");
    const relations = tally(allEdges, "relation");
    const off = ["kinds", "statuses", "relations"].map((id) =>
      new Set([...byId(id).querySelectorAll("input:not(:checked)")].map((box) => box.value)));
    boxes("kinds", data.order, (kind) => [sign(kind)], (kind) => data.kinds[kind].label, (k) => kinds.get(k));
    boxes("statuses", ["asserted", "planned", "negated"].filter((s) => statuses.has(s)),
      (status) => [make("span", { class: `stroke ${status}` })], (status) => status, (status) => statuses.get(status));
    boxes("relations", [...relations.keys()].sort((a, b) => relations.get(b) - relations.get(a) || (a < b ? -1 : 1)),
      () => [], relationName, (relation) => relations.get(relation));
    ["kinds", "statuses", "relations"].forEach((id, i) => byId(id).querySelectorAll("input").forEach((box) => {
      box.checked = !off[i].has(box.value);
    }));
  }

  const setRelations = (on) => {
    byId("relations").querySelectorAll("input").forEach((box) => { box.checked = on; });
    filter();
  };

  // ---------------------------------------------------------------------------------------------------------- panel

  const panel = (...children) => {
    byId("panel").replaceChildren(...children);
    byId("panel").scrollTop = 0;
  };
  const nodeRow = (path, extra) =>
    make("button", { type: "button", class: "row", onclick: () => showNode(path, true) }, sign(nodes.get(path).kind), thing(path),
      make("span", { class: "count" }, extra));
  const chip = (label, kind = "", ...before) => make("span", { class: `chip ${kind}` }, ...before, label);

  function showStart() {
    chosen = null;
    network.unselectAll();
    panel(make("p", { class: "soft" }, "Click a thing to see what is said of it, a line to see the words it rests on."),
      make("h3", {}, "Most connected"), ...ranked.slice(0, 14).map((node) => nodeRow(node.id, number(node.statements))));
  }

  function showNode(path, look = false) {
    chosen = { node: path };
    const node = nodes.get(path);
    const labels = Object.entries(data.labels[path] || {}).filter(([tag]) => tag !== labelOf(path)[1]).sort();
    const words = labels.flatMap(([tag, label]) => [make("dt", {}, tag), text(label, "dd", tag)]);
    const others = (data.names[path] || []).flatMap((name, i) => [i ? " · " : "", text(name)]);
    const titled = make("h2", {}, thing(path));
    const kind = data.kinds[node.kind];
    const chips = make("p", {}, chip(kind.label, "", sign(node.kind)), chip(many(node.statements, "statement", "statements")),
      ...(node.region ? [chip(nameOf(node.region).replaceAll("-", " "))] : []));
    const ways = [["from", "to", "→"], ["to", "from", "←"]];
    const groups = ways.flatMap(([own, other, arrow]) => {
      const rows = edgesOf.get(path).filter((edge) => edge[own] === path && (own === "from" || edge.from !== edge.to));
      const relations = [...new Set(rows.map((edge) => edge.relation))].sort();
      return relations.flatMap((relation) => [
        make("h3", {}, text(relationName(relation)),
          rows.find((edge) => edge.relation === relation).arrows === "" ? " ↔" : ` ${arrow}`),
        ...rows.filter((edge) => edge.relation === relation)
          .sort((a, b) => nameOf(a[other]).localeCompare(nameOf(b[other]), language))
          .map((edge) => edgeRow(edge, edge[other]))]);
    });
    panel(titled, chips, ...(words.length ? [make("dl", {}, ...words)] : []),
      ...(others.length ? [make("p", { class: "soft" }, "Also: ", ...others)] : []),
      make("p", { class: "soft" }, make("code", {}, plain(path))), ...groups);
    if (visible.nodes.has(path)) {
      network.selectNodes([path]);
      if (look) network.focus(path, { scale: Math.max(network.getScale(), 0.8), animation: still ? false : { duration: 350 } });
    } else network.unselectAll();
  }

  const edgeRow = (edge, other) =>
    make("button", { type: "button", class: "row", onclick: () => showEdge(edge.id) }, sign(nodes.get(other).kind), thing(other),
      ...(edge.status === "asserted" ? [] : [chip(edge.status, edge.status)]),
      make("span", { class: "count" }, number(data.facts[edge.id].length)));

  function showEdge(id) {
    const edge = edges.get(id);
    chosen = { edge };
    const end = (path) => make("button", { type: "button", class: "link", onclick: () => showNode(path, true) }, thing(path));
    const facts = data.facts[id];
    panel(make("h2", {}, end(edge.from), ` ${edge.arrows === "" ? "↔" : "→"} `, end(edge.to)),
      make("p", {}, chip(relationName(edge.relation)), chip(edge.status, edge.status),
        chip(many(facts.length, "statement", "statements"))),
      ...facts.flatMap((fact) => fact.passages.map((passage) => figure(fact, passage))));
    if (visible.edges.has(id)) network.setSelection({ nodes: [], edges: [id] }, { highlightEdges: false });
    else network.unselectAll();
  }

  function figure(fact, [quote, section, paragraph, saidBy]) {
    const at = fact.cue ? quote.indexOf(fact.cue) : -1;
    const words = at < 0 ? [plain(quote)]
      : [plain(quote.slice(0, at)), make("mark", {}, plain(fact.cue)), plain(quote.slice(at + fact.cue.length))];
    const known = ["ar", "en", "es", "fr", "ru", "zh"].includes(fact.language) ? fact.language : "en";
    const address = `https://undocs.org/${known}/${fact.symbol.split("/").map(encodeURIComponent).join("/")}`;
    const document_ = fact.symbol
      ? make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, text(fact.symbol))
      : thing(fact.document);
    const notes = [
      [document_, `, ${fact.language}`],
      section ? ["section ", text(section)] : [],
      paragraph ? [`paragraph ${number(paragraph)}`] : [],
      fact.date ? [`date ${plain(fact.date)}`] : [],
      fact.amount ? [`${plain(fact.amount)} ${plain(fact.currency)}`] : [],
      saidBy ? ["said by ", thing(saidBy)] : [],
      fact.derived ? ["derived from a statement about a group"] : [],
      [`rule ${plain(fact.rule)}${fact.confidence ? `, ${plain(fact.confidence)}` : ""}`],
    ].filter((note) => note.length);
    return make("figure", { class: "fact" }, make("blockquote", { lang: fact.language, dir: "auto" }, ...words),
      make("figcaption", {}, ...notes.flatMap((note, i) => (i ? [" · ", ...note] : note))));
  }

  // --------------------------------------------------------------------------------------------------------- search

  const fold = (value) => value.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const index = ranked.map((node) => ({
    id: node.id,
    names: [...Object.values(data.labels[node.id] || {}), ...(data.names[node.id] || []), node.id].map((n) => [fold(n), n]),
  }));
  let hits = [];
  let current = 0;

  function search() {
    const asked = fold(byId("search").value.trim());
    const worth = (name) => (name === asked ? 3 : name.startsWith(asked) ? 2 : name.includes(asked) ? 1 : 0);
    const best = (names) => names.map(([folded, name]) => [worth(folded), name]).reduce((a, b) => (b[0] > a[0] ? b : a));
    hits = asked ? index.map(({ id, names }) => [...best(names), id]).filter(([n]) => n) : [];
    hits = hits.sort((a, b) => b[0] - a[0]).slice(0, 12);
    current = 0;
    listHits(asked);
  }

  function listHits(asked) {
    byId("hits").hidden = !asked;
    byId("hits").replaceChildren(...hits.map(([, name, id], i) => {
      const row = nodeRow(id, name === labelOf(id)[0] ? data.kinds[nodes.get(id).kind].label : plain(name));
      row.classList.toggle("on", i === current);
      row.addEventListener("click", endSearch);
      return make("li", {}, row);
    }), ...(hits.length ? [] : [make("li", { class: "row soft" }, "Nothing of that name")]));
  }

  function endSearch() {
    byId("search").value = "";
    byId("hits").hidden = true;
  }

  function searchKey(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length) {
      current = (current + step + hits.length) % hits.length;
      listHits(true);
      event.preventDefault();
    } else if (event.key === "Enter" && hits.length) {
      showNode(hits[current][2], true);
      endSearch();
    } else if (event.key === "Escape") endSearch();
  }

  // ---------------------------------------------------------------------------------------------------------- start

  function hover(words, event) {
    byId("hover").hidden = !words;
    byId("hover").textContent = words;
    if (words) {
      byId("hover").style.left = `${Math.min(event.pageX + 14, innerWidth - 350)}px`;
      byId("hover").style.top = `${event.pageY + 16}px`;
    }
  }

  function speak(tag) {
    language = tag;
    widths.clear();
    legend();
    count();
    if (chosen?.node) showNode(chosen.node);
    else if (chosen?.edge) showEdge(chosen.edge.id);
    else showStart();
    network.redraw();
  }

  function spoken(tag) {
    try {
      return new Intl.DisplayNames(["en"], { type: "language" }).of(tag);
    } catch {
      return tag; // RDF allows tags that no list of languages knows
    }
  }

  function zoom(factor) {
    network.moveTo({ scale: network.getScale() * factor, animation: still ? false : { duration: 150 } });
  }

  byId("summary").textContent = plain(data.summary);
  byId("summary").title = plain(data.summary);
  byId("notice").textContent = plain(data.notice);
  byId("notice").hidden = !data.notice;
  byId("language").append(...data.languages.map((tag) => make("option", { value: tag }, spoken(tag))));
  byId("language").value = language;

  network.on("afterDrawing", drawNames);
  network.once("afterDrawing", () => performance.mark("drawn"));
  network.on("click", ({ nodes: [node], edges: [edge] }) =>
    (node !== undefined ? showNode(node) : edge !== undefined ? showEdge(edge) : showStart()));
  network.on("hoverNode", ({ node, event }) => { pointed = node; hover(nameOf(node), event); });
  network.on("hoverEdge", ({ edge, event }) => {
    const { from, to, relation, status } = edges.get(edge);
    hover(`${nameOf(from)} — ${relationName(relation)}${status === "asserted" ? "" : `, ${status}`} — ${nameOf(to)}`, event);
  });
  for (const name of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(name, () => { pointed = null; hover(""); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => network.setOptions({ edges: themed() }));
  byId("language").addEventListener("change", (event) => speak(event.target.value));
  byId("search").addEventListener("input", search);
  byId("search").addEventListener("keydown", searchKey);
  byId("search").addEventListener("blur", () => setTimeout(() => { byId("hits").hidden = true; }, 200));
  byId("all").addEventListener("click", () => setRelations(true));
  byId("none").addEventListener("click", () => setRelations(false));
  byId("closer").addEventListener("click", () => zoom(1.4));
  byId("farther").addEventListener("click", () => zoom(1 / 1.4));
  byId("whole").addEventListener("click", () => network.fit({ animation: still ? false : { duration: 300 } }));
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input, select");
    if (event.key === "/" && !typing) { byId("search").focus(); event.preventDefault(); }
    else if (event.key === "Escape" && !typing) showStart();
  });

  legend();
  count();
  showStart();
  network.fit({ animation: false });
})();
