import assert from "node:assert/strict";
import { test } from "node:test";
import { addViewport, readViewport, viewportText, withViewport } from "../src/viewport.js";

test("a place to look at is read from an address, and what is none is not followed", () => {
  assert.deepEqual(readViewport("?log=1~~ha%2Fb&view=1~850~-120~44"), { zoom: 0.85, x: -120, y: 44 });
  for (const bad of ["", "?view=", "?view=2~850~0~0", "?view=1~0~0~0", "?view=1~850~1e9~0", "?view=1~850~0", "?view=1~850~0~0%26node=x"]) {
    assert.equal(readViewport(bad), null, bad);
    assert.equal(viewportText(bad), "", bad);
  }
});

test("all else of an address stays letter for letter", () => {
  assert.equal(withViewport("?node=a%2Fb&log=1~~ha%2Fb", "1~1~0~0"), "?node=a%2Fb&log=1~~ha%2Fb&view=1~1~0~0");
  assert.equal(withViewport("?view=1~9~0~0&node=a+b", "1~1~0~0"), "?node=a+b&view=1~1~0~0");
  assert.equal(withViewport("?node=x&view=1~9~0~0&log=1", ""), "?node=x&log=1");
  assert.equal(withViewport("?preview=x", ""), "?preview=x");
  assert.equal(withViewport("?view=1~9~0~0", ""), "");
});

function stand(search) {
  const written = [];
  const location = { pathname: "/", search };
  const history = { state: { kept: 1 }, replaceState: (state, _, url) => written.push([state, url]) && Object.assign(location, { search: url.slice(1) }) };
  const heard = {};
  const page = { location, history, addEventListener: (name, listener) => (heard[name] = listener), removeEventListener: () => {} };
  const at = { scale: 1, x: 0, y: 0 };
  const vis = { getScale: () => at.scale, getViewPosition: () => at, moveTo: ({ position, scale }) => Object.assign(at, position, { scale }) };
  const canvas = { data: { keeps_view: true }, stretch: 1.5, drawing: { vis, moves: 0, touched: false, fit() { this.touched = false; this.fitted = true; } } };
  return { canvas, at, written, location, heard, viewport: addViewport(canvas, page) };
}

const rest = () => new Promise((resolve) => setTimeout(resolve, 450));

test("many turns of the wheel are one address, in place, and a picture that is in its frame has none", async () => {
  const { canvas, at, written, viewport } = stand("?node=x");
  viewport.watch();
  Object.assign(canvas.drawing, { touched: true });
  for (const scale of [1.1, 1.2, 1.3]) {
    Object.assign(at, { scale, x: 30, y: -7.4 });
    viewport.watch();
  }
  await rest();
  assert.deepEqual(written, [[{ kept: 1 }, "/?node=x&view=1~1300~20~-7"]]);
  canvas.drawing.touched = false;
  viewport.watch();
  await rest();
  assert.deepEqual(written.at(-1)[1], "/?node=x");
  viewport.stop();
});

test("it is asked for at another size of the frame until the reader moves", () => {
  const { canvas, at, viewport } = stand("?view=1~2000~10~5");
  viewport.open();
  assert.deepEqual([at.scale, at.x, at.y], [2, 15, 5]);
  Object.assign(at, { scale: 1.4 });
  assert.equal(viewport.keep(), true);
  assert.equal(at.scale, 2);
  canvas.drawing.moves += 1;
  Object.assign(at, { scale: 1.4 });
  assert.equal(viewport.keep(), false);
  assert.equal(at.scale, 1.4);
  viewport.stop();
});

test("Back goes to the place of its entry, and to all of the picture where the entry has none", () => {
  const { canvas, at, location, heard, viewport } = stand("");
  location.search = "?view=1~500~0~0";
  heard.popstate();
  assert.equal(at.scale, 0.5);
  viewport.arrive();
  assert.equal(canvas.drawing.fitted, undefined);
  location.search = "?log=1";
  heard.popstate();
  viewport.arrive();
  assert.equal(canvas.drawing.fitted, true);
  viewport.stop();
});

test("where the page leads is followed once, and not by a canvas that comes later", () => {
  const { canvas, at, viewport } = stand("");
  assert.equal(viewport.lead({ n: 3, view: "1~500~9~9" }), false, "it came after the scene was opened");
  assert.equal(viewport.lead({ n: 4, view: "1~2000~10~5" }), true);
  assert.deepEqual([at.scale, at.x, at.y, canvas.drawing.touched], [2, 15, 5, true]);
  assert.equal(viewport.lead({ n: 4, view: "1~2000~10~5" }), false);
  assert.equal(viewport.lead({ n: 5, view: "" }), true);
  assert.equal(canvas.drawing.fitted, true, "without a place all of the picture is shown");
  viewport.stop();
});
