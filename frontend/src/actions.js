// What a reader can do, whichever way it is asked for: pointer, key, button, menu or legend. The server declares it.
import { addSelection } from "./selection.js";
import { targetsOf } from "./targets.js";
import { apply } from "./view.js";

export function addActions(canvas, post) {
  addSelection(canvas, post);

  // An action by name; one that this page does not follow is not sent.
  canvas.act = (name, values = {}) => {
    if (!canvas.offer(name)) return;
    if (apply(canvas.view, canvas.graph, name, values)) {
      canvas.grown = true;
      canvas.refresh();
    }
    post.say(canvas.view.selected, [name, values]);
  };

  canvas.offer = (name) => (canvas.data.actions ?? []).find((action) => action.name === name);

  // Whether an action of the menus makes sense for what is selected.
  canvas.can = (name) => {
    const { data } = canvas;
    if (name === "undo" || name === "redo") return Boolean(data[name]) || post.asked.length > 0; // the last may not be heard yet
    if (!canvas.offer(name)) return false;
    if (name === "show") return canvas.countHidden().any;
    if (name === "lay_out") return canvas.graph.nodes.size > 1;
    return targetsOf(canvas, name).length > 0;
  };

  // How many things an action of the menus would be done to, where these are several.
  canvas.countTargets = (name) => targetsOf(canvas, name).length;

  // Does it to what is selected.
  canvas.run = (name) => {
    if (!canvas.can(name)) return;
    if (name === "undo" || name === "redo") return post.say(canvas.view.selected, [name, {}]);
    if (name === "lay_out") return canvas.act(name, { kind: canvas.data.layout === "hierarchy" ? "force" : "hierarchy" });
    if (name === "show") return canvas.act(name);
    const [item, ...also] = targetsOf(canvas, name);
    canvas.act(name, also.length ? { item, also } : { item });
  };

  canvas.expand = (node) => {
    if (canvas.graph.nodes.has(node)) canvas.act("expand", { item: node });
    for (const name of ["open_bundle", "open_lines"]) if (targetsOf(canvas, name, [node]).length) canvas.act(name, { item: node });
  };

  // How the selected node can be expanded, by type: the server tells it once it knows what is selected.
  canvas.ties = () => (canvas.data.ties ?? []).filter((tie) => tie.item === canvas.view.selected);

  canvas.expandBy = (tie) => {
    if (tie?.more) canvas.act("expand", { item: tie.item, type: tie.type, way: tie.way });
  };

  // What of the picture is to be seen, whether by itself or in what stands for several.
  canvas.countShown = () => {
    const { graph, view } = canvas;
    const nodes = [...graph.nodes.values()].filter((node) => graph.isNodeShown(node, view));
    const edges = [...graph.edges.values()].filter((edge) => !edge.side && graph.isEdgeShown(edge, view));
    const bundled = nodes.filter(({ id }) => graph.standIns.covers(id)).length;
    const gathered = edges.filter(({ id }) => graph.standIns.covers(id)).length;
    const { nodes: marks, edges: lines } = graph.standIns;
    return { nodes: nodes.length, edges: edges.length, bundled, marks: marks.size, gathered, lines: lines.size };
  };

  canvas.countHidden = () => {
    const { graph, view } = canvas;
    const nodes = [...graph.nodes.values()].filter((node) => !graph.isNodeShown(node, view)).length;
    const edges = [...graph.edges.values()].filter((edge) => !graph.isEdgeShown(edge, view)).length;
    return { nodes, edges, any: nodes + edges > 0 };
  };

  canvas.toggleLabel = (label) => canvas.act(canvas.view.hidden_labels.has(label) ? "show_label" : "hide_label", { label });

  canvas.toggleType = (type) => canvas.act(canvas.view.hidden_types.has(type) ? "show_type" : "hide_type", { type });
}
