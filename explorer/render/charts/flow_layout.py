"""Where the boxes and bands of a flow stand: three columns, each band as wide as its figure, nothing overlapping."""

from collections.abc import Sequence
from dataclasses import dataclass

from cypher.views.flow import End, Stream
from explorer.render.charts.interval_bars import find_end

BODY = 380
"""Pixels that all figures together take."""
THINNEST, GAP, LINE = 2.0, 6.0, 18.0
"""The least width of a band, the space between two boxes, and the height of a caption."""


@dataclass(frozen=True)
class Box:
    """A box of a column, from `top` to `bottom` in pixels."""

    name: str
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """Where its caption stands."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Band:
    """A stream from its funder's box to its deal's, and on to its end's: the tops of it, and its width."""

    stream: Stream
    at_start: float
    at_deal: float
    at_end: float
    width: float


@dataclass(frozen=True)
class FlowLayout:
    """Boxes of funders, deals and ends, and a band a stream; `height` of all in pixels."""

    starts: tuple[Box, ...]
    deals: tuple[Box, ...]
    ends: tuple[Box, ...]
    bands: tuple[Band, ...]
    height: float


def lay_out_flow(streams: Sequence[Stream]) -> FlowLayout:
    """Place the streams: those of one funder together, and ends near to where their streams come from."""
    whole = sum(find_end(s.interval) for s in streams) or 1
    widths = {s.mark: max(find_end(s.interval) / whole * BODY, THINNEST) for s in streams}
    starts = _order_by_width([s.begins for s in streams], [widths[s.mark] for s in streams])
    ordered = sorted(streams, key=lambda s: starts.index(s.begins))
    deals, tops = _stack([(s.name, [s.mark]) for s in ordered], widths)
    middles = {mark: top + widths[mark] / 2 for mark, top in tops.items()}
    mean = {
        end: sum(middles[s.mark] for s in ordered if s.ends == end) / sum(s.ends == end for s in ordered)
        for end in dict.fromkeys(s.ends for s in ordered)
    }
    ends = sorted(mean, key=lambda end: (mean[end], end.name))
    start_boxes, start_tops = _stack([(e.name, [s.mark for s in ordered if s.begins == e]) for e in starts], widths)
    end_boxes, end_tops = _stack([(e.name, [s.mark for s in ordered if s.ends == e]) for e in ends], widths)
    bands = tuple(Band(s, start_tops[s.mark], tops[s.mark], end_tops[s.mark], widths[s.mark]) for s in ordered)
    height = max((box.bottom for box in (*start_boxes, *deals, *end_boxes)), default=0.0)
    return FlowLayout(start_boxes, deals, end_boxes, bands, height + LINE)


def _order_by_width(ends: Sequence[End], widths: Sequence[float]) -> list[End]:
    """Each once, the widest first; what is not stated last."""
    total = dict.fromkeys(ends, 0.0)
    for end, width in zip(ends, widths, strict=True):
        total[end] += width
    return sorted(total, key=lambda end: (not end.ids, -total[end], end.name))


def _stack(
    column: Sequence[tuple[str, list[str]]], widths: dict[str, float]
) -> tuple[tuple[Box, ...], dict[str, float]]:
    """Boxes below one another, each with the bands in it, and where each band begins."""
    boxes, tops, at = [], dict[str, float](), 0.0
    for name, marks in column:
        size = sum(widths[mark] for mark in marks)
        top = at + max(0.0, (LINE - size) / 2)
        inner = top
        for mark in marks:
            tops[mark] = inner
            inner += widths[mark]
        boxes.append(Box(name, top, inner))
        at = max(at + LINE, inner) + GAP
    return tuple(boxes), tops
