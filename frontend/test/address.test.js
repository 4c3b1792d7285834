import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { writeAddress } from "../src/address.js";

let page, replaced;

beforeEach(() => {
  replaced = [];
  const location = { pathname: "/queries", search: "" };
  const history = { state: { kept: 1 }, replaceState: (state, _, url) => { replaced.push([state, url]); location.search = url.slice(url.indexOf("?")); } };
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
