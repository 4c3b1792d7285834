// The editor of a statement: CodeMirror with Cypher's colours, the words that fit, and the server's marks in the text.
import { autocompletion, closeCompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, isolateHistory } from "@codemirror/commands";
import { nextDiagnostic, setDiagnostics } from "@codemirror/lint";
import { EditorState, Prec } from "@codemirror/state";
import { EditorView, keymap, tooltips } from "@codemirror/view";
import { offerWords } from "./cypher_completion.js";
import { colours, makeLanguage } from "./cypher_language.js";
import { element } from "./dom.js";
import { placeMarks } from "./statement_marks.js";

const PAUSE = 700; // milliseconds without a key, after which the server looks at what was typed
const ON_ITS_WAY = 250; // milliseconds in which what was said may not have left for the server
const MOST_SEEN = 12; // of a list: it turns its page with the arrow keys, and nothing in it scrolls, which would be a stop of Tab
const HINT = "Names are offered as you type, or by Ctrl+Space: Enter takes one, Escape closes the list. Tab leaves the editor. ";
const editors = new WeakMap();

export default function render({ parentElement, data, setStateValue, setTriggerValue }) {
  const made = editors.get(parentElement) ?? createEditor(parentElement, data);
  editors.set(parentElement, made);
  made.update(data, {
    write: (written) => setStateValue("written", written),
    run: () => setTriggerValue("run", Date.now()),
  });
}

function createEditor(parent, first) {
  const kept = { data: { ...first, filled: null }, said: null, saidAt: -Infinity, timer: 0 };
  const label = element("div", { class: "lg-label", id: "lg-statement" });
  const hint = element("p", { class: "lg-hint", id: "lg-statement-hint" });
  const host = element("div", { class: "lg-statement" }, label, hint);
  const mac = /Mac|iP(hone|ad)/.test(navigator.platform);
  hint.textContent = `${HINT}${mac ? "⌘" : "Ctrl"}+Enter runs.`;
  parent.append(host);

  // What is shown is said at once where the reader turns to anything else, so that whatever is pressed finds it.
  const say = () => {
    clearTimeout(kept.timer);
    const text = view.state.doc.toString();
    if (kept.said === text) return;
    kept.said = text;
    kept.saidAt = performance.now();
    kept.tell.write({ text, filled: kept.data.filled });
  };
  const run = () => {
    closeCompletion(view);
    say();
    kept.tell.run();
    return true;
  };
  const view = new EditorView({
    root: parent.getRootNode(),
    state: EditorState.create({
      doc: "",
      extensions: [
        Prec.highest(keymap.of([{ key: "Mod-Enter", run }, { key: "Ctrl-Enter", run }])),
        keymap.of([...completionKeymap, { key: "F8", run: nextDiagnostic }, ...historyKeymap, ...defaultKeymap]),
        history(),
        makeLanguage(first.words),
        colours,
        autocompletion({ override: [(context) => offer(context, kept.data)], icons: false, maxRenderedOptions: MOST_SEEN }),
        tooltips({ parent: host }), // else it stands outside of what the style sheet speaks of
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-labelledby": label.id, "aria-describedby": hint.id, spellcheck: "false" }),
        EditorView.domEventHandlers({ blur: () => say() }),
        EditorView.updateListener.of(({ docChanged }) => {
          if (!docChanged) return;
          clearTimeout(kept.timer);
          kept.timer = setTimeout(say, PAUSE);
        }),
      ],
    }),
  });
  label.after(view.dom);
  label.addEventListener("click", () => view.focus());
  keepKeys(view.dom);
  sayBeforePresses(host, say, () => performance.now() - kept.saidAt < ON_ITS_WAY);

  return {
    update(data, tell) {
      kept.tell = tell;
      label.textContent = data.label;
      const isFilled = data.filled !== kept.data.filled;
      kept.data = data;
      if (isFilled) {
        fill(view, data.text);
        kept.said = data.text;
        clearTimeout(kept.timer);
      }
      if (view.state.doc.toString() === data.text) view.dispatch(setDiagnostics(view.state, placeMarks(data.marks, view.state.doc)));
    },
  };
}

function fill(view, text) {
  const { doc } = view.state;
  if (doc.toString() !== text) view.dispatch({ changes: { from: 0, to: doc.length, insert: text }, annotations: isolateHistory.of("full") });
}

function offer({ state, pos, explicit }, { words, parameters }) {
  const found = offerWords(state.doc.toString(), pos, words, parameters, explicit);
  return found && { ...found, filter: false };
}

// Streamlit takes a letter for one of its own shortcuts, `r` or `c`, as it does not see what it is typed into.
function keepKeys(dom) {
  for (const type of ["keydown", "keypress", "keyup"]) dom.addEventListener(type, (event) => event.stopPropagation());
}

// Before the page hears of a press, by mouse, key or another program; the listener goes with the editor. A link to another page
// waits while the text is on its way: what arrives after the press would have Streamlit take the reader back.
function sayBeforePresses(host, say, isOnItsWay) {
  const hear = (event) => {
    if (!host.isConnected) return document.removeEventListener("click", hear, true);
    say();
    const link = event.target.closest?.("a[href]");
    if (!link || !event.isTrusted || event.ctrlKey || event.metaKey || event.shiftKey || !isOnItsWay()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    setTimeout(() => link.click(), ON_ITS_WAY);
  };
  document.addEventListener("click", hear, true);
}
