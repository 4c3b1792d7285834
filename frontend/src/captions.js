// What nodes are called, written below their marks, or beside or above them where that is free. Seen from afar letters
// stay readable, and where there is no room for all, the less important captions are left out instead of overlapping.
const SIZE = 13; // in the picture's own measure, as the layout makes room for it
const LEAST = 10; // pixels on the screen
const LINE = 13.5 / 13;
const LETTER = 6.1 / 13;
const GAP = 4;
const MOST = 500;
const CELL = 160;

// The room of a mark with its caption below it, as the server reckons it: for fitting the picture into the frame.
export function roomOf(node, { x, y }) {
  const lines = (node.caption ?? "").split("\n");
  const half = Math.max(node.size, (Math.max(...lines.map((line) => line.length)) * LETTER * SIZE) / 2);
  return { left: x - half, right: x + half, top: y - node.size, bottom: y + node.size + GAP + lines.length * LINE * SIZE };
}

export const sizeAt = (scale) => Math.max(SIZE, LEAST / scale);

// Where captions go: `nodes` are drawn items, the most important first; `measure` gives a line's width at a size.
// Each keeps off all marks and all captions before it; one that cannot is left out. The first ones may be `forced`.
export function placeCaptions(nodes, size, measure, forced = new Set()) {
  const taken = new Boxes();
  for (const node of nodes) taken.add({ ...markOf(node), of: node.id });
  const placed = [];
  for (const node of nodes.slice(0, MOST)) {
    if (!node.caption) continue;
    const lines = node.caption.split("\n");
    const boxes = places(node, Math.max(...lines.map((line) => measure(line, size))), lines.length * LINE * size);
    const box = boxes.find((one) => !taken.hits(one, node.id)) ?? (forced.has(node.id) ? boxes[0] : null);
    if (!box) continue;
    taken.add({ ...box, of: node.id });
    placed.push({ id: node.id, lines, ...box });
  }
  return placed;
}

export const markOf = ({ x, y, size }) => ({ left: x - size, right: x + size, top: y - size, bottom: y + size });

function places({ x, y, size }, width, height) {
  const at = (left, top) => ({ left, right: left + width, top, bottom: top + height });
  const [middle, level] = [x - width / 2, y - height / 2];
  return [at(middle, y + size + GAP - 1), at(x + size + GAP, level), at(x - size - GAP - width, level), at(middle, y - size - GAP - height)];
}

export const overlaps = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

// Boxes by the cells of a grid, so that each is compared with the near ones alone.
export class Boxes {
  constructor() {
    this.cells = new Map();
  }

  add(box) {
    for (const key of keysOf(box)) this.cells.set(key, [...(this.cells.get(key) ?? []), box]);
  }

  // Whether a box meets one, but a node's own.
  hits(box, own) {
    return keysOf(box).some((key) => (this.cells.get(key) ?? []).some((other) => isOther(other, own) && overlaps(box, other)));
  }
}

const isOther = ({ of }, own) => own === undefined || of !== own;

function keysOf({ left, right, top, bottom }) {
  const keys = [];
  for (let i = Math.floor(left / CELL); i <= Math.floor(right / CELL); i += 1) {
    for (let j = Math.floor(top / CELL); j <= Math.floor(bottom / CELL); j += 1) keys.push(`${i}:${j}`);
  }
  return keys;
}

// Where they go, found anew only where something is drawn otherwise or at another size: not while one looks about.
function findCaptions(canvas, size, measure) {
  const { drawing, placed, theme, view } = canvas;
  const isSame = placed && !canvas.carries && placed.version === drawing.version && placed.size === size && placed.font === theme.font;
  if (isSame) return placed.captions;
  const forced = new Set(view.selected ? [view.selected] : []);
  const captions = placeCaptions(rank(canvas), size, measure, forced);
  canvas.placed = { version: drawing.version, size, font: theme.font, captions };
  return captions;
}

export function drawCaptions(brush, canvas) {
  const { drawing, focus, theme } = canvas;
  const size = sizeAt(drawing.vis.getScale());
  brush.save();
  brush.textAlign = "center";
  brush.textBaseline = "middle";
  brush.lineJoin = "round";
  brush.lineWidth = size / 3.2;
  brush.strokeStyle = theme.background;
  brush.font = `${size}px ${theme.font}`;
  canvas.captions = findCaptions(canvas, size, measureWith(brush, theme.font));
  for (const { id, lines, left, right, top } of canvas.captions) {
    const isLit = !focus || focus.nodes.has(id);
    brush.fillStyle = isLit ? theme.text : theme.dim;
    lines.forEach((line, i) => {
      const [x, y] = [(left + right) / 2, top + (i + 0.5) * LINE * size];
      if (isLit) brush.strokeText(line, x, y);
      brush.fillText(line, x, y);
    });
  }
  brush.restore();
}

// Drawn nodes where they stand now: the selected, what touches it, then those with most relationships.
function rank({ drawing, graph, focus, view }) {
  const worth = ({ id }) => (id === view.selected ? 4e6 : focus?.nodes.has(id) ? 2e6 : 0) + (graph.edgesOf.get(id)?.length ?? 1e3);
  const drawn = drawing.shownNodes.get().filter(({ id }) => drawing.isDrawn(id));
  const there = drawn.map((node) => ({ ...node, ...drawing.vis.getPosition(node.id), worth: worth(node) }));
  return there.sort((a, b) => b.worth - a.worth || (a.id < b.id ? -1 : 1));
}

// Widths at size 100, kept: letters grow evenly.
const widths = new Map();

function measureWith(brush, font) {
  return (line, size) => {
    const key = `${font} ${line}`;
    if (!widths.has(key)) {
      if (widths.size > 5000) widths.clear();
      const before = brush.font;
      brush.font = `100px ${font}`;
      widths.set(key, brush.measureText(line).width / 100);
      brush.font = before;
    }
    return widths.get(key) * size;
  };
}
