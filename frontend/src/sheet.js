// A picture to take along: what the canvas shows, with title, legend and a line that says where it comes from.
// PNG and SVG are drawn by the same calls; only the brush differs.
import { drawBadge, drawBadges } from "./badges.js";
import { drawCaptions } from "./captions.js";
import { element } from "./dom.js";
import { download } from "./download.js";
import { outline } from "./icons.js";
import { drawLabels } from "./labels.js";
import { drawCounts, drawPins, drawRings } from "./marks.js";
import { Drawing } from "./network.js";
import { SvgBrush } from "./svg_brush.js";

const MARGIN = 20;
const HEAD = 62;
const LINE = 22;
const GAP = 18;
const SMALL = 12;
// A slide is seen from afar: what stands around the network is larger there.
const SLIDE = { width: 1920, height: 1080, ratio: 2, zoom: 1.6 };
const SHARP = 2;

export const SHEETS = [
  { does: "png", text: "As on the screen (PNG)", save: (canvas) => savePng(canvas, asOnScreen(canvas), "lodegraph-network.png") },
  { does: "slide", text: "For a slide, all of it (PNG, 1920 × 1080)", save: (canvas) => savePng(canvas, asSlide(canvas), "lodegraph-network-slide.png") },
  { does: "svg", text: "As on the screen (SVG)", save: (canvas) => saveSvg(canvas, asOnScreen(canvas), "lodegraph-network.svg") },
];

// The network as large as on the screen and at the same place, with head and foot around it.
function asOnScreen(canvas) {
  const { vis } = canvas.drawing;
  const { clientWidth: width, clientHeight } = vis.body.container;
  const foot = footOf(canvas, width);
  const show = (drawing) => drawing.vis.moveTo({ position: vis.getViewPosition(), scale: vis.getScale(), animation: false });
  return { width, height: HEAD + clientHeight + foot.height, ratio: Math.max(SHARP, window.devicePixelRatio || 1), zoom: 1, foot, show };
}

// Everything that is shown, as large as fits.
function asSlide(canvas) {
  const { width, zoom } = SLIDE;
  return { ...SLIDE, foot: footOf(canvas, width / zoom), show: (drawing) => drawing.fit(false, zoom) };
}

function savePng(canvas, sheet, name) {
  const paper = element("canvas", { width: Math.round(sheet.width * sheet.ratio), height: Math.round(sheet.height * sheet.ratio) });
  const brush = paper.getContext("2d");
  drawSheet(brush, canvas, sheet);
  brush.setTransform(1, 0, 0, 1, 0, 0);
  brush.globalCompositeOperation = "destination-over"; // vis-network clears what it draws on
  brush.fillStyle = canvas.theme.background;
  brush.fillRect(0, 0, paper.width, paper.height);
  paper.toBlob((blob) => download(blob, name), "image/png");
}

function saveSvg(canvas, sheet, name) {
  const meter = element("canvas").getContext("2d");
  const brush = new SvgBrush((font, text) => {
    meter.font = font;
    return meter.measureText(text).width;
  });
  brush.fillStyle = canvas.theme.background;
  brush.fillRect(0, 0, sheet.width, sheet.height);
  drawSheet(brush, canvas, { ...sheet, ratio: 1 });
  download(new Blob([brush.finish(sheet.width, sheet.height, canvas.data.sheet.title)], { type: "image/svg+xml" }), name);
}

function drawSheet(brush, canvas, sheet) {
  const { width, height, ratio, zoom, foot } = sheet;
  const area = { top: HEAD * zoom, width, height: height - (HEAD + foot.height) * zoom };
  drawNetwork(brush, canvas, sheet, area);
  brush.setTransform(ratio * zoom, 0, 0, ratio * zoom, 0, 0);
  drawHead(brush, canvas, width / zoom);
  drawFoot(brush, canvas, foot, height / zoom - foot.height);
}

// Drawn by another network of the same items, out of sight: nothing on the screen moves.
function drawNetwork(brush, canvas, { ratio, show }, area) {
  const box = element("div", { style: `position: fixed; left: -20000px; width: ${area.width}px; height: ${area.height}px` });
  canvas.root.append(box);
  const drawing = new Drawing(box, canvas.data.options, (id) => canvas.graph.isDrawn(id, canvas.view));
  const paper = { ...canvas, drawing, placed: null };
  drawing.show(canvas.graph, canvas);
  drawing.filter();
  drawing.mark([...canvas.view.chosen]);
  show(drawing);
  const { vis } = drawing;
  vis.on("beforeDrawing", () => drawRings(brush, paper));
  vis.on("afterDrawing", () => {
    drawCounts(brush, paper);
    drawBadges(brush, paper);
    drawPins(brush, drawing, canvas.view.pinned, canvas.theme);
    drawCaptions(brush, paper);
    drawLabels(brush, paper);
  });
  brush.save();
  Object.assign(vis.canvas, { getContext: () => brush, setTransform: () => brush.setTransform(ratio, 0, 0, ratio, 0, area.top * ratio) });
  vis.canvas.setTransform();
  brush.beginPath();
  brush.rect(0, 0, area.width, area.height);
  brush.clip();
  vis.renderer._redraw();
  brush.restore();
  vis.destroy();
  box.remove();
}

function drawHead(brush, canvas, width) {
  const { theme, data, shown } = canvas;
  write(brush, fitted(brush, data.sheet.title, width - 2 * MARGIN, bold(18, theme)), MARGIN, 28, bold(18, theme), theme.text);
  const hidden = canvas.countHidden();
  const left = hidden.any ? `; ${count(hidden.nodes, "node")} and ${count(hidden.edges, "relationship")} hidden` : "";
  write(brush, `${count(shown.nodes, "node")}, ${count(shown.edges, "relationship")}${left}`, MARGIN, 48, plain(SMALL, theme), theme.text);
}

// The legend's entries of what is shown, in lines, and the source's line below them.
function footOf({ data, view, theme }, width) {
  const meter = element("canvas").getContext("2d");
  meter.font = plain(SMALL, theme);
  const lines = [[]];
  let x = MARGIN;
  for (const entry of legendOf(data.legend, view)) {
    const wide = 18 + meter.measureText(entry.text).width;
    if (x + wide > width - MARGIN && lines.at(-1).length) {
      lines.push([]);
      x = MARGIN;
    }
    lines.at(-1).push({ ...entry, x });
    x += wide + GAP;
  }
  return { lines, height: 16 + (lines.length + 1) * LINE };
}

export function legendOf(legend, view) {
  const labels = legend.labels.filter(({ label }) => !view.hidden_labels.has(label)).map((e) => ({ text: `${e.plural} (${e.count})`, shape: e.shape, colour: e.colour }));
  return [...labels, ...legend.keys.map((key) => ({ text: key.text, key }))];
}

function drawFoot(brush, { data, theme }, { lines }, top) {
  lines.forEach((line, at) => line.forEach((entry) => drawEntry(brush, entry, top + 16 + at * LINE, theme)));
  const source = `${data.sheet.source} · picture of ${new Date().toISOString().slice(0, 10)}`;
  write(brush, source, MARGIN, top + 16 + lines.length * LINE, plain(SMALL, theme), theme.text);
}

function drawEntry(brush, { text, x, shape, colour, key }, y, theme) {
  brush.save();
  if (key) drawKey(brush, key, { x: x + 6, y: y - 4 }, theme);
  else {
    brush.fillStyle = colour;
    brush.beginPath();
    outline(brush, shape, x, y - 11, 13);
    brush.fill();
  }
  brush.restore();
  write(brush, text, x + 18, y, plain(SMALL, theme), theme.text);
}

const DASHES = { dashed: [4, 3], dotted: [1.5, 3], side: [2, 3] };

// The sign of a key, as the legend beside the canvas has it.
function drawKey(brush, key, { x, y }, theme) {
  if (key.badge) return drawBadge(brush, key.badge, { x, y }, 0.95, theme, false);
  Object.assign(brush, { strokeStyle: key.colour || theme.line, fillStyle: key.colour, lineWidth: key.sign === "gathered" ? 3 : 1.6 });
  brush.beginPath();
  if (key.sign === "colour") {
    brush.rect(x - 6, y - 6, 12, 12);
    return brush.fill();
  }
  if (key.sign in DASHES || key.sign === "width") {
    brush.setLineDash(DASHES[key.sign] ?? []);
    brush.moveTo(x - 8, y);
    brush.lineTo(x + 8, y);
  } else {
    brush.arc(x, y, 5, 0, 2 * Math.PI);
  }
  brush.stroke();
}

function write(brush, text, x, y, font, colour) {
  brush.save();
  Object.assign(brush, { font, fillStyle: colour, textAlign: "left", textBaseline: "alphabetic" });
  brush.fillText(text, x, y);
  brush.restore();
}

// As much of a text as there is room for.
function fitted(brush, text, room, font) {
  brush.save();
  brush.font = font;
  const signs = [...text];
  let cut = text;
  while (signs.length > 1 && brush.measureText(cut).width > room) {
    signs.length = Math.min(signs.length - 1, Math.floor(signs.length * 0.9));
    cut = `${signs.join("")}…`;
  }
  brush.restore();
  return cut;
}

const plain = (size, { font }) => `${size}px ${font}`;
const bold = (size, theme) => `bold ${plain(size, theme)}`;
const count = (number, word) => `${number.toLocaleString("en")} ${word}${number === 1 ? "" : "s"}`;
