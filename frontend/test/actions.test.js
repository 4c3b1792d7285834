import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { addActions } from "../src/actions.js";
import { Graph } from "../src/graph.js";
import { listenToKeys } from "../src/keyboard.js";
import { createPost } from "../src/post.js";
import { emptyView } from "../src/view.js";
import { ACTIONS, EDGES, NODES, TIES } from "./pictures.js";

let canvas, said, press;

beforeEach(() => {
  said = [];
  const at = new Map(NODES.map((n) => [n.id, { x: n.x, y: n.y }]));
  const drawing = { vis: { getPosition: (id) => at.get(id) }, shownNodes: { getIds: () => NODES.map((n) => n.id) }, reveal: () => {}, zoom: () => {}, fit: () => {} };
  canvas = { graph: new Graph(NODES, EDGES), view: emptyView(), drawing, refresh: () => {}, data: { actions: ACTIONS, undo: "", redo: "", expanded: ["agency/bank"], ties: TIES } };
  addActions(canvas, { asked: [], say: (selected, action) => said.push([selected, action]) });
  const surface = { addEventListener: (_, listener) => (press = (key, more = {}) => listener({ key, preventDefault() {}, stopPropagation() {}, ...more })) };
  listenToKeys(surface, canvas);
});

const asked = () => said.map(([, action]) => action).filter(Boolean);

test("selecting what is selected already says nothing, and selecting is no action", () => {
  canvas.select("deal/loan");
  canvas.select("deal/loan");
  assert.deepEqual(said, [["deal/loan", null]]);
});

test("only a node of the picture is expanded", () => {
  for (const id of ["deal/none", "funds-loan", null, "deal/loan"]) canvas.expand(id);
  assert.deepEqual(asked(), [["expand", { item: "deal/loan" }]]);
});

test("hiding takes the selection away at once, and says so", () => {
  canvas.select("deal/loan");
  canvas.run("hide");
  assert.deepEqual(said.at(-1), [null, ["hide", { item: "deal/loan" }]]);
  assert.ok(canvas.view.hidden.has("deal/loan"));
});

test("one press brings back all that is hidden or filtered", () => {
  canvas.select("deal/loan");
  canvas.run("hide");
  canvas.toggleLabel("Company");
  canvas.toggleType("FUNDS");
  assert.deepEqual(canvas.countHidden(), { nodes: 2, edges: 5, any: true });
  canvas.run("show");
  assert.deepEqual(canvas.countHidden(), { nodes: 0, edges: 0, any: false });
  assert.deepEqual(asked().at(-1), ["show", {}]);
  canvas.run("show");
  assert.equal(asked().length, 4);
});

test("showing only a node leaves its neighbours, and of an edge its two ends", () => {
  canvas.select("agency/bank");
  canvas.run("only");
  assert.deepEqual([...canvas.view.hidden], ["company/mine"]);
  canvas.run("show");
  canvas.select("goes-to");
  canvas.run("only");
  assert.deepEqual([...canvas.view.hidden], ["agency/bank", "deal/stake"]);
});

test("a filter that hides the selected takes the selection away, and the next press lets it through again", () => {
  canvas.select("deal/loan");
  canvas.toggleLabel("Deal");
  assert.equal(canvas.view.selected, null);
  canvas.toggleLabel("Deal");
  assert.deepEqual(asked(), [["hide_label", { label: "Deal" }], ["show_label", { label: "Deal" }]]);
});

test("what makes no sense for the selected is not done", () => {
  const possible = () => ["expand", "collapse", "hide", "only", "show", "pin", "unpin", "undo", "redo"].filter(canvas.can);
  assert.deepEqual(possible(), []);
  canvas.select("deal/loan");
  assert.deepEqual(possible(), ["expand", "hide", "only", "pin"]);
  canvas.run("pin");
  assert.deepEqual(possible(), ["expand", "hide", "only", "unpin"]);
  canvas.select("agency/bank");
  assert.deepEqual(possible(), ["expand", "collapse", "hide", "only", "pin"]);
  canvas.select("funds-loan");
  assert.deepEqual(possible(), ["hide", "only"]);
  canvas.data.undo = "hid Loan";
  assert.deepEqual(possible(), ["hide", "only", "undo"]);
});

test("what the page does not follow is neither offered nor sent", () => {
  canvas.data.actions = ACTIONS.filter(({ name }) => name === "hide");
  canvas.select("deal/loan");
  canvas.run("only");
  canvas.expand("deal/loan");
  press("Enter");
  assert.deepEqual(asked(), []);
  press("Delete");
  assert.deepEqual(asked(), [["hide", { item: "deal/loan" }]]);
});

test("digits expand by a type, in the order told, as long as it is the selected node's and there is more", () => {
  press("1");
  canvas.select("agency/bank");
  for (const key of ["1", "2", "9"]) press(key);
  assert.deepEqual(asked(), [["expand", { item: "agency/bank", type: "FUNDS", way: "out" }]]);
});

test("the keys of undo and redo ask for them where there is something to take back", () => {
  press("z", { ctrlKey: true });
  assert.deepEqual(asked(), []);
  Object.assign(canvas.data, { undo: "hid Loan", redo: "pinned Loan" });
  press("z", { ctrlKey: true });
  press("Z", { ctrlKey: true, shiftKey: true });
  press("y", { ctrlKey: true });
  press("z", { metaKey: true });
  assert.deepEqual(asked().map(([name]) => name), ["undo", "redo", "redo", "undo"]);
});

test("what was done just now can be undone before the server has told of it", () => {
  canvas.select("deal/loan");
  const post = createPost(() => {});
  addActions(canvas, post);
  canvas.run("hide");
  press("z", { ctrlKey: true });
  assert.deepEqual(post.asked.map(([, name]) => name), ["hide", "undo"]);
});

test("p pins and unpins", () => {
  canvas.select("deal/loan");
  press("p");
  press("p");
  assert.deepEqual(asked().map(([name]) => name), ["pin", "unpin"]);
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

test("the browser's own shortcuts stay the browser's", () => {
  canvas.select("deal/loan");
  press("Delete", { ctrlKey: true });
  press("c", { ctrlKey: true });
  assert.deepEqual(asked(), []);
});

test("each change is said again until it was heard, and then no more", async () => {
  const sent = [];
  const post = createPost((message) => sent.push(structuredClone(message)));
  const soon = () => new Promise((done) => setTimeout(done, 5));
  assert.equal(post.hear("here", 4), true);
  post.say("a", ["hide", { item: "b" }]);
  await soon();
  post.say("a", ["pin", { item: "a" }]);
  await soon();
  assert.deepEqual(sent.at(-1), { epoch: "here", n: 6, selected: "a", chosen: [], asked: [[5, "hide", { item: "b" }], [6, "pin", { item: "a" }]] });
  assert.equal(post.hear("here", 5), false);
  post.say("c");
  await soon();
  assert.deepEqual(sent.at(-1), { epoch: "here", n: 7, selected: "c", chosen: [], asked: [[6, "pin", { item: "a" }]] });
  assert.equal(post.hear("here", 7), true);
  assert.deepEqual(post.asked, []);
});

test("of quick changes one message is sent, with all of them", async () => {
  const sent = [];
  const post = createPost((message) => sent.push([message.n, message.selected, message.asked.length]));
  post.hear("here", 0);
  for (const id of ["a", "b", "c"]) post.say(id, ["hide", { item: id }], 5);
  await new Promise((done) => setTimeout(done, 40));
  assert.deepEqual(sent, [[3, "c", 3]]);
});

test("a new session hears nothing of what an old one was told", () => {
  const post = createPost(() => {});
  post.hear("old", 0);
  post.say("a", ["undo", {}]);
  assert.equal(post.hear("new", 2), true);
  assert.deepEqual([post.n, post.asked], [2, []]);
});
