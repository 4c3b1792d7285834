// What is drawn as one in place of several: a line for parallel relationships, a mark for the leaves of one node. They
// hide no dispute: whatever one of theirs is marked with, they are marked with.
export class StandIns {
  constructor(graph, view) {
    this.nodes = new Map();
    this.edges = new Map();
    this.by = new Map(); // what stands for an id
    this.of = new Map(); // what an id stands for
    if (!graph) return;
    for (const bundle of graph.bundles.values()) this.#bundle(bundle, graph, view);
    for (const [id, edges] of graph.lines) this.#draw(id, edges.filter((edge) => graph.isEdgeShown(edge, view) && !this.by.has(edge.id)), graph, view);
  }

  has(id) {
    return this.of.has(id);
  }

  covers(id) {
    return this.by.has(id);
  }

  members(id) {
    return this.of.get(id);
  }

  widen({ id, nodes, edges }) {
    const withStandIns = (ids) => new Set([...ids].flatMap((one) => (this.by.has(one) ? [one, this.by.get(one)] : [one])));
    const wide = { id, nodes: withStandIns(nodes), edges: withStandIns(edges) };
    for (const bundle of this.nodes.keys()) if (wide.nodes.has(bundle)) wide.edges.add(lineOf(bundle));
    return { ...wide, edges: new Set([...wide.edges].filter((one) => !this.by.has(one))) };
  }

  #bundle(bundle, graph, view) {
    if (!isBundled(bundle, view) || !graph.isNodeShown(graph.nodes.get(bundle.hub), view)) return;
    const stays = (id) => view.pinned.has(id) || view.moved.has(id) || view.loose.has(id);
    const leaves = bundle.members.filter((id) => graph.isNodeShown(graph.nodes.get(id), view) && !stays(id));
    const edges = leaves.flatMap((id) => graph.shownEdgesOf(id, view));
    if (leaves.length < 2 || leaves.some((id) => !graph.shownEdgesOf(id, view).length)) return;
    const items = [...leaves.map((id) => graph.nodes.get(id)), ...edges];
    const name = `${leaves.length} ${bundle.plural}`;
    const look = bundle.look;
    const marked = disputedOf(items);
    const border = marked && { color: recoloured(look.color, marked.color), shapeProperties: { borderDashes: marked.dashes }, borderWidth: look.borderWidth };
    const mark = { ...look, ...border, id: bundle.id, name, label: name, kind: bundle.kind, x: bundle.x, y: bundle.y, tooltip: [bundle.says, ...tell(items, leaves.map((id) => graph.nodes.get(id).name))] };
    this.nodes.set(bundle.id, mark);
    this.of.set(bundle.id, leaves);
    const [from, to] = bundle.inward ? [bundle.id, bundle.hub] : [bundle.hub, bundle.id];
    this.edges.set(lineOf(bundle.id), { id: lineOf(bundle.id), from, to, kind: edges[0].kind, words: bundle.words, tooltip: mark.tooltip, ...lookOf(edges) });
    for (const { id } of items) this.by.set(id, graph.edges.has(id) ? lineOf(bundle.id) : bundle.id);
    this.of.set(lineOf(bundle.id), edges.map(({ id }) => id));
  }

  #draw(id, edges, graph, view) {
    if (edges.length < 2 || areOpen(id, view)) return;
    const { from, to } = edges[0];
    const words = countWords(edges);
    const isBoth = edges.some((edge) => edge.from !== from);
    const name = (end) => graph.nodes.get(end).name;
    const tooltip = [...edges.map((edge) => `${name(edge.from)} ${edge.words} ${name(edge.to)}`), ...marks(edges)];
    this.edges.set(id, { id, from, to, kind: "", words, short: kindsOf(edges), tooltip, count: edges.length, smooth: false, ...(isBoth && { arrows: "to, from" }), ...lookOf(edges) });
    this.of.set(id, edges.map((edge) => edge.id));
    for (const edge of edges) this.by.set(edge.id, id);
  }
}

export const lineOf = (bundle) => `${bundle}|line`;

// Many are, unless the reader opened the mark, or what they were gathered into before; others are where the reader says.
export const isBundled = ({ id, hub, members }, view) =>
  view.closed_bundles.has(id) || (members.length >= view.bundled_from && !view.opened_bundles.has(id) && !view.spread.has(hub));

export const areOpen = (id, view) => view.all_lines !== view.opened_lines.has(id);

const kindsOf = (edges) => [...new Set(edges.map(({ words }) => words))].join(", ");

// "3: funds, leads": each kind of relationship once.
function countWords(edges) {
  return `${edges.length}: ${kindsOf(edges)}${marks(edges).map((mark) => ` · ${mark}`).join("")}`;
}

// A line is drawn as the most doubtful of those for which it stands.
function lookOf(edges) {
  const marked = disputedOf(edges);
  const dashed = marked ?? edges.find(({ dashes }) => dashes);
  return { dashes: dashed?.dashes ?? false, ...(marked && { color: edges.find((edge) => edge === marked.item)?.color }), heavy: edges.length > 1 };
}

// The heaviest dispute among some: long dashes decide, short ones matter.
function disputedOf(items) {
  const marked = items.filter(({ disputed }) => disputed);
  const item = marked.find(({ disputed }) => disputed === "decides") ?? marked[0];
  if (!item) return null;
  return { item, color: item.color?.border ?? item.color?.color, dashes: item.dashes || item.shapeProperties?.borderDashes };
}

function marks(items) {
  const [disputed, loose] = [items.filter((item) => item.disputed), items.filter((item) => item.binds === false)];
  return [
    ...(disputed.length ? [`${disputed.length} disputed`] : []),
    ...(loose.length ? [`${loose.length} not binding`] : []),
  ];
}

const NAMED = 6;

function tell(items, names) {
  const more = names.length > NAMED ? [`and ${names.length - NAMED} more`] : [];
  return [...names.slice(0, NAMED), ...more, ...marks(items)];
}

function recoloured(color, border) {
  const one = { background: color.background, border };
  return { ...one, highlight: one, hover: one };
}
