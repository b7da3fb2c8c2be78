// What there is and what of it is shown: a layer, and in it what passes the filters.

const nodes = new Map(read("nodes").map((node) => [node.id, node]));
const edges = read("edges");
for (const edge of edges) {
  edge.name = `${edge.from} ${edge.relation} ${edge.to} ${edge.status}`;
  edge.documents = new Set(data.facts[edge.id].map((fact) => fact.document));
  edge.years = data.facts[edge.id].filter((fact) => fact.date).map((fact) => Number(fact.date.slice(0, 4)));
}
const edgeNamed = new Map(edges.map((edge) => [edge.name, edge]));
const edgesOf = new Map([...nodes.keys()].map((id) => [id, []]));
for (const edge of edges) for (const end of new Set([edge.from, edge.to])) edgesOf.get(end).push(edge);
const ranked = [...nodes.values()].sort((a, b) => b.statements - a.statements || (a.id < b.id ? -1 : 1));

const layers = data.layers.map((layer) => ({
  ...layer,
  edges: layer.edges.map((id) => edges[id]),
  has: new Set(layer.edges),
  things: new Map(layer.things.map(([id, x, y, community, rank]) => [id, { x, y, community, rank }])),
}));
const allYears = edges.flatMap((edge) => edge.years);
const YEARS = allYears.reduce(([least, most], year) => [Math.min(least, year), Math.max(most, year)], [Infinity, -Infinity]);
const HEAVIEST = edges.reduce((most, edge) => Math.max(most, edge.weight), 1);

let layer = layers[0];
let shown = { nodes: new Set(), edges: [] };
let asked = everything();

// The filters: what is not asked for, by value, and bounds.
function everything() {
  return {
    not: { kinds: new Set(), statuses: new Set(), relations: new Set(), groups: new Set() },
    document: "", from: YEARS[0], until: YEARS[1], undated: true, weight: 1,
  };
}

function passes(edge) {
  const { not } = asked;
  const wanted = (id) => !not.kinds.has(nodes.get(id).kind) && !not.groups.has(nodes.get(id).region);
  const inYears = edge.years.length === 0 ? asked.undated : edge.years.some((year) => year >= asked.from && year <= asked.until);
  return !not.relations.has(edge.relation) && !not.statuses.has(edge.status) && edge.weight >= asked.weight && inYears &&
    (asked.document === "" || edge.documents.has(asked.document)) && wanted(edge.from) && wanted(edge.to);
}

function sift() {
  const kept = layer.edges.filter(passes);
  shown = { edges: kept, ids: new Set(kept.map((edge) => edge.id)), nodes: new Set(kept.flatMap((edge) => [edge.from, edge.to])) };
}

// The layer to show a thing or a relation in: the one asked for or the present one where it is there, else the first that has it.
function layerFor({ node, edge, layer: name }) {
  const holds = (one) => (node ? one.things.has(node) : edge ? one.has.has(edge.id) : true);
  return [...layers.filter((one) => one.name === name), layer, ...layers].find(holds);
}
const tally = (values) => values.reduce((sum, value) => sum.set(value, (sum.get(value) || 0) + 1), new Map());
