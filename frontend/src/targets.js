// To what an action of the menus would be done: of what is selected, that for which it makes sense.
import { areOpen, isBundled } from "./stand_ins.js";

const WANTED = {
  expand: ({ graph }, chosen) => chosen.filter((id) => graph.nodes.has(id)),
  collapse: ({ graph, data }, chosen) => chosen.filter((id) => graph.nodes.has(id) && (data.expanded ?? []).includes(id)),
  hide: ({ graph }, chosen) => unique(chosen.flatMap((id) => graph.stoodFor(id))).filter((id) => graph.has(id)),
  only: ({ graph }, chosen) => unique(chosen.flatMap((id) => graph.stoodFor(id))).filter((id) => graph.has(id)),
  pin: ({ graph, view }, chosen) => chosen.filter((id) => graph.nodes.has(id) && !view.pinned.has(id)),
  unpin: (canvas, chosen) => (WANTED.pin(canvas, chosen).length ? [] : chosen.filter((id) => canvas.view.pinned.has(id))),
  open_lines: ({ graph, view }, chosen) => linesOf(graph, chosen).filter((id) => graph.standIns.has(id) && !areOpen(id, view)),
  close_lines: ({ graph, view }, chosen) => linesOf(graph, chosen).filter((id) => areOpen(id, view)),
  open_bundle: ({ graph }, chosen) => bundlesOf(graph, chosen).filter((id) => graph.standIns.has(id)),
  surround: ({ graph, view }) => [view.selected].filter((id) => graph.nodes.has(id)),
  claims: ({ graph, data, view }) => [view.selected].filter((id) => graph.nodes.has(id) && !(data.claimed ?? []).includes(id)),
  no_claims: ({ graph, data, view }) => [view.selected].filter((id) => graph.nodes.has(id) && (data.claimed ?? []).includes(id)),
  close_bundle: ({ graph, view }, chosen) => bundlesOf(graph, chosen).filter((id) => !isBundled(graph.bundles.get(id), view)),
};

export const targetsOf = (canvas, name, chosen = [...canvas.view.chosen]) => WANTED[name]?.(canvas, chosen.filter(Boolean)) ?? [];

const unique = (items) => [...new Set(items)];

// Of a node all lines that may stand for several of its relationships; of a relationship, the one that it is part of.
function linesOf(graph, chosen) {
  const edges = (id) => (graph.edges.has(id) ? [graph.edges.get(id)] : graph.edgesOf.get(id) ?? []);
  return unique(chosen.flatMap((id) => (graph.lines.has(id) ? [id] : edges(id).map(({ lines }) => lines))).filter(Boolean));
}

// Of a node the marks that may stand for its leaves; of a leaf, the one that it is part of.
function bundlesOf(graph, chosen) {
  const bundles = [...graph.bundles.values()];
  const of = (id) => bundles.filter(({ id: own, hub, members }) => id === own || id === hub || members.includes(id));
  return unique(chosen.flatMap((id) => of(id).map((bundle) => bundle.id)));
}
