// One mounted canvas: keeps the picture, the reader's view and the page's parts in step.
import { addActions } from "./actions.js";
import { drawBadges } from "./badges.js";
import { drawCaptions, markOf } from "./captions.js";
import { element } from "./dom.js";
import { addFiles } from "./files.js";
import { Graph } from "./graph.js";
import { listenToKeys, listenToWalks } from "./keyboard.js";
import { drawLabels } from "./labels.js";
import { createLegend } from "./legend.js";
import { listenToBoxes } from "./box.js";
import { drawCounts, drawPins, drawRings } from "./marks.js";
import { Drawing } from "./network.js";
import { createMenu, saves } from "./menu.js";
import { createMirror } from "./mirror.js";
import { createPictures } from "./pictures.js";
import { TO_PICTURE } from "./search_keys.js";
import { listenToPointer } from "./pointer.js";
import { createStyleMenu } from "./style_menu.js";
import { readTheme, sameTheme } from "./theme.js";
import { createToolbar, plural } from "./toolbar.js";
import { createTooltip } from "./tooltip.js";
import { createPost } from "./post.js";
import { emptyView, sameView, viewFrom } from "./view.js";
import { addViewport } from "./viewport.js";

const pictures = createPictures();
const NOT_COME = "The picture did not come: the server does not answer. Load the page again.";
const HELP = "Network. Arrow keys walk the neighbours, Enter shows more of them, 1 to 9 those by one type of relationship, " +
  "Delete hides the selected, Shift+N, K, A and I select more, the menu key tells what else can be done, Ctrl+Z undoes it, Escape clears the selection.";

export function createCanvas(parent) {
  const root = element("div", { class: "lg" });
  const surface = element("div", { class: "lg-surface", tabindex: 0, role: "application", "aria-label": HELP });
  const net = element("div", { class: "lg-net" });
  const empty = element("p", { class: "lg-empty", hidden: true });
  const voice = element("p", { class: "lg-voice", role: "status", "aria-live": "polite" });
  const told = element("p", { class: "lg-told", role: "alert", hidden: true });
  surface.append(net, empty, told);
  const canvas = { root, surface, graph: new Graph(), data: {}, view: emptyView(), revision: null, dragging: false, stretch: 1, captions: [], words: [] };
  const toolbar = createToolbar(root, canvas);
  root.append(surface);
  const legend = createLegend(root, canvas);
  root.append(voice);
  parent.append(root);
  const post = createPost(
    (data) => canvas.streamlit.setStateValue("view", data),
    () => [...canvas.view.chosen],
  );
  let drawnBy = null;
  addActions(canvas, post);
  addFiles(canvas, told);
  canvas.mirror = createMirror(surface, canvas);
  canvas.menu = createMenu(surface, canvas);
  canvas.styleMenu = createStyleMenu(surface, canvas);
  canvas.viewport = addViewport(canvas);

  // What the page says at each run; the picture that it speaks of is fetched where it is not here. Until it comes, all
  // stays as it is.
  canvas.update = (said, streamlit) => {
    Object.assign(canvas, { said, streamlit });
    root.style.height = `${said.height}px`;
    adoptTheme();
    const here = pictures.find(said.revision);
    if (here) return adopt(here, said);
    const isWanted = () => canvas.said === said && !canvas.gone;
    pictures.fetch(said, () => canvas.streamlit.setStateValue("missing", said.revision)).then(
      (picture) => isWanted() && adopt(picture, said),
      () => isWanted() && Object.assign(empty, { hidden: false, textContent: NOT_COME }),
    );
  };

  function adopt(picture, said) {
    const actions = picture.actions.filter(({ name }) => !said.offered.length || said.offered.includes(name));
    const data = { ...picture, ...said, actions };
    canvas.data = data;
    const isNew = data.revision !== canvas.revision;
    const isCurrent = post.hear(data.view.epoch, data.view.n);
    const before = canvas.view;
    const { selected } = before;
    if (isCurrent) canvas.view = viewFrom(data.view);
    if (isNew) Object.assign(canvas, { graph: new Graph(data.nodes, data.edges, data.bundles), focus: null });
    const away = ["hidden", "hidden_labels", "hidden_types"].map((name) => data.view[name].length).join();
    canvas.grown ||= canvas.revision !== null && (isNew || away !== canvas.away); // from then on no new frame moves what stands
    canvas.away = away;
    canvas.revision = data.revision;
    const isFirst = !canvas.drawing;
    if (isFirst) start(data.options);
    else if (isNew) canvas.drawing.vis.setOptions(data.options);
    const isLaidOutAnew = canvas.layout && canvas.layout !== data.layout;
    if (isLaidOutAnew && !canvas.view.pinned.size) canvas.stretch = canvas.drawing.stretchFor(canvas.graph.aspect());
    if (isNew || isLaidOutAnew || !isDrawn(before)) canvas.refresh();
    else toolbar.update(canvas); // what the reader did is drawn already, and the server says the same
    canvas.menu.update();
    if (isLaidOutAnew) canvas.drawing.fit(); // all of it stands elsewhere
    canvas.layout = data.layout;
    const isLed = canvas.viewport.lead(data.look);
    if (isFirst) canvas.viewport.open();
    else if (!isLed && !canvas.viewport.arrive() && canvas.view.selected !== selected) reveal(canvas.view.selected); // chosen elsewhere: by the search, in a table
    canvas.viewport.settle();
    canvas.styleMenu.update();
  }

  // To the node at which one is; where there is none, to the picture.
  canvas.takeKeys = () => canvas.mirror.focus() || surface.focus({ preventScroll: true });
  document.addEventListener(TO_PICTURE, canvas.takeKeys);

  // Whether what is on the screen is what the view says.
  function isDrawn(before) {
    return !canvas.dragging && drawnBy?.theme === canvas.theme && drawnBy.stretch === canvas.stretch && sameView(before, canvas.view);
  }

  canvas.openMenu = () => {
    const { selected } = canvas.view;
    canvas.menu.open(selected && canvas.graph.isShown(selected, canvas.view) ? screenPlace(selected) : { x: 20, y: 20 });
  };

  canvas.openSaves = () => saves(canvas).length && canvas.menu.open({ x: surface.clientWidth, y: 4 }, saves);

  canvas.refresh = () => {
    if (canvas.dragging) return;
    const { graph, view, drawing } = canvas;
    graph.gather(view);
    canvas.focus = graph.focus(view);
    const fresh = drawing.atOnce(() => {
      const come = drawing.show(graph, canvas);
      drawing.filter();
      drawing.mark([...view.chosen]);
      return come;
    });
    const isFirst = fresh.length === graph.nodes.size;
    if (fresh.length && !drawing.touched && (isFirst || !drawing.areInSight(fresh))) drawing.fit(!isFirst);
    canvas.shown = canvas.countShown();
    canvas.mirror.update();
    toolbar.update(canvas);
    drawnBy = { theme: canvas.theme, stretch: canvas.stretch };
    legend.update(canvas.data.legend, view, graph.standIns);
    describe();
    announceReady();
  };

  canvas.destroy = () => {
    canvas.gone = true;
    canvas.viewport.stop();
    document.removeEventListener(TO_PICTURE, canvas.takeKeys);
    canvas.mirror.end();
    canvas.drawing?.vis.destroy();
    root.remove();
  };

  // For tests: where a node, or the middle of an edge, is on the screen.
  root.screenPosition = (id) => {
    const at = screenPlace(id);
    const frame = net.getBoundingClientRect();
    return { x: frame.x + at.x, y: frame.y + at.y };
  };

  // For tests: the boxes of all captions, of the words on edges and of all marks, in the picture's own measure.
  root.boxes = () => {
    const marks = canvas.drawing.shownNodes.get().map((node) => ({ id: node.id, ...markOf({ ...node, ...canvas.drawing.vis.getPosition(node.id) }) }));
    return { captions: canvas.captions, words: canvas.words, marks, scale: canvas.drawing.vis.getScale() };
  };

  // For tests: what is drawn as one in place of several.
  root.standIns = () => [...canvas.graph.standIns.nodes.keys(), ...canvas.graph.standIns.edges.keys()];

  // For tests: where every node of the picture stands, in its own measure.
  root.positions = () => canvas.drawing.vis.getPositions();

  // What lies at a place of the surface.
  canvas.idAt = (at) => canvas.drawing.vis.getNodeAt(at) ?? canvas.drawing.vis.getEdgeAt(at) ?? null;

  function reveal(id) {
    const mark = canvas.graph.standIns.by.get(id) ?? id;
    if (canvas.graph.mark(mark) && canvas.drawing.isDrawn(mark)) canvas.drawing.reveal(mark);
  }

  function screenPlace(id) {
    const drawn = canvas.graph.standIns.by.get(id) ?? id;
    const { x, y } = canvas.graph.line(drawn) ? canvas.drawing.curveOf(drawn).getPoint(0.5) : canvas.drawing.vis.getPosition(drawn);
    return canvas.drawing.vis.canvasToDOM({ x, y });
  }

  function start(options) {
    canvas.drawing = new Drawing(net, options, (id) => canvas.graph.isDrawn(id, canvas.view));
    const { vis } = canvas.drawing;
    vis.on("beforeDrawing", (brush) => drawRings(brush, canvas));
    vis.on("afterDrawing", (brush) => {
      drawCounts(brush, canvas);
      drawBadges(brush, canvas);
      drawPins(brush, canvas.drawing, canvas.view.pinned, canvas.theme);
      drawCaptions(brush, canvas);
      drawLabels(brush, canvas);
      canvas.viewport.watch();
      canvas.mirror.watch();
    });
    canvas.stretch = canvas.drawing.stretchFor(canvas.graph.aspect());
    vis.on("resize", () => requestAnimationFrame(resized));
    listenToBoxes(canvas, net);
    listenToPointer(canvas, createTooltip(surface));
    listenToKeys(surface, canvas);
    listenToWalks(root, canvas);
  }

  function resized() {
    if (canvas.gone) return; // the frame was asked for while it was still there
    const isKept = canvas.viewport.keep();
    if (canvas.drawing.touched && !isKept) return;
    if (!canvas.grown) canvas.stretch = canvas.drawing.stretchFor(canvas.graph.aspect());
    canvas.refresh();
    if (!canvas.viewport.keep()) canvas.drawing.fit(false);
  }

  function adoptTheme() {
    const theme = readTheme(root);
    if (canvas.theme && sameTheme(theme, canvas.theme)) return;
    canvas.theme = theme;
    root.classList.toggle("lg-dark", theme.dark);
  }

  function describe() {
    const { graph, view, focus, shown } = canvas;
    const node = graph.mark(view.selected);
    const edge = graph.line(view.selected);
    surface.classList.toggle("lg-boxing", Boolean(canvas.boxing));
    empty.hidden = shown.nodes > 0;
    empty.textContent = graph.nodes.size ? "Everything is hidden. “Show all” above brings it back." : "Nothing to draw.";
    if (canvas.mirror.tells()) voice.textContent = "";
    else if (view.chosen.size > 1) voice.textContent = `${view.chosen.size} selected`;
    else if (node && focus) voice.textContent = `Selected: ${node.name}, ${node.kind}, ${plural(focus.edges.size, "relationship")}`;
    else if (edge && focus) voice.textContent = `Selected: ${edge.words}, ${edge.tooltip[0]}`;
    else voice.textContent = "";
  }

  function announceReady() {
    canvas.drawing.vis.once("afterDrawing", () => {
      Object.assign(root.dataset, {
        ready: "true",
        revision: canvas.revision,
        nodes: canvas.shown.nodes,
        edges: canvas.shown.edges,
        selected: canvas.view.selected ?? "",
        chosen: canvas.view.chosen.size,
        marks: canvas.drawing.shownNodes.length,
        lines: canvas.drawing.shownEdges.length,
      });
    });
    canvas.drawing.redraw();
  }

  return canvas;
}
