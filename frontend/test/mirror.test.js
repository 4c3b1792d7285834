import assert from "node:assert/strict";
import { test } from "node:test";
import { Graph } from "../src/graph.js";
import { chooseMirrored, createMirror, describeNode, MOST } from "../src/mirror.js";
import { fakePage } from "./fake_page.js";
import { EDGES, NODES, viewWith } from "./pictures.js";

const PLACES = { canvasToDOM: (at) => at, getPosition: () => ({ x: 50, y: 900 }), getScale: () => 1 };

function canvasWith(view = {}, nodes = NODES, edges = EDGES) {
  const graph = new Graph(nodes, edges);
  const canvas = { graph, view: viewWith(view), revealed: [], selectedBy: [] };
  canvas.select = (id) => canvas.selectedBy.push(id);
  const getIds = () => [...graph.nodes.keys()].filter((id) => graph.isDrawn(id, canvas.view));
  canvas.drawing = { shownNodes: { getIds, get length() { return getIds().length; } }, isDrawn: () => true, reveal: (id) => canvas.revealed.push(id), vis: PLACES };
  return canvas;
}

function mirrored(canvas) {
  const surface = Object.assign(fakePage(), { clientWidth: 400, clientHeight: 300 });
  canvas.mirror = createMirror(surface, canvas);
  canvas.mirror.update();
  const options = () => surface.all().filter((e) => e.attributes.role === "option" && !e.removed);
  const stops = () => surface.all().filter((e) => e.attributes.tabindex === "0" && !e.removed);
  return { surface, options, stops, end: () => canvas.mirror.end() };
}

test("a node says its name, what it is and its ties, each way", () => {
  const { graph, view } = canvasWith();
  assert.equal(describeNode({ graph, view }, "agency/bank"), "The Bank, Agency, 3 relationships: funds Loan; announces Loan; funds Stake");
  assert.equal(describeNode({ graph, view }, "company/mine"), "Mine, Company, 1 relationship: Loan goes to it");
  assert.match(describeNode({ graph, view }, "deal/loan"), /may be the same as itself/);
});

test("ties that are hidden are not told, and of many the first, with how many more", () => {
  const { graph } = canvasWith();
  assert.equal(describeNode({ graph, view: viewWith({ hidden_types: new Set(["FUNDS", "ANNOUNCES"]) }) }, "agency/bank"), "The Bank, Agency, 0 relationships");
  const many = Array.from({ length: 9 }, (_, i) => ({ id: `e${i}`, kind: "FUNDS", from: "agency/bank", to: "deal/loan", words: "funds" }));
  assert.match(describeNode({ graph: new Graph(NODES, many), view: viewWith() }, "agency/bank"), /; and 3 more$/);
});

test("there is one stop of the Tab key: the best connected, then what is selected", () => {
  const canvas = canvasWith();
  const { stops, surface, end } = mirrored(canvas);
  assert.deepEqual(stops().map((e) => e.attributes["data-node"]), ["deal/loan"]);
  assert.equal(surface.attributes.tabindex, "-1");
  canvas.view = viewWith({ selected: "company/mine" });
  canvas.mirror.update();
  assert.deepEqual(stops().map((e) => e.attributes["data-node"]), ["company/mine"]);
  canvas.view = viewWith({});
  canvas.mirror.update();
  assert.deepEqual(stops().map((e) => e.attributes["data-node"]), ["company/mine"], "who clears the selection stays where they are");
  end();
});

test("where the selected node goes, the stop goes to a neighbour of it, not across the picture", () => {
  const canvas = canvasWith({ selected: "deal/stake" });
  const { stops, end } = mirrored(canvas);
  canvas.view = viewWith({ hidden: new Set(["deal/stake"]) });
  canvas.mirror.update();
  assert.deepEqual(stops().map((e) => e.attributes["data-node"]), ["agency/bank"]);
  end();
});

test("what is hidden has no element, what is selected says so, and a press selects", () => {
  const canvas = canvasWith({ selected: "agency/bank", chosen: new Set(["agency/bank", "deal/stake"]), hidden: new Set(["company/mine"]) });
  const { options, end } = mirrored(canvas);
  assert.deepEqual(options().map((e) => [e.attributes["data-node"], e.attributes["aria-selected"]]), [["agency/bank", "true"], ["deal/loan", "false"], ["deal/stake", "true"]]);
  options()[1].click();
  assert.deepEqual(canvas.selectedBy, ["deal/loan"]);
  end();
});

test("an empty picture has no listbox, and the picture itself is the stop", () => {
  const { surface, stops, end } = mirrored(canvasWith({ hidden_labels: new Set(NODES.map(({ kind }) => kind)) }));
  assert.deepEqual([stops(), surface.children[0].hidden], [[surface], true]);
  end();
});

test("an element out of sight lies at the frame's edge, and the keys' coming brings it into sight", () => {
  const canvas = canvasWith();
  const { options, end } = mirrored(canvas);
  const [, y] = /translate\(.*px, (.*)px\)/.exec(options()[0].style.transform);
  assert.ok(Number(y) < 300, "a browser would scroll the page to it");
  options()[0].focus();
  assert.deepEqual(canvas.revealed, ["agency/bank"]);
  canvas.mirror.focus();
  assert.deepEqual(canvas.revealed, ["agency/bank"], "what the page itself does moves nothing that is looked at");
  end();
});

test("of very many nodes so many are mirrored: what is selected and its neighbours first, then the best connected", () => {
  const nodes = Array.from({ length: 500 }, (_, i) => ({ ...NODES[0], id: `n${i}`, name: `N ${i}` }));
  const edges = nodes.slice(1).map(({ id }, i) => ({ id: `e${i}`, kind: "FUNDS", words: "funds", from: i % 2 ? "n0" : "n1", to: id }));
  const canvas = canvasWith({ selected: "n499" }, nodes, edges);
  const ids = chooseMirrored(canvas);
  assert.equal(ids.length, MOST);
  assert.equal(ids[0], "n499");
  const [end] = edges.filter(({ to }) => to === "n499").map(({ from }) => from);
  assert.ok(ids.includes(end));
  assert.ok(ids.includes("n0") && ids.includes("n1"));
});
