// The legend: every entry is a button that hides or shows its kind.
import { element } from "./dom.js";
import { shape } from "./icons.js";
import { sign } from "./signs.js";

export function createLegend(root, canvas) {
  const box = element("div", { class: "lg-legend" });
  root.append(box);
  return {
    update(legend, view, standIns = {}) {
      const rows = [row("Kinds of nodes", legend.labels.map((entry) => labelEntry(entry, view, canvas)))];
      if (legend.types.length) rows.push(row("Kinds of relationships", legend.types.map((entry) => typeEntry(entry, view, canvas))));
      const keys = [...legend.keys.map(keyEntry), ...gatheredKeys(legend, standIns)];
      if (keys.length) rows.push(row("Marks, lines and colours", keys));
      const at = focusedKey(box);
      box.replaceChildren(...rows);
      if (at) box.querySelector(`[data-filter="${CSS.escape(at)}"]`)?.focus();
    },
  };
}

const focusedKey = (box) => box.getRootNode().activeElement?.closest?.("[data-filter]")?.dataset.filter;

const row = (name, entries) => element("div", { class: "lg-row", role: "group", "aria-label": name }, ...entries);

function labelEntry(entry, view, canvas) {
  const swatch = shape(entry.shape, entry.colour);
  return button(entry.plural, entry.meaning, entry.count, swatch, "lg-label", `label:${entry.label}`, !view.hidden_labels.has(entry.label), () =>
    canvas.toggleLabel(entry.label),
  );
}

function typeEntry(entry, view, canvas) {
  return button(entry.reads, entry.meaning, entry.count, "", "lg-type", `type:${entry.type}`, !view.hidden_types.has(entry.type), () =>
    canvas.toggleType(entry.type),
  );
}

function button(text, meaning, count, swatch, className, key, shown, onclick) {
  const name = element("span");
  name.textContent = text;
  const number = element("span", { class: "lg-count" });
  number.textContent = count;
  const does = shown ? `Hide: ${text}` : `Show: ${text}`;
  const title = meaning ? `${meaning}\n${does}` : does;
  return element("button", { type: "button", class: className, "aria-pressed": String(shown), title, "data-filter": key, onclick }, swatch, name, number);
}

// What stands for several things at once, as far as it occurs.
function gatheredKeys(legend, { nodes, edges }) {
  const made = [];
  if (legend.lines && [...(edges?.values() ?? [])].some(({ count }) => count)) made.push(mark("lg-lines", "several in one line", legend.lines));
  if (legend.bundled && nodes?.size) made.push(mark("lg-gathered", "leaves in one mark", legend.bundled));
  return made;
}

function mark(className, text, meaning) {
  const made = element("span", { class: "lg-mark", title: meaning }, element("i", { class: className }));
  made.append(text);
  return made;
}

// What marks, lines, sizes and colours mean.
function keyEntry(key) {
  const made = element("span", { class: "lg-mark", title: key.meaning }, sign(key));
  made.append(key.text);
  return made;
}
