"""Where each node stands: computed here, so that the browser has nothing to settle."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from typing import Any, TypeAlias

import networkx as nx
import numpy as np

from cypher.results import GraphNode, Subgraph
from explorer.render.caption_placement import (
    Box,
    Rooms,
    caption_node,
    fill_frame,
    measure_box,
    measure_boxes,
    push_apart,
    spread_evenly,
)
from explorer.render.edge_crossings import remove_crossings
from explorer.render.incremental_layout import keep_pinned, place_near
from explorer.render.off_lines import keep_off_lines
from explorer.render.picture_types import Point
from explorer.render.stress_placement import place_by_forces, place_by_stress
from explorer.render.style import find_node_size

Positions: TypeAlias = dict[str, Point]
Parts: TypeAlias = list[Positions]

ASPECT = 1.55
READABLE = 300
"""Up to so many nodes Kamada–Kawai reads best; and captions are drawn, so that they get room."""

USUAL_FILLING = 0.55
GAP = 20.0
WIDTHS = 24
"""Widths of a frame that are tried for the parts that nothing connects."""


def lay_out(subgraph: Subgraph, known: Mapping[str, Point] | None = None, aspect: float = ASPECT) -> Positions:
    """A position for every node, in pixels at zoom 1.

    Nodes that are `known` stay where they are; the others come near their neighbours. The same input always gives
    the same picture. `aspect` is the wished width divided by the height.
    """
    kept = {n.id: known[n.id] for n in subgraph.nodes if known and n.id in known}
    graph = _make_graph(subgraph)
    rooms = _measure_rooms(subgraph, graph)
    if kept:
        return place_near(graph, kept, rooms)
    largest, *others = _split_parts(graph) or [graph]
    small = [_lay_out_part(part, rooms, aspect) for part in others]
    room = sum(b.half_width * (b.above + b.below) * 2 for b in (rooms[n] for n in largest)) / USUAL_FILLING
    main = _lay_out_part(largest, rooms, find_aspect_above(small, rooms, room, aspect))
    return pack_parts([main, *small], rooms, aspect)


def give_way(subgraph: Subgraph, placed: Positions, pinned: Mapping[str, Point]) -> Positions:
    """The same positions with what is pinned in its own; nodes that would be drawn on it go to free ground nearby."""
    there = {n.id: pinned[n.id] for n in subgraph.nodes if n.id in pinned}
    return keep_pinned(placed, there, measure_rooms(subgraph)) if there else placed


def measure_rooms(subgraph: Subgraph) -> Rooms:
    """The room of every node with its caption."""
    return _measure_rooms(subgraph, _make_graph(subgraph))


def _make_graph(subgraph: Subgraph) -> "nx.Graph[str]":
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(n.id for n in subgraph.nodes)
    graph.add_edges_from((e.start, e.end) for e in subgraph.edges if e.start != e.end)
    return graph


def _measure_rooms(subgraph: Subgraph, graph: "nx.Graph[str]") -> Rooms:
    captioned = len(subgraph.nodes) <= READABLE
    return {n.id: _measure_room(n, graph.degree[n.id], captioned) for n in subgraph.nodes}


def _measure_room(node: GraphNode, degree: int, captioned: bool) -> Box:
    size = find_node_size(degree)
    return measure_box(caption_node(node, node.name), size) if captioned else Box(size, size, size)


def _split_parts(graph: "nx.Graph[str]") -> list["nx.Graph[str]"]:
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
    halves, shifts = measure_boxes(nodes, rooms)
    points = _lay_flat(_place_nodes(part))
    if len(part) <= READABLE:
        links = _list_links(part)
        radii = np.array([find_node_size(part.degree[n]) for n in nodes])
        centres = keep_off_lines(_fit_frame(points, halves, links, aspect), halves, shifts, links, radii)
    else:
        centres = _scatter(points, halves)
    return {n: (float(x), float(y)) for n, (x, y) in zip(nodes, centres - shifts, strict=True)}


def _place_nodes(part: "nx.Graph[str]") -> Any:
    place = place_by_stress if len(part) <= READABLE else place_by_forces
    return place(_list_links(part), len(part))


def _list_links(part: "nx.Graph[str]") -> Any:
    row = {n: i for i, n in enumerate(part)}
    return np.array([(row[a], row[b]) for a, b in part.edges], dtype=int).reshape(-1, 2)


def _lay_flat(points: Any) -> Any:
    """The picture turned so that its longest side lies along the screen's."""
    centred = points - points.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    largest = axes[np.arange(len(axes)), np.abs(axes).argmax(axis=1)]
    return centred @ (axes * np.sign(largest)[:, None]).T


def _fit_frame(points: Any, halves: Any, links: Any, aspect: float) -> Any:
    centres = fill_frame(spread_evenly(points), halves, aspect, is_draft=True)
    better = remove_crossings(centres, links, radius=float(np.median(halves[:, 1])))
    frame = np.abs(better).max(axis=0)
    return fill_frame(better / np.maximum(frame, 1e-9), halves, aspect)


def _scatter(points: Any, halves: Any) -> Any:
    """Too many for captions: only the marks themselves are kept apart."""
    area = float((4 * halves[:, 0] * halves[:, 1]).sum())
    return push_apart(points * (area / np.prod(np.ptp(points, axis=0)) / 0.2) ** 0.5, halves)[0]


@dataclass(frozen=True)
class PartBlock:
    """One connected part with the rectangle around it; its positions are relative to the upper left corner."""

    positions: Positions
    width: float
    height: float


def pack_parts(parts: Parts, rooms: Rooms, aspect: float) -> Positions:
    """All parts in rows, the largest first, so that the frame of that aspect around them is small; centred at 0,0."""
    blocks = [make_block(p, rooms) for p in parts if p]
    if not blocks:
        return {}
    widest = max(b.width for b in blocks)
    total = sum(b.width + GAP for b in blocks)
    widths = [widest + (total - widest) * i / WIDTHS for i in range(WIDTHS + 1)]
    placed = min((_make_rows(blocks, w) for w in widths), key=lambda r: max(r[2], r[1] / aspect))
    corners, width, height = placed
    return {
        node: (round(x + left - width / 2, 1), round(y + top - height / 2, 1))
        for b, (left, top) in zip(blocks, corners, strict=True)
        for node, (x, y) in b.positions.items()
    }


def find_aspect_above(parts: Parts, rooms: Rooms, area: float, aspect: float) -> float:
    """The aspect for a picture of that area, so that with the parts in rows below it the whole has the aspect."""
    blocks = [make_block(p, rooms) for p in parts]
    if not blocks:
        return aspect
    width, row = (area * aspect) ** 0.5, max(b.height for b in blocks) + GAP
    below = row * ceil(sum(b.width + GAP for b in blocks) / width)
    width = aspect * (below + (below**2 + 4 * area / aspect) ** 0.5) / 2
    return float(min(width / (width / aspect - below), 2 * aspect))


def make_block(part: Positions, rooms: Rooms) -> PartBlock:
    """A part with the rectangle that its nodes and captions fill."""
    left = min(x - rooms[n].half_width for n, (x, _) in part.items())
    right = max(x + rooms[n].half_width for n, (x, _) in part.items())
    top = min(y - rooms[n].above for n, (_, y) in part.items())
    bottom = max(y + rooms[n].below for n, (_, y) in part.items())
    return PartBlock({n: (x - left, y - top) for n, (x, y) in part.items()}, right - left, bottom - top)


def _make_rows(blocks: list[PartBlock], limit: float) -> tuple[list[tuple[float, float]], float, float]:
    """Corners in rows not wider than the limit, and the width and height that they come to.

    A block that is low enough stands under the one before it, in the same column of the row.
    """
    corners: list[tuple[float, float]] = []
    left = top = row_height = width = 0.0
    column_left, column_width, column_bottom = 0.0, 0.0, 0.0
    for b in blocks:
        fits_below = corners and column_bottom + b.height <= row_height and b.width <= max(column_width, b.width * 0.8)
        if fits_below:
            corners.append((column_left, top + column_bottom))
            column_bottom += b.height + GAP
            continue
        if corners and left + b.width > limit + 1e-6:
            left, top, row_height = 0.0, top + row_height + GAP, 0.0
        corners.append((left, top))
        column_left, column_width, column_bottom = left, b.width, b.height + GAP
        left += b.width + GAP
        row_height, width = max(row_height, b.height), max(width, left - GAP)
    return corners, width, top + row_height
