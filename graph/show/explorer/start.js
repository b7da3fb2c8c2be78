// What the reader does, and the address that says what is shown: #layer=treaties&node=state/NOR&lang=fr

const encode = (value) => encodeURIComponent(value).replaceAll("%2F", "/");
function address() {
  const edge = chosen.edge?.name;
  const parts = { layer: layer.name, node: chosen.node, edge, lang: language === data.language ? undefined : language };
  return `#${Object.entries(parts).filter(([, value]) => value).map(([key, value]) => `${key}=${encode(value)}`).join("&")}`;
}

// Show a thing, a relation or a layer; what was chosen before is let go.
function go({ node, edge, layer: name }, kept = false) {
  const before = layer;
  layer = layerFor({ node, edge, layer: name });
  chosen = node ? { node } : edge ? { edge } : {};
  pointed = {};
  if (layer !== before) {
    sift();
    redraw(true);
    listLayers();
    listFilters();
    count();
  }
  showPanel();
  hover({});
  const ends = (node ? [node] : edge ? [edge.from, edge.to] : []).filter((id) => shown.nodes.has(id));
  if (ends.length) bringIntoView(ends, litPart().nodes);
  if (layer === before) drawMarks(); // a new layer is drawn with all that is above it
  if (!kept && address() !== location.hash) history.pushState(null, "", address());
}

// What the address asks for; what the page does not have is passed over.
function addressed() {
  const parts = new URLSearchParams(location.hash.slice(1).replaceAll("+", "%2B"));
  const node = nodes.has(parts.get("node")) ? parts.get("node") : undefined;
  const tag = data.languages.includes(parts.get("lang")) ? parts.get("lang") : data.language;
  return { node, edge: edgeNamed.get(parts.get("edge")), layer: parts.get("layer") || layers[0].name, tag };
}

function goToAddress() {
  const wanted = addressed();
  if (wanted.tag !== language) speak(wanted.tag, true);
  go(wanted, true);
}

function speak(tag, kept = false) {
  language = tag;
  byId("language").value = tag;
  sayWords();
  listLayers();
  listFilters();
  count();
  showPanel();
  drawMarks();
  if (!kept) history.replaceState(null, "", address());
}

function spoken(tag) {
  try {
    const name = new Intl.DisplayNames([tag], { type: "language" }).of(tag);
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  } catch {
    return plain(tag); // RDF allows tags that no list of languages knows
  }
}

function setTheme(name) {
  document.documentElement.dataset.theme = name;
  network.setOptions({ edges: readTheme() });
  redraw();
}
const otherTheme = () => setTheme(document.documentElement.dataset.theme === "dark" ? "light" : "dark");

function showHelp() {
  const keys = [["/", "keySearch"], ["Esc", "keyEscape"], ["← ↑ → ↓", "keyArrows"], ["+ − 0", "keyZoom"], ["1 2 3 …", "keyLayers"]];
  const how = ["howLines", "howPlaces", "howCommunities", "howBetween"];
  byId("about").replaceChildren(make("h2", {}, word("how")),
    ...how.map((key) => make("p", {}, word(key, { sources: number(layer.sources) }))),
    make("h2", {}, word("keys")), make("dl", {}, ...keys.flatMap(([key, means]) =>
      [make("dt", {}, make("kbd", { dir: "ltr" }, key)), make("dd", {}, word(means))])),
    action(word("close"), "wide", () => byId("about").close()));
  byId("about").showModal();
}

function pictureKey(event) {
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  const next = way && nextThing(...way);
  if (next) go({ node: next });
  if (way) event.preventDefault();
}

function pageKey(event) {
  if (event.target.matches?.("input, select, dialog *") || event.ctrlKey || event.metaKey || event.altKey) return;
  const act = { "/": () => byId("search").focus(), Escape: () => go({}), "+": () => zoom(1.4), "-": () => zoom(1 / 1.4),
    0: () => fit(300), "?": showHelp }[event.key] || (layers[event.key - 1] && (() => go({ layer: layers[event.key - 1].name })));
  if (!act) return;
  event.preventDefault();
  act();
}

byId("language").append(...data.languages.map((tag) => make("option", { value: tag }, spoken(tag))));
if (!data.languages.includes(language)) byId("language").append(make("option", { value: language }, spoken(language)));

// Words first: the picture takes the place that they leave.
language = addressed().tag;
layer = layerFor(addressed());
sayWords();
listLayers();
listFilters();
sift();
const options = read("options");
options.edges = { ...options.edges, ...readTheme() };
const network = new vis.Network(byId("canvas"), drawn(), options);
byId("canvas").querySelector(".vis-network").tabIndex = -1; // the picture around it has the focus

network.on("afterDrawing", drawMarks);
network.once("afterDrawing", () => performance.mark("drawn"));
network.on("click", ({ pointer }) => go(at(pointer.DOM)));
for (const name of ["dragStart", "zoom"]) network.on(name, () => { pointed = {}; hover({}); });
let pointer = 0;
byId("canvas").addEventListener("pointermove", (event) => {
  if (event.buttons) return;
  const { left, top } = byId("canvas").getBoundingClientRect();
  cancelAnimationFrame(pointer);
  pointer = requestAnimationFrame(() => point({ x: event.clientX - left, y: event.clientY - top }, event));
});
byId("canvas").addEventListener("pointerleave", () => point());
byId("canvas").addEventListener("keydown", pictureKey);
byId("language").addEventListener("change", (event) => speak(event.target.value));
byId("search").addEventListener("input", search);
byId("search").addEventListener("keydown", searchKey);
byId("search").addEventListener("blur", () => listHits(false));
for (const [id, act] of Object.entries({ theme: otherTheme, help: showHelp, png: savePicture, csv: saveTable,
  closer: () => zoom(1.4), farther: () => zoom(1 / 1.4), whole: () => fit(300) })) byId(id).addEventListener("click", act);
dark.addEventListener("change", () => setTheme(dark.matches ? "dark" : "light"));
document.addEventListener("keydown", pageKey);
addEventListener("popstate", goToAddress);

byId("language").value = language;
count();
hideLines();
fit();
goToAddress();
