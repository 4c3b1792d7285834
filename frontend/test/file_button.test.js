import assert from "node:assert/strict";
import { test } from "node:test";
import { fakePage } from "./fake_page.js";
import { createButton } from "../src/file_button.js";

function stand(within = 30_000) {
  const parent = fakePage();
  const saved = [];
  const asked = [];
  const page = { location: { search: "?log=1&view=1~850~-120~44" } };
  const made = createButton(parent, { page, save: (blob, file) => saved.push([blob, file]), within });
  const say = (n, text) => made.update({ label: "Save", file: "a.json", mime: "application/json", n, text }, (told) => asked.push(told));
  say(0, "");
  const button = parent.all().find(({ tag }) => tag === "button");
  const problem = parent.all().find(({ tag }) => tag === "p");
  return { say, saved, asked, button, problem };
}

test("a click asks with the place that is looked at, and what comes is saved once", async () => {
  const { say, saved, asked, button } = stand();
  button.click();
  assert.equal(asked[0].view, "1~850~-120~44");
  say(asked[0].n - 1, "of another click");
  assert.equal(saved.length, 0);
  say(asked[0].n, "the text");
  say(asked[0].n, "the text");
  assert.deepEqual([saved.length, saved[0][1], await saved[0][0].text()], [1, "a.json", "the text"]);
});

test("where nothing comes, that is said", async () => {
  const { button, problem } = stand(5);
  button.click();
  assert.equal(problem.hidden, true);
  await new Promise((resolve) => setTimeout(resolve, 40));
  assert.deepEqual([problem.hidden, problem.textContent], [false, "The file did not come. Save it once more."]);
});
