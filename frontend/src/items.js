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

// What an item of the picture's own records is made by besides its record: while both are the same, so is the item.
export const signNode = ({ id }, { view, focus, theme, stretch }) =>
  `${view.moved.get(id) ?? ""} ${view.pinned.has(id)} ${!focus || focus.nodes.has(id)} ${stretch} ${theme.background}`;

export const signEdge = ({ id }, { focus, theme }) => `${Boolean(focus)} ${Boolean(focus?.edges.has(id))} ${theme.background} ${theme.text} ${theme.accent}`;

// Brings a DataSet to a list of records by difference, so that what did not change is left alone, and is not even made:
// `make` gives a record's item, `sign` a text that is another one wherever the item is.
export function reconcile(dataSet, records, known, make = (record) => record, sign = null) {
  const wanted = new Set(records.map((record) => record.id));
  const gone = [...known.keys()].filter((id) => !wanted.has(id));
  const changed = [];
  for (const record of records) {
    const before = known.get(record.id);
    const signed = sign?.(record);
    if (sign && before?.record === record && before.signed === signed) continue;
    const item = make(record);
    const text = JSON.stringify(item);
    known.set(record.id, { record, signed, text });
    if (before?.text !== text) changed.push(item);
  }
  gone.forEach((id) => known.delete(id));
  if (gone.length) dataSet.remove(gone);
  if (changed.length) dataSet.update(changed);
}
