import assert from "node:assert/strict";
import { test } from "node:test";
import { Graph } from "../src/graph.js";
import { lineOf } from "../src/stand_ins.js";
import { viewWith } from "./pictures.js";

const node = (id, more = {}) => ({ id, name: id, kind: id.startsWith("c") ? "Country" : "Event", x: 0, y: 0, disputed: "", color: { background: "#fff", border: "#000" }, ...more });
const edge = (id, from, to, more = {}) => ({ id, from, to, kind: id.split("-")[0].toUpperCase(), words: id.split("-")[0], tooltip: [], lines: "", disputed: "", binds: true, dashes: false, ...more });

const LINES = "bank|*|deal|lines";
const EDGES = [
  edge("funds-1", "bank", "deal", { lines: LINES, disputed: "matters", dashes: [2, 4], color: { color: "#d55e00" } }),
  edge("leads-1", "bank", "deal", { lines: LINES }),
  edge("leads-2", "bank", "deal", { lines: LINES, binds: false }),
  ...["c1", "c2", "c3"].map((id) => edge(`attends-${id}`, id, "event")),
  edge("funds-2", "bank", "event"),
];
const NODES = [node("bank"), node("deal"), node("event"), node("c1"), node("c2", { disputed: "decides", color: { border: "#d55e00" }, shapeProperties: { borderDashes: [5, 3] } }), node("c3")];
const BUNDLE = { id: "event|ATTENDS.in|event|leaves.Country", hub: "event", kind: "Country", plural: "countries", members: ["c1", "c2", "c3"], words: "attends", says: "each attends event", inward: true, x: 5, y: 6, look: { size: 12, color: { background: "#eee", border: "#333" } } };

function gathered(changes = {}) {
  const graph = new Graph(NODES, EDGES, [BUNDLE]);
  const view = viewWith({ bundled_from: 3, ...changes });
  graph.gather(view);
  const drawn = [...graph.edges.keys(), ...graph.standIns.edges.keys()].filter((id) => graph.isDrawn(id, view));
  const marks = [...graph.nodes.keys(), ...graph.standIns.nodes.keys()].filter((id) => graph.isDrawn(id, view));
  return { graph, view, drawn, marks };
}

test("parallel relationships are one line that counts and names them and hides no dispute", () => {
  const { graph, drawn } = gathered();
  assert.deepEqual(drawn, ["funds-2", lineOf(BUNDLE.id), LINES]);
  const line = graph.line(LINES);
  assert.deepEqual([line.count, line.words, line.short], [3, "3: funds, leads · 1 disputed · 1 not binding", "funds, leads"]);
  assert.deepEqual([line.dashes, line.color], [[2, 4], { color: "#d55e00" }]);
  assert.deepEqual(line.tooltip, ["bank funds deal", "bank leads deal", "bank leads deal", "1 disputed", "1 not binding"]);
});

test("opened, they are drawn one by one; so are all, but for those that were closed again", () => {
  const ofBank = (changes) => gathered(changes).drawn.filter((id) => id.endsWith("-1") || id === LINES);
  assert.deepEqual(ofBank({ opened_lines: new Set([LINES]) }), ["funds-1", "leads-1"]);
  assert.deepEqual(ofBank({ all_lines: true }), ["funds-1", "leads-1"]);
  assert.deepEqual(ofBank({ all_lines: true, opened_lines: new Set([LINES]) }), [LINES]);
});

test("what is filtered is not counted, and one that is left is drawn by itself", () => {
  assert.equal(gathered({ hidden: new Set(["leads-2"]) }).graph.line(LINES).words, "2: funds, leads · 1 disputed");
  const { drawn } = gathered({ hidden_types: new Set(["LEADS"]) });
  assert.ok(drawn.includes("funds-1") && !drawn.includes(LINES));
});

test("leaves are one mark with their number, marked as the most disputed of them", () => {
  const { graph, marks } = gathered();
  assert.deepEqual(marks, ["bank", "deal", "event", BUNDLE.id]);
  const mark = graph.mark(BUNDLE.id);
  assert.deepEqual([mark.name, mark.x, mark.y, mark.tooltip], ["3 countries", 5, 6, ["each attends event", "c1", "c2", "c3", "1 disputed"]]);
  assert.deepEqual([mark.color.border, mark.shapeProperties.borderDashes], ["#d55e00", [5, 3]]);
  const line = graph.line(lineOf(BUNDLE.id));
  assert.deepEqual([line.from, line.to, line.words], [BUNDLE.id, "event", "attends"]);
});

test("opened, few, pinned, moved or asked for by name, they are drawn one by one", () => {
  const alone = (changes) => gathered(changes).marks.filter((id) => id.startsWith("c")).join();
  assert.equal(alone({ opened_bundles: new Set([BUNDLE.id]) }), "c1,c2,c3");
  assert.equal(alone({ bundled_from: 4 }), "c1,c2,c3");
  assert.equal(alone({ spread: new Set(["event"]) }), "c1,c2,c3");
  assert.equal(alone({ bundled_from: 4, closed_bundles: new Set([BUNDLE.id]) }), "");
  assert.equal(alone({ pinned: new Set(["c1"]) }), "c1");
  assert.equal(alone({ moved: new Map([["c2", [1, 2]]]) }), "c2");
  assert.equal(alone({ loose: new Set(["c1", "c2"]) }), "c1,c2,c3");
});

test("what is hidden is in no mark", () => {
  assert.equal(gathered({ hidden: new Set(["c1"]) }).graph.mark(BUNDLE.id).name, "2 countries");
  assert.deepEqual(gathered({ hidden: new Set(["event"]) }).marks, ["bank", "deal", "c1", "c2", "c3"]);
  assert.deepEqual(gathered({ hidden_labels: new Set(["Country"]) }).marks, ["bank", "deal", "event"]);
});

test("a selected leaf or relationship lights what stands for it", () => {
  const { graph } = gathered();
  const focus = (selected) => graph.focus(viewWith({ selected, bundled_from: 3 }));
  assert.ok(focus("c1").nodes.has(BUNDLE.id));
  assert.ok(focus("c1").edges.has(lineOf(BUNDLE.id)));
  assert.deepEqual([...focus("leads-1").edges], [LINES]);
  assert.deepEqual([...focus(LINES).nodes], ["bank", "deal"]);
  assert.ok(focus("event").nodes.has(BUNDLE.id));
  assert.deepEqual([graph.stoodFor(BUNDLE.id), graph.stoodFor("bank")], [["c1", "c2", "c3"], ["bank"]]);
});
