// vis-network over two filtered DataSets: hiding a kind never touches a position.
import { DataSet, DataView, Network } from "vis-network/standalone";
import { roomOf } from "./captions.js";
import { edgeItem, nodeItem, reconcile } from "./items.js";
import { calm } from "./theme.js";

const LARGEST_FIT = 1.35;
const EDGE = 14;
const WIDEST = 1.5;

export class Drawing {
  constructor(container, options, isShown) {
    this.nodes = new DataSet();
    this.edges = new DataSet();
    this.known = { nodes: new Map(), edges: new Map() };
    this.shownNodes = new DataView(this.nodes, { filter: (n) => isShown(n.id) });
    this.shownEdges = new DataView(this.edges, { filter: (e) => isShown(e.id) });
    this.vis = new Network(container, { nodes: this.shownNodes, edges: this.shownEdges }, options);
    this.vis.canvas.frame.removeAttribute("tabindex"); // the Tab key stops at the mirror's nodes
    this.touched = false;
    this.moves = 0; // how often the reader looked elsewhere
    for (const event of ["zoom", "dragEnd"]) this.vis.on(event, () => this.touch());
  }

  touch() {
    this.touched = true;
    this.moves += 1;
  }

  // Everything as the state says; returns the ids of nodes that were not there before.
  show(graph, state) {
    const fresh = [...graph.nodes.keys()].filter((id) => !this.known.nodes.has(id));
    const { nodes, edges } = graph.standIns;
    reconcile(this.nodes, [...graph.nodes.values(), ...nodes.values()].map((n) => nodeItem(n, state)), this.known.nodes);
    reconcile(this.edges, [...graph.edges.values(), ...edges.values()].map((e) => edgeItem(e, state)), this.known.edges);
    return fresh;
  }

  filter() {
    this.shownNodes.refresh();
    this.shownEdges.refresh();
  }

  mark(ids) {
    const [nodes, edges] = [this.shownNodes, this.shownEdges].map((shown) => ids.filter((id) => shown.get(id)));
    this.vis.setSelection({ nodes, edges }, { highlightEdges: false });
  }

  // Everything into the frame; `larger`: so many times as large may it become as on a screen.
  fit(animated = true, larger = 1) {
    this.touched = false;
    this.moves += 1;
    const { left, right, top, bottom } = this.extent();
    const { clientWidth, clientHeight } = this.vis.body.container;
    const scale = Math.min((clientWidth - 2 * EDGE) / (right - left), (clientHeight - 2 * EDGE) / (bottom - top), LARGEST_FIT * larger);
    const position = { x: (left + right) / 2, y: (top + bottom) / 2 };
    if (scale > 0) this.vis.moveTo({ position, scale, animation: this.motion(animated) });
  }

  // The rectangle around all shown nodes with their captions.
  extent() {
    const boxes = this.shownNodes.get().map((node) => roomOf(node, this.vis.getPosition(node.id)));
    const outermost = (pick, side) => pick(...boxes.map((box) => box[side]));
    return {
      left: outermost(Math.min, "left"),
      right: outermost(Math.max, "right"),
      top: outermost(Math.min, "top"),
      bottom: outermost(Math.max, "bottom"),
    };
  }

  // The nodes whose middle lies in a rectangle of the screen.
  nodesWithin({ left, right, top, bottom }) {
    const isInside = ({ x, y }) => x >= left && x <= right && y >= top && y <= bottom;
    return this.shownNodes.getIds().filter((id) => this.isDrawn(id) && isInside(this.vis.canvasToDOM(this.vis.getPosition(id))));
  }

  zoom(factor) {
    this.touch();
    this.vis.moveTo({ scale: this.vis.getScale() * factor, animation: this.motion(true) });
  }

  // Brings a node into sight without changing the zoom.
  reveal(id) {
    if (this.isInSight(id)) return;
    this.touch();
    this.vis.moveTo({ position: this.vis.getPosition(id), animation: this.motion(true) });
  }

  // A node that a filter lets through again is not drawn until vis-network has been told.
  isDrawn(id) {
    return id in this.vis.body.nodes;
  }

  // Whether all of these are in sight, as far as they are drawn.
  areInSight(ids) {
    return ids.every((id) => !this.isDrawn(id) || this.isInSight(id));
  }

  isInSight(id) {
    const { x, y } = this.vis.canvasToDOM(this.vis.getPosition(id));
    const { clientWidth, clientHeight } = this.vis.body.container;
    return x > 20 && y > 20 && x < clientWidth - 20 && y < clientHeight - 20;
  }

  // An edge as drawn, bent or straight: `getPoint(0.5)` is its middle. Undefined while a filter hides it.
  curveOf(id) {
    const edge = this.vis.body.edges[id];
    return edge?.connected ? edge.edgeType : undefined;
  }

  // How far a picture of that aspect may be pulled apart sideways to fill the surface.
  stretchFor(aspect) {
    const { clientWidth, clientHeight } = this.vis.body.container;
    return clientHeight ? Math.min(Math.max(clientWidth / clientHeight / aspect, 1), WIDEST) : 1;
  }

  motion(wanted) {
    return wanted && !calm() && { duration: 260, easingFunction: "easeInOutQuad" };
  }
}
