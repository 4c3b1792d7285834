import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { addActions } from "../src/actions.js";
import { rectangle } from "../src/box.js";
import { Graph } from "../src/graph.js";
import { titleOf } from "../src/menu.js";
import { emptyView, viewFrom } from "../src/view.js";
import { ACTIONS, EDGES, NODES } from "./pictures.js";

let canvas, said;

beforeEach(() => {
  said = [];
  canvas = { graph: new Graph(NODES, EDGES), view: emptyView(), drawing: {}, refresh: () => {}, data: { actions: ACTIONS, undo: "", redo: "", expanded: ["agency/bank", "deal/loan"] } };
  addActions(canvas, { asked: [], say: (selected, action) => said.push([selected, action]) });
});

const chosen = () => [...canvas.view.chosen];
const asked = () => said.map(([, action]) => action).filter(Boolean);

test("one is added and taken out; the last that came leads, and selecting is no action", () => {
  canvas.select("deal/loan");
  canvas.toggle("agency/bank");
  assert.deepEqual([chosen(), canvas.view.selected], [["deal/loan", "agency/bank"], "agency/bank"]);
  canvas.toggle("agency/bank");
  assert.deepEqual([chosen(), canvas.view.selected], [["deal/loan"], "deal/loan"]);
  canvas.toggle(null);
  canvas.select("agency/bank");
  assert.deepEqual([chosen(), asked()], [["agency/bank"], []]);
});

test("a press on one of several selects it alone", () => {
  canvas.choose(["deal/loan", "agency/bank"]);
  canvas.select(canvas.view.selected);
  assert.deepEqual(chosen(), ["agency/bank"]);
});

test("neighbours, all of a kind, all and all others are selected", () => {
  canvas.select("company/mine");
  canvas.selectBy("neighbours");
  assert.deepEqual(chosen().sort(), ["company/mine", "deal/loan"]);
  canvas.selectBy("kind");
  assert.deepEqual(chosen().sort(), ["company/mine", "deal/loan", "deal/stake"]);
  canvas.selectBy("invert");
  assert.deepEqual(chosen(), ["agency/bank"]);
  canvas.selectBy("all");
  assert.equal(chosen().length, 4);
});

test("what is hidden is not selected", () => {
  canvas.run("hide");
  canvas.select("deal/loan");
  canvas.run("hide");
  canvas.selectBy("all");
  assert.ok(!chosen().includes("deal/loan"));
  canvas.selectBy("invert");
  assert.deepEqual([chosen(), canvas.view.selected], [[], null]);
});

test("an action is done to all that are selected as one entry, as far as it makes sense for them", () => {
  canvas.choose(["deal/loan", "goes-to", "agency/bank"]);
  canvas.run("pin");
  canvas.run("pin");
  canvas.run("unpin");
  canvas.run("expand");
  canvas.run("collapse");
  canvas.run("hide");
  assert.deepEqual(asked(), [
    ["pin", { item: "deal/loan", also: ["agency/bank"] }],
    ["unpin", { item: "deal/loan", also: ["agency/bank"] }],
    ["expand", { item: "deal/loan", also: ["agency/bank"] }],
    ["collapse", { item: "deal/loan", also: ["agency/bank"] }],
    ["hide", { item: "deal/loan", also: ["goes-to", "agency/bank"] }],
  ]);
  assert.deepEqual([[...canvas.view.hidden].sort(), chosen(), canvas.view.selected], [["agency/bank", "deal/loan", "goes-to"], [], null]);
});

test("of those that are pinned and those that are not, the latter are pinned first", () => {
  canvas.select("deal/loan");
  canvas.run("pin");
  canvas.choose(["deal/loan", "agency/bank"]);
  assert.equal(canvas.can("unpin"), false);
  canvas.run("pin");
  assert.deepEqual(asked().at(-1), ["pin", { item: "agency/bank" }]);
});

test("showing only several leaves them and the ends of their relationships, without neighbours", () => {
  canvas.choose(["deal/stake", "goes-to"]);
  canvas.run("only");
  assert.deepEqual([...canvas.view.hidden], ["agency/bank"]);
});

test("titles count to how many things it would be done", () => {
  const hide = canvas.offer("hide");
  canvas.select("deal/loan");
  assert.equal(titleOf(canvas, hide), "Does hide");
  canvas.choose(["deal/loan", "agency/bank", "goes-to"]);
  assert.equal(titleOf(canvas, hide), "Does hide to 3");
  assert.equal(titleOf(canvas, canvas.offer("pin")), "Does pin to 2");
});

test("what the server says is selected is, and of one alone that one", () => {
  const data = { selected: "b", chosen: ["a", "b"], moved: {} };
  assert.deepEqual([...viewFrom(data).chosen], ["a", "b"]);
  assert.deepEqual([...viewFrom({ ...data, chosen: [] }).chosen], ["b"]);
  assert.deepEqual([...viewFrom({ ...data, chosen: [], selected: null }).chosen], []);
});

test("the layout that is not in use is asked for", () => {
  canvas.run("lay_out");
  canvas.data.layout = "hierarchy";
  canvas.run("lay_out");
  assert.deepEqual(asked(), [["lay_out", { kind: "hierarchy" }], ["lay_out", { kind: "force" }]]);
});

test("several that were dragged together are one entry", () => {
  canvas.act("move", { item: "deal/loan", x: 1, y: 2, also: ["agency/bank", "3", "-4"] });
  assert.deepEqual([...canvas.view.moved], [["deal/loan", [1, 2]], ["agency/bank", [3, -4]]]);
});

test("a box is the same whichever way it is drawn", () => {
  assert.deepEqual(rectangle({ x: 5, y: 1 }, { x: 2, y: 9 }), { left: 2, right: 5, top: 1, bottom: 9 });
});
