// What lies above the picture: names, what is chosen, what the pointer is at. Its own canvas, so that a click does not
// draw the whole network anew.

const marks = byId("marks");
const context = marks.getContext("2d");
let chosen = {}; // { node } or { edge } or nothing
let pointed = {};

function drawMarks() {
  if (changing) return;
  const base = byId("canvas").querySelector("canvas");
  const ratio = base.width / base.clientWidth || 1;
  if (marks.width !== base.width || marks.height !== base.height) {
    [marks.width, marks.height] = [base.width, base.height];
    [marks.style.width, marks.style.height] = [`${base.clientWidth}px`, `${base.clientHeight}px`];
  }
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, marks.width, marks.height);
  const lit = litPart();
  base.style.opacity = lit.dim ? 0.22 : 1;
  const [scale, origin] = [network.getScale(), network.canvasToDOM({ x: 0, y: 0 })];
  context.setTransform(ratio * scale, 0, 0, ratio * scale, ratio * origin.x, ratio * origin.y);
  drawLit(lit);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  drawNames(lit, base.clientWidth, base.clientHeight);
}

// What stands out: the thing or relation chosen with all it is tied to, else that at the pointer.
function litPart() {
  const inView = ({ node, edge }) => (node ? shown.nodes.has(node) : edge ? shown.ids.has(edge.id) : false);
  const dim = inView(chosen);
  const { node, edge } = dim ? chosen : pointed;
  const lines = (edge ? [edge] : node ? edgesOf.get(node) : []).filter(({ id }) => shown.ids.has(id));
  const first = [node, ...(edge ? [edge.from, edge.to] : []), pointed.node].filter((id) => id && shown.nodes.has(id));
  return { dim, lines, marked: new Set(first), nodes: new Set([...first, ...lines.flatMap(({ from, to }) => [from, to])]) };
}

function drawLit({ lines, marked, nodes: things }) {
  for (const { id } of lines) {
    const line = network.body.edges[id];
    line.selected = true;
    line.draw(context);
    line.drawArrows(context);
    line.selected = false;
  }
  for (const id of things) network.body.nodes[id].draw(context);
  Object.assign(context, { strokeStyle: theme.lit, lineWidth: 2 / network.getScale() });
  for (const id of marked) {
    const { x, y } = layer.things.get(id);
    context.beginPath();
    context.arc(x, y, nodes.get(id).size + 5, 0, 2 * Math.PI);
    context.stroke();
  }
}

// Names as far as they do not cover each other, those of marked things and of much named ones first.
function drawNames(lit, width, height) {
  const scale = network.getScale();
  const taken = lit.dim ? [] : discs(scale);
  Object.assign(context, { textAlign: "center", textBaseline: "top", lineJoin: "round", lineWidth: 3.5 });
  const named = lit.dim ? ranked.filter((node) => lit.nodes.has(node.id)) : ranked.filter((node) => shown.nodes.has(node.id));
  const first = [...lit.marked].map((id) => nodes.get(id));
  for (const node of [...first, ...named.filter((node) => !lit.marked.has(node.id))]) {
    const { x, y } = network.canvasToDOM(layer.things.get(node.id));
    if (x < -60 || y < -20 || x > width + 60 || y > height) continue;
    drawName(node, x, y + node.size * scale + 2, lit.marked.has(node.id), taken);
  }
}

// The larger things, which names of others may not cover.
function discs(scale) {
  const large = ranked.filter((node) => shown.nodes.has(node.id) && node.size * scale > 7);
  return large.map(({ id, size }) => {
    const [{ x, y }, half] = [network.canvasToDOM(layer.things.get(id)), size * scale * 0.8];
    return { left: x - half, top: y - half, right: x + half, bottom: y + half };
  });
}

function drawName(node, x, top, big, taken) {
  const label = cutTo(big ? 36 : 15, nameOf(node.id));
  const size = node.size > 16 || big ? 13 : 11;
  const around = (half) => ({ left: x - half - 4, top, right: x + half + 4, bottom: top + 17 });
  const covers = (box) => !big && taken.some((other) =>
    box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom);
  const box = around(breadth(label) * size / 2);
  if (covers(box)) return;
  taken.push(box);
  context.font = `${big ? "600 " : ""}${size}px system-ui, "Noto Sans", sans-serif`;
  Object.assign(context, { direction: RIGHT_TO_LEFT.test(label) ? "rtl" : "ltr", strokeStyle: theme.paper, fillStyle: theme.ink });
  context.strokeText(label, x, top);
  context.fillText(label, x, top);
}

// About how broad a name is, in sizes of its font: measuring some hundred names takes the browser 100 ms.
const WIDE = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/gu;
const breadth = (label) => label.length * 0.56 + (label.match(WIDE)?.length || 0) * 0.46;

function cutTo(most, name) {
  if (breadth(name) <= most) return name;
  const fits = Math.floor((name.length * most) / breadth(name));
  return `${[...name].slice(0, fits - 1).join("").trimEnd()}…`;
}

// What is at a point of the picture: a thing, else a line, else nothing.
function at(spot) {
  const { x, y } = network.DOMtoCanvas(spot);
  const reach = 4 / network.getScale();
  let [nearest, best] = [undefined, Infinity];
  for (const id of shown.nodes) {
    const place = layer.things.get(id);
    const far = Math.hypot(place.x - x, place.y - y) - nodes.get(id).size;
    if (far < Math.min(reach, best)) [nearest, best] = [id, far];
  }
  if (nearest !== undefined) return { node: nearest };
  const line = network.getEdgeAt(spot);
  return line === undefined ? {} : { edge: edges[line] };
}

const same = (one, other) => one.node === other.node && one.edge === other.edge;
function point(spot, event) {
  const found = spot ? at(spot) : {};
  if (!same(found, pointed)) {
    pointed = found;
    drawMarks();
  }
  byId("canvas").style.cursor = found.node || found.edge ? "pointer" : "";
  hover(found, event);
}

function hover({ node, edge }, event) {
  byId("hover").hidden = !node && !edge;
  if (byId("hover").hidden) return;
  const status = edge && edge.status !== "asserted" ? ` (${statusName(edge.status)})` : "";
  byId("hover").replaceChildren(...(node ? [thing(node)]
    : [thing(edge.from), ` — ${relationName(edge.relation)}${status} — `, thing(edge.to)]));
  byId("hover").style.left = `${Math.max(4, Math.min(event.clientX + 14, innerWidth - 350))}px`;
  byId("hover").style.top = `${Math.min(event.clientY + 16, innerHeight - 60)}px`;
}

// The next thing from the chosen one in a direction: the nearer and the less aside, the better.
function nextThing(right, down) {
  const start = chosen.node && shown.nodes.has(chosen.node) ? layer.things.get(chosen.node) : undefined;
  if (!start) return ranked.find((node) => shown.nodes.has(node.id))?.id;
  let [next, best] = [undefined, Infinity];
  for (const id of shown.nodes) {
    const [dx, dy] = [layer.things.get(id).x - start.x, layer.things.get(id).y - start.y];
    const [ahead, aside] = [dx * right + dy * down, Math.abs(dx * down - dy * right)];
    if (ahead > 1 && ahead + 2 * aside < best) [next, best] = [id, ahead + 2 * aside];
  }
  return next;
}
