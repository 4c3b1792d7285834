// From a record, the reader's view and the theme to what vis-network draws. The same input gives the same item.
import { mix } from "./theme.js";

const [LINE, LIT] = [1.3, 0.7];

// A wide surface stretches the picture sideways: positions are the server's, times `stretch`.
export function nodeItem(node, { view, focus, theme, stretch }) {
  const [x, y] = view.moved.get(node.id) ?? [node.x, node.y];
  const lit = !focus || focus.nodes.has(node.id);
  return {
    ...node,
    caption: node.label, // drawn by ourselves, where it fits
    label: undefined,
    x: x * stretch,
    y,
    fixed: view.pinned.has(node.id),
    color: lit ? node.color : dimmed(node.color, theme),
  };
}

export function edgeItem(edge, { focus, theme }) {
  const lit = focus?.edges.has(edge.id) ?? false;
  const own = edge.color?.color;
  return {
    ...edge,
    width: ((edge.width ?? LINE) + (lit ? LIT : 0)) * (edge.heavy ? 1.7 : 1),
    ...(edge.background && { background: { ...edge.background, color: focus && !lit ? theme.faint : edge.background.color } }),
    color: { ...lineColour(own, lit, focus, theme), inherit: false },
  };
}

// Mixed with the page, not made transparent: lines would shine through.
function dimmed({ background, border }, theme) {
  const own = { background: mix(background, theme.background, 0.28), border: mix(border, theme.background, 0.28) };
  return { ...own, highlight: own, hover: own };
}

function lineColour(own, lit, focus, theme) {
  const strong = own ?? theme.accent;
  if (focus && !lit) return { color: theme.faint, highlight: strong, hover: theme.line };
  return { color: lit ? strong : own ?? theme.line, highlight: strong, hover: own ?? theme.text };
}

// Brings a DataSet to a list of items by difference, so that what did not change is left alone.
export function reconcile(dataSet, items, known) {
  const wanted = new Set(items.map((item) => item.id));
  const gone = [...known.keys()].filter((id) => !wanted.has(id));
  const changed = items.filter((item) => {
    const text = JSON.stringify(item);
    if (known.get(item.id) === text) return false;
    known.set(item.id, text);
    return true;
  });
  gone.forEach((id) => known.delete(id));
  if (gone.length) dataSet.remove(gone);
  if (changed.length) dataSet.update(changed);
}
