// The canvas by mouse or finger: click selects, double click expands, dragging moves, hovering tells.
export function listenToPointer(canvas, tooltip) {
  const { vis } = canvas.drawing;
  const isAdding = ({ event }) => Boolean(event?.srcEvent?.ctrlKey || event?.srcEvent?.metaKey || event?.srcEvent?.shiftKey);

  vis.on("click", (params) => {
    const id = params.nodes[0] ?? params.edges[0] ?? null;
    if (isAdding(params)) canvas.toggle(id);
    else canvas.select(id);
  });
  vis.on("doubleClick", (params) => canvas.expand(params.nodes[0] ?? params.edges[0]));

  vis.on("hoverNode", ({ node, pointer }) => {
    const { name, tooltip: lines } = canvas.graph.mark(node);
    canvas.surface.style.cursor = "pointer";
    tooltip.show(pointer.DOM, [name, ...lines]);
  });
  vis.on("hoverEdge", ({ edge, pointer }) => {
    const { words, tooltip: lines } = canvas.graph.line(edge);
    canvas.surface.style.cursor = "pointer";
    tooltip.show(pointer.DOM, [words, ...lines]);
  });
  for (const event of ["blurNode", "blurEdge"]) {
    vis.on(event, () => {
      canvas.surface.style.cursor = "";
      tooltip.hide();
    });
  }
  for (const event of ["dragStart", "zoom", "click"]) vis.on(event, tooltip.hide);
  canvas.surface.addEventListener("pointerleave", tooltip.hide);

  canvas.surface.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    tooltip.hide();
    openMenuAt(canvas, event);
  });
  canvas.surface.addEventListener("pointerdown", (event) => !event.target.closest(".lg-menu") && closeMenus(canvas));

  vis.on("dragStart", ({ nodes }) => Object.assign(canvas, { dragging: true, carries: nodes.length > 0 }));
  vis.on("dragEnd", ({ nodes }) => {
    Object.assign(canvas, { dragging: false, carries: false });
    const moved = nodes.filter((id) => canvas.graph.nodes.has(id) && !canvas.view.pinned.has(id));
    if (!moved.length) return canvas.refresh();
    if (!moved.every((id) => canvas.view.chosen.has(id))) Object.assign(canvas.view, { selected: moved[0], chosen: new Set(moved) });
    const placeOf = (id) => {
      const { x, y } = vis.getPosition(id);
      return [Math.round(x / canvas.stretch), Math.round(y)];
    };
    const [[item, x, y], ...others] = moved.map((id) => [id, ...placeOf(id)]);
    canvas.act("move", others.length ? { item, x, y, also: others.flat().map(String) } : { item, x, y });
  });
}

function closeMenus({ menu, styleMenu }) {
  menu.close(false);
  styleMenu.close(null);
}

// A right click selects what lies there, unless that is selected among several; the menu key comes without a place, and takes what is selected.
function openMenuAt(canvas, { clientX, clientY }) {
  const frame = canvas.surface.getBoundingClientRect();
  const at = { x: clientX - frame.x, y: clientY - frame.y };
  if (at.x < 0 || at.y < 0) return canvas.openMenu();
  const id = canvas.idAt(at);
  if (!id || !canvas.view.chosen.has(id)) canvas.select(id);
  canvas.menu.open(at);
}
