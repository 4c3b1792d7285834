"""Short captions under nodes, and the room that they take."""

import textwrap
from dataclasses import dataclass

FONT_SIZE = 13
"""Height of a caption's letters, in canvas units (pixels at zoom 1)."""

LINE_HEIGHT = 13.5
LETTER_WIDTH = 6.1
COLUMNS = 17
LINES = 2
CAPTION_GAP = 4

BIDI_CONTROLS = {ord(c): None for c in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"}
"""Signs that would turn the reading direction of the text around them."""


def plain(text: object, limit: int = 400) -> str:
    """Text on one line, without control signs, cut at a limit: safe to hand to anything that shows text."""
    line = " ".join(str(text).translate(BIDI_CONTROLS).split())
    shown = "".join(c for c in line if c.isprintable())
    return shown if len(shown) <= limit else shown[: limit - 1].rstrip() + "…"


def caption(name: str) -> str:
    """A name broken over a few short lines; what does not fit is cut, with an ellipsis."""
    text = plain(name)
    lines = textwrap.wrap(text, COLUMNS, max_lines=LINES, placeholder="…", break_on_hyphens=False)
    return "\n".join(lines) or "·"


@dataclass(frozen=True)
class Box:
    """The room that a node and its caption take, around the node's centre."""

    half_width: float
    above: float
    below: float


def box_of(text: str, size: float) -> Box:
    """The room of a node drawn with that radius and that caption."""
    lines = text.split("\n")
    half = max(max(len(line) for line in lines) * LETTER_WIDTH / 2, size)
    return Box(half, size, size + CAPTION_GAP + len(lines) * LINE_HEIGHT)
