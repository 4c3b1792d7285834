"""A picture as SVG that stands still: for paper, and for pages that run no script."""

import html
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin
from typing import Any

from explorer.render.caption_placement import CAPTION_GAP, FONT_SIZE, LETTER_WIDTH, LINE_HEIGHT
from explorer.render.picture import Picture
from ledger.text import plain_line

MARGIN = 24
ARROW = 7
BADGE = 6.5
FILE_STYLE = (
    "<style>.line {fill: none; stroke: #8a8f98} .arrow {fill: #8a8f98} "
    "text {text-anchor: middle; font-family: sans-serif} "
    ".caption {font-size: 13px; fill: #222; stroke: #fff; stroke-width: 3px; paint-order: stroke} "
    ".badge {font-size: 9px; font-weight: 700}</style>"
)
"""What a page says in its own style sheet, for a picture that is a file."""
Item = Mapping[str, Any]
"""A node or an edge as pyvis has it."""


@dataclass(frozen=True)
class Place:
    """Where a node stands, and how far its mark reaches."""

    x: float
    y: float
    reach: float


def write_svg(picture: Picture, title: str) -> str:
    """The picture as one SVG element without a script, a style or a link; captions and lines take the page's colours.

    `title`: what it shows, for those who do not see it. Every text is escaped; whoever hovers reads it in full.
    """
    nodes: list[Item] = picture.network.nodes
    edges: list[Item] = picture.network.edges
    places = {n["id"]: Place(float(n["x"]), float(n["y"]), float(n["size"])) for n in nodes}
    left, top, width, height = _frame(nodes)
    parts = [
        f'<svg class="picture" role="img" viewBox="{left:.0f} {top:.0f} {width:.0f} {height:.0f}" '
        f'width="{width:.0f}" height="{height:.0f}"><title>{_say(title)}</title>',
        *(part for edge in edges for part in _draw_edge(edge, places)),
        *(part for node in nodes for part in _draw_mark(node)),
        *(part for node in nodes for part in _draw_caption(node)),
        "</svg>",
    ]
    return "".join(parts)


def write_svg_file(picture: Picture, title: str) -> str:
    """The same as a file of its own, dark on white whatever the page's colours are."""
    own = '<svg xmlns="http://www.w3.org/2000/svg" style="background: #fff" '
    return own + write_svg(picture, title).removeprefix("<svg ").replace("</title>", f"</title>{FILE_STYLE}", 1)


def _say(text: object) -> str:
    return html.escape(plain_line(text))


def _frame(nodes: Sequence[Item]) -> tuple[float, float, float, float]:
    """Left, top, width and height of what is drawn, captions included."""
    boxes = [_measure(node) for node in nodes]
    left, top = min(b[0] for b in boxes) - MARGIN, min(b[1] for b in boxes) - MARGIN
    right, bottom = max(b[2] for b in boxes) + MARGIN, max(b[3] for b in boxes) + MARGIN
    return left, top, right - left, bottom - top


def _measure(node: Item) -> tuple[float, float, float, float]:
    lines = _lines(node)
    half = max(float(node["size"]), max(map(len, lines)) * LETTER_WIDTH / 2)
    below = float(node["size"]) + CAPTION_GAP + LINE_HEIGHT * len(lines)
    return node["x"] - half, node["y"] - node["size"] * 1.4, node["x"] + half, node["y"] + below


def _lines(node: Item) -> list[str]:
    return str(node["label"]).split("\n")


def _draw_edge(edge: Item, places: Mapping[str, Place]) -> Iterator[str]:
    start, end = places[edge["from"]], places[edge["to"]]
    colour = (edge.get("color") or {}).get("color")
    stroke = f' stroke="{html.escape(colour)}"' if colour else ""
    dashes = edge.get("dashes") or ()
    dashed = f' stroke-dasharray="{" ".join(f"{d:g}" for d in dashes)}"' if dashes else ""
    yield f"<g><title>{_say(edge['title'])}</title>"
    if start is end:
        loop = start.reach + 14
        yield (
            f'<circle class="line" cx="{start.x + loop * 0.7:.1f}" cy="{start.y - loop * 0.7:.1f}" '
            f'r="{loop * 0.6:.1f}" stroke-width="{edge["width"]:g}"{stroke}{dashed}/></g>'
        )
        return
    middle = _bend(edge, start, end)
    tip, back = _approach(end, middle, end.reach + 2), _approach(end, middle, end.reach + 2 + ARROW)
    begin = _approach(start, middle, start.reach + 1)
    yield (
        f'<path class="line" d="M{begin[0]:.1f} {begin[1]:.1f}Q{middle[0]:.1f} {middle[1]:.1f} '
        f'{back[0]:.1f} {back[1]:.1f}" stroke-width="{edge["width"]:g}"{stroke}{dashed}/>'
    )
    yield _draw_arrow(tip, back, colour)
    if badge := edge.get("badge"):
        yield _draw_badge(badge, (begin[0] + 2 * middle[0] + tip[0]) / 4, (begin[1] + 2 * middle[1] + tip[1]) / 4)
    yield "</g>"


def _bend(edge: Item, start: Place, end: Place) -> tuple[float, float]:
    """The point towards which a line is bent: half way, and aside where it runs beside others."""
    x, y = (start.x + end.x) / 2, (start.y + end.y) / 2
    smooth = edge.get("smooth") or {}
    if not smooth:
        return x, y
    aside = float(smooth["roundness"]) * (1 if smooth["type"] == "curvedCW" else -1)
    return x + (end.y - start.y) * aside, y - (end.x - start.x) * aside


def _approach(place: Place, towards: tuple[float, float], distance: float) -> tuple[float, float]:
    """The point at a distance from a node on the way to another point, never beyond it."""
    dx, dy = towards[0] - place.x, towards[1] - place.y
    length = hypot(dx, dy) or 1.0
    share = min(distance / length, 1.0)
    return place.x + dx * share, place.y + dy * share


def _draw_arrow(tip: tuple[float, float], back: tuple[float, float], colour: str | None) -> str:
    dx, dy = (tip[0] - back[0]) * 0.45, (tip[1] - back[1]) * 0.45
    fill = f' fill="{html.escape(colour)}"' if colour else ""
    points = (tip, (back[0] - dy, back[1] + dx), (back[0] + dy, back[1] - dx))
    return f'<polygon class="arrow" points="{_join(points)}"{fill}/>'


def _draw_mark(node: Item) -> Iterator[str]:
    colour = node["color"]
    dashes = node["shapeProperties"]["borderDashes"] or ()
    dashed = f' stroke-dasharray="{" ".join(f"{d:g}" for d in dashes)}"' if dashes else ""
    look = (
        f'fill="{html.escape(colour["background"])}" stroke="{html.escape(colour["border"])}" '
        f'stroke-width="{node["borderWidth"]:g}"{dashed}'
    )
    x, y, size = float(node["x"]), float(node["y"]), float(node["size"])
    yield f"<g><title>{_say(node['title'])}</title>"
    if node["shape"] in OUTLINES:
        points = [(x + size * dx, y + size * dy) for dx, dy in OUTLINES[node["shape"]]]
        yield f'<polygon points="{_join(points)}" {look}/>'
    else:
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}" {look}/>'
    if badge := node.get("badge"):
        yield _draw_badge(badge, x + size * 0.8, y - size * 0.8)
    yield "</g>"


def _draw_badge(badge: Mapping[str, Any], x: float, y: float) -> str:
    colour = html.escape(badge["colour"])
    fill, letter = (colour, "#fff") if badge["filled"] else ("#fff", colour)
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{BADGE}" fill="{fill}" stroke="{colour}" stroke-width="1.5"/>'
        f'<text class="badge" x="{x:.1f}" y="{y + 3.2:.1f}" fill="{letter}">{_say(badge["text"])}</text>'
    )


def _draw_caption(node: Item) -> Iterator[str]:
    top = node["y"] + node["size"] + CAPTION_GAP + FONT_SIZE * 0.8
    for number, line in enumerate(_lines(node)):
        yield f'<text class="caption" x="{node["x"]:.1f}" y="{top + number * LINE_HEIGHT:.1f}">{_say(line)}</text>'


def _join(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _make_ring(radii: Sequence[float], turned: float = 0.0) -> tuple[tuple[float, float], ...]:
    """Points around a centre, the first above it, at these distances."""
    step = 2 * pi / len(radii)
    return tuple((r * sin(i * step + turned), -r * cos(i * step + turned)) for i, r in enumerate(radii))


TRIANGLE = tuple((1.15 * x, 1.15 * y + 0.275) for x, y in _make_ring((1.15, 1.15, 1.15)))
OUTLINES: Mapping[str, tuple[tuple[float, float], ...]] = {
    "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "diamond": _make_ring((1, 1, 1, 1)),
    "triangle": TRIANGLE,
    "triangleDown": tuple((x, -y) for x, y in TRIANGLE),
    "hexagon": _make_ring((1,) * 6, pi / 2),
    "star": _make_ring((1.07, 0.41) * 5),
}
"""The outline of each shape at the size 1, as the canvas draws it; every other shape is a disc."""
