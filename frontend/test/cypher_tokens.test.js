import assert from "node:assert/strict";
import { test } from "node:test";
import { readToken, readTokens, roleOf, START, stepOver } from "../src/cypher_tokens.js";

const known = { functions: new Set(["count", "tolower"]), fixed: new Set(["MATCH", "WHERE", "RETURN", "IN"]) };

function rolesOf(text) {
  let around = START;
  return readTokens(text).tokens.map((token, i, all) => {
    const isName = token.kind === "word" || token.kind === "quoted";
    const role = isName ? roleOf(token.text, around, all[i + 1]?.text, known) : token.kind;
    around = stepOver(around, token.text);
    return `${token.text} ${role}`;
  }).filter((said) => !said.endsWith(" sign"));
}

test("a word is a label, a property, a function, a keyword or a name by what stands around it", () => {
  assert.deepEqual(rolesOf("MATCH (d:Deal {stage: $x}) WHERE d.match = 'in' RETURN count(d), [n IN xs | n]"), [
    "MATCH keyword", "d variable", "Deal label", "stage property", "$x parameter", "WHERE keyword", "d variable", "match property",
    "'in' text", "RETURN keyword", "count function", "d variable", "n variable", "IN keyword", "xs variable", "n variable",
  ]);
  assert.deepEqual(rolesOf("(a)-[:`My type`|B*1..2]->()"), ["a variable", "`My type` label", "B label", "1 number", "2 number"]);
});

test("texts and comments end where Cypher ends them, also lines later", () => {
  const cut = (text) => readTokens(text).tokens.map((token) => token.text);
  assert.deepEqual(cut("'it\\'s' x"), ["'it\\'s'", "x"]);
  assert.deepEqual(cut("'a\nb' x"), ["'a\nb'", "x"]);
  assert.deepEqual(cut("a /* 'b\n c */ d // e 'f\ng"), ["a", "d", "g"]);
  assert.deepEqual(cut("`a``b`.c"), ["`a``b`", ".", "c"]);
  assert.deepEqual([readTokens("x 'a").open, readTokens("x // 'a */").open, readTokens("x // a\n").open, readTokens("/* a\n").open], ["'", "//", "", "*"]);
});

test("every text is cut to its end, whatever stands in it", () => {
  for (const text of ["\u0000\u202e", "😀.é", "$", "\\", "'\\", "/*", "}])", "\t\r"]) {
    for (let at = 0; at < text.length; ) {
      const { to } = readToken(text, at);
      assert.ok(to > at, JSON.stringify(text));
      at = to;
    }
  }
});
