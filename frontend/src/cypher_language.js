// The colours of Cypher: each token's part in the statement, as a class that the style sheet knows.
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { tags } from "@lezer/highlight";
import { readToken, roleOf, START, stepOver } from "./cypher_tokens.js";

const STYLES = {
  text: "string", comment: "comment", number: "number", parameter: "parameter", label: "typeName", property: "propertyName",
  function: "functionName", keyword: "keyword", variable: "variableName",
};
const EXTRA = { functionName: tags.function(tags.variableName), parameter: tags.special(tags.variableName) };
const SEEN = [
  [tags.keyword, "keyword"], [tags.typeName, "label"], [tags.propertyName, "property"], [EXTRA.functionName, "function"],
  [EXTRA.parameter, "parameter"], [tags.string, "text"], [tags.number, "number"], [tags.comment, "comment"],
];

export function makeLanguage(words) {
  const known = { functions: new Set(words.functions.map((f) => f.toLowerCase())), fixed: fixedWords(words.clauses) };
  return StreamLanguage.define({
    name: "cypher",
    startState: () => ({ open: "", around: START }),
    copyState: ({ open, around }) => ({ open, around }),
    token: (stream, state) => styleNext(stream, state, known),
    tokenTable: EXTRA,
    languageData: { commentTokens: { line: "//", block: { open: "/*", close: "*/" } } },
  });
}

export const fixedWords = (clauses) => new Set(clauses.flatMap((clause) => clause.split(" ")));

export const colours = syntaxHighlighting(HighlightStyle.define(SEEN.map(([tag, name]) => ({ tag, class: `lg-is-${name}` }))));

function styleNext(stream, state, known) {
  const { kind, to, open } = readToken(stream.string, stream.pos, state.open);
  const went = state.open;
  const text = stream.string.slice(stream.pos, to);
  stream.pos = to;
  state.open = open;
  if (kind === "space" || kind === "comment") return STYLES[kind] ?? null;
  const isName = kind === "word" || kind === "quoted";
  const role = isName ? roleOf(text, state.around, /^\s*(.?)/.exec(stream.string.slice(to))[1], known) : kind;
  if (!went) state.around = stepOver(state.around, isName || kind === "sign" ? text : kind);
  return STYLES[role] ?? null;
}
