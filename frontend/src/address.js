// Writes the page's state into the address bar in place of what stands there. Streamlit's own way makes an entry of the
// history for each change, and going back to one of them shows nothing new: the session keeps its state.
let written;

export default function render({ data }) {
  writeAddress(data, globalThis);
}

// `run` differs in each run of the page: a call repeated for another reason must not touch a newer page's address.
export function writeAddress({ query, run }, { history, location }) {
  if (run === written) return;
  written = run;
  const wanted = query ? `?${query}` : "";
  if (location.search !== wanted) history.replaceState(history.state, "", `${location.pathname}${wanted}`);
}
