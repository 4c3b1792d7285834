import assert from "node:assert/strict";
import { test } from "node:test";
import { readFile } from "../src/file_input.js";

const file = (size, text) => ({ size, text: text ?? (async () => "words") });

test("a file is read as text, and a larger one than is taken is not read at all", async () => {
  assert.deepEqual(await readFile(file(5), 10), { text: "words" });
  const read = [];
  const told = await readFile(file(2_000_001, async () => read.push(1)), 2_000_000);
  assert.deepEqual([told, read], [{ problem: "This file has 2,000,001 bytes; at most 2,000,000 are taken." }, []]);
});

test("where nothing was chosen or it cannot be read, nothing is given", async () => {
  assert.deepEqual(await readFile(undefined, 10), {});
  assert.equal((await readFile(file(5, async () => { throw new Error("gone"); }), 10)).text, undefined);
});
