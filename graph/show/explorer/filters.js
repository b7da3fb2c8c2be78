// The tabs of the layers and the filters beside the picture, which are its legend too.

function listLayers() {
  byId("layers").replaceChildren(...layers.map((one) => {
    const button = action(text(pick(one.names, one.name)[0]), "", () => go({ layer: one.name }));
    button.setAttribute("aria-pressed", one === layer);
    button.append(make("span", { class: "count" }, number(one.edges.length)));
    return button;
  }));
}

function filtersChanged() {
  sift();
  redraw();
  count();
}

function count() {
  const [things, relations] = [[shown.nodes.size, layer.things.size], [shown.edges.length, layer.edges.length]];
  byId("counts").textContent = word("shown", { things: part(...things), relations: part(...relations) });
}

const box = (checked, mark, name, onchange, tail = "") => make("label", {},
  make("input", { type: "checkbox", checked, onchange: (event) => onchange(event.target.checked) }), ...mark,
  make("span", { class: "name" }, name), make("span", { class: "count" }, tail));
const group = (title, ...children) => make("fieldset", {}, make("legend", {}, ...title), ...children);

// One box for each value; what is taken out of it is not asked for.
function boxes(id, values, mark, name, counts) {
  const not = asked.not[id];
  return make("div", { id }, ...values.map((value) => {
    const made = box(!not.has(value), mark(value), name(value), (on) => {
      if (on) not.delete(value);
      else not.add(value);
      filtersChanged();
    }, counts ? number(counts.get(value)) : "");
    made.querySelector("input").value = value;
    return made;
  }));
}

function listFilters() {
  const kinds = tally([...layer.things.keys()].map((id) => nodes.get(id).kind));
  const statuses = tally(layer.edges.map((edge) => edge.status));
  const relations = tally(layer.edges.map((edge) => edge.relation));
  const byCount = [...relations.keys()].sort((a, b) => relations.get(b) - relations.get(a) || (a < b ? -1 : 1));
  const setAll = (on) => {
    asked.not.relations = on ? new Set() : new Set(byCount);
    listFilters();
    filtersChanged();
  };
  const allOrNone = [action(word("none"), "link none", () => setAll(false)), action(word("all"), "link all", () => setAll(true))];
  byId("filters").replaceChildren(
    group([word("things")], boxes("kinds", data.order.filter((kind) => kinds.has(kind)),
      (kind) => [sign(data.kinds[kind].shape, colouring === "kind" ? data.kinds[kind].color : OTHER)], kindName, kinds)),
    colours(),
    group([word("status")], boxes("statuses", ["asserted", "planned", "negated"].filter((status) => statuses.has(status)),
      (status) => [make("span", { class: `stroke ${status}` })], statusName, statuses)),
    group([word("relations"), ...allOrNone], boxes("relations", byCount, () => [], relationName, relations)),
    ...(groupsShown.length ? [group([word("group")], boxes("groups", groupsShown,
      (path) => (colouring === "group" ? [sign("dot", data.palette[groupsShown.indexOf(path)])] : []), nameOf))] : []),
    documents(), ...years(), ...weights(),
    action(word("reset"), "wide", () => { asked = everything(); listFilters(); filtersChanged(); }));
}

function colours() {
  const ways = [["kind", "kind"], ["community", "byCommunity"], ...(groupsShown.length ? [["group", "byGroup"]] : [])];
  const choice = make("select", { id: "colours", "aria-label": word("colour"), onchange: (event) => {
    colouring = event.target.value;
    listFilters();
    redraw();
    showPanel();
  } }, ...ways.map(([way, key]) => make("option", { value: way, selected: way === colouring }, word(key))));
  return group([word("colour")], choice, ...(colouring === "community" ? [communityLegend()] : []));
}

// The members most spoken of stand for a community.
function communities() {
  const found = new Map();
  for (const { id } of ranked) {
    const community = layer.things.get(id)?.community;
    if (community) found.set(community, [...(found.get(community) || []), id]);
  }
  return [...found].sort(([a], [b]) => a - b);
}
function communityLegend() {
  const rows = communities().filter(([one]) => one <= data.palette.length).map(([one, members]) => make("li", {},
    sign("dot", data.palette[one - 1]), make("span", { class: "name" }, members.slice(0, 3).map(nameOf).join(", ")),
    make("span", { class: "count" }, number(members.length))));
  return make("ul", { class: "legend" }, ...rows, make("li", {}, sign("dot", OTHER), word("other")));
}

function documents() {
  const options = [["", word("anyDocument")], ...data.documents.map(([path, name]) => [path, plain(name)])];
  return group([word("document")], make("select", { id: "documents", "aria-label": word("document"), onchange: (event) => {
    asked.document = event.target.value;
    filtersChanged();
  } }, ...options.map(([value, name]) => make("option", { value, selected: value === asked.document }, name))));
}

function years() {
  if (!(YEARS[0] < YEARS[1])) return [];
  const output = make("output", { dir: "ltr" }, `${asked.from} – ${asked.until}`);
  const slider = (key, label) => make("input", { type: "range", id: key, min: YEARS[0], max: YEARS[1], value: asked[key],
    "aria-label": `${word("years")}: ${word(label)}`, oninput: (event) => {
      asked[key] = Number(event.target.value);
      if (asked.from > asked.until) event.target.value = asked[key] = key === "from" ? asked.until : asked.from;
      output.textContent = `${asked.from} – ${asked.until}`;
      later(filtersChanged);
    } });
  return [group([word("years"), output], make("div", { class: "range", dir: "ltr" }, slider("from", "from"), slider("until", "until")),
    box(asked.undated, [], word("undated"), (on) => { asked.undated = on; filtersChanged(); }))];
}

function weights() {
  if (HEAVIEST < 2) return [];
  const output = make("output", {}, number(asked.weight));
  const slider = make("input", { type: "range", id: "weight", min: 1, max: HEAVIEST, value: asked.weight,
    "aria-label": word("weight"), oninput: (event) => {
      asked.weight = Number(event.target.value);
      output.textContent = number(asked.weight);
      later(filtersChanged);
    } });
  return [group([word("weight"), output], make("div", { class: "range", dir: "ltr" }, slider))];
}

// While a slider is pulled, at most one picture a frame.
let waiting = 0;
function later(act) {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(act);
}
