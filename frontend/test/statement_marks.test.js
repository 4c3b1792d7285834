import assert from "node:assert/strict";
import { test } from "node:test";
import { placeMarks } from "../src/statement_marks.js";

// As much of the editor's text as is asked for.
function textOf(lines) {
  let at = 0;
  const all = lines.map((text) => ({ text, from: at, to: (at += text.length + 1) - 1 }));
  return { lines: lines.length, line: (number) => all[number - 1] };
}
const mark = (line, column, length, refuses = false) => ({ line, column, length, says: "<b>no</b>", refuses });

test("a mark stands at its line and column, over its word", () => {
  const doc = textOf(["MATCH (c:Contry)", "DELETE c"]);
  assert.deepEqual(placeMarks([mark(1, 10, 6)], doc), [{ from: 9, to: 15, severity: "warning", message: "<b>no</b>" }]);
  assert.deepEqual(placeMarks([mark(2, 1, 1, true)], doc), [{ from: 17, to: 23, severity: "error", message: "<b>no</b>" }]);
});

test("columns count whole signs, and a place beyond the text is kept inside or left out", () => {
  assert.deepEqual(placeMarks([mark(1, 3, 2)], textOf(["😀 ab"])).map(({ from, to }) => [from, to]), [[3, 5]]);
  assert.deepEqual(placeMarks([mark(1, 9, 4), mark(3, 1, 1)], textOf(["ab"])).map(({ from, to }) => [from, to]), [[2, 2]]);
});
