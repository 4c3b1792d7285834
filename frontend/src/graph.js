// The records as they came, with their neighbours, and which of them the filters let through.
export class Graph {
  constructor(nodes = [], edges = []) {
    this.nodes = new Map(nodes.map((n) => [n.id, n]));
    this.edges = new Map(edges.map((e) => [e.id, e]));
    this.edgesOf = new Map(nodes.map((n) => [n.id, []]));
    for (const edge of edges) {
      this.edgesOf.get(edge.from).push(edge);
      if (edge.to !== edge.from) this.edgesOf.get(edge.to).push(edge);
    }
  }

  // How much wider than high the picture is, with room for captions.
  aspect() {
    const span = (side) => {
      const values = [...this.nodes.values()].map((node) => node[side]);
      return Math.max(...values) - Math.min(...values);
    };
    return this.nodes.size ? (span("x") + 130) / (span("y") + 70) : 1;
  }

  has(id) {
    return this.nodes.has(id) || this.edges.has(id);
  }

  // A node with all its neighbours, or the two ends of an edge, whatever is drawn of them.
  withNeighbours(id) {
    const edges = this.edges.has(id) ? [this.edges.get(id)] : this.edgesOf.get(id) ?? [];
    return new Set([...(this.nodes.has(id) ? [id] : []), ...edges.flatMap((edge) => [edge.from, edge.to])]);
  }

  isNodeShown(node, view) {
    return !view.hidden.has(node.id) && !view.hidden_labels.has(node.kind);
  }

  isEdgeShown(edge, view) {
    if (view.hidden.has(edge.id) || view.hidden_types.has(edge.kind)) return false;
    return [edge.from, edge.to].every((id) => this.isNodeShown(this.nodes.get(id), view));
  }

  isShown(id, view) {
    if (this.nodes.has(id)) return this.isNodeShown(this.nodes.get(id), view);
    return this.edges.has(id) && this.isEdgeShown(this.edges.get(id), view);
  }

  shownEdgesOf(id, view) {
    return this.edgesOf.get(id).filter((edge) => this.isEdgeShown(edge, view));
  }

  neighbours(id, view) {
    const others = this.shownEdgesOf(id, view).map((edge) => (edge.from === id ? edge.to : edge.from));
    return [...new Set(others)].filter((other) => other !== id);
  }

  // The chosen thing and everything that touches it; null where nothing is chosen.
  focus(view) {
    const id = view.selected;
    if (!id || !this.isShown(id, view)) return null;
    const edge = this.edges.get(id);
    if (edge) return { id, nodes: new Set([edge.from, edge.to]), edges: new Set([id]) };
    const edges = this.shownEdgesOf(id, view).map((e) => e.id);
    return { id, nodes: new Set([id, ...this.neighbours(id, view)]), edges: new Set(edges) };
  }
}
