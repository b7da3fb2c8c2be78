// The panel beside the picture: where to begin, and a thing's profile in short.

const FEW = 6; // ties of one kind that stand there before the rest is asked for

function panel(...children) {
  byId("panel").replaceChildren(...children);
  byId("panel").scrollTo(0, 0);
}

function showPanel() {
  if (chosen.node) showNode(chosen.node);
  else if (chosen.edge) showEdge(chosen.edge);
  else showStart();
}

const nodeRow = (path, tail) =>
  make("button", { type: "button", class: "row", onclick: () => go({ node: path }) }, signOf(path), thing(path),
    make("span", { class: "count" }, tail));

function showStart() {
  const here = ranked.filter((node) => layer.things.has(node.id));
  const between = here.filter((node) => layer.things.get(node.id).rank).sort((a, b) =>
    layer.things.get(a.id).rank - layer.things.get(b.id).rank);
  const groups = communities().slice(0, 5).map(([one, members]) => make("div", { class: "row" },
    sign("dot", data.palette[one - 1] || OTHER), make("span", { class: "name" }, members.slice(0, 4).map(nameOf).join(" · ")),
    make("span", { class: "count" }, number(members.length))));
  panel(soft(word("hint")),
    make("h3", {}, word("connected")), ...here.slice(0, 8).map((node) => nodeRow(node.id, number(node.statements))),
    ...(between.length ? [make("h3", {}, word("between")),
      ...between.slice(0, 5).map((node, i) => nodeRow(node.id, number(i + 1)))] : []),
    ...(groups.length > 1 ? [make("h3", {}, word("communities")), ...groups] : []));
}

function showNode(path) {
  panel(make("h2", {}, thing(path)), chips(path), facts(path), ...ties(path), names(path));
}

function chips(path) {
  const node = nodes.get(path);
  const { community, rank } = layer.things.get(path) || {};
  const members = community ? [...layer.things.values()].filter((place) => place.community === community).length : 0;
  const ranks = [...layer.things.values()].filter((place) => place.rank).length;
  return make("p", {}, chip(kindName(node.kind), "", sign(node.shape, node.color)),
    chip(word("statements", { n: number(node.statements) })),
    ...(node.region ? [chip(nameOf(node.region))] : []),
    ...(rank ? [chip(word("rank", { rank: number(rank), all: number(ranks) }))] : []),
    ...(community ? [chip(word("community", { number: number(community), size: number(members) }), "",
      sign("dot", data.palette[community - 1] || OTHER))] : []));
}

// When and where it is spoken of.
function facts(path) {
  const spoken = edgesOf.get(path);
  const years = [...new Set(spoken.flatMap((edge) => edge.years))].sort();
  const found = [...new Set(spoken.flatMap((edge) => [...edge.documents]))];
  const symbols = data.documents.filter(([document]) => found.includes(document)).map(([, name]) => name);
  const period = years.length > 1 ? `${years[0]}–${years.at(-1)}` : `${years[0]}`;
  return soft(...(years.length ? [word("period", { years: leftToRight(period) }), " · "] : []), ...listed(symbols));
}

// What it does and what is done to it, relation by relation, those of the layer first.
function ties(path) {
  const ways = [["from", "to", arrow(true)], ["to", "from", arrow(false)]];
  return ways.flatMap(([here, there, way]) => {
    const rows = edgesOf.get(path).filter((edge) => edge[here] === path && (here === "from" || edge.from !== edge.to));
    const near = new Set(rows.filter((edge) => layer.has.has(edge.id)).map((edge) => edge.relation));
    const relations = [...new Set(rows.map((edge) => edge.relation))].sort((a, b) =>
      near.has(b) - near.has(a) || inOrder(relationName(a), relationName(b)));
    return relations.map((relation) => tiesOf(rows.filter((edge) => edge.relation === relation), there, way));
  });
}

function tiesOf(rows, there, way) {
  const sorted = rows.map((edge) => [nameOf(edge[there]), edge]).sort(([a], [b]) => inOrder(a, b)).map(([, edge]) => edge);
  const [first, rest] = sorted.length > FEW + 2 ? [sorted.slice(0, FEW), sorted.slice(FEW)] : [sorted, []];
  const section = make("section", { class: "ties" },
    make("h3", {}, text(relationName(rows[0].relation)), rows[0].arrows === "" ? " ↔" : ` ${way}`),
    ...first.map((edge) => edgeRow(edge, edge[there])));
  if (rest.length) {
    section.append(action(word("more", { n: number(rows.length) }), "link more", (event) =>
      event.target.replaceWith(...rest.map((edge) => edgeRow(edge, edge[there])))));
  }
  return section;
}

const edgeRow = (edge, other) =>
  make("button", { type: "button", class: "row", onclick: () => go({ edge }) }, signOf(other), thing(other),
    ...(edge.status === "asserted" ? [] : [chip(statusName(edge.status), edge.status)]),
    make("span", { class: "count" }, number(data.facts[edge.id].length)));

// All its names: those in other languages, what else texts call it, its path.
function names(path) {
  const labels = Object.entries(own(data.labels, path) || {}).filter(([tag]) => tag !== labelOf(path)[1]).sort();
  const others = (own(data.names, path) || []).flatMap((name, i) => [i ? " · " : " ", text(name)]);
  return make("details", { open: true }, make("summary", {}, word("names")),
    make("dl", {}, ...labels.flatMap(([tag, label]) => [make("dt", {}, plain(tag)), text(label, "dd", tag)])),
    ...(others.length ? [soft(word("also"), ...others)] : []), soft(make("code", { dir: "ltr" }, plain(path))));
}
