import assert from "node:assert/strict";
import { test } from "node:test";
import { createPictures } from "../src/pictures.js";

const said = (revision) => ({ revision, picture: `/pictures/${revision}` });
const answer = (nodes) => ({ ok: true, status: 200, json: async () => ({ nodes }) });
const noWait = async () => {};
const never = () => assert.fail("nothing is missing");

test("a picture is fetched once, also while it is on its way, and is here from then on", async () => {
  const asked = [];
  const pictures = createPictures(async (path) => asked.push(path) && answer([path]), noWait);
  assert.equal(pictures.find("a"), undefined);
  const both = [pictures.fetch(said("a"), never), pictures.fetch(said("a"), never)];
  assert.equal(pictures.find("a"), undefined);
  const [one, two] = await Promise.all(both);
  assert.equal(one, two);
  assert.deepEqual(one.nodes, ["/pictures/a"]);
  assert.equal(pictures.find("a"), one);
  await pictures.fetch(said("b"), never);
  assert.equal(pictures.find("a"), one);
  assert.deepEqual(asked, ["/pictures/a", "/pictures/b"]);
});

test("a server that forgot a picture is told, and asked again", async () => {
  const answers = [{ ok: false, status: 404 }, answer([1])];
  const told = [];
  const pictures = createPictures(async () => answers.shift(), noWait);
  assert.deepEqual(await pictures.fetch(said("a"), () => told.push("missing")), { nodes: [1] });
  assert.deepEqual(told, ["missing"]);
});

test("without a connection it tries again, gives up after a while, and may be asked anew", async () => {
  let tries = 0;
  let isUp = false;
  const get = async () => {
    tries += 1;
    if (!isUp) throw new TypeError("no connection");
    return answer([]);
  };
  const waits = [];
  const pictures = createPictures(get, async (time) => waits.push(time));
  await assert.rejects(pictures.fetch(said("a"), never), /did not come/);
  assert.equal(tries, waits.length + 1);
  assert.ok(waits.every((time, i) => i === 0 || time > waits[i - 1]));
  isUp = true;
  assert.deepEqual(await pictures.fetch(said("a"), never), { nodes: [] });
});

test("pictures of long ago are forgotten", async () => {
  const pictures = createPictures(async () => answer([]), noWait);
  for (let i = 0; i < 40; i += 1) await pictures.fetch(said(`p${i}`), never);
  assert.equal(pictures.find("p0"), undefined);
  assert.ok(pictures.find("p39"));
});
