// The words on the chosen node's edges, written where they fit, at a size that can be read at any zoom: never on a
// node, on what a node is called, or on other words. Where there is no room they are left out; hovering tells them.
import { Boxes, markOf } from "./captions.js";

const NAMED = 16;
const PLACES = [0.5, 0.6, 0.4, 0.7, 0.3, 0.78, 0.22, 0.86, 0.14];
const ROWS = [0, 1, -1, 2, -2, 3.5, -3.5];
const SIZE = 12;

export function drawLabels(brush, canvas) {
  const { drawing, graph, focus, theme } = canvas;
  canvas.words = [];
  if (!focus || focus.edges.size > NAMED) return;
  const size = Math.max(SIZE, SIZE / drawing.vis.getScale());
  brush.save();
  brush.font = `${size}px ${theme.font}`;
  brush.textAlign = "center";
  brush.textBaseline = "middle";
  brush.lineJoin = "round";
  brush.lineWidth = size / 2.4;
  brush.strokeStyle = theme.background;
  brush.fillStyle = theme.text;
  const taken = new Boxes();
  for (const box of canvas.captions) taken.add(box);
  for (const node of drawing.shownNodes.get()) if (drawing.isDrawn(node.id)) taken.add(markOf({ ...node, ...drawing.vis.getPosition(node.id) }));
  const curves = [...focus.edges].map((id) => ({ texts: textsOf(graph.line(id)), curve: drawing.curveOf(id) }));
  const longestFirst = curves.filter(({ curve }) => curve).sort((a, b) => lengthOf(b.curve) - lengthOf(a.curve));
  for (const { texts, curve } of longestFirst) {
    const found = texts.map((words) => ({ words, box: findRoom(curve, brush.measureText(words).width / 2, size, taken) }));
    const { words, box } = found.find((one) => one.box) ?? {};
    if (!box) continue;
    taken.add(box);
    canvas.words.push(box);
    brush.strokeText(words, box.x, box.y);
    brush.fillText(words, box.x, box.y);
  }
  brush.restore();
}

// What a line may be called: of one that stands for several also in short, where the whole has no room.
const textsOf = (line) => [line?.words, line?.short].filter(Boolean);

// On the line first, the nearest its middle; then beside it, then above and below it.
function findRoom(curve, half, size, taken) {
  for (const row of ROWS) {
    for (const aside of row ? [0] : [0, half + size / 2, -half - size / 2]) {
      for (const part of PLACES) {
        const box = boxAt(curve.getPoint(part), aside, row * size, half, size);
        if (!taken.hits(box)) return box;
      }
    }
  }
  return null;
}

function lengthOf(curve) {
  const [start, end] = [curve.getPoint(0), curve.getPoint(1)];
  return Math.hypot(end.x - start.x, end.y - start.y);
}

function boxAt(point, aside, below, half, size) {
  const [x, y] = [point.x + aside, point.y + below];
  return { x, y, left: x - half, right: x + half, top: y - size * 0.6, bottom: y + size * 0.6 };
}
