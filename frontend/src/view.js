// What is drawn of the picture, and how: as the server folded it out of the log, with what the reader did since.
const LISTS = ["hidden", "hidden_labels", "hidden_types", "pinned"];

export function emptyView() {
  return { selected: null, hidden: new Set(), hidden_labels: new Set(), hidden_types: new Set(), pinned: new Set(), moved: new Map() };
}

export function viewFrom(data) {
  const view = { selected: data.selected, moved: new Map(Object.entries(data.moved)) };
  for (const name of LISTS) view[name] = new Set(data[name]);
  return view;
}

// What an action does to the view at once, before the server says the same; true where it does anything here.
// Expanding, collapsing and going back are the server's alone.
export function apply(view, graph, name, { item, label, type, x, y }) {
  const change = CHANGES[name];
  if (!change) return false;
  change({ view, graph, item, label, type, x, y });
  if (view.selected && graph.has(view.selected) && !graph.isShown(view.selected, view)) view.selected = null;
  return true;
}

const CHANGES = {
  hide: ({ view, item }) => view.hidden.add(item),
  only: ({ view, graph, item }) => hideOthers(view, graph, item),
  show: ({ view, item }) => (item ? view.hidden.delete(item) : showAll(view)),
  hide_label: ({ view, label }) => view.hidden_labels.add(label),
  show_label: ({ view, label }) => view.hidden_labels.delete(label),
  hide_type: ({ view, type }) => view.hidden_types.add(type),
  show_type: ({ view, type }) => view.hidden_types.delete(type),
  pin: ({ view, item }) => view.pinned.add(item),
  unpin: ({ view, item }) => view.pinned.delete(item),
  move: ({ view, item, x, y }) => view.moved.set(item, [x, y]),
};

function hideOthers(view, graph, item) {
  const kept = graph.withNeighbours(item);
  for (const id of graph.nodes.keys()) if (!kept.has(id)) view.hidden.add(id);
}

function showAll(view) {
  for (const name of ["hidden", "hidden_labels", "hidden_types"]) view[name].clear();
}
