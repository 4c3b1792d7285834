"""Nodes move aside from lines that are none of theirs: a line over a node reads as if it ended there."""

from typing import Any

import numpy as np

from explorer.render.caption_placement import push_apart

ROUNDS = 40
AIR = 6.0
"""Pixels between a line and the mark of a foreign node."""
STEP = 0.8
YIELD = 0.25
"""How far the ends of the line give way, as a part of how far the node does."""


def keep_off_lines(centres: Any, halves: Any, shifts: Any, links: Any, radii: Any) -> Any:
    """The same picture with fewer lines over foreign nodes and no box over another.

    `centres` and `halves` are of the boxes of nodes with their captions, `shifts` from a mark to its box's centre,
    `radii` those of the marks, in pixels. Work is bounded; the best of all rounds is taken, the picture as it came too.
    """
    best, fewest = centres, _count(centres - shifts, links, radii)
    placed = centres.copy()
    for _ in range(ROUNDS):
        if not fewest:
            break
        moved = _move_aside(placed - shifts, links, radii)
        placed, is_free = push_apart(placed + moved, halves, swelling=0.0)
        over = _count(placed - shifts, links, radii)
        if is_free and over < fewest:
            best, fewest = placed.copy(), over
    return best


def _count(marks: Any, links: Any, radii: Any) -> int:
    return int((_measure(marks, links, radii)[0] > 0).sum())


def _measure(marks: Any, links: Any, radii: Any) -> tuple[Any, Any]:
    """By line and node, how far the node must move to be off the line (0 where it is), and the direction of that."""
    start, end = marks[links[:, 0]], marks[links[:, 1]]
    along = end - start
    length = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)
    away = marks[None, :, :] - start[:, None, :]
    part = np.einsum("lnd,ld->ln", away, along) / length[:, None] ** 2
    normal = np.stack([-along[:, 1], along[:, 0]], axis=1) / length[:, None]
    off = np.einsum("lnd,ld->ln", away, normal)
    needed = np.maximum(radii[None, :] + AIR - np.abs(off), 0)
    needed[(part <= 0) | (part >= 1)] = 0
    rows = np.arange(len(links))
    needed[rows, links[:, 0]] = needed[rows, links[:, 1]] = 0
    return needed, np.where(off < 0, -1.0, 1.0)[:, :, None] * normal[:, None, :]


def _move_aside(marks: Any, links: Any, radii: Any) -> Any:
    needed, direction = _measure(marks, links, radii)
    moved = STEP * (needed[:, :, None] * direction).sum(axis=0)
    given = YIELD * (needed[:, :, None] * direction).sum(axis=1)
    for side in (0, 1):
        np.subtract.at(moved, links[:, side], given)
    return moved
