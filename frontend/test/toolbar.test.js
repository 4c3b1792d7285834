import assert from "node:assert/strict";
import { test } from "node:test";
import { Graph } from "../src/graph.js";
import { createToolbar } from "../src/toolbar.js";
import { emptyView } from "../src/view.js";
import { fakePage } from "./fake_page.js";
import { EDGES, NODES } from "./pictures.js";

function shownToolbar(can_go_back) {
  const root = fakePage();
  const taken = [];
  const canvas = { view: emptyView(), graph: new Graph(NODES, EDGES), data: { can_go_back }, shown: { nodes: 1, edges: 0 }, goBack: () => taken.push("back") };
  createToolbar(root, canvas).update(canvas);
  const back = root.all().find((e) => e.getAttribute("data-tool") === "back");
  return { back, taken };
}

test("the button that takes back says that it takes back expanding and adding, and what stays", () => {
  const { back, taken } = shownToolbar(true);
  assert.match(back.getAttribute("title"), /^Take back the last expanding or adding .*hid, pinned, moved or filtered stays$/);
  assert.equal(back.getAttribute("aria-label"), back.getAttribute("title"));
  back.click();
  assert.deepEqual(taken, ["back"]);
});

test("where nothing was expanded or added it is disabled and says why", () => {
  const { back, taken } = shownToolbar(false);
  assert.ok(back.disabled);
  assert.match(back.getAttribute("title"), /^Nothing to take back: no nodes were expanded or added/);
  assert.equal(back.getAttribute("aria-label"), back.getAttribute("title"));
  back.click();
  assert.deepEqual(taken, []);
});
