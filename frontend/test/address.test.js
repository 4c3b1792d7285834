import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { default as render, hearWalk, writeAddress } from "../src/address.js";

let page, replaced, pushed;

beforeEach(() => {
  [replaced, pushed] = [[], []];
  const location = { pathname: "/queries", search: "" };
  const history = { state: { kept: 1 }, replaceState: (state, _, url) => { replaced.push([state, url]); location.search = url.slice(url.indexOf("?")); }, pushState: (_, __, url) => { pushed.push(url); location.search = url.slice(url.indexOf("?")); } };
  page = { history, location };
});

test("what is written takes the place of what stands there", () => {
  writeAddress({ query: "query=around&p.node=country%2FAR", run: "a1" }, page);
  assert.deepEqual(replaced, [[{ kept: 1 }, "/queries?query=around&p.node=country%2FAR"]]);
});

test("what stands there already is left alone", () => {
  page.location.search = "?node=x";
  writeAddress({ query: "node=x", run: "b1" }, page);
  assert.deepEqual(replaced, []);
});

test("an empty state clears the address", () => {
  page.location.search = "?node=x";
  writeAddress({ query: "", run: "c1" }, page);
  assert.deepEqual(replaced.map(([, url]) => url), ["/queries"]);
});

test("a call repeated for the same run does not touch the address of a page that was opened since", () => {
  writeAddress({ query: "node=x", run: "d1" }, page);
  page.location.pathname = "/about";
  page.location.search = "";
  writeAddress({ query: "node=x", run: "d1" }, page);
  assert.equal(replaced.length, 1);
});

test("what was done to the picture makes an entry of the history", () => {
  writeAddress({ query: "log=1~~ha%2Fb", run: "e1", push: true, walked: 0 }, page);
  assert.deepEqual([pushed, replaced], [["/queries?log=1~~ha%2Fb"], []]);
});

test("where the browser went is told, and stands until the page has gone there too", () => {
  const told = [];
  globalThis.addEventListener ??= () => {};
  Object.assign(globalThis, page);
  render({ data: { query: "log=1~~ha%2Fb", run: "f1", walked: 0 }, setTriggerValue: (name, value) => told.push([name, value]) });
  page.location.search = "?log=";
  hearWalk(page, 77);
  assert.deepEqual(told, [["walked", { n: 77, query: "?log=" }]]);
  writeAddress({ query: "log=1~~ha%2Fb", run: "f2", walked: 0 }, page);
  assert.equal(page.location.search, "?log=");
  writeAddress({ query: "node=x", run: "f3", walked: 77 }, page);
  assert.equal(page.location.search, "?node=x");
  page.location.pathname = "/about";
  hearWalk(page, 78);
  assert.equal(told.length, 1);
});

test("the view of an answer stays in the address of a page that keeps no viewport", () => {
  writeAddress({ query: "query=all-money&view=ladder", run: "g1" }, page);
  assert.equal(page.location.search, "?query=all-money&view=ladder");
});
