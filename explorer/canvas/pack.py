"""Parts of a picture that nothing connects, set next to each other."""

from dataclasses import dataclass
from math import ceil
from typing import TypeAlias

from explorer.canvas.spread import Rooms

Positions: TypeAlias = dict[str, tuple[float, float]]
Parts: TypeAlias = list[Positions]

GAP = 20.0
WIDTHS = 24


@dataclass(frozen=True)
class Block:
    """One connected part with the rectangle around it; its positions are relative to the upper left corner."""

    positions: Positions
    width: float
    height: float


def pack(parts: Parts, rooms: Rooms, aspect: float) -> Positions:
    """All parts in rows, the largest first, so that the frame of that aspect around them is small; centred at 0,0."""
    blocks = [block(p, rooms) for p in parts if p]
    if not blocks:
        return {}
    widest = max(b.width for b in blocks)
    total = sum(b.width + GAP for b in blocks)
    widths = [widest + (total - widest) * i / WIDTHS for i in range(WIDTHS + 1)]
    placed = min((_rows(blocks, w) for w in widths), key=lambda r: max(r[2], r[1] / aspect))
    corners, width, height = placed
    return {
        node: (round(x + left - width / 2, 1), round(y + top - height / 2, 1))
        for b, (left, top) in zip(blocks, corners, strict=True)
        for node, (x, y) in b.positions.items()
    }


def aspect_above(parts: Parts, rooms: Rooms, area: float, aspect: float) -> float:
    """The aspect for a picture of that area, so that with the parts in rows below it the whole has the aspect."""
    blocks = [block(p, rooms) for p in parts]
    if not blocks:
        return aspect
    width, row = (area * aspect) ** 0.5, max(b.height for b in blocks) + GAP
    below = row * ceil(sum(b.width + GAP for b in blocks) / width)
    width = aspect * (below + (below**2 + 4 * area / aspect) ** 0.5) / 2
    return float(min(width / (width / aspect - below), 2 * aspect))


def block(part: Positions, rooms: Rooms) -> Block:
    """A part with the rectangle that its nodes and captions fill."""
    left = min(x - rooms[n].half_width for n, (x, _) in part.items())
    right = max(x + rooms[n].half_width for n, (x, _) in part.items())
    top = min(y - rooms[n].above for n, (_, y) in part.items())
    bottom = max(y + rooms[n].below for n, (_, y) in part.items())
    return Block({n: (x - left, y - top) for n, (x, y) in part.items()}, right - left, bottom - top)


def _rows(blocks: list[Block], limit: float) -> tuple[list[tuple[float, float]], float, float]:
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
