import assert from "node:assert/strict";
import { test } from "node:test";
import { fakePage } from "./fake_page.js";
import { EDGES, NODES, viewWith } from "./pictures.js";

fakePage();
const { edgeItem, nodeItem, reconcile } = await import("../src/items.js");
const { Graph } = await import("../src/graph.js");
const { mix } = await import("../src/theme.js");

const theme = { background: "#ffffff", text: "#31333f", line: "#999999", dim: "#bbbbbb", faint: "#eeeeee", accent: "#0072b2", font: "sans-serif" };
const state = (changes = {}) => {
  const view = viewWith(changes);
  return { view, focus: new Graph(NODES, EDGES).focus(view), theme, stretch: 1.5 };
};

test("positions are the server's stretched sideways, or where the reader put the node", () => {
  assert.equal(nodeItem(NODES[1], state()).x, 150);
  const moved = nodeItem(NODES[1], state({ moved: new Map([["deal/loan", [10, 20]]]) }));
  assert.deepEqual([moved.x, moved.y], [15, 20]);
});

test("a pinned node is fixed, any other is not", () => {
  const pinned = state({ pinned: new Set(["deal/loan"]) });
  assert.deepEqual([NODES[1], NODES[0]].map((n) => nodeItem(n, pinned).fixed), [true, false]);
});

test("what the selected node does not touch is dimmed, and what it touches keeps its colours", () => {
  const chosen = state({ selected: "company/mine" });
  assert.deepEqual(nodeItem(NODES[1], chosen).color, NODES[1].color);
  assert.equal(nodeItem(NODES[2], chosen).color.background, mix("#009e73", "#ffffff", 0.28));
});

test("a disputed line keeps its own colour; the lines of the selected are strong and the rest faint", () => {
  assert.equal(edgeItem(EDGES[3], state()).color.color, "#d55e00");
  const chosen = state({ selected: "company/mine" });
  assert.deepEqual([edgeItem(EDGES[3], chosen).width, edgeItem(EDGES[0], chosen).color.color], [2, theme.faint]);
  assert.equal(edgeItem(EDGES[0], state()).color.color, theme.line);
});

test("a mixed colour lies between the two", () => assert.equal(mix("#ff0000", "#0000ff", 0.5), "rgb(128, 0, 128)"));

test("only what changed is touched, and what is gone is removed", () => {
  const calls = [];
  const set = { update: (items) => calls.push(["update", items.map((i) => i.id)]), remove: (ids) => calls.push(["remove", ids]) };
  const known = new Map();
  reconcile(set, [{ id: "a", x: 1 }, { id: "b", x: 1 }], known);
  reconcile(set, [{ id: "a", x: 1 }, { id: "b", x: 1 }], known);
  reconcile(set, [{ id: "b", x: 2 }], known);
  assert.deepEqual(calls, [["update", ["a", "b"]], ["remove", ["a"]], ["update", ["b"]]]);
});
