import assert from "node:assert/strict";
import { test } from "node:test";
import { Graph } from "../src/graph.js";
import { apply, emptyView, viewFrom } from "../src/view.js";
import { EDGES, NODES } from "./pictures.js";

const DATA = { epoch: "e", n: 7, selected: "deal/loan", hidden: ["a"], hidden_labels: ["Event"], hidden_types: [], pinned: ["b"], moved: { a: [1, -2] } };

test("a view is what the server says", () => {
  const view = viewFrom(DATA);
  assert.deepEqual([view.selected, [...view.hidden], [...view.hidden_labels], [...view.pinned]], ["deal/loan", ["a"], ["Event"], ["b"]]);
  assert.deepEqual([...view.moved], [["a", [1, -2]]]);
});

test("what can be seen at once is done at once, and what only the server knows waits for it", () => {
  const graph = new Graph(NODES, EDGES);
  const view = emptyView();
  const done = (name, values) => apply(view, graph, name, values);
  assert.ok(done("move", { item: "deal/loan", x: 3, y: 4 }));
  assert.ok(done("pin", { item: "deal/loan" }));
  assert.ok(done("hide_type", { type: "FUNDS" }));
  assert.deepEqual([view.moved.get("deal/loan"), [...view.pinned], [...view.hidden_types]], [[3, 4], ["deal/loan"], ["FUNDS"]]);
  assert.ok(done("show", { item: "" }));
  assert.deepEqual([view.hidden_types.size, view.pinned.size], [0, 1]);
  for (const name of ["expand", "collapse", "add", "undo"]) assert.equal(done(name, { item: "deal/loan" }), false);
});

test("a selection that is not in the picture yet is left to the server", () => {
  const view = { ...emptyView(), selected: "deal/coming" };
  apply(view, new Graph(NODES, EDGES), "hide", { item: "deal/loan" });
  assert.equal(view.selected, "deal/coming");
});
