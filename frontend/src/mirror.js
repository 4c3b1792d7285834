// The nodes of the picture as real elements over their marks, for who reads by screen reader or walks by keys: one stop
// of the Tab key, which goes with the selection, and each says its name, its kind and its ties. At most so many at
// once: what is selected and its neighbours first, then the best connected; the arrow keys reach all of them.
import { element } from "./dom.js";
import { startOf } from "./keyboard.js";

export const MOST = 200;
const TIES_TOLD = 6;
const RESTS_AFTER = 120; // milliseconds: while the picture moves, only the element that has the keys goes along

export function createMirror(surface, canvas) {
  const list = element("div", { class: "lg-mirror", role: "listbox", "aria-multiselectable": "true", hidden: true });
  surface.append(list);
  const options = new Map();
  const texts = new Map();
  let timer = 0;
  let stop = null;
  let isQuiet = false;

  const focused = () => list.getRootNode().activeElement;
  const hasKeys = () => focused() === surface || [...options.values()].includes(focused());

  const mirror = {
    // The node at which the Tab key stops, and arrows begin where nothing is selected.
    get stop() {
      return stop;
    },
    update() {
      const had = hasKeys();
      const ids = chooseMirrored(canvas);
      stop = findStop(canvas, stop, new Set(ids));
      drop(ids);
      ids.forEach(show);
      list.hidden = !ids.length;
      list.setAttribute("aria-label", nameList(ids.length, canvas.drawing.shownNodes.length));
      surface.setAttribute("tabindex", ids.length ? -1 : 0);
      if (had) mirror.focus();
      placeAll();
    },
    // Gives it the keys; false where nothing is in the picture.
    focus() {
      const option = options.get(stop);
      isQuiet = true; // nothing that is looked at moves because of it
      if (option && focused() !== option) option.focus({ preventScroll: true });
      isQuiet = false;
      return Boolean(option);
    },
    // Whether it says the selection itself, since it has the keys there.
    tells: () => Boolean(stop) && stop === canvas.view.selected && focused() === options.get(stop),
    // After each frame.
    watch() {
      if (options.has(stop) && focused() === options.get(stop)) place(options.get(stop), stop);
      clearTimeout(timer);
      timer = setTimeout(placeAll, RESTS_AFTER);
    },
    end: () => clearTimeout(timer),
  };

  function drop(ids) {
    const kept = new Set(ids);
    for (const [id, option] of options) {
      if (kept.has(id)) continue;
      option.remove();
      options.delete(id);
      texts.delete(id);
    }
  }

  function show(id) {
    if (!options.has(id)) {
      const made = element("div", { class: "lg-node", role: "option", "data-node": id, onclick: () => canvas.select(id), onfocus: () => isQuiet || canvas.drawing.reveal(id) });
      options.set(id, made);
      list.append(made);
    }
    const option = options.get(id);
    const text = describeNode(canvas, id);
    const told = { "aria-label": text, "aria-selected": String(canvas.view.chosen.has(id)), tabindex: id === stop ? 0 : -1 };
    const key = JSON.stringify(told);
    if (texts.get(id) === key) return;
    texts.set(id, key);
    for (const [name, value] of Object.entries(told)) option.setAttribute(name, value);
  }

  function placeAll() {
    if (canvas.gone || canvas.dragging) return;
    for (const [id, option] of options) place(option, id);
  }

  // Over its mark; one that is out of sight at the frame's edge, so that no browser scrolls to it.
  function place(option, id) {
    if (!canvas.drawing.isDrawn(id)) return;
    const { x, y } = canvas.drawing.vis.canvasToDOM(canvas.drawing.vis.getPosition(id));
    const half = Math.max(6, (canvas.graph.mark(id)?.size ?? 8) * canvas.drawing.vis.getScale() + 3);
    const within = (at, most) => Math.max(0, Math.min(at - half, most - 2 * half));
    Object.assign(option.style, {
      width: `${2 * half}px`,
      height: `${2 * half}px`,
      transform: `translate(${within(x, surface.clientWidth)}px, ${within(y, surface.clientHeight)}px)`,
    });
  }

  return mirror;
}

// What is selected and its neighbours, then the best connected, as far as they are drawn by themselves.
export function chooseMirrored({ graph, view, drawing }) {
  const drawn = drawing.shownNodes.getIds();
  if (drawn.length <= MOST) return drawn;
  const near = new Set([...view.chosen].flatMap((id) => [id, ...(graph.has(id) ? graph.beside(id, view) : [])]));
  const rank = (id) => (id === view.selected ? Infinity : (near.has(id) ? 1e6 : 0) + (graph.edgesOf.get(id)?.length ?? 0));
  const ranked = drawn.map((id) => [rank(id), id]).sort(([a], [b]) => b - a);
  return ranked.slice(0, MOST).map(([, id]) => id);
}

// The node that is selected, or stands for it; else the last one, or where that went, a neighbour of it.
function findStop(canvas, last, mirrored) {
  const { graph, view } = canvas;
  const beside = graph.nodes.has(last) ? graph.neighbours(last, { ...view, hidden: new Set() }) : [];
  const wanted = [view.selected, graph.standIns.by.get(view.selected), ...(view.selected ? [] : [last, ...beside]), startOf(canvas)];
  return wanted.find((id) => mirrored.has(id)) ?? [...mirrored][0] ?? null;
}

const nameList = (here, all) => (here < all ? `Nodes: ${here} of ${all.toLocaleString("en")}, the best connected; arrow keys reach all` : "Nodes");

// "Loan, Deal · USD 5 million, 2 relationships: The Bank funds it; goes to Mine".
export function describeNode({ graph, view }, id) {
  const { name, tooltip = [], kind } = graph.mark(id);
  if (!graph.nodes.has(id)) return [name, ...tooltip].join(", ");
  const edges = graph.shownEdgesOf(id, view).filter(({ side }) => !side);
  const ties = edges.slice(0, TIES_TOLD).map((edge) => tellTie(graph, edge, id));
  const more = edges.length > TIES_TOLD ? [`and ${edges.length - TIES_TOLD} more`] : [];
  const count = `${edges.length} relationship${edges.length === 1 ? "" : "s"}`;
  const pinned = view.pinned.has(id) ? ", pinned" : "";
  return `${name}, ${tooltip[0] || kind}${pinned}, ${count}${ties.length ? `: ${[...ties, ...more].join("; ")}` : ""}`;
}

function tellTie(graph, { from, to, words }, id) {
  if (from === to) return `${words} itself`;
  return from === id ? `${words} ${graph.nodes.get(to).name}` : `${graph.nodes.get(from).name} ${words} it`;
}
