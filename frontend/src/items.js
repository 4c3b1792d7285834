// From a record, the reader's view and the theme to what vis-network draws. The same input gives the same item.
const NAMED_EDGES = 14;

export function nodeItem(node, { view, focus, theme }) {
  const [x, y] = view.moved.get(node.id) ?? [node.x, node.y];
  const lit = !focus || focus.nodes.has(node.id);
  return {
    ...node,
    x,
    y,
    fixed: view.pinned.has(node.id),
    opacity: lit ? 1 : 0.16,
    font: {
      color: lit ? theme.text : theme.faint,
      strokeColor: theme.background,
      strokeWidth: lit ? 3 : 0,
      face: theme.font,
    },
  };
}

export function edgeItem(edge, { focus, theme }) {
  const lit = focus?.edges.has(edge.id) ?? false;
  const named = lit && focus.edges.size <= NAMED_EDGES;
  const own = edge.color?.color;
  return {
    ...edge,
    label: named ? edge.words : "",
    width: lit ? 2 : 1.3,
    color: { ...lineColour(own, lit, focus, theme), inherit: false },
    font: { color: theme.text, strokeColor: theme.background, strokeWidth: 4, face: theme.font, size: 12, align: "horizontal" },
  };
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
