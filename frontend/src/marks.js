// What vis-network has no option for: rings behind the chosen nodes, a pin on those that stay put, and the number of
// relationships for which a line stands.
export function drawRings(brush, { drawing, graph, view, theme }) {
  const drawn = [...view.chosen].map((id) => graph.standIns.by.get(id) ?? id);
  for (const id of new Set(drawn)) drawRing(brush, drawing, id, theme.accent, id === view.selected ? 0.28 : 0.18);
}

function drawRing(brush, drawing, id, colour, strength) {
  const node = id && drawing.isDrawn(id) && drawing.shownNodes.get(id);
  if (!node) return;
  const { x, y } = drawing.vis.getPosition(id);
  brush.save();
  brush.globalAlpha = strength;
  brush.fillStyle = colour;
  brush.beginPath();
  brush.arc(x, y, node.size * 1.15 + 8, 0, 2 * Math.PI);
  brush.fill();
  brush.restore();
}

export function drawCounts(brush, { drawing, graph, focus, theme }) {
  for (const { id, count, color } of graph.standIns.edges.values()) {
    const curve = count && drawing.curveOf(id);
    if (!curve) continue;
    const { x, y } = curve.getPoint(0.5);
    const isLit = !focus || focus.edges.has(id);
    brush.save();
    brush.beginPath();
    brush.arc(x, y, 7, 0, 2 * Math.PI);
    brush.fillStyle = theme.background;
    brush.fill();
    brush.lineWidth = 1.2;
    brush.strokeStyle = isLit ? color?.color ?? theme.line : theme.faint;
    brush.stroke();
    brush.fillStyle = isLit ? theme.text : theme.dim;
    brush.font = `10px ${theme.font}`;
    brush.textAlign = "center";
    brush.textBaseline = "middle";
    brush.fillText(String(count), x, y + 0.5);
    brush.restore();
  }
}

export function drawPins(brush, drawing, pinned, theme) {
  for (const id of pinned) {
    const node = drawing.isDrawn(id) && drawing.shownNodes.get(id);
    if (node) drawPin(brush, drawing.vis.getPosition(id), node.size, theme);
  }
}

function drawPin(brush, { x, y }, size, theme) {
  const [left, top] = [x + size * 0.75, y - size * 0.75];
  brush.save();
  brush.fillStyle = theme.text;
  brush.strokeStyle = theme.background;
  brush.lineWidth = 1.5;
  brush.beginPath();
  brush.arc(left, top - 4, 4, 0.8 * Math.PI, 0.2 * Math.PI);
  brush.lineTo(left, top + 5);
  brush.closePath();
  brush.stroke();
  brush.fill();
  brush.restore();
}
