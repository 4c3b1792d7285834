import assert from "node:assert/strict";
import { test } from "node:test";
import { legendOf } from "../src/sheet.js";
import { SvgBrush } from "../src/svg_brush.js";

const measure = (font, text) => parseFloat(font) * text.length;
const brush = () => new SvgBrush(measure);

test("what is drawn is taken through the transformation at hand, and its line as wide as on a canvas", () => {
  const made = brush();
  made.setTransform(2, 0, 0, 2, 10, 20);
  Object.assign(made, { strokeStyle: "#123456", lineWidth: 1.5 });
  made.setLineDash([4, 3]);
  made.beginPath();
  made.moveTo(1, 1);
  made.lineTo(5, 1);
  made.stroke();
  assert.match(made.finish(100, 50, "t"), /<path d="M12 22L20 22" fill="none" stroke="#123456" stroke-width="3" [^>]*stroke-dasharray="8 6"\/>/);
});

test("a whole circle is two halves, a part of one goes the way it was asked to", () => {
  const made = brush();
  made.arc(0, 0, 10, 0, 2 * Math.PI);
  assert.deepEqual(made.path, ["M10 0", "A10 10 0 0 1 -10 0", "A10 10 0 0 1 10 0"]);
  made.beginPath();
  made.arc(0, 0, 10, 0, Math.PI / 2, true);
  assert.deepEqual(made.path, ["M10 0", "A10 10 0 0 0 -7.07 -7.07", "A10 10 0 0 0 0 10"]);
});

test("what was saved comes back, and a clip ends with it", () => {
  const made = brush();
  made.save();
  made.fillStyle = "red";
  made.scale(3, 3);
  made.rect(0, 0, 1, 1);
  made.clip();
  made.restore();
  made.beginPath();
  made.rect(0, 0, 1, 1);
  made.fill();
  const text = made.finish(9, 9, "");
  assert.match(text, /<g clip-path="url\(#clip0\)">\n<\/g>\n<path d="M0 0L1 0L1 1L0 1Z" fill="#000"\/>/);
});

test("text of a record is text in the file, whatever stands in it", () => {
  const made = brush();
  made.font = `12px "Source Sans", sans-serif`;
  const hostile = `</text><script>alert(1)</script>\u0000\u0008" onload="x & y'`;
  made.fillText(hostile, 1, 2);
  const text = made.finish(10, 10, `<img src=x onerror=alert(1)>`);
  assert.ok(!/<script|<img| onload="/.test(text));
  assert.ok(text.includes("&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&quot;x &amp; y&#39;</text>"));
  assert.ok(!/[\u0000-\u0008]/.test(text));
  assert.ok(text.includes(`textLength="${12 * hostile.length}"`)); // as wide as it was drawn, in any font
});

test("the legend of a picture that is taken along has what is drawn, and the mark only where something is disputed", () => {
  const legend = { labels: [{ label: "Deal", plural: "Deals", count: 2, shape: "triangle", colour: "#009e73" }, { label: "Agency", plural: "Agencies", count: 1, shape: "square", colour: "#56b4e9" }], types: [], keys: [] };
  assert.deepEqual(legendOf(legend, { hidden_labels: new Set(["Agency"]) }).map(({ text }) => text), ["Deals (2)"]);
  assert.deepEqual(legendOf({ ...legend, keys: [{ sign: "badge", text: "disputed" }] }, { hidden_labels: new Set() }).map(({ text }) => text), ["Deals (2)", "Agencies (1)", "disputed"]);
});
