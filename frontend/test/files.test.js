import assert from "node:assert/strict";
import { test } from "node:test";
import { addFiles } from "../src/files.js";

const JSON_FILE = { name: "json", file: "network.json" };
const come = (blob) => ({ ok: true, status: 200, blob: async () => blob });

function stand(...answers) {
  const [asked, saved, missing, told] = [[], [], [], { hidden: true }];
  const canvas = { data: { files: { name: "/pictures/a" } }, streamlit: { setStateValue: (name, value) => missing.push([name, value]) } };
  const get = async (path) => {
    asked.push(path);
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  };
  addFiles(canvas, told, { get, wait: async () => (canvas.data.files.name = "/pictures/b"), save: (...given) => saved.push(given) });
  return { canvas, asked, saved, missing, told };
}

test("a file is saved under its own name", async () => {
  const { canvas, asked, saved, missing, told } = stand(come("all"));
  await canvas.saveFile(JSON_FILE);
  assert.deepEqual([asked, saved, missing, told.hidden], [["/pictures/a/json"], [["all", "network.json"]], [], true]);
});

test("a server that forgot the picture puts it there anew, and is asked by the name that it has then", async () => {
  const { canvas, asked, saved, missing } = stand({ ok: false, status: 404 }, come("all"));
  await canvas.saveFile(JSON_FILE);
  assert.deepEqual([asked, saved.length], [["/pictures/a/json", "/pictures/b/json"], 1]);
  assert.equal(missing[0][0], "missing");
});

test("what a graph that is gone says is told as text, and no file is saved", async () => {
  const { canvas, saved, told } = stand({ ok: false, status: 503, text: async () => "It is <b>gone</b>" });
  await canvas.saveFile(JSON_FILE);
  assert.deepEqual([saved, told.textContent, told.hidden], [[], "It is <b>gone</b>", false]);
});

test("a server that does not answer is told", async () => {
  const { canvas, saved, told } = stand(new Error("no connection"), new Error("no connection"));
  await canvas.saveFile(JSON_FILE);
  assert.deepEqual([saved, told.hidden], [[], false]);
  assert.match(told.textContent, /did not come/);
});
