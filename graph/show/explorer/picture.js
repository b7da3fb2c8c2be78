// The picture: vis-network draws what is shown, where Python placed it. It is drawn anew only when what is shown changes or
// the reader moves it; what is chosen or pointed at is drawn by marks.js on a canvas above.

const LARGE = 3000; // relations from which lines are left out while the reader moves the picture
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
const lasting = (duration) => (still ? false : { duration });
const dark = matchMedia("(prefers-color-scheme: dark)");
document.documentElement.dataset.theme = dark.matches ? "dark" : "light";
let colouring = "kind";
let theme = {};
let changing = false; // while vis-network takes new data, it draws halves of them

const cssColor = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
function readTheme() {
  theme = { ink: cssColor("--ink"), paper: cssColor("--paper"), soft: cssColor("--soft"), lit: cssColor("--tie-lit") };
  return { color: { color: cssColor("--tie"), highlight: theme.lit, hover: theme.lit } };
}

const OTHER = "#77818c";
const groupsShown = [...new Set([...nodes.values()].map((node) => node.region))].filter(Boolean).sort();
function colorOf(id) {
  const node = nodes.get(id);
  if (colouring === "kind") return node.color;
  const place = colouring === "group" ? groupsShown.indexOf(node.region) : (layer.things.get(id)?.community || 0) - 1;
  return data.palette[place] || OTHER;
}
const signOf = (id) => sign(nodes.get(id).shape, colorOf(id));

const drawnNode = ({ id, size, shape }) => {
  const { x, y } = layer.things.get(id);
  return { id, x, y, size, shape, color: { background: colorOf(id), border: theme.paper } };
};
const drawnEdge = ({ id, from, to, width, arrows, dashes, color, smooth }) =>
  ({ id, from, to, width, arrows, ...(dashes && { dashes }), ...(color && { color }), ...(smooth && { smooth }) });
const drawn = () => ({
  nodes: ranked.filter((node) => shown.nodes.has(node.id)).reverse().map(drawnNode), // the largest above the others
  edges: shown.edges.map(drawnEdge),
});

// All of it in view, with room for names at the rim.
function fit(duration) {
  network.fit({ animation: false });
  const at = { position: network.getViewPosition(), scale: Math.min(1.4, network.getScale() * 0.93) };
  network.moveTo({ ...at, animation: duration ? lasting(duration) : false });
}

// Of a large picture, only the things follow the pointer at once.
let hiding = false;
function hideLines() {
  if (hiding === shown.edges.length > LARGE) return;
  hiding = !hiding;
  network.setOptions({ interaction: { hideEdgesOnDrag: hiding, hideEdgesOnZoom: hiding } });
}

// Draw what is shown; with `anew`, all of it is brought into view, else the picture stays where it is.
function redraw(anew = false) {
  const at = { position: network.getViewPosition(), scale: network.getScale() };
  changing = true;
  hideLines();
  network.setData(drawn());
  changing = false;
  if (anew) fit();
  else network.moveTo({ ...at, animation: false });
}

function zoom(factor) {
  network.moveTo({ scale: network.getScale() * factor, animation: lasting(150) });
}

// What is chosen comes into view with what it is tied to, unless it is to be seen well where it is.
function bringIntoView(ids, around) {
  const [{ width, height }, scale] = [byId("canvas").getBoundingClientRect(), network.getScale()];
  const spots = ids.map((id) => network.canvasToDOM(layer.things.get(id)));
  const seen = spots.every(({ x, y }) => x > 40 && y > 40 && x < width - 40 && y < height - 60);
  if (!seen || scale < 0.4) network.fit({ nodes: [...around], maxZoomLevel: 1.2, animation: lasting(350) });
}
