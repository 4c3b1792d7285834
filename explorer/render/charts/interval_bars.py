"""Figures as bars: full up to what is certain, light up to what it may be, a point where nothing ends it."""

from collections.abc import Iterable
from dataclasses import dataclass

import altair as alt

from explorer.render.charts.chart_style import (
    BILLIONS,
    FIRM,
    LABELS,
    MARK,
    OPEN,
    Chart,
    choose_marks,
    finish,
    make_data,
)
from explorer.render.theme import Theme
from ledger.amounts import Interval, format_interval
from ledger.glossary import spell_term
from ledger.text import count_things

STEP, AXIS = 34, 56
"""Pixels from one bar to the next, and below all of them."""
ROOM = 1.45
"""How much longer the axis is than the longest bar, so that what it comes to can stand behind it."""
LABEL = 150


@dataclass(frozen=True)
class FigureBar:
    """A bar: its `mark` tells it from the others, `deals` is how many it was made of."""

    mark: str
    label: str
    interval: Interval
    deals: int
    colour: str = FIRM


def find_end(interval: Interval) -> int:
    """Where a bar ends: at its ceiling, or at its floor where it has none."""
    return interval.floor if interval.ceiling is None else interval.ceiling


def name_marks(bars: Iterable[FigureBar]) -> dict[str, str]:
    """The bars' labels by their marks; of two bars of one mark the first names it."""
    named: dict[str, str] = {}
    for bar in bars:
        named.setdefault(bar.mark, bar.label)
    return named


def draw_bars(bars: Iterable[FigureBar], unit: str, reach: int, theme: Theme) -> Chart:
    """Bars of one unit from top to bottom; `reach`: the figure up to which the axis goes, for charts to be compared."""
    rows = [
        {
            MARK: bar.mark,
            "label": bar.label,
            "order": place,
            "zero": 0,
            "floor": bar.interval.floor,
            "end": find_end(bar.interval),
            "is_endless": bar.interval.ceiling is None,
            "comes_to": format_interval(bar.interval, unit),
            "deals": count_things(bar.deals, "deal"),
            "colour": bar.colour,
        }
        for place, bar in enumerate(bars)
    ]
    scale = alt.Scale(domain=[0, max(reach, 1) * ROOM], nice=False)
    title = f"{spell_term(unit)}: at least the full bar, at most the light one"
    axis = alt.Axis(labelExpr=BILLIONS, tickCount=5, format="~r")
    picked = choose_marks()
    strength = alt.condition(picked, alt.value(1.0), alt.value(0.35))
    colour = alt.Color("colour:N", scale=None)
    base = alt.Chart(make_data(rows)).encode(
        y=alt.Y(
            "label:N",
            sort=alt.SortField("order"),
            title=None,
            axis=alt.Axis(ticks=False, domain=False, minExtent=LABEL),
        ),
        tooltip=[
            alt.Tooltip("label:N", title="of"),
            alt.Tooltip("comes_to:N", title="comes to"),
            alt.Tooltip("deals:N", title="made of"),
        ],
    )
    certain = base.mark_bar(height=18, cursor="pointer").encode(
        x=alt.X("zero:Q", scale=scale, axis=axis, title=title), x2="floor:Q", color=colour, opacity=strength
    )
    possible = base.mark_bar(height=18, cursor="pointer", stroke=FIRM, strokeWidth=1, strokeDash=[3, 2]).encode(
        x=alt.X("floor:Q", scale=scale, axis=axis, title=title),
        x2="end:Q",
        color=alt.value(OPEN),
        opacity=alt.condition(picked, alt.value(0.55), alt.value(0.2)),
    )
    endless = (
        base.transform_filter("datum.is_endless")
        .mark_point(shape="triangle-right", filled=True, size=110)
        .encode(x=alt.X("floor:Q", scale=scale), color=colour, opacity=strength)
    )
    told = base.mark_text(align="left", dx=12, fontSize=LABELS, color=theme.text).encode(
        x=alt.X("end:Q", scale=scale), text="comes_to:N"
    )
    layers = alt.layer(possible.transform_filter("datum.end > datum.floor"), certain.add_params(picked), endless, told)
    return finish(layers, STEP * len(rows) + AXIS, theme)
