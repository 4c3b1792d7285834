import assert from "node:assert/strict";
import { test } from "node:test";
import { asData, emptyView, sender, toggle, viewFrom } from "../src/view.js";

const DATA = { n: 7, selected: "deal/loan", hidden: ["a"], hidden_labels: ["Event"], hidden_types: [], pinned: ["b"], moved: { a: [1.5, -2] } };

test("a view survives the way from the server and back", () => assert.deepEqual(asData(viewFrom(DATA)), DATA));

test("an empty view is plain data that JSON keeps", () => {
  assert.deepEqual(JSON.parse(JSON.stringify(asData(emptyView()))), { n: 0, selected: null, hidden: [], hidden_labels: [], hidden_types: [], pinned: [], moved: {} });
});

test("toggling twice changes nothing", () => {
  const set = new Set(["a"]);
  toggle(set, "b");
  assert.deepEqual([...set], ["a", "b"]);
  toggle(set, "b");
  assert.deepEqual([...set], ["a"]);
});

test("each change has a number of its own, and of quick ones only the last is sent", async () => {
  const sent = [];
  const send = sender((data) => sent.push([data.n, data.selected]));
  const view = emptyView();
  for (const id of ["a", "b", "c"]) send(Object.assign(view, { selected: id }), 5);
  await new Promise((done) => setTimeout(done, 40));
  assert.deepEqual(sent, [[3, "c"]]);
});
