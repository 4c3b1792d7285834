// The canvas by keyboard: arrows walk to the neighbour in that direction.
const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
const SENT_AFTER = 350;

export function listenToKeys(surface, canvas) {
  const actions = {
    Enter: () => canvas.expand(canvas.view.selected),
    Escape: () => canvas.select(null),
    Delete: () => canvas.hideSelected(),
    "+": () => canvas.drawing.zoom(1.25),
    "-": () => canvas.drawing.zoom(0.8),
    0: () => canvas.drawing.fit(),
  };
  surface.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = ARROWS[event.key] ? () => walk(canvas, ARROWS[event.key]) : actions[event.key];
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  });
}

function walk(canvas, direction) {
  const from = startOf(canvas);
  if (!from || from !== canvas.view.selected) return step(canvas, from);
  const near = canvas.graph.neighbours(from, canvas.view);
  const to = inDirection(canvas, from, near, direction, 65) ?? inDirection(canvas, from, canvas.drawing.shownNodes.getIds(), direction, 45);
  if (to) step(canvas, to);
}

function step(canvas, id) {
  if (!id) return;
  canvas.select(id, SENT_AFTER);
  canvas.drawing.reveal(id);
}

// The chosen node; an end of the chosen edge; or the best connected node.
function startOf({ graph, view, drawing }) {
  if (graph.nodes.has(view.selected)) return view.selected;
  if (graph.edges.has(view.selected)) return graph.edges.get(view.selected).from;
  const ids = drawing.shownNodes.getIds();
  return ids.reduce((best, id) => (best && graph.edgesOf.get(best).length >= graph.edgesOf.get(id).length ? best : id), null);
}

// The node that lies most in that direction, at most so many degrees off; nearer ones first.
function inDirection({ drawing }, from, candidates, [dx, dy], degrees) {
  const start = drawing.vis.getPosition(from);
  const scored = candidates.filter((id) => id !== from).map((id) => {
    const { x, y } = drawing.vis.getPosition(id);
    const [ax, ay] = [x - start.x, y - start.y];
    const distance = Math.hypot(ax, ay) || 1;
    const off = Math.acos(Math.max(-1, Math.min(1, (ax * dx + ay * dy) / distance)));
    return { id, off, score: distance * (1 + off) };
  });
  const fitting = scored.filter(({ off }) => off <= (degrees * Math.PI) / 180).sort((a, b) => a.score - b.score);
  return fitting[0]?.id;
}
