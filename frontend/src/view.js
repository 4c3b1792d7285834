// What the reader did to the picture. Each change gets a number, so that an older answer of the server cannot undo it.
const LISTS = ["hidden", "hidden_labels", "hidden_types", "pinned"];

export function emptyView() {
  return { n: 0, selected: null, hidden: new Set(), hidden_labels: new Set(), hidden_types: new Set(), pinned: new Set(), moved: new Map() };
}

export function viewFrom(data) {
  const view = { n: data.n, selected: data.selected, moved: new Map(Object.entries(data.moved)) };
  for (const name of LISTS) view[name] = new Set(data[name]);
  return view;
}

export function asData(view) {
  const data = { n: view.n, selected: view.selected, moved: Object.fromEntries(view.moved) };
  for (const name of LISTS) data[name] = [...view[name]];
  return data;
}

export function toggle(set, id) {
  if (!set.delete(id)) set.add(id);
}

// Sends the view after a while: at once for a click, later while a key is held down.
export function sender(send) {
  let timer = 0;
  return (view, delay = 0) => {
    view.n += 1;
    clearTimeout(timer);
    timer = setTimeout(() => send(asData(view)), delay);
  };
}
