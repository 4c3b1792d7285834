import assert from "node:assert/strict";
import { test } from "node:test";
import { offerWords } from "../src/cypher_completion.js";

const words = {
  labels: [{ name: "Company", says: "A business." }, { name: "Country", says: "A state." }, { name: "Deal", says: "What is agreed." }, { name: "Odd name", says: "" }],
  types: [{ name: "FUNDS", says: "Agency → Deal: who pays" }, { name: "PARTY_TO", says: "" }],
  properties: [
    { name: "id", says: "its name for ever", of: [], terms: [] },
    { name: "iso_code", says: "two letters", of: ["Country"], terms: [] },
    { name: "name", says: "what it is called", of: ["Country", "Company"], terms: [] },
    { name: "role", says: "as what", of: ["FUNDS", "PARTY_TO"], terms: ["funder", "lender's"] },
    { name: "stage", says: "how firm", of: ["Deal"], terms: ["signed", "approved"] },
  ],
  clauses: ["MATCH", "OPTIONAL MATCH", "RETURN", "WHERE", "AS"],
  functions: ["count", "date", "date.truncate", "elementId", "toLower"],
  procedures: ["db.labels", "dbms.components"],
};
// `¦` is the cursor.
const offer = (typed, explicit = false, given = ["data_set", "id"]) => {
  const at = typed.indexOf("¦");
  return offerWords(typed.replace("¦", ""), at, words, given, explicit);
};
const named = (...typed) => offer(...typed)?.options.map((o) => o.label) ?? [];

test("behind a colon come labels in round brackets, types in square ones, and both elsewhere", () => {
  assert.deepEqual(named("MATCH (c:¦"), ["Company", "Country", "Deal", "Odd name"]);
  assert.deepEqual(named("MATCH (c:Co¦)"), ["Company", "Country"]);
  assert.deepEqual(named("MATCH (c:Deal|Cou¦"), ["Country"]);
  assert.deepEqual(named("MATCH (c)-[:¦"), ["FUNDS", "PARTY_TO"]);
  assert.deepEqual(named("MATCH (c)-[r:FUNDS|p¦]-(d)"), ["PARTY_TO"]);
  assert.deepEqual(named("MATCH (c) WHERE c:¦").length, 6);
  assert.deepEqual(named("RETURN {a:¦"), []);
});

test("behind the point of a name come the properties of what it stands for, its own first", () => {
  assert.deepEqual(named("MATCH (c:Country) RETURN c.¦"), ["iso_code", "name", "id"]);
  assert.deepEqual(named("MATCH ()-[f:FUNDS]->(:Deal) RETURN f.¦"), ["role", "id"]);
  assert.deepEqual(named("MATCH (c:Country)-[:PARTY_TO]-(d:Deal) WHERE d.st¦ RETURN c"), ["stage"]);
  assert.deepEqual(named("RETURN c.¦ // MATCH (c:Country)").length, 5, "a comment says nothing of what a name is");
  assert.deepEqual(named("RETURN x.¦").length, 5);
  assert.deepEqual(named("RETURN nodes(p)[0].na¦"), ["name"]);
  assert.deepEqual(named("RETURN 1.¦"), []);
});

test("in the braces of a pattern come the properties of its label", () => {
  assert.deepEqual(named("MATCH (d:Deal {¦"), ["stage", "id"]);
  assert.deepEqual(named("MATCH (d:Deal {id: $id, s¦})"), ["stage"]);
  assert.deepEqual(named("MATCH ()-[:FUNDS {¦}]->()"), ["role", "id"]);
  assert.deepEqual(named("MATCH (d:Deal) MATCH (d {¦"), ["stage", "id"]);
  assert.deepEqual(named("RETURN {¦"), []);
});

test("in quotes come the values of the property that is compared, made safe for the quotes", () => {
  assert.deepEqual(named("MATCH (d:Deal) WHERE d.stage = '¦"), ["signed", "approved"]);
  assert.deepEqual(named("MATCH (d:Deal) WHERE d.stage IN ['signed', 'app¦"), ["approved"]);
  assert.deepEqual(named('MATCH (d:Deal {stage: "¦'), ["signed", "approved"]);
  const { from, options } = offer("MATCH ()-[f:FUNDS]-() WHERE f.role <> 'len¦");
  assert.deepEqual([from, options[0].apply], [39, "lender\\'s'"]);
  assert.equal(offer("MATCH ()-[f:FUNDS]-() WHERE f.role = 'fu¦'").options[0].apply, "funder");
  assert.deepEqual(named("MATCH (d:Deal) WHERE d.name = 'MATCH (c:¦"), []);
});

test("behind a dollar come the parameters that are given and those that the statement asks for", () => {
  assert.deepEqual(named("MATCH (n {id: $¦"), ["data_set", "id"]);
  assert.deepEqual(named("MATCH (n {id: $who}) RETURN $¦"), ["data_set", "id", "who"]);
  assert.deepEqual(named("RETURN $da¦"), ["data_set"]);
});

test("elsewhere come names of the statement, clauses and functions, from the second letter on or when asked", () => {
  assert.deepEqual(named("MATCH (deal:Deal) RETURN d¦"), []);
  assert.deepEqual(named("MATCH (deal:Deal) RETURN d¦", true), ["deal", "date", "date.truncate"]);
  assert.deepEqual(named("MATCH (deal:Deal) RETURN de¦"), ["deal"]);
  assert.deepEqual(named("ma¦"), ["MATCH"]);
  assert.deepEqual(named("RETURN count(*) AS country_¦"), []);
  assert.deepEqual(named("RETURN elem¦"), ["elementId"]);
  assert.deepEqual(named("RETURN date.¦"), ["truncate"]);
  assert.deepEqual(named("CALL db¦"), ["db.labels", "dbms.components"]);
  assert.deepEqual(named("CALL db.¦"), ["db.labels"]);
});

test("a word that is whole is offered nothing, so that Enter is a new line", () => {
  assert.deepEqual(named("MATCH (c:Country) RETURN match¦"), []);
  assert.deepEqual(named("MATCH (c:Country¦"), []);
});

test("nothing is offered in a comment or in a name in backticks, and a name with blanks is put into them", () => {
  assert.deepEqual(named("// MATCH (c:¦"), []);
  assert.deepEqual(named("/* a\n MATCH (c:¦ */"), []);
  assert.deepEqual(named("// one\nMATCH (c:De¦"), ["Deal"]);
  assert.deepEqual(named("MATCH (c:`¦"), []);
  assert.equal(offer("MATCH (c:Odd¦").options[0].apply, "`Odd name`");
});
