import assert from "node:assert/strict";
import { test } from "node:test";
import { Graph } from "../src/graph.js";
import { listenToKeys } from "../src/keyboard.js";
import { emptyView } from "../src/view.js";
import { ACTIONS, EDGES, NODES } from "./pictures.js";

// A canvas that writes down what the keys ask of it; the picture lies as its records say.
function canvasWith(changes = {}) {
  const graph = new Graph(NODES, EDGES);
  const view = { ...emptyView(), ...changes };
  const asked = [];
  const drawing = {
    shownNodes: { getIds: () => NODES.filter((node) => graph.isShown(node.id, view)).map((node) => node.id) },
    vis: { getPosition: (id) => graph.nodes.get(id) },
    reveal: (id) => asked.push(["reveal", id]),
    zoom: (factor) => asked.push([factor > 1 ? "nearer" : "farther"]),
    fit: () => asked.push(["fit"]),
  };
  const select = (id) => {
    view.selected = id;
    asked.push(["select", id]);
  };
  const data = { actions: ACTIONS };
  return { graph, view, drawing, data, asked, select, can: () => true, ties: () => [], run: (name) => asked.push([name]), openMenu: () => asked.push(["menu"]) };
}

function press(canvas, key, modifiers = {}) {
  let listener;
  listenToKeys({ addEventListener: (_, given) => (listener = given) }, canvas);
  const event = { key, ...modifiers, taken: false, preventDefault: () => (event.taken = true), stopPropagation() {} };
  listener(event);
  return event.taken;
}

const reached = (from, key, changes = {}) => {
  const canvas = canvasWith({ selected: from, ...changes });
  press(canvas, key);
  return canvas.view.selected;
};

test("an arrow goes to the neighbour in its direction", () => {
  assert.equal(reached("agency/bank", "ArrowRight"), "deal/loan");
  assert.equal(reached("agency/bank", "ArrowDown"), "deal/stake");
  assert.equal(reached("deal/loan", "ArrowLeft"), "agency/bank");
});

test("an arrow with no neighbour there goes to another node there, and stays where there is none", () => {
  assert.equal(reached("deal/stake", "ArrowRight"), "company/mine");
  assert.equal(reached("agency/bank", "ArrowLeft"), "agency/bank");
});

test("an arrow never goes to what is hidden", () => {
  assert.equal(reached("agency/bank", "ArrowRight", { hidden: new Set(["deal/loan"]) }), "company/mine");
});

test("with nothing chosen an arrow begins at the best connected node, with an edge chosen at its start", () => {
  assert.equal(reached(null, "ArrowUp"), "deal/loan");
  assert.equal(reached("goes-to", "ArrowUp"), "deal/loan");
  assert.equal(reached("deal/gone", "ArrowUp"), "deal/loan");
});

test("an empty picture takes an arrow without harm", () => {
  const canvas = canvasWith({ hidden_labels: new Set(NODES.map((node) => node.kind)) });
  press(canvas, "ArrowRight");
  assert.deepEqual(canvas.asked, []);
});

test("the other keys do what the help says, and what they do is theirs alone", () => {
  const done = (key) => {
    const canvas = canvasWith({ selected: "deal/loan" });
    assert.equal(press(canvas, key), true);
    return canvas.asked[0];
  };
  const keys = { Enter: ["expand"], Escape: ["select", null], Delete: ["hide"], c: ["collapse"], o: ["only"], a: ["show"], ContextMenu: ["menu"], "+": ["nearer"], "-": ["farther"], 0: ["fit"] };
  for (const [key, asked] of Object.entries(keys)) assert.deepEqual(done(key), asked);
});

test("the browser keeps its own keys", () => {
  for (const modifier of ["ctrlKey", "metaKey", "altKey"]) {
    const canvas = canvasWith({ selected: "deal/loan" });
    assert.equal(press(canvas, "0", { [modifier]: true }), false);
    assert.deepEqual(canvas.asked, []);
  }
  assert.equal(press(canvasWith(), "Tab"), false);
});
