// The menu of how the picture is drawn: what is marked, and what sizes, widths and colours go by. The server offers it.
import { element } from "./dom.js";

const STEPS = { ArrowDown: 1, ArrowUp: -1 };

export function createStyleMenu(surface, canvas) {
  const box = element("div", { class: "lg-menu lg-style", role: "menu", "aria-label": "How the picture is drawn", hidden: true });
  surface.append(box);
  let items = [];
  const focused = () => items.indexOf(box.getRootNode().activeElement);
  let back = null;

  const menu = {
    toggle(from) {
      if (box.hidden) menu.open(from);
      else menu.close();
    },
    open(from) {
      if (!offered(canvas).length) return;
      back = from ?? surface;
      canvas.menu?.close(false);
      box.hidden = false;
      fill();
      (items.find((item) => item.getAttribute("aria-checked") === "true") ?? items[0])?.focus?.();
    },
    close(to = back) {
      if (box.hidden) return;
      box.hidden = true;
      to?.focus?.();
    },
    // Another picture came: what is chosen now is shown, and the focus stays where it was.
    update() {
      if (box.hidden) return;
      const at = focused();
      fill();
      items[at]?.focus?.();
    },
    get isOpen() {
      return !box.hidden;
    },
  };

  function fill() {
    items = [];
    box.replaceChildren(...offered(canvas).map(group));
  }

  function group({ title, action, choices }) {
    const heading = element("p", { class: "lg-heading", "aria-hidden": "true" });
    heading.textContent = title;
    const made = choices.map((choice) => item(title, action, choice));
    return element("div", { role: "group", "aria-label": title }, heading, ...made);
  }

  function item(title, action, { words, fields, chosen }) {
    const onclick = () => !chosen && canvas.act(action, fields);
    const made = element("button", { type: "button", role: "menuitemradio", "aria-checked": String(chosen), tabindex: -1, "data-style": Object.values(fields).join(":"), onclick });
    const name = element("span");
    name.textContent = words;
    made.append(name);
    items.push(made);
    return made;
  }

  box.addEventListener("keydown", (event) => {
    event.stopPropagation();
    const count = items.length;
    const to = { Home: 0, End: count - 1 }[event.key] ?? (STEPS[event.key] && (focused() + STEPS[event.key] + count) % count);
    if (event.key === "Escape" || event.key === "d") menu.close();
    else if (event.key === "Tab") return menu.close(null);
    else if (to != null) items[to]?.focus();
    else return;
    event.preventDefault();
  });
  return menu;
}

// What the page follows of what the picture offers.
export const offered = (canvas) => (canvas.data.style ?? []).filter(({ action }) => canvas.offer(action));
