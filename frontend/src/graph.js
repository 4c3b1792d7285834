// The records as they came, with their neighbours, and which of them the filters let through. `lines` and `bundles` say
// what may be drawn as one: parallel relationships, and leaves of one node.
import { StandIns } from "./stand_ins.js";

export class Graph {
  constructor(nodes = [], edges = [], bundles = []) {
    this.bundles = new Map(bundles.map((bundle) => [bundle.id, bundle]));
    this.lines = new Map();
    for (const edge of edges) if (edge.lines) this.lines.set(edge.lines, [...(this.lines.get(edge.lines) ?? []), edge]);
    this.standIns = new StandIns();
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

  // Works out anew what stands for what, as the view says.
  gather(view) {
    this.standIns = new StandIns(this, view);
  }

  // What is drawn under an id as a mark: a node, or what stands for several.
  mark(id) {
    return this.nodes.get(id) ?? this.standIns.nodes.get(id);
  }

  // What is drawn under an id as a line: a relationship, or what stands for several.
  line(id) {
    return this.edges.get(id) ?? this.standIns.edges.get(id);
  }

  has(id) {
    return this.nodes.has(id) || this.edges.has(id) || this.lines.has(id) || this.bundles.has(id);
  }

  // The nodes and relationships that an id stands for; itself where it stands for nothing else.
  stoodFor(id) {
    return this.standIns.members(id) ?? [id];
  }

  endsOf(id) {
    return this.stoodFor(id).flatMap((one) => (this.edges.has(one) ? [this.edges.get(one).from, this.edges.get(one).to] : [one]));
  }

  // What is next to a node, a relationship or what stands for several.
  beside(id, view) {
    return this.stoodFor(id).flatMap((one) => (this.nodes.has(one) ? this.neighbours(one, view) : this.endsOf(one)));
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
    if (this.standIns.has(id)) return true;
    return this.edges.has(id) && this.isEdgeShown(this.edges.get(id), view);
  }

  shownEdgesOf(id, view) {
    return this.edgesOf.get(id).filter((edge) => this.isEdgeShown(edge, view));
  }

  neighbours(id, view) {
    const others = this.shownEdgesOf(id, view).map((edge) => (edge.from === id ? edge.to : edge.from));
    return [...new Set(others)].filter((other) => other !== id);
  }

  // Whether it is drawn by itself: shown, and nothing stands for it.
  isDrawn(id, view) {
    return this.isShown(id, view) && !this.standIns.covers(id);
  }

  // The chosen things and everything that touches them, with what stands for these; null where nothing is chosen.
  focus(view) {
    const chosen = [...view.chosen].filter((id) => this.isShown(id, view));
    if (!chosen.length) return null;
    const [nodes, edges] = [new Set(), new Set()];
    for (const id of chosen.flatMap((one) => [one, ...(this.standIns.members(one) ?? [])])) {
      const edge = this.edges.get(id);
      if (edge) [edge.from, edge.to].forEach((end) => nodes.add(end));
      if (edge) edges.add(id);
      if (!this.nodes.has(id)) continue;
      for (const node of [id, ...this.neighbours(id, view)]) nodes.add(node);
      for (const { id: line } of this.shownEdgesOf(id, view)) edges.add(line);
    }
    return this.standIns.widen({ id: view.selected, nodes, edges });
  }
}
