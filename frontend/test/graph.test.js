import assert from "node:assert/strict";
import { test } from "node:test";
import { Graph } from "../src/graph.js";
import { EDGES, NODES, viewWith } from "./pictures.js";

const graph = new Graph(NODES, EDGES);
const view = viewWith;

test("a hidden label takes its relationships along", () => {
  const without = view({ hidden_labels: new Set(["Deal"]) });
  assert.deepEqual(NODES.filter((n) => graph.isShown(n.id, without)).map((n) => n.id), ["agency/bank", "company/mine"]);
  assert.deepEqual(EDGES.filter((e) => graph.isShown(e.id, without)), []);
});

test("a hidden type leaves the other relationship between the same two", () => {
  const without = view({ hidden_types: new Set(["FUNDS"]) });
  assert.equal(graph.isShown("funds-loan", without), false);
  assert.equal(graph.isShown("announces-loan", without), true);
});

test("neighbours stand once, and a loop makes no neighbour of oneself", () => {
  assert.deepEqual(graph.neighbours("agency/bank", view()), ["deal/loan", "deal/stake"]);
  assert.deepEqual(graph.neighbours("deal/loan", view()), ["agency/bank", "company/mine"]);
  assert.equal(graph.edgesOf.get("deal/loan").filter((e) => e.id === "itself").length, 1);
});

test("the focus of a node is all that touches it and is shown; of an edge, its ends", () => {
  const of_node = graph.focus(view({ selected: "deal/loan", hidden: new Set(["announces-loan"]) }));
  assert.deepEqual([...of_node.nodes].sort(), ["agency/bank", "company/mine", "deal/loan"]);
  assert.deepEqual([...of_node.edges].sort(), ["funds-loan", "goes-to", "itself"]);
  const of_edge = graph.focus(view({ selected: "goes-to" }));
  assert.deepEqual([[...of_edge.nodes], [...of_edge.edges]], [["deal/loan", "company/mine"], ["goes-to"]]);
});

test("nothing is in focus where nothing, something hidden or something unknown is selected", () => {
  for (const changes of [{}, { selected: "deal/loan", hidden: new Set(["deal/loan"]) }, { selected: "deal/none" }]) {
    assert.equal(graph.focus(view(changes)), null);
  }
});

test("an empty picture has an aspect", () => assert.equal(new Graph().aspect(), 1));
