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

  vis.on("dragStart", () => (canvas.dragging = true));
  vis.on("dragEnd", ({ nodes }) => {
    canvas.dragging = false;
    const moved = nodes.filter((id) => !canvas.view.pinned.has(id));
    if (!moved.length) return canvas.refresh();
    for (const id of moved) {
      const { x, y } = vis.getPosition(id);
      canvas.view.moved.set(id, [Math.round((x / canvas.stretch) * 10) / 10, Math.round(y * 10) / 10]);
    }
    canvas.view.selected = moved[0];
    canvas.changed();
  });
}
