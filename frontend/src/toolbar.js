// The buttons above the canvas.
import { element } from "./dom.js";
import { icon } from "./icons.js";

const TAKE_BACK = "Take back the last expanding or adding of nodes; what you hid, pinned, moved or filtered stays";
const NOTHING_TO_TAKE_BACK = "Nothing to take back: no nodes were expanded or added; what you hid, pinned, moved or filtered stays";

export function createToolbar(root, canvas) {
  const back = tool("back", NOTHING_TO_TAKE_BACK, () => canvas.goBack());
  const expand = tool("expand", "Show the neighbours of the selected node (double click, Enter)", () => canvas.expand(canvas.view.selected));
  const hide = tool("hide", "Hide the selected (Delete)", () => canvas.hideSelected());
  const pin = tool("pin", "Pin the selected node to its place", () => canvas.pinSelected());
  const show = element("button", { type: "button", class: "lg-tool lg-text", "data-tool": "show", onclick: () => canvas.showHidden() });
  const counts = element("span", { class: "lg-counts" });
  const bar = element(
    "div",
    { class: "lg-bar", role: "toolbar", "aria-label": "Network" },
    group(back),
    group(
      tool("fit", "Fit everything into the frame (0)", () => canvas.drawing.fit()),
      tool("zoomIn", "Zoom in (+)", () => canvas.drawing.zoom(1.25)),
      tool("zoomOut", "Zoom out (-)", () => canvas.drawing.zoom(0.8)),
    ),
    group(expand, hide, pin),
    show,
    counts,
    group(tool("full", "Full screen", () => toggleFullScreen(root))),
  );
  root.append(bar);

  return {
    update({ view, graph, data, shown }) {
      const node = graph.nodes.has(view.selected);
      back.disabled = !data.can_go_back;
      describe(back, data.can_go_back ? TAKE_BACK : NOTHING_TO_TAKE_BACK);
      expand.disabled = !node;
      hide.disabled = !node && !graph.edges.has(view.selected);
      pin.disabled = !node;
      pin.setAttribute("aria-pressed", view.pinned.has(view.selected));
      show.hidden = !view.hidden.size;
      show.replaceChildren(icon("show"), `Show ${view.hidden.size} hidden`);
      counts.textContent = `${plural(shown.nodes, "node")} · ${plural(shown.edges, "relationship")}`;
    },
  };
}

export const plural = (count, word) => `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;

const group = (...tools) => element("div", { class: "lg-group" }, ...tools);

function tool(name, title, onclick) {
  return element("button", { type: "button", class: "lg-tool", title, "aria-label": title, "data-tool": name, onclick }, icon(name));
}

function describe(button, title) {
  for (const name of ["title", "aria-label"]) button.setAttribute(name, title);
}

function toggleFullScreen(root) {
  if (document.fullscreenElement) document.exitFullscreen();
  else root.requestFullscreen?.();
}
