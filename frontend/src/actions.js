// What a reader can do, whichever way it is asked for: pointer, key, button or legend.
import { toggle } from "./view.js";

export function addActions(canvas, send) {
  canvas.changed = (delay) => {
    canvas.refresh();
    send(canvas.view, delay);
  };

  canvas.select = (id, delay) => {
    if (id === canvas.view.selected) return;
    canvas.view.selected = id;
    canvas.changed(delay);
  };

  canvas.expand = (node) => {
    if (canvas.graph.nodes.has(node)) canvas.streamlit.setTriggerValue("expand", { node, n: Date.now() });
  };

  canvas.goBack = () => canvas.streamlit.setTriggerValue("back", Date.now());

  canvas.hideSelected = () => {
    if (!canvas.view.selected) return;
    canvas.view.hidden.add(canvas.view.selected);
    canvas.view.selected = null;
    canvas.changed();
  };

  canvas.showHidden = () => {
    canvas.view.hidden.clear();
    canvas.changed();
  };

  canvas.pinSelected = () => {
    if (!canvas.graph.nodes.has(canvas.view.selected)) return;
    toggle(canvas.view.pinned, canvas.view.selected);
    canvas.changed();
  };

  canvas.toggleFilter = (list, kind) => {
    toggle(canvas.view[list], kind);
    if (!canvas.graph.isShown(canvas.view.selected, canvas.view)) canvas.view.selected = null;
    canvas.changed();
  };
}
