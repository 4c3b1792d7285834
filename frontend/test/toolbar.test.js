import assert from "node:assert/strict";
import { test } from "node:test";
import { addActions } from "../src/actions.js";
import { Graph } from "../src/graph.js";
import { entries } from "../src/menu.js";
import { createToolbar } from "../src/toolbar.js";
import { fakePage } from "./fake_page.js";
import { ACTIONS, EDGES, NODES, TIES, viewWith } from "./pictures.js";

function shown(data = {}, view = {}) {
  const root = fakePage();
  const said = [];
  const canvas = { view: viewWith(view), graph: new Graph(NODES, EDGES), data: { actions: ACTIONS, undo: "", redo: "", ties: TIES, ...data }, shown: { nodes: 1, edges: 0 }, refresh: () => {}, drawing: {} };
  addActions(canvas, { asked: [], say: (_, action) => said.push(action) });
  createToolbar(root, canvas).update(canvas);
  const tool = (name) => root.all().find((e) => e.getAttribute("data-tool") === name);
  return { canvas, tool, said };
}

test("undo and redo say what they would do, by which key, and do it", () => {
  const { tool, said } = shown({ undo: "hid <b>Glencore</b>", redo: "moved Peru" });
  assert.equal(tool("undo").getAttribute("title"), "Undo: hid <b>Glencore</b> (Ctrl+Z)");
  assert.equal(tool("redo").getAttribute("aria-label"), "Redo: moved Peru (Ctrl+Shift+Z)");
  tool("undo").click();
  tool("redo").click();
  assert.deepEqual(said, [["undo", {}], ["redo", {}]]);
});

test("where nothing was done they are disabled and say why", () => {
  const { tool, said } = shown();
  assert.ok(tool("undo").disabled && tool("redo").disabled);
  assert.equal(tool("undo").getAttribute("title"), "Nothing to undo");
  tool("undo").click();
  assert.deepEqual(said, []);
});

test("tools are called as the server declares, work on the selected, and are away where the page does not follow them", () => {
  const { tool, said } = shown({ actions: ACTIONS.filter(({ name }) => name !== "collapse") }, { selected: "deal/loan" });
  assert.equal(tool("only").getAttribute("title"), "Does only (o)");
  assert.ok(tool("collapse").hidden);
  tool("only").click();
  assert.deepEqual(said, [["only", { item: "deal/loan" }]]);
  const { tool: another } = shown();
  assert.ok(["expand", "collapse", "hide", "only", "pin"].every((name) => another(name).disabled));
});

test("what is hidden or filtered is counted, and the count brings it back", () => {
  const { tool, said } = shown({}, { hidden_labels: new Set(["Deal"]) });
  assert.equal(tool("show").textContent, "Show all: 2 nodes, 5 relationships hidden");
  tool("show").click();
  assert.deepEqual(said, [["show", {}]]);
  assert.ok(shown().tool("show").hidden);
});

test("the menu offers what can be done to the selected, each type with how many more it has, and to the picture", () => {
  const { canvas, said } = shown({ undo: "hid Loan" }, { selected: "agency/bank" });
  const offered = entries(canvas);
  const texts = offered.map((entry) => entry && `${entry.text} [${entry.key}]`);
  assert.deepEqual(texts, [
    "Does expand [Enter]", "Expand by “<b>funds</b>”: 3 more [1]", "Does hide [Delete]", "Does only [o]", "Does pin [p]",
    "Select its neighbours too [N]", "Select all of its kind [K]",
    null, "Select all [A]", "Select all others instead [I]", "Does lay_out [y]", "Undo: hid Loan [Ctrl+Z]", "Fit everything into the frame [0]",
  ]);
  offered[1].run();
  assert.deepEqual(said, [["expand", { item: "agency/bank", type: "FUNDS", way: "out" }]]);
});

test("on the ground the menu offers what can be done to the picture", () => {
  const { canvas } = shown({}, { hidden: new Set(["deal/loan"]) });
  assert.deepEqual(entries(canvas).map(({ does }) => does), ["select:all", "select:invert", "show", "lay_out", "fit"]);
});
