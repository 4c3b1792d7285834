// Writes the page's state into the address bar: in place of what stands there, or, where the reader did something to
// the picture, as a new entry of the browser's history. Streamlit's own way makes an entry of each change, and going
// back to one of them shows nothing new: so Back and Forward are heard here, and told to the page.
import { viewportText, withViewport } from "./viewport.js";

const bar = { written: undefined, walk: 0, at: undefined, tell: undefined };

export default function render({ data, setTriggerValue }) {
  bar.tell = (walked) => setTriggerValue("walked", walked);
  listen(globalThis);
  writeAddress(data, globalThis);
  return () => (bar.tell = undefined);
}

// `run` differs in each run of the page: a call repeated for another reason must not touch a newer page's address.
// Until the page has gone where the browser went, the browser's address is the newer one.
// Where the reader looks is the canvas's to write, and stays as it stands there; on a page without a canvas of its own
// `view` is another thing, which the page writes.
export function writeAddress({ query, run, push, walked, keeps_view: keepsView }, { history, location }) {
  if (run === bar.written || walked < bar.walk) return;
  Object.assign(bar, { written: run, walk: 0, at: location.pathname });
  const wanted = keepsView ? withViewport(query ?? "", viewportText(location.search)) : query ? `?${query}` : "";
  if (location.search === wanted) return;
  if (push) history.pushState({}, "", `${location.pathname}${wanted}`);
  else history.replaceState(history.state, "", `${location.pathname}${wanted}`);
}

// Of one page's entries alone: another page's are Streamlit's to open.
export function hearWalk({ location }, now = Date.now()) {
  if (!bar.tell || location.pathname !== bar.at) return;
  bar.walk = now;
  bar.tell({ n: now, query: location.search });
}

let listening = false;

function listen(page) {
  if (listening) return;
  listening = true;
  page.addEventListener("popstate", () => hearWalk(page));
}
