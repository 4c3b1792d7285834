"""Captions under nodes: how they are broken, the room that they take, and a frame in which none lies on another."""

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from scipy.spatial import cKDTree  # type: ignore[import-untyped]

from cypher.deals import UnreadableDeal, amount_of
from cypher.results import GraphNode
from explorer.markdown import TURNING
from ledger.glossary import spell_term

FONT_SIZE = 13
"""Height of a caption's letters, in canvas units (pixels at zoom 1)."""

LINE_HEIGHT = 13.5
LETTER_WIDTH = 6.1
COLUMNS = 17
LINES = 2
LONGEST_FIGURE = 34
CAPTION_GAP = 4


def make_one_line(text: object, limit: int = 400) -> str:
    """Text on one line, without control signs, cut at a limit: safe to hand to anything that shows text."""
    line = " ".join(str(text).translate(TURNING).split())
    shown = "".join(c for c in line if c.isprintable())
    return shown if len(shown) <= limit else shown[: limit - 1].rstrip() + "…"


def break_caption(name: str) -> str:
    """A name broken over a few short lines; what does not fit is cut, with an ellipsis."""
    text = make_one_line(name)
    lines = textwrap.wrap(text, COLUMNS, max_lines=LINES, placeholder="…", break_on_hyphens=False)
    return "\n".join(lines) or "·"


def caption_node(node: GraphNode, name: str) -> str:
    """A node's caption: its name, and under it the figure of a deal with its qualifier, as it is stated."""
    figure = tell_figure(node)
    return break_caption(name) + (f"\n{make_one_line(figure, LONGEST_FIGURE)}" if figure else "")


def tell_figure(node: GraphNode) -> str:
    """A deal's figure in words: `up to USD 700 million`; empty where there is none, or none can be read."""
    if node.label != "Deal":
        return ""
    try:
        amount = amount_of(node)
    except UnreadableDeal:
        return ""
    return "" if amount is None else spell_term(str(amount))


@dataclass(frozen=True)
class Box:
    """The room that a node and its caption take, around the node's centre."""

    half_width: float
    above: float
    below: float


def measure_box(text: str, size: float) -> Box:
    """The room of a node drawn with that radius and that caption."""
    lines = text.split("\n")
    half = max(max(len(line) for line in lines) * LETTER_WIDTH / 2, size)
    return Box(half, size, size + CAPTION_GAP + len(lines) * LINE_HEIGHT)


Rooms: TypeAlias = Mapping[str, Box]

MARGIN = (10.0, 7.0)
"""Free space kept between two captioned nodes, sideways and upwards."""

FILLINGS = (0.72, 0.66, 0.6, 0.54, 0.48, 0.42, 0.34, 0.25, 0.15)
"""How much of the frame the nodes with their captions cover, from crowded to airy: the first that works is taken."""

ROUNDS = 400
BOXES_IN_ALL_ROUNDS = 110
"""More boxes than these are pushed in fewer rounds, so that time stays bounded."""
FEWEST_ROUNDS = 120
SWELLING = 0.35
FLATTENED = 0.45
"""How far crowded regions are thinned out: 0 leaves the layout as drawn, 1 spaces all nodes evenly."""


def measure_boxes(nodes: list[str], rooms: Rooms) -> tuple[Any, Any]:
    """Half sizes with their margin, and how far each box's middle lies below its node."""
    boxes = [rooms[n] for n in nodes]
    halves = np.array([(b.half_width, (b.above + b.below) / 2) for b in boxes]) + np.array(MARGIN) / 2
    shifts = np.array([(0.0, (b.below - b.above) / 2) for b in boxes])
    return halves, shifts


def spread_evenly(points: Any) -> Any:
    """The layout between -1 and 1 in both directions, its corners filled and its crowds thinned out."""
    centred = points - points.mean(axis=0)
    length = np.maximum(np.hypot(*centred.T), 1e-9)
    to_corner = length / np.maximum(np.abs(centred).max(axis=1), 1e-9)
    square = centred * (1 + 0.6 * (to_corner - 1))[:, None]
    low, high = square.min(axis=0), square.max(axis=0)
    scaled = 2 * (square - low) / np.maximum(high - low, 1e-9) - 1
    ranks = scaled.argsort(axis=0, kind="stable").argsort(axis=0, kind="stable")
    even = 2 * ranks / max(len(points) - 1, 1) - 1
    return (1 - FLATTENED) * scaled + FLATTENED * even


def fill_frame(points: Any, halves: Any, aspect: float, *, is_draft: bool = False) -> Any:
    """Centres of boxes near the points (given between -1 and 1), in the smallest frame in which none overlap.

    A draft of many boxes is done with the first frame, though some may overlap.
    """
    area = float((4 * halves[:, 0] * halves[:, 1]).sum())
    for filling in FILLINGS:
        height = max((area / filling / aspect) ** 0.5, float(2 * halves[:, 1].max()))
        frame = np.array([max(height * aspect, float(2 * halves[:, 0].max())), height]) / 2
        placed, free = push_apart(points * np.maximum(frame - halves, 0), halves, frame)
        if free or (is_draft and len(points) > BOXES_IN_ALL_ROUNDS):
            return placed
    return push_apart(placed, halves)[0]


def push_apart(centres: Any, halves: Any, frame: Any = None, swelling: float = SWELLING) -> tuple[Any, bool]:
    """The centres of the boxes, moved so that they do not overlap, and whether that came out; kept in the frame.

    The boxes begin larger than they are and shrink: the pressure spreads crowds over a wide region, where boxes of
    the right size would jam. `swelling`: by what part; 0 where little has to move.
    """
    placed = centres.copy()
    rounds = min(ROUNDS, max(FEWEST_ROUNDS, ROUNDS * BOXES_IN_ALL_ROUNDS // max(len(placed), 1)))
    for turn in range(rounds):
        swollen = halves * (1 + swelling * max(0.0, 1 - turn / (0.6 * rounds)))
        if not _push(placed, swollen):
            return placed, True
        if frame is not None:
            np.clip(placed, halves - frame, frame - halves, out=placed)
    return placed, not _overlaps(placed, halves)


def _find_overlaps(placed: Any, halves: Any) -> tuple[Any, Any, Any, Any]:
    """Rows of boxes that overlap, how they lie to each other, and by how much they overlap each way."""
    pairs = cKDTree(placed).query_pairs(float(2 * np.hypot(*halves.max(axis=0))), output_type="ndarray")
    apart = np.abs(placed[pairs[:, 1]] - placed[pairs[:, 0]])
    pairs = pairs[(halves[pairs[:, 0]] + halves[pairs[:, 1]] - apart > 0.01).all(axis=1)]
    first, second = pairs[np.lexsort(pairs.T[::-1])].T
    away = placed[second] - placed[first]
    return first, second, away, halves[first] + halves[second] - np.abs(away)


def _overlaps(placed: Any, halves: Any) -> bool:
    return bool(len(_find_overlaps(placed, halves)[0]))


def _push(placed: Any, halves: Any) -> bool:
    """One round: every two boxes that overlap move off each other the shorter way, measured in their sizes."""
    first, second, away, overlap = _find_overlaps(placed, halves)
    if not len(first):
        return False
    part = overlap / (halves[first] + halves[second])
    axis = (part[:, 1] < part[:, 0]).astype(int)
    rows = np.arange(len(axis))
    step = np.zeros_like(away)
    step[rows, axis] = np.where(away[rows, axis] < 0, -1.0, 1.0) * (overlap[rows, axis] * 0.5 + 0.05)
    np.add.at(placed, first, -step)
    np.add.at(placed, second, step)
    return True
