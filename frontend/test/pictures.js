import { emptyView } from "../src/view.js";

// A small picture: two deals of one bank, one of them with a company, and a line twice between the same two.
export const NODES = [
  { id: "agency/bank", name: "The Bank", kind: "Agency", x: 0, y: 0, color: { background: "#0072b2", border: "#004d80" } },
  { id: "deal/loan", name: "Loan", kind: "Deal", x: 100, y: 0, color: { background: "#009e73", border: "#006b4d" } },
  { id: "deal/stake", name: "Stake", kind: "Deal", x: 0, y: 100, color: { background: "#009e73", border: "#006b4d" } },
  { id: "company/mine", name: "Mine", kind: "Company", x: 200, y: 10, color: { background: "#e69f00", border: "#9c6c00" } },
];

export const EDGES = [
  { id: "funds-loan", kind: "FUNDS", from: "agency/bank", to: "deal/loan", words: "funds" },
  { id: "announces-loan", kind: "ANNOUNCES", from: "agency/bank", to: "deal/loan", words: "announces" },
  { id: "funds-stake", kind: "FUNDS", from: "agency/bank", to: "deal/stake", words: "funds" },
  { id: "goes-to", kind: "GOES_TO", from: "deal/loan", to: "company/mine", words: "goes to", color: { color: "#d55e00" } },
  { id: "itself", kind: "MAY_BE_SAME_AS", from: "deal/loan", to: "deal/loan", words: "may be the same as" },
];

const action = (name, on = "", key = "", title = `Does ${name}`) => ({ name, fields: ["item", "also"], title, several: `Does ${name} to {n}`, key, on });

// What the server declares, as far as these tests need it.
export const ACTIONS = [
  action("add"), action("expand", "node", "Enter"), action("collapse", "node", "c"), action("hide", "item", "Delete"), action("only", "item", "o"),
  action("show", "picture", "a"), action("hide_label"), action("show_label"), action("hide_type"), action("show_type"),
  action("pin", "node", "p"), action("unpin", "node", "p"), action("move"),
  action("open_lines", "item", "g"), action("close_lines", "item", "g"), action("open_bundle", "item", "b"), action("close_bundle", "item", "b"), action("lay_out", "picture", "y"),
];

export const TIES = [
  { item: "agency/bank", type: "FUNDS", way: "out", words: "<b>funds</b>", more: 3 },
  { item: "agency/bank", type: "SERVES", way: "in", words: "serves (towards it)", more: 0 },
];

// A view with something changed in it; what is selected is all that is chosen, unless that is said too.
export const viewWith = (changes = {}) => ({ ...emptyView(), ...changes, chosen: changes.chosen ?? new Set(changes.selected ? [changes.selected] : []) });
