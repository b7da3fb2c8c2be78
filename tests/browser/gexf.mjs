// Read a GEXF file with the reader of Gephi Lite and write what it found as JSON.
// usage: node gexf.mjs FILE; the answer: { nodes: { id: attributes }, edges: { id: [source, target, attributes] } }
import { readFileSync } from "node:fs";
import graphology from "graphology";
import gexf from "graphology-gexf";

const graph = gexf.parse(graphology.MultiDirectedGraph, readFileSync(process.argv[2], "utf-8"));
const nodes = Object.fromEntries(graph.mapNodes((id, attributes) => [id, attributes]));
const edges = Object.fromEntries(graph.mapEdges((id, attributes, source, target) => [id, [source, target, attributes]]));
process.stdout.write(JSON.stringify({ nodes, edges }));
