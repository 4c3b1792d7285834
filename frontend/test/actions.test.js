import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { addActions } from "../src/actions.js";
import { Graph } from "../src/graph.js";
import { listenToKeys } from "../src/keyboard.js";
import { emptyView } from "../src/view.js";
import { EDGES, NODES } from "./pictures.js";

let canvas, sent, triggered, press;

beforeEach(() => {
  [sent, triggered] = [[], []];
  const at = new Map(NODES.map((n) => [n.id, { x: n.x, y: n.y }]));
  const drawing = { vis: { getPosition: (id) => at.get(id) }, shownNodes: { getIds: () => NODES.map((n) => n.id) }, reveal: () => {}, zoom: () => {}, fit: () => {} };
  const streamlit = { setTriggerValue: (name, value) => triggered.push([name, value]) };
  canvas = { graph: new Graph(NODES, EDGES), view: emptyView(), drawing, streamlit, refresh: () => {} };
  addActions(canvas, (view) => sent.push({ selected: view.selected, hidden: [...view.hidden] }));
  const surface = { addEventListener: (_, listener) => (press = (key, more = {}) => listener({ key, preventDefault() {}, stopPropagation() {}, ...more })) };
  listenToKeys(surface, canvas);
});

test("selecting what is selected already sends nothing", () => {
  canvas.select("deal/loan");
  canvas.select("deal/loan");
  assert.deepEqual(sent.map((s) => s.selected), ["deal/loan"]);
});

test("only a node of the picture is expanded", () => {
  for (const id of ["deal/none", "funds-loan", null, "deal/loan"]) canvas.expand(id);
  assert.deepEqual(triggered.map(([name, value]) => [name, value.node]), [["expand", "deal/loan"]]);
});

test("hiding takes the selection away, and showing brings all back", () => {
  canvas.select("deal/loan");
  canvas.hideSelected();
  assert.deepEqual(sent.at(-1), { selected: null, hidden: ["deal/loan"] });
  canvas.showHidden();
  assert.deepEqual(sent.at(-1).hidden, []);
});

test("a filter that hides the selected takes the selection away", () => {
  canvas.select("deal/loan");
  canvas.toggleFilter("hidden_labels", "Deal");
  assert.equal(canvas.view.selected, null);
});

test("arrows walk to the neighbour in that direction, and further where there is none", () => {
  canvas.select("agency/bank");
  press("ArrowRight");
  assert.equal(canvas.view.selected, "deal/loan");
  press("ArrowRight");
  assert.equal(canvas.view.selected, "company/mine");
  press("ArrowRight");
  assert.equal(canvas.view.selected, "company/mine");
});

test("the first arrow chooses the best connected node", () => {
  press("ArrowDown");
  assert.equal(canvas.view.selected, "deal/loan");
});

test("the browser's own shortcuts stay the browser's", () => {
  canvas.select("deal/loan");
  press("Delete", { ctrlKey: true });
  assert.equal(canvas.view.selected, "deal/loan");
});
