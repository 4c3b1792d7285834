import assert from "node:assert/strict";
import { test } from "node:test";
import { overlaps } from "../src/captions.js";
import { Graph } from "../src/graph.js";
import { drawLabels } from "../src/labels.js";

const THEME = { font: "sans", background: "#fff", text: "#000" };

// A brush that writes down what is written where; every letter is six wide.
function brush() {
  const written = [];
  return { written, save() {}, restore() {}, strokeText() {}, measureText: (words) => ({ width: 6 * words.length }), fillText: (words, x, y) => written.push({ words, x, y }) };
}

const line = (x1, y1, x2, y2) => ({ getPoint: (part) => ({ x: x1 + (x2 - x1) * part, y: y1 + (y2 - y1) * part }) });

// What is written for edges given as [words, curve], with captions and marks in the way.
function written(edges, { captions = [], marks = [], scale = 1 } = {}) {
  const nodes = [{ id: "a" }, { id: "b" }];
  const graph = new Graph(nodes, edges.map(([words, , short], i) => ({ id: `e${i}`, from: "a", to: "b", words, short })));
  const drawing = {
    vis: { getScale: () => scale, getPosition: (id) => marks.find((mark) => mark.id === id) },
    curveOf: (id) => edges[Number(id.slice(1))][1],
    isDrawn: () => true,
    shownNodes: { get: () => marks },
  };
  const focus = { id: "a", nodes: new Set(["a", "b"]), edges: new Set(graph.edges.keys()) };
  const on = brush();
  drawLabels(on, { drawing, graph, focus, theme: THEME, captions });
  return { texts: on.written, font: on.font };
}

const box = (text) => ({ left: text.x - 3 * text.words.length, right: text.x + 3 * text.words.length, top: text.y - 7, bottom: text.y + 7 });

test("words stand in the middle of their edge where nothing is in the way", () => {
  assert.deepEqual(written([["funds", line(0, 0, 400, 0)]]).texts, [{ words: "funds", x: 200, y: 0 }]);
});

test("words give way to what any node is called, and to its mark, whether the edge is its own or not", () => {
  const name = { id: "stranger", left: 150, right: 250, top: -20, bottom: 20 };
  const [beside] = written([["funds", line(0, 0, 400, 0)]], { captions: [name] }).texts;
  assert.ok(!overlaps(box(beside), name), `at ${beside.x}`);
  const [off] = written([["funds", line(0, 0, 400, 0)]], { marks: [{ id: "stranger", x: 200, y: 0, size: 12 }] }).texts;
  assert.ok(off.x + 15 <= 188 || off.x - 15 >= 212, `at ${off.x}`);
});

test("different words on one line do not cover each other", () => {
  const { texts } = written([["funds", line(0, 0, 400, 0)], ["announces", line(0, 0, 400, 0)]]);
  assert.equal(texts.length, 2);
  assert.ok(!overlaps(...texts.map(box)));
});

test("where there is no room at all nothing is written over what is there", () => {
  const all = { id: "a", left: -999, right: 999, top: -999, bottom: 999 };
  assert.deepEqual(written([["funds", line(0, 0, 1, 0)]], { captions: [all] }).texts, []);
});

test("a line that stands for several is called in short where the whole has no room", () => {
  const walls = [{ id: "w", left: -999, right: 160, top: -99, bottom: 99 }, { id: "v", left: 240, right: 999, top: -99, bottom: 99 }];
  const long = [["3: funds, leads · 1 disputed", line(0, 0, 400, 0), "funds, leads"]];
  assert.deepEqual(written(long, { captions: walls }).texts.map(({ words }) => words), ["funds, leads"]);
  assert.deepEqual(written(long).texts.map(({ words }) => words), ["3: funds, leads · 1 disputed"]);
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
