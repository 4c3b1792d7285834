"""Where the nodes of one connected part stand, before captions get room: far apart where the paths between are long.

Small parts by majorising the stress of all pairs (Gansner, Koren and North, 2004, with Kamada and Kawai's weights);
large ones from distances to some pivots (Brandes and Pich, 2006), then by forces between nodes that are near. What is
done depends on the nodes and links alone, never on a clock: the same input gives the same picture.
"""

from typing import Any

import numpy as np
from scipy.linalg import cho_factor, cho_solve  # type: ignore[import-untyped]
from scipy.sparse import coo_array  # type: ignore[import-untyped]
from scipy.sparse.csgraph import shortest_path  # type: ignore[import-untyped]
from scipy.spatial import cKDTree  # type: ignore[import-untyped]

PIVOTS = 40
MOST_TURNS = 90
ENOUGH = 2e-5
"""Part of the stress by which a turn must lower it, to be worth another one."""
FORCE_TURNS = 45
REACH = 3.0
"""How far nodes push each other off, in lengths of a link."""


def place_by_stress(links: Any, count: int) -> Any:
    """Positions of all nodes (count, 2) in lengths of a link; `links` are pairs of row numbers of a connected graph."""
    distances = _measure_distances(links, count)
    points = _place_by_pivots(distances[:, _choose_evenly(count)])
    weights = 1 / np.maximum(distances, 1.0) ** 2
    np.fill_diagonal(weights, 0.0)
    factor = cho_factor(
        (np.diag(weights.sum(axis=1)) - weights)[1:, 1:]
    )  # the first node stays: the rest turns about it
    pull = weights * distances
    before = np.inf
    for _ in range(MOST_TURNS):
        apart = _distances_now(points)
        stress = float((weights * (apart - distances) ** 2).sum())
        if before - stress < ENOUGH * stress:
            break
        before = stress
        spread = -pull / apart
        np.fill_diagonal(spread, 0.0)
        np.fill_diagonal(spread, -spread.sum(axis=1))
        points = np.vstack([np.zeros(2), cho_solve(factor, (spread @ points)[1:])])
    return points


def place_by_forces(links: Any, count: int) -> Any:
    """The same for many nodes, in time that hardly grows faster than they do."""
    pivots = _choose_pivots(links, count)
    points = _place_by_pivots(_measure_distances(links, count, pivots).T)
    points *= (count**0.5) / max(float(np.ptp(points, axis=0).max()), 1e-9)
    degrees = np.maximum(np.bincount(links.ravel(), minlength=count), 1)
    for turn in range(FORCE_TURNS):
        move = _push_off(points) + _draw_together(points, links, degrees)
        length = np.maximum(np.hypot(*move.T), 1e-9)
        furthest = 0.1 * count**0.5 * (1 - turn / FORCE_TURNS) + 0.02
        points += move * (np.minimum(length, furthest) / length)[:, None]
    return points


def _push_off(points: Any) -> Any:
    pairs = cKDTree(points).query_pairs(REACH, output_type="ndarray")
    first, second = pairs[:, 0], pairs[:, 1]
    away = points[first] - points[second]
    push = away / np.maximum((away**2).sum(axis=1), 1e-4)[:, None]
    return _gather(first, push, len(points)) - _gather(second, push, len(points))


def _draw_together(points: Any, links: Any, degrees: Any) -> Any:
    """A hub's links are drawn less, or all of its neighbours would lie on it."""
    start, end = links[:, 0], links[:, 1]
    along = points[end] - points[start]
    pull = along * (np.hypot(*along.T) / np.minimum(degrees[start], degrees[end]) ** 0.5)[:, None]
    pull = pull * np.minimum(1.0, 4.0 / np.maximum(np.hypot(*pull.T), 1e-9))[:, None]
    return (_gather(start, pull, len(points)) - _gather(end, pull, len(points))) / np.sqrt(degrees)[:, None]


def _gather(rows: Any, values: Any, count: int) -> Any:
    return np.stack([np.bincount(rows, values[:, axis], count) for axis in (0, 1)], axis=1)


def _measure_distances(links: Any, count: int, sources: Any = None) -> Any:
    """Numbers of links on the shortest paths: from all nodes, or from the sources, to all."""
    network = coo_array((np.ones(len(links)), (links[:, 0], links[:, 1])), (count, count)).tocsr()
    return shortest_path(network, directed=False, unweighted=True, method="D", indices=sources)


def _choose_evenly(count: int) -> Any:
    return np.unique(np.linspace(0, count - 1, min(PIVOTS, count)).astype(int))


def _choose_pivots(links: Any, count: int) -> Any:
    """Each as far as can be from those before it, the first one the node with most links."""
    pivots = [int(np.bincount(links.ravel(), minlength=count).argmax())]
    nearest = np.full(count, np.inf)
    for _ in range(PIVOTS - 1):
        nearest = np.minimum(nearest, _measure_distances(links, count, pivots[-1]))
        pivots.append(int(nearest.argmax()))
    return pivots


def _place_by_pivots(distances: Any) -> Any:
    """The plane that keeps squared distances (nodes, pivots) best; nodes that it cannot tell apart get a small ring."""
    squared = distances**2
    centred = -0.5 * (squared - squared.mean(axis=0) - squared.mean(axis=1, keepdims=True) + squared.mean())
    _, axes = np.linalg.eigh(centred.T @ centred)
    points = centred @ axes[:, :-3:-1]
    if points.shape[1] < 2:
        points = np.column_stack([points, np.zeros(len(points))])
    points *= distances.max() / max(float(np.ptp(points, axis=0).max()), 1e-9)
    turn = np.arange(len(points)) * 2.399963  # the golden angle: no two of them alike
    return points + 0.3 * np.column_stack([np.cos(turn), np.sin(turn)])


def _distances_now(points: Any) -> Any:
    across = points[:, None, 0] - points[None, :, 0]
    up = points[:, None, 1] - points[None, :, 1]
    return np.maximum(np.sqrt(across**2 + up**2), 1e-9)
