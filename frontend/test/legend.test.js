import assert from "node:assert/strict";
import { test } from "node:test";
import { fakePage } from "./fake_page.js";

const root = fakePage();
const { createLegend } = await import("../src/legend.js");
const { createTooltip } = await import("../src/tooltip.js");
const { emptyView } = await import("../src/view.js");

const LEGEND = {
  labels: [{ label: "Deal", plural: "Deals", meaning: "An agreement.", colour: "#009e73", shape: "triangle", count: 3 }],
  types: [{ type: "FUNDS", reads: "<b>funds</b>", meaning: "", count: 2 }],
  keys: [{ sign: "badge", text: "<b>disagreements</b>", meaning: "The sources differ.", colour: "#c24e00", badge: { text: "n", colour: "#c24e00", filled: true } }],
};

test("every entry says what it stands for, how many there are, and filters", () => {
  const filtered = [];
  createLegend(root, { toggleLabel: (label) => filtered.push(["label", label]), toggleType: (type) => filtered.push(["type", type]) }).update(LEGEND, { ...emptyView(), hidden_labels: new Set(["Deal"]) });
  const buttons = root.all().filter((e) => e.tag === "button");
  assert.deepEqual(buttons.map((b) => b.textContent), ["Deals3", "<b>funds</b>2"]);
  assert.deepEqual(buttons.map((b) => b.getAttribute("aria-pressed")), ["false", "true"]);
  buttons.forEach((b) => b.click());
  assert.deepEqual(filtered, [["label", "Deal"], ["type", "FUNDS"]]);
  assert.ok(root.textContent.includes("n<b>disagreements</b>"));
});

test("every term is explained where it stands", () => {
  const page = fakePage();
  createLegend(page, {}).update(LEGEND, emptyView());
  const titles = page.all().map((e) => e.getAttribute("title")).filter(Boolean);
  assert.deepEqual(titles, ["An agreement.\nHide: Deals", "Hide: <b>funds</b>", "The sources differ."]);
});

test("hover text is text, whatever stands in a record", async () => {
  const surface = Object.assign(fakePage(), { clientWidth: 500, clientHeight: 300 });
  const tooltip = createTooltip(surface);
  tooltip.show({ x: 490, y: 290 }, ["<img src=x onerror=alert(1)>", "a & b"]);
  await new Promise((done) => setTimeout(done, 260));
  const [tip] = surface.children;
  assert.equal(tip.textContent, "<img src=x onerror=alert(1)>a & b");
  assert.equal(tip.hidden, false);
  tooltip.hide();
  assert.equal(tip.hidden, true);
});
