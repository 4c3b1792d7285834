// Saves what was made in the browser as a file of the reader's.
import { element } from "./dom.js";

export function download(blob, name) {
  const url = URL.createObjectURL(blob);
  element("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
