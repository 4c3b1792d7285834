// Cuts Cypher into tokens, a line at a time: what is open at a line's end, a text, a name in backticks or a comment,
// goes on in the next. And says what a token is by what stands around it: a label, a type, a property, a function.
const ENDS = { "'": /(?:[^'\\]|\\.)*'/y, '"': /(?:[^"\\]|\\.)*"/y, "`": /(?:[^`]|``)*`/y, "*": /.*?\*\//y };
const KINDS = { "'": "text", '"': "text", "`": "quoted", "*": "comment" };
const PARTS = [
  ["space", /\s+/y],
  ["comment", /\/\/.*/y],
  ["parameter", /\$(?:[\p{L}\p{N}_]+|`(?:[^`]|``)*`)/uy],
  ["number", /0[xX][\da-fA-F_]+|0[oO][0-7_]+|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?|\.\d[\d_]*(?:[eE][+-]?\d+)?/y],
  ["word", /[\p{L}_][\p{L}\p{N}_]*/uy],
  ["sign", /\.\.|->|<-|<=|>=|<>|=~|\+=|::|\|\||[^]/uy],
];
const CLOSING = { ")": "(", "]": "[", "}": "{" };
export const BEFORE_NAMES = [":", "|", "&", "!"];

// The token at a place of a line; `open`: what is still open there, and behind it.
export function readToken(line, at, open = "") {
  const opens = open || (line.startsWith("/*", at) ? "*" : "'\"`".includes(line[at]) ? line[at] : "");
  if (opens) {
    const from = open ? at : at + (opens === "*" ? 2 : 1);
    const to = find(ENDS[opens], line, from);
    return { kind: KINDS[opens], to: to ?? line.length, open: to === null ? opens : "" };
  }
  for (const [kind, part] of PARTS) {
    const to = find(part, line, at);
    if (to !== null) return { kind, to, open: "" };
  }
}

function find(part, line, from) {
  part.lastIndex = from;
  return part.test(line) ? part.lastIndex : null;
}

// All tokens but blanks and comments, with their places in the text, and what is open at its end: `//` in a comment
// that ends with its line.
export function readTokens(text) {
  const tokens = [];
  let [at, open] = [0, ""];
  for (const line of text.split("\n")) {
    let from = 0;
    open = open === "//" ? "" : open;
    while (from < line.length) {
      const token = readToken(line, from, open);
      const goesOn = open && tokens.length && token.kind !== "comment";
      if (goesOn) Object.assign(tokens.at(-1), { to: at + token.to, text: text.slice(tokens.at(-1).from, at + token.to) });
      else if (!["space", "comment"].includes(token.kind)) tokens.push({ kind: token.kind, from: at + from, to: at + token.to, text: line.slice(from, token.to) });
      open = !open && line.startsWith("//", from) ? "//" : token.open;
      from = token.to;
    }
    at += line.length + 1;
  }
  return { tokens, open };
}

// What stands before a token: the last one, and the brackets that are open, each with a colon where one was in it.
export const START = { before: "", brackets: [] };

export function stepOver({ brackets }, text) {
  if ("([{".includes(text)) return { before: text, brackets: [...brackets, text] };
  if (CLOSING[text]) return { before: text, brackets: brackets.at(-1)?.[0] === CLOSING[text] ? brackets.slice(0, -1) : brackets };
  const inside = text === ":" && brackets.length ? [...brackets.slice(0, -1), `${brackets.at(-1)[0]}:`] : brackets;
  return { before: text, brackets: inside };
}

// What a word or a name in backticks is; `after`: the sign that follows it.
export function roleOf(text, { before, brackets }, after, { functions, fixed }) {
  const inside = brackets.at(-1) ?? "";
  if (before === ".") return after === "(" ? "function" : "property";
  if (isNamed(before, inside)) return "label";
  if (inside[0] === "{" && "{,".includes(before) && after === ":") return "property";
  if (after === "(" && functions.has(text.toLowerCase())) return "function";
  return fixed.has(text.toUpperCase()) ? "keyword" : "variable";
}

// Whether a label or type comes next: behind a colon that is none of a map's, or another name that such a colon began.
export const isNamed = (before, inside) =>
  before === ":" ? inside[0] !== "{" : BEFORE_NAMES.includes(before) && (before !== "|" || inside.endsWith(":")) && inside !== "{";

export const nameOf = (token) => (token.kind === "quoted" ? token.text.slice(1, -1).replaceAll("``", "`") : token.text);
export const quoteName = (name) => (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `\`${name.replaceAll("`", "``")}\``);
