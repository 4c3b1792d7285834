// The words on the chosen node's edges, written where they fit, at a size that can be read at any zoom.
// Where there is no room, words that stand on another of its edges are left out.
const NAMED = 16;
const PLACES = [0.5, 0.6, 0.4, 0.7, 0.3, 0.78, 0.22];
const SIZE = 12;

export function drawLabels(brush, { drawing, graph, focus, theme }) {
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
  const taken = [...focus.nodes].map((id) => drawing.vis.getBoundingBox(id)).filter(Boolean);
  const curves = [...focus.edges].map((id) => ({ words: graph.edges.get(id).words, curve: drawing.curveOf(id) }));
  const longestFirst = curves.filter(({ curve }) => curve).sort((a, b) => lengthOf(b.curve) - lengthOf(a.curve));
  for (const { words, curve } of longestFirst) write(brush, words, curve, taken, size);
  brush.restore();
}

function write(brush, words, curve, taken, size) {
  const half = brush.measureText(words).width / 2;
  const beside = [0, half + size / 2, -half - size / 2];
  const boxes = beside.flatMap((aside) => PLACES.map((part) => boxAt(curve.getPoint(part), aside, half, size)));
  const covered = boxes.map((box) => taken.filter((other) => overlaps(box, other)).length);
  const least = Math.min(...covered);
  if (least && taken.some((other) => other.words === words)) return;
  const box = boxes[covered.indexOf(least)];
  taken.push({ ...box, words });
  brush.strokeText(words, box.x, box.y);
  brush.fillText(words, box.x, box.y);
}

function lengthOf(curve) {
  const [start, end] = [curve.getPoint(0), curve.getPoint(1)];
  return Math.hypot(end.x - start.x, end.y - start.y);
}

function boxAt(point, aside, half, size) {
  const [x, y] = [point.x + aside, point.y];
  return { x, y, left: x - half, right: x + half, top: y - size * 0.6, bottom: y + size * 0.6 };
}

const overlaps = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
