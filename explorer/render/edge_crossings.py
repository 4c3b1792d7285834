"""Neighbouring nodes change places where that uncrosses lines and keeps them off other nodes."""

from typing import Any

import numpy as np
from scipy.spatial import cKDTree  # type: ignore[import-untyped]

CROSSING = 0.55
OVER_NODE = 0.8
PASSES = 4
NEAR = 14
"""With how many of the nearest nodes each one tries to change places."""


def remove_crossings(points: Any, links: Any, radius: float) -> Any:
    """The same places, taken by other nodes: shorter lines, fewer crossings, fewer lines over nodes.

    `links` are pairs of row numbers; `radius` is how near a line may come to a node that it does not belong to.
    """
    placed = points.copy()
    if len(placed) < 3 or not len(links):
        return placed
    unit = float(np.median(np.hypot(*(placed[links[:, 0]] - placed[links[:, 1]]).T))) or 1.0
    touching = [np.flatnonzero((links == i).any(axis=1)) for i in range(len(placed))]
    for _ in range(PASSES):
        if not _swap_neighbours(placed, links, touching, unit, radius):
            break
    return placed


def _swap_neighbours(placed: Any, links: Any, touching: list[Any], unit: float, radius: float) -> bool:
    improved = False
    for a in range(len(placed)):
        _, near = cKDTree(placed).query(placed[a], k=min(NEAR, len(placed)))
        for b in near:
            if b == a:
                continue
            mine = np.union1d(touching[a], touching[b])
            before = _score(placed, links, mine, unit, radius)
            placed[[a, b]] = placed[[b, a]]
            if _score(placed, links, mine, unit, radius) < before - 1e-6:
                improved = True
            else:
                placed[[a, b]] = placed[[b, a]]
    return improved


def _score(placed: Any, links: Any, mine: Any, unit: float, radius: float) -> float:
    start, end = placed[links[mine, 0]], placed[links[mine, 1]]
    length = np.hypot(*(end - start).T) / unit
    return float(
        (length**1.5).sum()
        + CROSSING * _count_crossings(placed, links, mine, start, end)
        + OVER_NODE * _count_over_nodes(placed, links, mine, start, end, radius)
    )


def _count_crossings(placed: Any, links: Any, mine: Any, start: Any, end: Any) -> int:
    p, q = placed[links[:, 0]], placed[links[:, 1]]
    shared = (links[mine][:, None, :, None] == links[None, :, None, :]).any(axis=(2, 3))
    apart = _is_left(start, end, p) != _is_left(start, end, q)
    across = _is_left(p, q, start).T != _is_left(p, q, end).T
    return int((apart & across & ~shared).sum())


def _is_left(start: Any, end: Any, points: Any) -> Any:
    """For every line and every point, whether the point lies on the line's left."""
    along = (end - start)[:, None, :]
    to = points[None, :, :] - start[:, None, :]
    return along[..., 0] * to[..., 1] > along[..., 1] * to[..., 0]


def _count_over_nodes(placed: Any, links: Any, mine: Any, start: Any, end: Any, radius: float) -> int:
    along = end - start
    squared = np.maximum((along**2).sum(axis=1), 1e-9)[:, None]
    to = placed[None, :, :] - start[:, None, :]
    part = np.clip((to * along[:, None, :]).sum(axis=2) / squared, 0, 1)
    distance = np.hypot(*np.moveaxis(to - part[..., None] * along[:, None, :], 2, 0))
    hit = distance < radius
    rows = np.arange(len(mine))
    hit[rows, links[mine, 0]] = False
    hit[rows, links[mine, 1]] = False
    return int(hit.sum())
