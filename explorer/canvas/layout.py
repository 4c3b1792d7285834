"""Where each node stands: computed here, so that the browser has nothing to settle."""

from collections.abc import Mapping
from typing import Any, TypeAlias

import networkx as nx
import numpy as np

from cypher.results import Subgraph
from explorer.canvas.captions import Box, box_of, caption
from explorer.canvas.grow import add_near
from explorer.canvas.pack import aspect_above, pack
from explorer.canvas.spread import Rooms, apart, box_arrays, evened, fill_frame
from explorer.canvas.style import node_size
from explorer.canvas.untangle import untangle

Point: TypeAlias = tuple[float, float]
Positions: TypeAlias = dict[str, Point]

ASPECT = 1.55
READABLE = 300
"""Up to so many nodes Kamada–Kawai reads best; and captions are drawn, so that they get room."""

UNTANGLED = 110
"""Up to so many nodes change places to uncross their lines: beyond, it takes longer than it helps."""

USUAL_FILLING = 0.55
SEED = 4


def lay_out(subgraph: Subgraph, known: Mapping[str, Point] | None = None, aspect: float = ASPECT) -> Positions:
    """A position for every node, in pixels at zoom 1.

    Nodes that are `known` stay where they are; the others come near their neighbours. The same input always gives
    the same picture. `aspect` is the wished width divided by the height.
    """
    kept = {n.id: known[n.id] for n in subgraph.nodes if known and n.id in known}
    graph = _simple_graph(subgraph)
    rooms = _rooms(subgraph, graph)
    if kept:
        return add_near(graph, kept, rooms)
    largest, *others = _parts(graph) or [graph]
    small = [_lay_out_part(part, rooms, aspect) for part in others]
    room = sum(b.half_width * (b.above + b.below) * 2 for b in (rooms[n] for n in largest)) / USUAL_FILLING
    main = _lay_out_part(largest, rooms, aspect_above(small, rooms, room, aspect))
    return pack([main, *small], rooms, aspect)


def _simple_graph(subgraph: Subgraph) -> "nx.Graph[str]":
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(n.id for n in subgraph.nodes)
    graph.add_edges_from((e.start, e.end) for e in subgraph.edges if e.start != e.end)
    return graph


def _rooms(subgraph: Subgraph, graph: "nx.Graph[str]") -> Rooms:
    captioned = len(subgraph.nodes) <= READABLE
    return {n.id: _room(n.name, graph.degree[n.id], captioned) for n in subgraph.nodes}


def _room(name: str, degree: int, captioned: bool) -> Box:
    size = node_size(degree)
    return box_of(caption(name), size) if captioned else Box(size, size, size)


def _parts(graph: "nx.Graph[str]") -> list["nx.Graph[str]"]:
    """The connected parts, the largest first; nodes and edges sorted, since layouts depend on their order."""
    parts = []
    for members in nx.connected_components(graph):
        part: nx.Graph[str] = nx.Graph()
        part.add_nodes_from(sorted(members))
        part.add_edges_from(sorted((min(e), max(e)) for e in graph.subgraph(members).edges))
        parts.append(part)
    return sorted(parts, key=lambda part: (-len(part), next(iter(part))))


def _lay_out_part(part: "nx.Graph[str]", rooms: Rooms, aspect: float) -> Positions:
    nodes = list(part)
    if len(nodes) < 2:
        return dict.fromkeys(nodes, (0.0, 0.0))
    halves, shifts = box_arrays(nodes, rooms)
    points = _lying_flat(_drawn(part))
    centres = _framed(points, halves, _links(part), aspect) if len(part) <= READABLE else _scattered(points, halves)
    return {n: (float(x), float(y)) for n, (x, y) in zip(nodes, centres - shifts, strict=True)}


def _drawn(part: "nx.Graph[str]") -> Any:
    if len(part) <= READABLE:
        drawn = nx.kamada_kawai_layout(part)
    else:
        drawn = nx.spring_layout(part, seed=SEED, iterations=60, method="force")
    return np.array([drawn[n] for n in part], dtype=float)


def _links(part: "nx.Graph[str]") -> Any:
    row = {n: i for i, n in enumerate(part)}
    return np.array([(row[a], row[b]) for a, b in part.edges], dtype=int).reshape(-1, 2)


def _lying_flat(points: Any) -> Any:
    """The picture turned so that its longest side lies along the screen's."""
    centred = points - points.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    largest = axes[np.arange(len(axes)), np.abs(axes).argmax(axis=1)]
    return centred @ (axes * np.sign(largest)[:, None]).T


def _framed(points: Any, halves: Any, links: Any, aspect: float) -> Any:
    centres = fill_frame(evened(points), halves, aspect)
    if len(points) > UNTANGLED:
        return centres
    better = untangle(centres, links, radius=float(np.median(halves[:, 1])))
    frame = np.abs(better).max(axis=0)
    return fill_frame(better / np.maximum(frame, 1e-9), halves, aspect)


def _scattered(points: Any, halves: Any) -> Any:
    """Too many for captions: only the marks themselves are kept apart."""
    area = float((4 * halves[:, 0] * halves[:, 1]).sum())
    return apart(points * (area / np.prod(np.ptp(points, axis=0)) / 0.2) ** 0.5, halves)[0]
