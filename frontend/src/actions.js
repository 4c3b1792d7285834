// What a reader can do, whichever way it is asked for: pointer, key, button, menu or legend. The server declares it.
import { apply } from "./view.js";

export function addActions(canvas, post) {
  canvas.select = (id, delay) => {
    if (id === canvas.view.selected) return;
    canvas.view.selected = id;
    canvas.refresh();
    post.say(id, null, delay);
  };

  // An action by name; one that this page does not follow is not sent.
  canvas.act = (name, values = {}) => {
    if (!canvas.offer(name)) return;
    if (apply(canvas.view, canvas.graph, name, values)) canvas.refresh();
    post.say(canvas.view.selected, [name, values]);
  };

  canvas.offer = (name) => (canvas.data.actions ?? []).find((action) => action.name === name);

  // Whether an action of the menus makes sense for what is selected.
  canvas.can = (name) => {
    const { view, graph, data } = canvas;
    const offer = canvas.offer(name);
    if (name === "undo" || name === "redo") return Boolean(data[name]) || post.asked.length > 0; // the last may not be heard yet
    if (!offer) return false;
    if (name === "show") return canvas.countHidden().any;
    if (offer.on === "node" && !graph.nodes.has(view.selected)) return false;
    if (offer.on === "item" && !graph.has(view.selected)) return false;
    if (name === "collapse") return (data.expanded ?? []).includes(view.selected);
    if (name === "claims" || name === "no_claims") return (data.claimed ?? []).includes(view.selected) === (name === "no_claims");
    const isPinned = view.pinned.has(view.selected);
    return name === "pin" ? !isPinned : name === "unpin" ? isPinned : true;
  };

  // Does it to what is selected.
  canvas.run = (name) => {
    if (!canvas.can(name)) return;
    if (name === "undo" || name === "redo") return post.say(canvas.view.selected, [name, {}]);
    canvas.act(name, canvas.offer(name).on === "picture" ? {} : { item: canvas.view.selected });
  };

  canvas.expand = (node) => {
    if (canvas.graph.nodes.has(node)) canvas.act("expand", { item: node });
  };

  // How the selected node can be expanded, by type: the server tells it once it knows what is selected.
  canvas.ties = () => (canvas.data.ties ?? []).filter((tie) => tie.item === canvas.view.selected);

  canvas.expandBy = (tie) => {
    if (tie?.more) canvas.act("expand", { item: tie.item, type: tie.type, way: tie.way });
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
