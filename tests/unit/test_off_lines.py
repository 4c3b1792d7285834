"""Nodes that would stand on a line of others move aside: the line would read as if it ended there."""

import numpy as np
import pytest
from numpy.typing import NDArray

from explorer.render.off_lines import AIR, keep_off_lines

HALVES = np.array([[40.0, 22.0]] * 3)
SHIFTS = np.array([[0.0, 14.0]] * 3)
RADII = np.array([12.0, 12.0, 12.0])
LINK = np.array([(0, 2)])


def distance(centres: NDArray[np.float64], node: int = 1) -> float:
    start, end, point = ((centres - SHIFTS)[i] for i in (0, 2, node))
    along = end - start
    return float(abs(along[0] * (point - start)[1] - along[1] * (point - start)[0]) / np.hypot(*along))


@pytest.mark.parametrize("turn", [0.0, 0.4, 1.2, np.pi / 2])
def test_a_node_on_a_line_of_others_is_beside_it_afterwards(turn: float) -> None:
    flat = np.array([(-300.0, 0.0), (10.0, 1.0), (300.0, 0.0)])
    turned = flat @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    moved = keep_off_lines(turned + SHIFTS, HALVES, SHIFTS, LINK, RADII)
    assert distance(turned + SHIFTS) < 2
    assert distance(moved) >= RADII[1] + AIR - 0.1
    assert np.abs(moved - turned - SHIFTS).max() < 60, "nobody goes far"


def test_a_picture_without_such_a_line_stays_as_it_is() -> None:
    placed = np.array([(-300.0, 0.0), (10.0, 90.0), (300.0, 0.0)])
    assert keep_off_lines(placed, HALVES, SHIFTS, LINK, RADII) is placed


def test_what_moved_stands_on_nobody() -> None:
    spots = np.random.default_rng(7).permutation([(x * 110.0, y * 70.0) for x in range(6) for y in range(5)])
    links = np.array([(i, (i * 7 + 3) % 30) for i in range(30) if i != (i * 7 + 3) % 30])
    halves, shifts, radii = np.array([[45.0, 26.0]] * 30), np.array([[0.0, 14.0]] * 30), np.full(30, 12.0)
    moved = keep_off_lines(spots, halves, shifts, links, radii)
    gaps = np.abs(moved[:, None] - moved[None]) - 2 * 0.98 * halves[0]
    assert not ((gaps < 0).all(axis=2) & ~np.eye(30, dtype=bool)).any()
