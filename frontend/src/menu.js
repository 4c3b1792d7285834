// The menu of a right click, or of the menu key: what can be done to what is selected, and to the picture.
import { element } from "./dom.js";
import { WAYS } from "./selection.js";
import { SHEETS } from "./sheet.js";
import { offered as styles } from "./style_menu.js";

const STEPS = { ArrowDown: 1, ArrowUp: -1 };
export const NAMED = 9;

export function createMenu(surface, canvas) {
  const box = element("div", { class: "lg-menu", role: "menu", "aria-label": "What can be done here", hidden: true });
  surface.append(box);
  const items = () => [...box.children].filter((child) => child.tagName !== "HR");
  const focused = () => items().indexOf(box.getRootNode().activeElement);
  let list = entries;

  const menu = {
    // `offers`: what it offers for a canvas, all that can be done where nothing else is given.
    open({ x, y }, offers = entries) {
      list = offers;
      box.hidden = false;
      fill();
      box.style.left = `${Math.max(4, Math.min(x, surface.clientWidth - box.offsetWidth - 4))}px`;
      box.style.top = `${Math.max(4, Math.min(y, surface.clientHeight - box.offsetHeight - 4))}px`;
      items()[0]?.focus();
    },
    close(back = true) {
      if (box.hidden) return;
      box.hidden = true;
      if (back) canvas.takeKeys();
    },
    // The server told something new, such as how the selected node can be expanded.
    update() {
      if (box.hidden) return;
      const key = items()[focused()]?.dataset.does;
      fill();
      if (key) (items().find((item) => item.dataset.does === key) ?? items()[0])?.focus();
    },
  };

  function fill() {
    box.replaceChildren(...list(canvas).map((entry) => (entry ? item(entry) : element("hr"))));
  }

  const item = ({ does, text, key, run }) => {
    const made = element("button", { type: "button", role: "menuitem", tabindex: -1, "data-does": does, onclick: () => choose(run) });
    made.append(text, element("kbd", {}, key ?? ""));
    return made;
  };

  function choose(run) {
    menu.close();
    run();
  }

  box.addEventListener("keydown", (event) => {
    event.stopPropagation();
    const all = items();
    const to = { Home: 0, End: all.length - 1 }[event.key] ?? (STEPS[event.key] && (focused() + STEPS[event.key] + all.length) % all.length);
    if (event.key === "Tab") return menu.close();
    if (event.key === "Escape") menu.close();
    else if (to != null) all[to]?.focus();
    else return;
    event.preventDefault();
  });
  box.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    event.stopPropagation();
  });
  return menu;
}

// An action as it is called for what is selected: "Hide the 3 selected" where these are several.
export function titleOf(canvas, { name, title, several }) {
  const count = canvas.countTargets(name);
  return several && count > 1 ? several.replace("{n}", count) : title;
}

// What the menu offers now; null is a line between.
export function entries(canvas) {
  const { data } = canvas;
  const offered = (on) => (data.actions ?? []).filter((a) => on.includes(a.on) && canvas.can(a.name));
  const entry = (a) => ({ does: a.name, text: titleOf(canvas, a), key: a.key, run: () => canvas.run(a.name) });
  const waysOn = (on) => WAYS.filter((way) => way.on === on && canvas.canSelect(way.name)).map(({ name, title, key }) => ({ does: `select:${name}`, text: title, key, run: () => canvas.selectBy(name) }));
  const ties = canvas.offer("expand") ? canvas.ties().map((tie, at) => ({ tie, at })).filter(({ tie, at }) => tie.more && at < NAMED) : [];
  const byType = ties.map(({ tie, at }) => ({
    does: `expand:${tie.type}:${tie.way}`,
    text: `Expand by “${tie.words}”: ${tie.more.toLocaleString("en")} more`,
    key: String(at + 1),
    run: () => canvas.expandBy(tie),
  }));
  const [first, ...rest] = offered(["node", "item"]).map(entry);
  const walks = [
    ["undo", "Undo", "Ctrl+Z"],
    ["redo", "Redo", "Ctrl+Shift+Z"],
  ].filter(([name]) => canvas.can(name));
  const ofPicture = [
    ...waysOn("picture"),
    ...offered(["picture"]).map(entry),
    ...walks.map(([name, word, key]) => ({ does: name, text: `${word}: ${data[name]}`, key, run: () => canvas.run(name) })),
    ...(styles(canvas).length ? [{ does: "style", text: "How the picture is drawn …", key: "d", run: () => canvas.styleMenu.open() }] : []),
    { does: "fit", text: "Fit everything into the frame", key: "0", run: () => canvas.drawing.fit() },
    ...saves(canvas),
  ];
  return first ? [first, ...byType, ...rest, ...waysOn("item"), null, ...ofPicture] : ofPicture;
}

// The ways to take the picture along; none where the page gives no sheet to draw it on.
export const saves = (canvas) =>
  canvas.data.sheet ? [...SHEETS.map(({ does, text, save }) => ({ does, text: `Save: ${text}`, run: () => save(canvas) })), ...files(canvas)] : [];

const files = (canvas) => (canvas.data.files?.offered ?? []).map((file) => ({ does: file.name, text: `Save: ${file.text}`, run: () => canvas.saveFile(file) }));
