// What is drawn of the picture, and how: as the server folded it out of the log, with what the reader did since.
const LISTS = ["hidden", "hidden_labels", "hidden_types", "pinned", "opened_lines", "opened_bundles", "closed_bundles", "loose", "spread"];

export function emptyView() {
  const lists = LISTS.map((name) => [name, new Set()]);
  return { ...Object.fromEntries(lists), selected: null, chosen: new Set(), all_lines: false, bundled_from: Infinity, moved: new Map() };
}

export function viewFrom(data) {
  const view = { ...emptyView(), selected: data.selected, all_lines: Boolean(data.all_lines), bundled_from: data.bundled_from ?? Infinity, moved: new Map(Object.entries(data.moved)) };
  for (const name of LISTS) view[name] = new Set(data[name] ?? []);
  view.chosen = new Set(data.chosen?.length ? data.chosen : data.selected ? [data.selected] : []);
  return view;
}

// Whether two views draw the same, in whatever order their things came.
export function sameView(one, other) {
  if (one === other) return true;
  const same = (name) => one[name].size === other[name].size && [...one[name]].every((item) => other[name].has(item));
  if (![...LISTS, "chosen"].every(same)) return false;
  if (["selected", "all_lines", "bundled_from"].some((name) => one[name] !== other[name])) return false;
  return one.moved.size === other.moved.size && [...one.moved].every(([id, place]) => String(other.moved.get(id)) === String(place));
}

// What an action does to the view at once, before the server says the same; true where it does anything here.
// Expanding, collapsing, laying out and going back are the server's alone. `also`: done to these as well.
export function apply(view, graph, name, { item, also = [], label, type, x, y }) {
  const change = CHANGES[name];
  if (!change) return false;
  change({ view, graph, item, also, items: item ? [item, ...(name === "move" ? [] : also)] : [], label, type, x, y });
  const isGone = (id) => graph.has(id) && !graph.isShown(id, view);
  view.chosen = new Set([...view.chosen].filter((id) => !isGone(id)));
  if (view.selected && isGone(view.selected)) view.selected = [...view.chosen].at(-1) ?? null;
  return true;
}

const each = (does) => (given) => given.items.forEach((item) => does({ ...given, item }));

const CHANGES = {
  hide: each(({ view, item }) => view.hidden.add(item)),
  only: ({ view, graph, items }) => hideOthers(view, graph, items),
  show: ({ view, item }) => (item ? view.hidden.delete(item) : showAll(view)),
  hide_label: ({ view, label }) => view.hidden_labels.add(label),
  show_label: ({ view, label }) => view.hidden_labels.delete(label),
  hide_type: ({ view, type }) => view.hidden_types.add(type),
  show_type: ({ view, type }) => view.hidden_types.delete(type),
  pin: each(({ view, item }) => view.pinned.add(item)),
  unpin: each(({ view, item }) => view.pinned.delete(item)),
  move: ({ view, item, also, x, y }) => {
    view.moved.set(item, [x, y]);
    for (let i = 0; i + 2 < also.length; i += 3) view.moved.set(also[i], [Number(also[i + 1]), Number(also[i + 2])]);
  },
  open_lines: ({ view, items }) => setAllLines(view, items, true),
  close_lines: ({ view, items }) => setAllLines(view, items, false),
  open_bundle: ({ view, items }) => setBundles(view, items, "opened_bundles", "closed_bundles"),
  close_bundle: ({ view, items }) => setBundles(view, items, "closed_bundles", "opened_bundles"),
};

// Of one thing its neighbours stay as well, or a relationship's two ends; of several, just these and ends.
function hideOthers(view, graph, items) {
  const kept = items.length > 1 ? new Set(items.flatMap((id) => graph.endsOf(id))) : graph.withNeighbours(items[0]);
  for (const id of graph.nodes.keys()) if (!kept.has(id)) view.hidden.add(id);
}

function showAll(view) {
  for (const name of ["hidden", "hidden_labels", "hidden_types"]) view[name].clear();
}

// `opened_lines` are the exceptions: the opened ones, or the closed ones while all are open.
function setAllLines(view, items, open) {
  if (!items.length) {
    view.all_lines = open;
    view.opened_lines.clear();
  }
  for (const item of items) view.opened_lines[open === view.all_lines ? "delete" : "add"](item);
}

function setBundles(view, items, into, from) {
  for (const item of items) {
    view[from].delete(item);
    view[into].add(item);
  }
}
