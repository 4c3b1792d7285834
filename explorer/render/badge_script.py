"""The script of an exported page that draws the badges of nodes and lines, as the component's `badges.js` does.

It takes nothing from the page but vis-network's own data, and writes letters on a canvas only.
"""

BADGES = """
(function () {
  if (typeof network === "undefined" || !network) return;
  var place = { badge: [-0.75, -0.75], origin: [-0.75, 0.8] };
  function disc(brush, x, y, radius) {
    brush.beginPath();
    brush.arc(x, y, radius, 0, 2 * Math.PI);
  }
  function draw(brush, badge, x, y, scale) {
    brush.save();
    brush.fillStyle = "#ffffff";
    disc(brush, x, y, 8.2 * scale);
    brush.fill();
    brush.fillStyle = badge.filled ? badge.colour : "#ffffff";
    brush.strokeStyle = badge.colour;
    brush.lineWidth = 1.4 * scale;
    disc(brush, x, y, 6.3 * scale);
    brush.fill();
    brush.stroke();
    brush.fillStyle = badge.filled ? "#ffffff" : "#31333f";
    brush.font = "700 " + (badge.text.length > 1 ? 8 : 10) * scale + "px sans-serif";
    brush.textAlign = "center";
    brush.textBaseline = "middle";
    brush.fillText(badge.text, x, y + 0.5 * scale);
    brush.restore();
  }
  network.on("afterDrawing", function (brush) {
    nodes.forEach(function (node) {
      if (!node.badge && !node.origin) return;
      var at = network.getPosition(node.id);
      Object.keys(place).forEach(function (kind) {
        var beside = place[kind];
        if (node[kind]) draw(brush, node[kind], at.x + beside[0] * node.size, at.y + beside[1] * node.size, 1);
      });
    });
    edges.forEach(function (edge) {
      var drawn = network.body.edges[edge.id];
      if (!drawn || !drawn.connected) return;
      var middle = drawn.edgeType.getPoint(edge.badge ? 0.5 : 0.62), first = drawn.edgeType.getPoint(0.5);
      if (edge.badge) draw(brush, edge.badge, first.x, first.y, 0.85);
      if (edge.origin) draw(brush, edge.origin, middle.x, middle.y, 0.7);
    });
  });
  network.redraw();
})();
"""
