// Finding a thing by any of its names in any language.

const fold = (value) => value.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
let index; // made when first asked for
let hits = [];
let current = 0;

const makeIndex = () => ranked.map(({ id }) => {
  const names = [...Object.values(own(data.labels, id) || {}), ...(own(data.names, id) || []), id];
  return { id, names: names.map((name) => [fold(name), name]) };
});

function search() {
  index ??= makeIndex();
  const wanted = fold(byId("search").value.trim());
  const worth = (name) => (name === wanted ? 3 : name.startsWith(wanted) ? 2 : name.includes(wanted) ? 1 : 0);
  const best = (names) => names.map(([folded, name]) => [worth(folded), name]).reduce((a, b) => (b[0] > a[0] ? b : a));
  hits = wanted ? index.map(({ id, names }) => [...best(names), id]).filter(([n]) => n) : [];
  hits = hits.sort((a, b) => b[0] - a[0]).slice(0, 12);
  current = 0;
  listHits(wanted !== "");
}

function listHits(open) {
  byId("hits").hidden = !open;
  byId("search").setAttribute("aria-expanded", open);
  byId("search").setAttribute("aria-activedescendant", hits.length ? `hit${current}` : "");
  byId("hits").replaceChildren(...hits.map(([, name, id], i) => {
    const row = nodeRow(id, name === labelOf(id)[0] ? kindName(nodes.get(id).kind) : text(name));
    row.classList.toggle("on", i === current);
    row.addEventListener("click", endSearch);
    row.tabIndex = -1; // arrow keys choose, the field keeps the focus
    row.addEventListener("mousedown", (event) => event.preventDefault()); // the list stays until the click is done
    return make("li", { role: "option", id: `hit${i}`, "aria-selected": String(i === current) }, row);
  }), ...(hits.length ? [] : [make("li", { class: "row soft" }, word("nothing"))]));
}

function endSearch() {
  byId("search").value = "";
  hits = [];
  listHits(false);
}

function searchKey(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && hits.length) {
    current = (current + step + hits.length) % hits.length;
    listHits(true);
    event.preventDefault();
  } else if (event.key === "Enter" && hits.length) {
    go({ node: hits[current][2] });
    endSearch();
  } else if (event.key === "Escape") endSearch();
}
