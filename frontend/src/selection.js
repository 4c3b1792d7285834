// What is selected: one thing, or several, of which the last one chosen leads and is what the panel tells of.
export function addSelection(canvas, post) {
  canvas.select = (id, delay) => {
    const { view } = canvas;
    if (id === view.selected && view.chosen.size < 2) return;
    choose(id ? [id] : [], id, delay);
  };

  // Several at once; what is not to be seen is not selected.
  canvas.choose = (ids, lead = canvas.view.selected) => {
    const seen = [...new Set(ids)].filter((id) => canvas.graph.isShown(id, canvas.view));
    choose(seen, seen.includes(lead) ? lead : seen.at(-1) ?? null);
  };

  // One more, or one less.
  canvas.toggle = (id) => {
    if (!id) return;
    const { chosen } = canvas.view;
    if (chosen.has(id)) canvas.choose([...chosen].filter((other) => other !== id));
    else canvas.choose([...chosen, id], id);
  };

  const shownNodes = () => [...canvas.graph.nodes.values()].filter((node) => canvas.graph.isNodeShown(node, canvas.view));

  const CHOICES = {
    all: () => shownNodes().map(({ id }) => id),
    invert: () => shownNodes().map(({ id }) => id).filter((id) => !canvas.view.chosen.has(id)),
    neighbours: () => [...canvas.view.chosen, ...[...canvas.view.chosen].flatMap((id) => canvas.graph.beside(id, canvas.view))],
    kind: () => {
      const kinds = new Set(canvas.chosenNodes().map((id) => canvas.graph.nodes.get(id).kind));
      return shownNodes().filter(({ kind }) => kinds.has(kind)).map(({ id }) => id);
    },
  };

  canvas.chosenNodes = () => [...canvas.view.chosen].filter((id) => canvas.graph.nodes.has(id));

  canvas.canSelect = (name) => {
    if (name === "kind") return canvas.chosenNodes().length > 0;
    return name === "neighbours" ? canvas.view.chosen.size > 0 : canvas.graph.nodes.size > 0;
  };

  canvas.selectBy = (name) => canvas.canSelect(name) && canvas.choose(CHOICES[name]());

  // Whether a drag on the ground draws a box, as it does with Shift: the way of who has no Shift.
  canvas.setBoxing = (on) => {
    canvas.boxing = on;
    canvas.refresh();
  };

  function choose(ids, lead, delay) {
    canvas.view.selected = lead;
    canvas.view.chosen = new Set(ids);
    canvas.refresh();
    post.say(lead, null, delay);
  }
}

// The ways to select several, as menus, keys and help name them.
export const WAYS = [
  { name: "neighbours", title: "Select its neighbours too", key: "N", on: "item" },
  { name: "kind", title: "Select all of its kind", key: "K", on: "item" },
  { name: "all", title: "Select all", key: "A", on: "picture" },
  { name: "invert", title: "Select all others instead", key: "I", on: "picture" },
];
export const BOX = { title: "Select by drawing a box, or press one by one (Shift and drag does the same)", key: "S" };
