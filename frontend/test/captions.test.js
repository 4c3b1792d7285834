import assert from "node:assert/strict";
import { test } from "node:test";
import { markOf, overlaps, placeCaptions, roomOf, sizeAt } from "../src/captions.js";

const measure = (line, size) => line.length * size * 0.5;
const node = (id, x, y, caption = id) => ({ id, x, y, size: 8, caption });

// Nodes on a grid so tight that not all captions have room; always the same.
const crowd = (count, step) => Array.from({ length: count }, (_, i) => node(`node ${i}`, (i % 10) * step + ((i * 37) % 11), Math.floor(i / 10) * step + ((i * 53) % 7), `Company ${i}\nof somewhere`));

function covered(nodes, placed) {
  const own = (id) => nodes.filter((one) => one.id !== id).map(markOf);
  return placed.flatMap((one, i) => [...placed.slice(i + 1), ...own(one.id)].filter((other) => overlaps(one, other)));
}

test("a caption stands below its mark where nothing is in the way", () => {
  const [{ lines, left, right, top }] = placeCaptions([node("a", 100, 50, "Peru")], 13, measure);
  assert.deepEqual([lines, (left + right) / 2, top], [["Peru"], 100, 61]);
});

test("it goes beside or above where another one stands below", () => {
  const nodes = [node("first", 0, 0, "a long first name"), node("second", 0, 25, "other")];
  const placed = placeCaptions(nodes, 13, measure);
  assert.equal(placed.length, 2);
  assert.deepEqual(covered(nodes, placed), []);
});

test("no caption lies on another one or on a foreign mark, near or far; those left out are the last", () => {
  for (const step of [30, 60, 90]) {
    for (const scale of [0.3, 1]) {
      const nodes = crowd(60, step);
      const placed = placeCaptions(nodes, sizeAt(scale), measure);
      assert.deepEqual(covered(nodes, placed), []);
      assert.equal(placed[0].id, "node 0");
      assert.ok(step < 60 || scale < 1 || placed.length > 20, `${placed.length} at ${step}`);
    }
  }
});

test("from afar there are fewer captions, of letters that can be read", () => {
  const nodes = crowd(60, 75);
  const [near, far] = [1, 0.4].map((scale) => placeCaptions(nodes, sizeAt(scale), measure));
  assert.ok(far.length < near.length, `${far.length} < ${near.length}`);
  assert.ok(sizeAt(0.4) * 0.4 >= 10);
});

test("what is forced is written though a mark is in the way", () => {
  const around = [node("a", 0, 0), ...[[0, 20], [30, 0], [-30, 0], [0, -20]].map(([x, y], i) => ({ ...node(`b${i}`, x, y, ""), size: 12 }))];
  assert.deepEqual(placeCaptions(around, 13, measure).map(({ id }) => id), []);
  assert.deepEqual(placeCaptions(around, 13, measure, new Set(["a"])).map(({ id }) => id), ["a"]);
});

test("the room of a mark has its caption's lines in it", () => {
  const room = roomOf({ size: 10, caption: "Export-Import\nBank" }, { x: 0, y: 0 });
  assert.ok(room.right > 35 && room.bottom === 10 + 4 + 27 && room.top === -10);
});
