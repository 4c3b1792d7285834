// A button that saves a text which the page writes when it is asked for. Where the reader looks, which only the browser
// knows, is told along; the text comes back by the page's own connection.
import { element } from "./dom.js";
import { download } from "./download.js";
import { viewportText } from "./viewport.js";

const LOST = "The file did not come. Save it once more.";
const COMES_WITHIN = 30_000; // milliseconds

const buttons = new WeakMap();
const waiting = new Map(); // by number: what a text is saved by; the button may be drawn anew before it comes

export default function render({ parentElement, data, setStateValue }) {
  const made = buttons.get(parentElement) ?? createButton(parentElement);
  buttons.set(parentElement, made);
  made.update(data, (asked) => setStateValue("asked", asked));
}

export function createButton(parent, { page = globalThis, save = download, within = COMES_WITHIN } = {}) {
  const button = element("button", { type: "button" });
  const problem = element("p", { role: "alert", hidden: true });
  const kept = {};
  button.addEventListener("click", () => {
    const n = Date.now();
    problem.hidden = true;
    const timer = setTimeout(() => {
      waiting.delete(n);
      Object.assign(problem, { hidden: false, textContent: LOST });
    }, within);
    waiting.set(n, timer);
    kept.ask({ n, view: viewportText(page.location.search) });
  });
  parent.append(element("div", { class: "lg-save" }, button, problem));
  return {
    update({ label, file, mime, n, text }, ask) {
      button.textContent = label;
      kept.ask = ask;
      if (!waiting.has(n)) return;
      clearTimeout(waiting.get(n));
      waiting.delete(n);
      save(new Blob([text], { type: mime }), file);
    },
  };
}
