import assert from "node:assert/strict";
import { test } from "node:test";
import { Graph } from "../src/graph.js";
import { drawLabels } from "../src/labels.js";

const THEME = { font: "sans", background: "#fff", text: "#000" };
const FAR = { left: -900, right: -890, top: -900, bottom: -890 };

// A brush that writes down what is written where; every letter is six wide.
function brush() {
  const written = [];
  return { written, save() {}, restore() {}, strokeText() {}, measureText: (words) => ({ width: 6 * words.length }), fillText: (words, x, y) => written.push({ words, x, y }) };
}

const line = (x1, y1, x2, y2) => ({ getPoint: (part) => ({ x: x1 + (x2 - x1) * part, y: y1 + (y2 - y1) * part }) });

// What is written for edges given as [words, curve], with boxes of nodes in the way.
function written(edges, { boxes = {}, scale = 1 } = {}) {
  const nodes = [{ id: "a" }, { id: "b" }];
  const graph = new Graph(nodes, edges.map(([words], i) => ({ id: `e${i}`, from: "a", to: "b", words })));
  const drawing = { vis: { getScale: () => scale, getBoundingBox: (id) => boxes[id] ?? FAR }, curveOf: (id) => edges[Number(id.slice(1))][1] };
  const focus = { id: "a", nodes: new Set(["a", "b"]), edges: new Set(graph.edges.keys()) };
  const on = brush();
  drawLabels(on, { drawing, graph, focus, theme: THEME });
  return { texts: on.written, font: on.font };
}

test("words stand in the middle of their edge where nothing is in the way", () => {
  assert.deepEqual(written([["funds", line(0, 0, 400, 0)]]).texts, [{ words: "funds", x: 200, y: 0 }]);
});

test("words give way to a node", () => {
  const [label] = written([["funds", line(0, 0, 400, 0)]], { boxes: { b: { left: 180, right: 220, top: -20, bottom: 20 } } }).texts;
  assert.ok(label.x + 15 <= 180 || label.x - 15 >= 220, `at ${label.x}`);
});

test("different words on one line do not cover each other", () => {
  const { texts } = written([["funds", line(0, 0, 400, 0)], ["announces", line(0, 0, 400, 0)]]);
  const [one, other] = texts;
  assert.equal(texts.length, 2);
  assert.ok(Math.abs(one.x - other.x) >= 3 * (one.words.length + other.words.length), `${one.x} and ${other.x}`);
});

test("where there is no room, words that stand already are left out and others are written", () => {
  const point = line(0, 0, 1, 0);
  const all = { a: { left: -999, right: 999, top: -999, bottom: 999 } };
  const texts = written([["funds", point], ["funds", point], ["announces", point]], { boxes: all }).texts;
  assert.deepEqual(texts.map(({ words }) => words).sort(), ["announces", "funds"]);
});

test("words can be read from afar, and grow with what is near", () => {
  const sizeAt = (scale) => scale * parseFloat(written([["funds", line(0, 0, 400, 0)]], { scale }).font);
  assert.equal(sizeAt(0.25), 12);
  assert.equal(sizeAt(2), 24);
});

test("a hub's many edges, an edge that is not drawn and an empty focus write nothing", () => {
  const many = Array.from({ length: 17 }, (_, i) => [`words ${i}`, line(0, 20 * i, 400, 20 * i)]);
  assert.equal(written(many.slice(1)).texts.length, 16);
  assert.equal(written(many).texts.length, 0);
  assert.equal(written([["funds", null]]).texts.length, 0);
  const on = brush();
  drawLabels(on, { focus: null });
  assert.deepEqual(on.written, []);
});
