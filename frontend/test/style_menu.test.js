import assert from "node:assert/strict";
import { test } from "node:test";
import { createStyleMenu } from "../src/style_menu.js";
import { fakePage } from "./fake_page.js";

const STYLE = [
  { title: "Disagreements marked", action: "mark", choices: [{ words: "none", fields: { which: "none" }, chosen: false }, { words: "those that decide", fields: { which: "decides" }, chosen: true }] },
  { title: "Size of nodes", action: "restyle", choices: [{ words: "by <b>tons</b>, committed", fields: { aspect: "size", choice: "money:committed:tons" }, chosen: false }] },
];

function opened(followed = ["mark", "restyle"]) {
  const surface = Object.assign(fakePage(), { focus: () => {} });
  const done = [];
  const canvas = { data: { style: STYLE }, offer: (name) => followed.includes(name), act: (...what) => done.push(what) };
  const menu = createStyleMenu(surface, canvas);
  menu.open();
  const items = surface.all().filter((e) => e.getAttribute("role") === "menuitemradio");
  return { menu, items, done, surface };
}

test("each choice says what it is, which one holds, and is asked for by its action", () => {
  const { items, done } = opened();
  assert.deepEqual(items.map((i) => [i.textContent, i.getAttribute("aria-checked")]), [["none", "false"], ["those that decide", "true"], ["by <b>tons</b>, committed", "false"]]);
  items.forEach((item) => item.click());
  assert.deepEqual(done, [["mark", { which: "none" }], ["restyle", { aspect: "size", choice: "money:committed:tons" }]]);
});

test("what the page cannot follow is not offered, and the menu closes by the key that opens it", () => {
  const { items, menu } = opened(["mark"]);
  assert.equal(items.length, 2);
  menu.toggle();
  assert.equal(menu.isOpen, false);
  assert.deepEqual(opened([]).items, []);
});
