// The canvas by mouse or finger: click selects, double click expands, dragging moves, hovering tells.
export function listenToPointer(canvas, tooltip) {
  const { vis } = canvas.drawing;
  const at = (params) => canvas.graph.nodes.get(params.nodes[0]) ?? canvas.graph.edges.get(params.edges[0]);

  vis.on("click", (params) => canvas.select(at(params)?.id ?? null));
  vis.on("doubleClick", (params) => canvas.expand(params.nodes[0]));

  vis.on("hoverNode", ({ node, pointer }) => {
    const { name, tooltip: lines } = canvas.graph.nodes.get(node);
    canvas.surface.style.cursor = "pointer";
    tooltip.show(pointer.DOM, [name, ...lines]);
  });
  vis.on("hoverEdge", ({ edge, pointer }) => {
    const { words, tooltip: lines } = canvas.graph.edges.get(edge);
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

  vis.on("dragStart", () => (canvas.dragging = true));
  vis.on("dragEnd", ({ nodes }) => {
    canvas.dragging = false;
    const moved = nodes.filter((id) => !canvas.view.pinned.has(id));
    if (!moved.length) return canvas.refresh();
    canvas.view.selected = moved[0];
    for (const id of moved) {
      const { x, y } = vis.getPosition(id);
      canvas.act("move", { item: id, x: Math.round(x / canvas.stretch), y: Math.round(y) });
    }
  });
}

function closeMenus({ menu, styleMenu }) {
  menu.close(false);
  styleMenu.close(null);
}

// A right click selects what lies there; the menu key comes without a place, and takes what is selected.
function openMenuAt(canvas, { clientX, clientY }) {
  const frame = canvas.surface.getBoundingClientRect();
  const at = { x: clientX - frame.x, y: clientY - frame.y };
  if (at.x < 0 || at.y < 0) return canvas.openMenu();
  const { vis } = canvas.drawing;
  canvas.select(vis.getNodeAt(at) ?? vis.getEdgeAt(at) ?? null);
  canvas.menu.open(at);
}
