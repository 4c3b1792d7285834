"""Neighbouring nodes change places where that uncrosses lines and keeps them off other nodes."""

from typing import Any

import numpy as np
from scipy.spatial import cKDTree  # type: ignore[import-untyped]

CROSSING = 0.55
OVER_NODE = 0.8
PASSES = 4
NEAR = 14
"""With how many of the nearest nodes each one tries to change places."""
MOST_WORK = 9_000_000
"""Pairs of lines that are looked at, at most: a bound of the time that gives everybody the same picture."""


def remove_crossings(points: Any, links: Any, radius: float) -> Any:
    """The same places, taken by other nodes: shorter lines, fewer crossings, fewer lines over nodes.

    `links` are pairs of row numbers; `radius` is how near a line may come to a node that it does not belong to.
    """
    if len(points) < 3 or not len(links):
        return points.copy()
    swaps = _Swaps(points.copy(), links, radius)
    for _ in range(PASSES):
        if not swaps.try_all() or swaps.work > MOST_WORK:
            break
    return swaps.placed


class _Swaps:
    """The places as they stand, with what each line costs and crosses, so that a swap costs only the lines it moves."""

    def __init__(self, placed: Any, links: Any, radius: float) -> None:
        self.placed, self.links, self.radius, self.work = placed, links, radius, 0
        self.unit = float(np.median(np.hypot(*(placed[links[:, 0]] - placed[links[:, 1]]).T))) or 1.0
        self.touching = [np.flatnonzero((links == i).any(axis=1)) for i in range(len(placed))]
        self.meets = (links[:, None, :, None] == links[None, :, None, :]).any(axis=(2, 3))
        everything = np.arange(len(links))
        self.own, self.crossed = self._measure(everything, placed[None], np.zeros_like(everything))

    def try_all(self) -> bool:
        """Each node once with those near it; returns whether any changed places.

        Those whose lines cost most come first: what work is allowed is spent on them.
        """
        near = cKDTree(self.placed).query(self.placed, k=min(NEAR, len(self.placed)))[1]
        costs = self._cost(self.own, self.crossed)
        order = np.argsort([-costs[lines].sum() for lines in self.touching], kind="stable")
        improved = False
        for a in map(int, order):
            improved |= self._try_one(a, near[a][near[a] != a])
            if self.work > MOST_WORK:
                break
        return improved

    def _try_one(self, a: int, others: Any) -> bool:
        """Change places with whichever of the others helps most, if any does."""
        moved = [np.union1d(self.touching[a], self.touching[b]) for b in others]
        trial, lines = np.repeat(np.arange(len(others)), [len(m) for m in moved]), np.concatenate(moved)
        if not len(lines):
            return False
        places, at = np.repeat(self.placed[None], len(others), axis=0), np.arange(len(others))
        places[at, a], places[at, others] = self.placed[others], self.placed[a]
        own, crossed = self._measure(lines, places, trial)
        gains = self._cost(self.own[lines], self.crossed[lines]) - self._cost(own, crossed)
        best = int(np.bincount(trial, gains, len(others)).argmax())
        if gains[trial == best].sum() <= 1e-6:
            return False
        self.placed[[a, others[best]]] = self.placed[[others[best], a]]
        mine = moved[best]
        self.own[mine], self.crossed[mine] = own[trial == best], crossed[trial == best]
        self.crossed[:, mine] = self.crossed[mine].T
        return True

    @staticmethod
    def _cost(own: Any, crossed: Any) -> Any:
        return own + CROSSING * crossed.sum(axis=1)

    def _measure(self, lines: Any, places: Any, trial: Any) -> tuple[Any, Any]:
        """What lines cost by themselves and which others they cross, each in its trial (an index of `places`)."""
        self.work += len(lines) * len(self.links)
        x, y = np.ascontiguousarray(np.moveaxis(places, 2, 0), dtype=np.float32)  # half the memory is twice as quick
        first, second = self.links.T
        p, q = (x[:, first][trial], y[:, first][trial]), (x[:, second][trial], y[:, second][trial])
        a, b = self.links[lines].T
        start, end = ((x[trial, i][:, None], y[trial, i][:, None]) for i in (a, b))
        apart = _is_left(start, end, p) != _is_left(start, end, q)
        across = _is_left(p, q, start) != _is_left(p, q, end)
        length = np.hypot(end[0] - start[0], end[1] - start[1])[:, 0] / self.unit
        over = self._count_over_nodes(lines, (x[trial], y[trial]), start, end)
        return length**1.5 + OVER_NODE * over, apart & across & ~self.meets[lines]

    def _count_over_nodes(self, lines: Any, places: Any, start: Any, end: Any) -> Any:
        along_x, along_y = end[0] - start[0], end[1] - start[1]
        to_x, to_y = places[0] - start[0], places[1] - start[1]
        squared = np.maximum(along_x**2 + along_y**2, 1e-9)
        part = np.clip((to_x * along_x + to_y * along_y) / squared, 0, 1)
        hit = (to_x - part * along_x) ** 2 + (to_y - part * along_y) ** 2 < self.radius**2
        rows = np.arange(len(lines))
        hit[rows, self.links[lines, 0]] = False
        hit[rows, self.links[lines, 1]] = False
        return hit.sum(axis=1)


def _is_left(start: Any, end: Any, point: Any) -> Any:
    """Whether points (x, y) lie on the left of lines."""
    return (end[0] - start[0]) * (point[1] - start[1]) > (end[1] - start[1]) * (point[0] - start[0])
