"""New nodes set into a picture that is already there, without moving anything."""

from collections.abc import Mapping
from math import cos, hypot, pi, sin

import networkx as nx
import numpy as np

from explorer.render.caption_placement import MARGIN, Box, Rooms

START, STEP, RINGS, DIRECTIONS = 95.0, 28.0, 60, 24


class TakenSpace:
    """Which room is taken."""

    def __init__(self, kept: Mapping[str, tuple[float, float]], rooms: Rooms) -> None:
        self._frames = np.array([_make_frame(rooms[n], p) for n, p in kept.items()], dtype=float).reshape(-1, 4)

    def is_free(self, box: Box, point: tuple[float, float]) -> bool:
        """Whether a node fits there without touching another one's caption."""
        left, top, right, bottom = _make_frame(box, point)
        f = self._frames
        hits = (f[:, 0] < right) & (f[:, 2] > left) & (f[:, 1] < bottom) & (f[:, 3] > top)
        return not bool(hits.any())

    def take(self, box: Box, point: tuple[float, float]) -> None:
        """From now on that room is taken."""
        self._frames = np.vstack([self._frames, _make_frame(box, point)])

    def centre(self) -> tuple[float, float]:
        """The middle of everything that stands."""
        return float(self._frames[:, ::2].mean()), float(self._frames[:, 1::2].mean())


def place_near(
    graph: "nx.Graph[str]", kept: Mapping[str, tuple[float, float]], rooms: Rooms
) -> dict[str, tuple[float, float]]:
    """The kept positions, and every other node on free ground near its neighbours."""
    placed = dict(kept)
    taken = TakenSpace(kept, rooms)
    for node in _order_outwards(graph, set(kept)):
        anchors = [placed[m] for m in graph[node] if m in placed]
        point = _find_free_point(taken, rooms[node], anchors)
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


def _find_free_point(taken: TakenSpace, box: Box, anchors: list[tuple[float, float]]) -> tuple[float, float]:
    middle = taken.centre()
    x, y = (sum(a[0] for a in anchors) / len(anchors), sum(a[1] for a in anchors) / len(anchors)) if anchors else middle
    outward = float(np.arctan2(y - middle[1], x - middle[0])) if hypot(x - middle[0], y - middle[1]) > 1 else 0.0
    turns = sorted(range(DIRECTIONS), key=lambda k: (min(k, DIRECTIONS - k), k))
    first = 0.0 if len(anchors) > 1 else START
    for ring in range(RINGS):
        radius = first + ring * STEP
        for k in turns if radius else turns[:1]:
            angle = outward + 2 * pi * k / DIRECTIONS
            point = (round(x + 1.25 * radius * cos(angle), 1), round(y + 0.9 * radius * sin(angle), 1))
            if taken.is_free(box, point):
                return point
    return round(x, 1), round(y + first + RINGS * STEP, 1)


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
    free = {n: p for n, p in others.items() if taken.is_free(rooms[n], p)}
    for node, point in free.items():
        taken.take(rooms[node], point)
    found = {**placed, **pinned}
    for node in sorted(others.keys() - free.keys()):
        found[node] = _find_free_point(taken, rooms[node], [others[node], others[node]])
        taken.take(rooms[node], found[node])
    return found
