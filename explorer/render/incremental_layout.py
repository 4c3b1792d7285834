"""New nodes set into a picture that is already there, without moving anything."""

from collections.abc import Mapping
from math import hypot, pi
from typing import Any

import networkx as nx
import numpy as np

from explorer.render.caption_placement import MARGIN, Box, Rooms

START, STEP, RINGS, DIRECTIONS = 95.0, 28.0, 60, 24
LOOK_BACK = 2
"""Rings inside the one where the last neighbour of a place found room are looked at again: a smaller box may fit."""


class TakenSpace:
    """Which room is taken."""

    def __init__(self, kept: Mapping[str, tuple[float, float]], rooms: Rooms) -> None:
        self._frames = np.array([_make_frame(rooms[n], p) for n, p in kept.items()], dtype=float).reshape(-1, 4)
        self._count = len(self._frames)

    def find_free(self, box: Box, points: Any) -> int | None:
        """The first of some points (n, 2) at which a node fits without touching another one's caption."""
        f = self._frames[: self._count]
        near, far = points.min(axis=0), points.max(axis=0)
        left, top, right, bottom = _make_frame(box, (0.0, 0.0))
        f = f[
            (f[:, 0] < far[0] + right) & (f[:, 2] > near[0] + left)
            & (f[:, 1] < far[1] + bottom) & (f[:, 3] > near[1] + top)
        ]  # fmt: skip
        x, y = points[:, 0, None], points[:, 1, None]
        hits = (f[:, 0] < x + right) & (f[:, 2] > x + left) & (f[:, 1] < y + bottom) & (f[:, 3] > y + top)
        free = np.flatnonzero(~hits.any(axis=1))
        return int(free[0]) if len(free) else None

    def take(self, box: Box, point: tuple[float, float]) -> None:
        """From now on that room is taken."""
        if self._count == len(self._frames):
            self._frames = np.vstack([self._frames, np.empty((max(64, self._count), 4))])
        self._frames[self._count] = _make_frame(box, point)
        self._count += 1

    def centre(self) -> tuple[float, float]:
        """The middle of everything that stands."""
        taken = self._frames[: self._count]
        return float(taken[:, ::2].mean()), float(taken[:, 1::2].mean())


def place_near(
    graph: "nx.Graph[str]", kept: Mapping[str, tuple[float, float]], rooms: Rooms
) -> dict[str, tuple[float, float]]:
    """The kept positions, and every other node on free ground near its neighbours."""
    placed = dict(kept)
    taken = TakenSpace(kept, rooms)
    full: dict[tuple[float, float], int] = {}  # how many rings around a place had no room when it was last asked for
    for node in _order_outwards(graph, set(kept)):
        anchors = [placed[m] for m in graph[node] if m in placed]
        point = _find_free_point(taken, rooms[node], anchors, full)
        placed[node] = point
        taken.take(rooms[node], point)
    return placed


def _order_outwards(graph: "nx.Graph[str]", start: set[str]) -> list[str]:
    """The nodes that are not there yet, those with the most placed neighbours first."""
    seen, waiting, order = set(start), [n for n in graph if n not in start], list[str]()
    links = {n: sum(m in seen for m in graph[n]) for n in waiting}
    rank = {n: i for i, n in enumerate(waiting)}
    while links:
        node = max(links, key=lambda n: (links[n], -rank[n]))
        del links[node]
        order.append(node)
        for m in graph[node]:
            if m in links:
                links[m] += 1
    return order


def _find_free_point(
    taken: TakenSpace, box: Box, anchors: list[tuple[float, float]], full: dict[tuple[float, float], int]
) -> tuple[float, float]:
    middle = taken.centre()
    x, y = (sum(a[0] for a in anchors) / len(anchors), sum(a[1] for a in anchors) / len(anchors)) if anchors else middle
    outward = float(np.arctan2(y - middle[1], x - middle[0])) if hypot(x - middle[0], y - middle[1]) > 1 else 0.0
    first = 0.0 if len(anchors) > 1 else START
    for ring in range(max(0, full.get((x, y), 0) - LOOK_BACK), RINGS):
        points = _list_ring(x, y, first + ring * STEP, outward)
        found = taken.find_free(box, points)
        if found is not None:
            full[x, y] = ring
            return float(points[found, 0]), float(points[found, 1])
    return round(x, 1), round(y + first + RINGS * STEP, 1)


def _list_ring(x: float, y: float, radius: float, outward: float) -> Any:
    """Points on a ring, that which lies outward first, then to both sides of it."""
    turns = sorted(range(DIRECTIONS), key=lambda k: (min(k, DIRECTIONS - k), k)) if radius else [0]
    angles = outward + 2 * pi * np.array(turns) / DIRECTIONS
    return np.round(np.column_stack([x + 1.25 * radius * np.cos(angles), y + 0.9 * radius * np.sin(angles)]), 1)


def _make_frame(box: Box, point: tuple[float, float]) -> tuple[float, float, float, float]:
    x, y = point
    across, up = MARGIN[0] / 2, MARGIN[1] / 2
    return (
        x - box.half_width - across,
        y - box.above - up,
        x + box.half_width + across,
        y + box.below + up,
    )


def keep_pinned(
    placed: Mapping[str, tuple[float, float]], pinned: Mapping[str, tuple[float, float]], rooms: Rooms
) -> dict[str, tuple[float, float]]:
    """The positions with the pinned ones in theirs; whoever would stand on one of these goes to free ground nearby."""
    taken = TakenSpace(pinned, rooms)
    others = {n: p for n, p in placed.items() if n not in pinned}
    free = {n: p for n, p in others.items() if taken.find_free(rooms[n], np.array([p])) is not None}
    for node, point in free.items():
        taken.take(rooms[node], point)
    found = {**placed, **pinned}
    for node in sorted(others.keys() - free.keys()):
        found[node] = _find_free_point(taken, rooms[node], [others[node], others[node]], {})
        taken.take(rooms[node], found[node])
    return found
