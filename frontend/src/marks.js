// What vis-network has no option for: a ring behind the chosen node and a pin on those that stay put.
export function drawRing(brush, drawing, id, colour) {
  const node = id && drawing.isDrawn(id) && drawing.shownNodes.get(id);
  if (!node) return;
  const { x, y } = drawing.vis.getPosition(id);
  brush.save();
  brush.globalAlpha = 0.28;
  brush.fillStyle = colour;
  brush.beginPath();
  brush.arc(x, y, node.size * 1.15 + 8, 0, 2 * Math.PI);
  brush.fill();
  brush.restore();
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
