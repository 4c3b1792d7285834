// The canvas by keyboard: arrows walk to the neighbour in that direction; the actions' keys are the server's.
import { NAMED } from "./menu.js";
import { BOX, WAYS } from "./selection.js";

const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
const SENT_AFTER = 350;
const PRESSES = ["Enter", " "];

export function listenToKeys(surface, canvas) {
  const ofView = {
    Escape: () => (canvas.boxing ? canvas.setBoxing(false) : canvas.select(null)),
    "+": () => canvas.drawing.zoom(1.25),
    "-": () => canvas.drawing.zoom(0.8),
    0: () => canvas.drawing.fit(),
    s: () => canvas.openSaves(),
    ContextMenu: () => canvas.openMenu(),
    [BOX.key]: () => canvas.setBoxing(!canvas.boxing),
    ...Object.fromEntries(WAYS.map(({ name, key }) => [key, () => canvas.selectBy(name)])),
    d: () => canvas.styleMenu.toggle(),
  };
  listen(surface, (event) => walkOf(canvas, event) ?? (isPlain(event) ? ofKey(event.key) : null));

  function ofKey(key) {
    if (PRESSES.includes(key) && !canvas.view.selected && canvas.mirror?.stop) return () => step(canvas, canvas.mirror.stop);
    if (key === " ") return () => {}; // the page does not scroll under whoever presses it on what is selected
    if (ARROWS[key]) return () => walk(canvas, ARROWS[key]);
    if (ofView[key]) return ofView[key];
    const tie = /^[1-9]$/.test(key) && canvas.ties().slice(0, NAMED)[Number(key) - 1];
    if (tie) return () => canvas.expandBy(tie);
    const actions = (canvas.data.actions ?? []).filter((action) => action.key && action.key === key);
    return actions.length ? () => actions.filter(({ name }) => canvas.can(name)).slice(0, 1).forEach(({ name }) => canvas.run(name)) : null;
  }
}

// Undo and redo also work from the toolbar and the legend.
export const listenToWalks = (root, canvas) => listen(root, (event) => walkOf(canvas, event));

function listen(to, find) {
  to.addEventListener("keydown", (event) => {
    const does = find(event);
    if (!does) return;
    event.preventDefault();
    event.stopPropagation();
    does();
  });
}

const isPlain = (event) => !(event.ctrlKey || event.metaKey || event.altKey);

// Undo and redo, and the menu by its other key.
function walkOf(canvas, { key, ctrlKey, metaKey, altKey, shiftKey }) {
  if (key === "F10" && shiftKey) return () => canvas.openMenu();
  if (!(ctrlKey || metaKey) || altKey) return null;
  const letter = key.toLowerCase();
  if (letter === "z") return () => canvas.run(shiftKey ? "redo" : "undo");
  return letter === "y" && !shiftKey ? () => canvas.run("redo") : null;
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

// The chosen node; an end of the chosen edge; the node that has the keys; or the best connected one.
export function startOf({ graph, view, drawing, mirror }) {
  if (graph.nodes.has(view.selected)) return view.selected;
  if (graph.edges.has(view.selected)) return graph.edges.get(view.selected).from;
  if (mirror?.stop && graph.isDrawn(mirror.stop, view) && graph.nodes.has(mirror.stop)) return mirror.stop;
  const ties = (id) => graph.edgesOf.get(id)?.length ?? 0;
  return drawing.shownNodes.getIds().reduce((best, id) => (best && ties(best) >= ties(id) ? best : id), null);
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
