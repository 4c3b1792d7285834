// The search by keys alone: `/` goes to its field from anywhere on the page, Enter takes what fits best to what stands
// in it, also where the server's answer to the last letter is still on its way, and the picture has the keys then.
export const TO_PICTURE = "lodegraph-to-picture";
const FIELD = ".st-key-search input";
const here = { said: {}, wanted: null, tell: undefined, listens: false };

export default function render({ data, setTriggerValue }) {
  Object.assign(here, { said: data, tell: (typed) => setTriggerValue("taken", { n: Date.now(), typed }) });
  if (!here.listens) document.addEventListener("keydown", hear, true);
  here.listens = true;
  takeIfFound();
  return () => (here.tell = undefined);
}

export function hear(event) {
  const field = document.querySelector(FIELD);
  if (!field || !here.tell || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const at = event.composedPath()[0];
  if (event.key === "/" && !isWrittenIn(at)) {
    event.preventDefault();
    field.focus();
    field.select();
  } else if (at === field) {
    here.wanted = event.key === "Enter" ? field.value.trim() : null;
    takeIfFound();
  }
}

// What is wanted is taken once the server says that it has found something for just that.
function takeIfFound() {
  const { said, wanted } = here;
  if (!wanted || said.typed !== wanted) return;
  here.wanted = null;
  if (!said.found) return;
  here.tell?.(wanted);
  document.dispatchEvent(new CustomEvent(TO_PICTURE));
}

const isWrittenIn = (at) => Boolean(at?.isContentEditable || /^(input|textarea|select)$/i.test(at?.tagName ?? ""));
