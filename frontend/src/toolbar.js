// The buttons above the canvas: their titles and keys are those of the actions that the server declares.
import { element } from "./dom.js";
import { icon } from "./icons.js";
import { saves, titleOf } from "./menu.js";
import { BOX } from "./selection.js";
import { offered } from "./style_menu.js";

const STYLE = "How the picture is drawn: marks, sizes, widths, colours (d)";
const WALKS = {
  undo: { word: "Undo", key: "Ctrl+Z", nothing: "Nothing to undo" },
  redo: { word: "Redo", key: "Ctrl+Shift+Z", nothing: "Nothing to redo" },
};

export function createToolbar(root, canvas) {
  const walks = Object.keys(WALKS).map((name) => tool(name, "", () => canvas.run(name)));
  const acts = ["expand", "collapse", "hide", "only"].map((name) => tool(name, "", () => canvas.run(name)));
  const pin = tool("pin", "", () => canvas.run(pinned(canvas) ? "unpin" : "pin"));
  const box = tool("box", `${BOX.title} (${BOX.key})`, () => canvas.setBoxing(!canvas.boxing));
  const gathering = ["lines", "bundle"].map((name) => tool(name, "", () => canvas.run(opensOrCloses(canvas, name))));
  const layout = tool("lay_out", "", () => canvas.run("lay_out"));
  const show = element("button", { type: "button", class: "lg-tool lg-text", "data-tool": "show", onclick: () => canvas.run("show") });
  const style = tool("style", STYLE, () => canvas.styleMenu.toggle(style));
  const save = tool("save", "Save the picture (s)", () => canvas.openSaves());
  const counts = element("span", { class: "lg-counts" });
  const bar = element(
    "div",
    { class: "lg-bar", role: "toolbar", "aria-label": "Network" },
    group(...walks),
    group(
      tool("fit", "Fit everything into the frame (0)", () => canvas.drawing.fit()),
      tool("zoomIn", "Zoom in (+)", () => canvas.drawing.zoom(1.25)),
      tool("zoomOut", "Zoom out (-)", () => canvas.drawing.zoom(0.8)),
    ),
    group(box, ...acts, pin),
    group(...gathering, layout, style),
    show,
    counts,
    group(save, tool("full", "Full screen", () => toggleFullScreen(root))),
  );
  root.append(bar);

  return {
    update({ data, shown }) {
      const focused = root.getRootNode().activeElement;
      for (const button of walks) updateWalk(button, data);
      for (const button of acts) updateAction(button, canvas, button.getAttribute("data-tool"));
      updateAction(pin, canvas, pinned(canvas) ? "unpin" : "pin");
      pin.setAttribute("aria-pressed", pinned(canvas));
      box.setAttribute("aria-pressed", Boolean(canvas.boxing));
      for (const button of gathering) updateAction(button, canvas, opensOrCloses(canvas, button.getAttribute("data-tool")));
      updateAction(layout, canvas, "lay_out");
      layout.setAttribute("aria-pressed", data.layout === "hierarchy");
      style.hidden = !offered(canvas).length;
      save.hidden = !saves(canvas).length;
      const hidden = canvas.countHidden();
      show.hidden = !hidden.any;
      show.replaceChildren(icon("show"), describeHidden(hidden));
      describe(show, `${describeHidden(hidden)} (${canvas.offer("show")?.key ?? ""})`);
      counts.textContent = describeShown(shown, canvas.view.chosen.size);
      if (focused?.dataset?.tool && (focused.disabled || focused.hidden)) canvas.takeKeys(); // so that keys go on working
    },
  };
}

export const plural = (count, word) => `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;

const pinned = (canvas) => canvas.can("unpin");

const opensOrCloses = (canvas, name) => (canvas.can(`close_${name}`) && !canvas.can(`open_${name}`) ? `close_${name}` : `open_${name}`);

// What is to be seen, and how much of it in what stands for several: nothing is left out of the numbers.
function describeShown({ nodes, edges, bundled, marks, gathered, lines }, chosen) {
  const inMarks = bundled ? ` (${bundled} in ${plural(marks, "mark")})` : "";
  const inLines = gathered ? ` (${gathered} in ${plural(lines, "line")})` : "";
  return `${chosen > 1 ? `${chosen} selected · ` : ""}${plural(nodes, "node")}${inMarks} · ${plural(edges, "relationship")}${inLines}`;
}

const describeHidden = ({ nodes, edges }) => `Show all: ${plural(nodes, "node")}, ${plural(edges, "relationship")} hidden`;

function updateWalk(button, data) {
  const name = button.getAttribute("data-tool");
  const { word, key, nothing } = WALKS[name];
  button.disabled = !data[name];
  describe(button, data[name] ? `${word}: ${data[name]} (${key})` : nothing);
}

function updateAction(button, canvas, name) {
  const offer = canvas.offer(name);
  button.hidden = !offer;
  button.disabled = !canvas.can(name);
  if (offer) describe(button, `${titleOf(canvas, offer)} (${offer.key})`);
}

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
