// Small round badges at nodes and on lines: what is disputed, and what rests on one origin. They keep their size on the
// screen, so that they can be read at any zoom. In the export, `draw_badges.js` of the server does the same.
const RADIUS = 7;
const CORNERS = { badge: [-0.75, -0.75], origin: [-0.75, 0.8] };

export function drawBadges(brush, { drawing, graph, view, focus, theme }) {
  const scale = Math.max(1, 0.75 / drawing.vis.getScale());
  for (const node of graph.nodes.values()) {
    if (!(node.badge || node.origin) || !graph.isNodeShown(node, view) || !drawing.isDrawn(node.id)) continue;
    const { x, y } = drawing.vis.getPosition(node.id);
    const faint = focus && !focus.nodes.has(node.id);
    for (const kind of ["badge", "origin"]) {
      const [dx, dy] = CORNERS[kind];
      if (node[kind]) drawBadge(brush, node[kind], { x: x + dx * node.size, y: y + dy * node.size }, scale, theme, faint);
    }
  }
  for (const edge of graph.edges.values()) {
    if (!(edge.badge || edge.origin) || !graph.isEdgeShown(edge, view)) continue;
    const curve = drawing.curveOf(edge.id);
    const faint = focus && !focus.edges.has(edge.id);
    if (curve && edge.badge) drawBadge(brush, edge.badge, curve.getPoint(0.5), scale * 0.85, theme, faint);
    if (curve && edge.origin) drawBadge(brush, edge.origin, curve.getPoint(edge.badge ? 0.62 : 0.5), scale * 0.7, theme, faint);
  }
}

export function drawBadge(brush, { text, colour, filled }, { x, y }, scale, theme, faint) {
  const radius = RADIUS * scale;
  brush.save();
  brush.globalAlpha = faint ? 0.25 : 1;
  brush.fillStyle = theme.background;
  circle(brush, x, y, radius + 1.2 * scale);
  brush.fill();
  brush.fillStyle = filled ? colour : theme.background;
  brush.strokeStyle = colour;
  brush.lineWidth = 1.4 * scale;
  circle(brush, x, y, radius - 0.7 * scale);
  brush.fill();
  brush.stroke();
  brush.fillStyle = filled ? "#ffffff" : theme.text;
  brush.font = `700 ${(text.length > 1 ? 8 : 10) * scale}px ${theme.font}`;
  brush.textAlign = "center";
  brush.textBaseline = "middle";
  brush.fillText(text, x, y + 0.5 * scale);
  brush.restore();
}

function circle(brush, x, y, radius) {
  brush.beginPath();
  brush.arc(x, y, radius, 0, 2 * Math.PI);
}
