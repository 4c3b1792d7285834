// The words that fit where the cursor is: labels and types behind a colon, the properties of what a name stands for
// behind its point, the values of a property in its quotes, parameters behind `$`, else clauses, functions and names.
import { BEFORE_NAMES, isNamed, nameOf, quoteName, readTokens, START, stepOver } from "./cypher_tokens.js";

const LEAST_TYPED = 2; // of what may be a variable's name: these are short, and no list must stand over them
const MOST_OFFERED = 200;
const COMPARES = ["=", "<>", ":"];

// What is offered, from where on it replaces, or null; `explicit`: the reader asked for it.
export function offerWords(text, at, words, parameters, explicit = false) {
  const { tokens, open } = readTokens(text.slice(0, at));
  if (["//", "*", "`"].includes(open)) return null;
  const all = readTokens(text).tokens;
  const here = { words, all, text, at };
  if (open) return offerTerms(tokens, here);
  const typing = ["word", "parameter"].includes(tokens.at(-1)?.kind) && tokens.at(-1).to === at ? tokens.pop() : null;
  const typed = typing?.text ?? "";
  const isParameter = typing?.kind === "parameter" || (!typing && tokens.at(-1)?.text === "$" && tokens.at(-1).to === at);
  if (isParameter) return take(typed.slice(1), at, nameParameters(all, parameters, at), explicit, true);
  const found = offerNames(tokens, typed, here);
  if (found) return take(found.typed ?? typed, at, found.options, explicit, true);
  const isMeant = explicit || typed.length >= LEAST_TYPED;
  return isMeant && tokens.at(-1)?.text.toUpperCase() !== "AS" ? take(typed, at, offerAnything(here), explicit, false) : null;
}

// Where only a name of one kind makes sense; null elsewhere.
function offerNames(tokens, typed, here) {
  const before = tokens.at(-1)?.text ?? "";
  const { brackets } = tokens.reduce((around, token) => stepOver(around, token.text), START);
  const inside = brackets.at(-1) ?? "";
  const called = readCalled(tokens, typed);
  if (called !== null) return { typed: called, options: here.words.procedures.map((name) => ({ label: name, detail: "procedure" })) };
  if (before === ".") return offerBehindPoint(tokens, typed, here);
  if (isNamed(before, inside)) return { options: nameLabelsAndTypes(inside, here.words) };
  if (inside[0] === "{" && "{,".includes(before)) {
    const owners = readOwnersOfBraces(tokens, here.all);
    if (owners) return { options: nameProperties(owners, here.words) };
  }
  return null;
}

function readCalled(tokens, typed) {
  let [at, name] = [tokens.length - 1, typed];
  while (tokens[at]?.text === "." && tokens[at - 1]?.kind === "word") {
    name = `${tokens[at - 1].text}.${name}`;
    at -= 2;
  }
  return tokens[at]?.text.toUpperCase() === "CALL" && tokens[at - 1]?.text !== "." ? name : null;
}

function offerBehindPoint(tokens, typed, { words, all }) {
  const owner = tokens.at(-2);
  if (!owner || !(isName(owner) || ")]".includes(owner.text))) return { options: [] };
  const dotted = words.functions.filter((name) => name.toLowerCase().startsWith(`${owner.text.toLowerCase()}.`));
  if (dotted.length) return { options: dotted.map((name) => describeFunction(name.slice(owner.text.length + 1))) };
  return { options: nameProperties(readOwners(all).get(nameOf(owner)) ?? [], words) };
}

// The labels and types of each variable, wherever a pattern of the statement names some: `(d:Deal`, `[f:FUNDS|GIVES`.
function readOwners(all) {
  const owners = new Map();
  all.forEach((token, i) => {
    if (!["(", "["].includes(all[i - 1]?.text) || all[i + 1]?.text !== ":" || !isName(token)) return;
    const names = [];
    for (let j = i + 1; BEFORE_NAMES.includes(all[j]?.text) && all[j + 1]; j += 2) {
      while (all[j + 1]?.text === "!") j += 1;
      if (all[j + 1] && isName(all[j + 1])) names.push(nameOf(all[j + 1]));
    }
    owners.set(nameOf(token), [...(owners.get(nameOf(token)) ?? []), ...names]);
  });
  return owners;
}

// Those of the pattern whose braces are open; null where the braces are none of a pattern's.
function readOwnersOfBraces(tokens, all) {
  let depth = 0;
  let at = tokens.length - 1;
  for (; at >= 0 && !(tokens[at].text === "{" && depth === 0); at -= 1) {
    if ("}])".includes(tokens[at].text)) depth += 1;
    if ("{[(".includes(tokens[at].text)) depth -= 1;
  }
  const names = [];
  for (at -= 1; at >= 0 && (isName(tokens[at]) || BEFORE_NAMES.includes(tokens[at].text)); at -= 1) {
    if (isName(tokens[at])) names.push([nameOf(tokens[at]), BEFORE_NAMES.includes(tokens[at - 1]?.text)]);
  }
  if (!["(", "["].includes(tokens[at]?.text)) return null;
  const labels = names.filter(([, behind]) => behind).map(([name]) => name);
  return labels.length ? labels : names.flatMap(([name]) => readOwners(all).get(name) ?? []);
}

const isName = (token) => token.kind === "word" || token.kind === "quoted";

// The values that the property may have with which the open text is compared.
function offerTerms(tokens, { words, all, text, at }) {
  const typing = tokens.pop();
  let before = tokens.length - 1;
  while (tokens[before]?.text === "," || tokens[before]?.kind === "text") before -= 1;
  if (tokens[before]?.text === "[" && tokens[before - 1]?.text.toUpperCase() === "IN") before -= 1;
  else if (!COMPARES.includes(tokens[before]?.text) || before !== tokens.length - 1) return null;
  const property = tokens[before - 1];
  if (!property || !isName(property)) return null;
  const owners = tokens[before - 2]?.text === "." ? readOwners(all).get(nameOf(tokens[before - 3] ?? property)) : readOwnersOfBraces(tokens, all);
  const fitting = fit(words.properties.filter((p) => p.name === nameOf(property)), owners ?? []);
  const quote = typing.text[0];
  const ends = text[at] === quote ? "" : quote;
  const options = [...new Set(fitting.flatMap((p) => p.terms))].map((term) => ({
    label: term, detail: "value", apply: term.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`) + ends,
  }));
  return take(typing.text.slice(1), at, options, true, true);
}

function nameLabelsAndTypes(inside, { labels, types }) {
  const of = (names, detail) => names.map(({ name, says }) => ({ label: name, detail, info: says, apply: quoteName(name) }));
  return [...(inside[0] === "[" ? [] : of(labels, "label")), ...(inside[0] === "(" ? [] : of(types, "type"))];
}

function nameProperties(owners, { properties }) {
  const named = new Map();
  for (const { name, says, of } of fit(properties, owners)) {
    const other = named.get(name) ?? { says: [], of: [], any: false };
    named.set(name, { says: [...new Set([...other.says, says])], of: [...other.of, ...of], any: other.any || !of.length });
  }
  const options = [...named].map(([name, { says, of, any }]) => ({
    label: name, detail: any ? "of all" : shorten(of.filter((o) => !owners.length || owners.includes(o))), info: says.join("; or: "), apply: quoteName(name), any,
  }));
  return [...options.filter((o) => !o.any), ...options.filter((o) => o.any)].map(({ any: _, ...option }) => option);
}

// Those that the labels and types have, or that all have; where none of these is known, all there are.
function fit(properties, owners) {
  const known = properties.filter(({ of }) => of.some((owner) => owners.includes(owner)));
  return known.length ? [...known, ...properties.filter(({ of }) => !of.length)] : properties;
}

const shorten = (of) => (of.length > 2 ? `${of[0]} and ${of.length - 1} more` : of.join(", "));

function nameParameters(all, given, at) {
  const used = all.filter((t) => t.kind === "parameter" && t.to !== at).map((t) => t.text.slice(1).replaceAll("`", ""));
  return [...new Set([...given, ...used])].map((name) => ({
    label: name, detail: given.includes(name) ? "parameter" : "parameter without value", apply: quoteName(name),
  }));
}

function offerAnything({ words, all, at }) {
  return [
    ...nameVariables(all, at).map((name) => ({ label: name, detail: "name" })),
    ...words.clauses.map((clause) => ({ label: clause, apply: `${clause} `, anyCase: true })),
    ...words.functions.map(describeFunction),
  ];
}

const describeFunction = (name) => ({ label: name, detail: "function", apply: `${name}(`, anyCase: true });

// What patterns and `AS` name, but for the word that is being typed.
function nameVariables(all, at) {
  const named = all.filter((token, i) => {
    const [before, after] = [all[i - 1]?.text ?? "", all[i + 1]?.text];
    return isName(token) && token.to !== at && (before.toUpperCase() === "AS" || (["(", "["].includes(before) && [":", ")", "]", "{"].includes(after)));
  });
  return [...new Set(named.map((token) => token.text))].sort();
}

// The options that fit what is typed, what begins so first; none where it is one of them already, in full.
function take(typed, at, options, explicit, anywhere) {
  const wanted = typed.toLowerCase();
  const isWhole = (o) => o.label === typed || (o.anyCase && o.label.toLowerCase() === wanted);
  if (!explicit && typed && options.some(isWhole)) return null;
  const begins = options.filter((o) => o.label.toLowerCase().startsWith(wanted));
  const holds = anywhere && wanted.length >= LEAST_TYPED ? options.filter((o) => o.label.toLowerCase().indexOf(wanted) > 0) : [];
  const offered = [...begins, ...holds].slice(0, MOST_OFFERED).map(({ anyCase: _, ...option }) => option);
  return offered.length ? { from: at - typed.length, options: offered } : null;
}
