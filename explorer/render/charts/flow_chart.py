"""A flow as a chart: bands from funders through deals to where the money goes, as wide as their figures."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import altair as alt

from cypher.views.flow import Stream
from explorer.render.charts.chart_style import (
    BESIDE,
    FIRM,
    LABELS,
    MARK,
    OPEN,
    Chart,
    Drawn,
    Row,
    choose_marks,
    finish,
    make_data,
)
from explorer.render.charts.flow_layout import Band, Box, FlowLayout, lay_out_flow
from explorer.render.theme import Theme
from ledger.amounts import format_interval
from ledger.text import count_things, list_some, shorten

START, DEAL, END, BOX = 0.0, 48.0, 100.0, 1.4
"""Where the columns stand on an axis of a hundred, and how wide a box is."""
LEFT, RIGHT = -36.0, 136.0
"""How far the captions of the outer columns reach."""
POINTS = 14
"""Of a curve, on each half of the way."""
MOST_TOLD = 5
LONGEST = 44


def draw_flow(streams: Sequence[Stream], named: str, unit: str, to: str, theme: Theme) -> Drawn:
    """The streams of one sum, of which there are some; `named`: the sum in words."""
    layout = lay_out_flow(streams)
    picked = choose_marks()
    across = alt.X("x:Q", scale=alt.Scale(domain=[LEFT, RIGHT], nice=False), axis=None)
    down = alt.Scale(domain=[layout.height, 0], nice=False)
    bands = (
        alt.Chart(make_data(list(list_points(layout, unit))))
        .mark_area(cursor="pointer")
        .encode(
            x=across,
            y=alt.Y("top:Q", scale=down, axis=None),
            y2="bottom:Q",
            detail="path:N",
            color=alt.Color("colour:N", scale=None),
            opacity=alt.condition(picked, alt.value(0.55), alt.value(0.12)),
            tooltip=[
                alt.Tooltip("deal:N", title="deal"),
                alt.Tooltip("comes_to:N", title="comes to"),
                alt.Tooltip("from:N", title="funded by"),
                alt.Tooltip("to:N", title=to),
            ],
        )
        .add_params(picked)
    )
    boxes = (
        alt.Chart(make_data(list(_list_boxes(layout))))
        .mark_rect(color=theme.text)
        .encode(x=across, x2="x2:Q", y=alt.Y("top:Q", scale=down, axis=None), y2="bottom:Q")
    )
    told = {s.mark: f"{shorten(s.name, LONGEST)}: {format_interval(s.interval, unit)}" for s in streams}
    captions = [
        _write(layout.starts, START - 1, "right", theme, across, down),
        _write(
            [Box(told[b.stream.mark], b.at_deal, b.at_deal + b.width) for b in layout.bands],
            DEAL + BOX + 1, "left", theme, across, down,
        ),
        _write(layout.ends, END + BOX + 1, "left", theme, across, down),
    ]  # fmt: skip
    chart = alt.layer(bands, boxes, *captions)
    said = [f"{s.begins.name} to {s.ends.name} by {s.name}: {format_interval(s.interval, unit)}" for s in streams]
    number = count_things(len(streams), "figure")
    return Drawn(
        finish(chart, round(layout.height) + 20, theme),
        f"Flow of {named}, from funder through deal to {to}, {number}: {list_some(said, MOST_TOLD, '; ')}.",
        told,
    )


def list_points(layout: FlowLayout, unit: str) -> Iterator[Row]:
    """The outline of each band, in two halves; full where its figure is certain, light where it may be less or more."""
    for band in layout.bands:
        stream = band.stream
        is_certain = stream.interval.floor == stream.interval.ceiling
        told = {
            MARK: stream.mark,
            "deal": stream.name,
            "comes_to": format_interval(stream.interval, unit),
            "from": stream.begins.name,
            "to": stream.ends.name,
            "colour": BESIDE if stream.is_rest else FIRM if is_certain else OPEN,
        }
        for half, (x0, x1, y0, y1) in enumerate(_find_halves(band)):
            for step in range(POINTS + 1):
                t = step / POINTS
                y = y0 + (y1 - y0) * t * t * (3 - 2 * t)
                place = {"x": x0 + (x1 - x0) * t, "top": y, "bottom": y + band.width}
                yield told | place | {"path": f"{stream.mark} {half}"}


def _find_halves(band: Band) -> tuple[tuple[float, float, float, float], ...]:
    return (
        (START + BOX, DEAL, band.at_start, band.at_deal),
        (DEAL + BOX, END, band.at_deal, band.at_end),
    )


def _list_boxes(layout: FlowLayout) -> Iterator[Row]:
    for x, boxes in ((START, layout.starts), (DEAL, layout.deals), (END, layout.ends)):
        for box in boxes:
            yield {"x": x, "x2": x + BOX, "top": box.top, "bottom": box.bottom}


def _write(boxes: Iterable[Box], x: float, align: str, theme: Theme, across: alt.X, down: alt.Scale) -> Chart:
    rows = [{"x": x, "y": box.middle, "name": shorten(box.name, LONGEST + 30)} for box in boxes]
    text = alt.Chart(make_data(rows)).encode(x=across, y=alt.Y("y:Q", scale=down, axis=None), text="name:N")
    look: dict[str, Any] = {"align": align, "baseline": "middle", "fontSize": LABELS, "limit": 330}
    halo = text.mark_text(**look, color=theme.background, stroke=theme.background, strokeWidth=3, opacity=0.75)
    return alt.layer(halo, text.mark_text(**look, color=theme.text))
