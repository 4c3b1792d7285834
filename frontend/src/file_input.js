// Takes in a file that the reader chooses, by the page's own connection: the server has no door for uploads.
import { element } from "./dom.js";

const inputs = new WeakMap();

export default function render({ parentElement, data, setTriggerValue }) {
  const made = inputs.get(parentElement) ?? createInput(parentElement);
  inputs.set(parentElement, made);
  made.update(data, setTriggerValue);
}

export function createInput(parent) {
  const input = element("input", { type: "file" });
  const words = element("span");
  const problem = element("p", { role: "alert", hidden: true });
  const kept = {};
  input.addEventListener("change", async () => {
    const told = await readFile(input.files[0], kept.most, kept.base64);
    input.value = ""; // so that the same file can be chosen again
    problem.hidden = !told.problem;
    problem.textContent = told.problem ?? "";
    if (told.text !== undefined) kept.give({ n: Date.now(), text: told.text });
  });
  parent.append(element("div", { class: "lg-file" }, element("label", {}, words, input), problem));
  return {
    update({ label, most, accept, base64 }, give) {
      words.textContent = label;
      input.accept = accept;
      Object.assign(kept, { most, base64, give: (given) => give("given", given) });
    },
  };
}

// The text of a file, or why it is not taken. As Base64 it is the file's name, a line's end, and its bytes.
export async function readFile(file, most, base64 = false) {
  if (!file) return {};
  if (file.size > most) return { problem: `This file has ${file.size.toLocaleString("en")} bytes; at most ${most.toLocaleString("en")} are taken.` };
  try {
    return { text: base64 ? `${file.name.replaceAll("\n", " ")}\n${encode(await file.arrayBuffer())}` : await file.text() };
  } catch {
    return { problem: "This file cannot be read." };
  }
}

function encode(buffer) {
  const bytes = new Uint8Array(buffer);
  const parts = [];
  for (let at = 0; at < bytes.length; at += 0x8000) parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return btoa(parts.join(""));
}
