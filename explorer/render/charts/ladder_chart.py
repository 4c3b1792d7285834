"""A ladder of commitment as a chart: a bar a stage, certain up to its floor, open up to its ceiling."""

from collections.abc import Iterator

import altair as alt

from cypher.deals import DealBook
from cypher.views.ladder import Ladder, Rung, name_ladder
from explorer.render.charts.chart_style import (
    BESIDE,
    BILLIONS,
    FIRM,
    LABELS,
    MARK,
    OPEN,
    PAID,
    Drawn,
    Row,
    choose_marks,
    finish,
    make_data,
)
from explorer.render.theme import Theme
from ledger.amounts import Interval, format_interval
from ledger.glossary import spell_term
from ledger.text import count_things

STEP = 34
"""Pixels from one rung to the next."""
AXIS = 56
ROOM = 1.45
"""How much longer the axis is than the longest bar, so that what it comes to can stand behind it."""
PAID_OUT = "· of which paid out"


def reach_of(ladder: Ladder) -> int:
    """The largest figure on a ladder: its longest bar."""
    return max(_end_of(rung.group.interval) for rung in ladder.rungs)


def draw_ladder(ladder: Ladder, book: DealBook, reach: int, theme: Theme) -> Drawn:
    """One ladder; `reach`: the largest figure of all ladders in the unit, so that bars of two can be compared."""
    rows = list(list_bars(ladder))
    base = alt.Chart(make_data(rows)).encode(
        y=alt.Y(
            "rung:N", sort=alt.SortField("order"), title=None, axis=alt.Axis(ticks=False, domain=False, minExtent=150)
        ),
        tooltip=[
            alt.Tooltip("rung:N", title="stage"),
            alt.Tooltip("comes_to:N", title="comes to"),
            alt.Tooltip("deals:N", title="made of"),
        ],
    )
    scale = alt.Scale(domain=[0, max(reach, 1) * ROOM], nice=False)
    axis = alt.Axis(labelExpr=BILLIONS, tickCount=5, format="~r")
    title = f"{spell_term(ladder.key.unit)}: at least the full bar, at most the light one"
    picked = choose_marks()
    strength = alt.condition(picked, alt.value(1.0), alt.value(0.35))
    colour = alt.Color("colour:N", scale=None)
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
    said = base.mark_text(align="left", dx=12, fontSize=LABELS, color=theme.text).encode(
        x=alt.X("end:Q", scale=scale), text="comes_to:N"
    )
    layers = alt.layer(possible.transform_filter("datum.end > datum.floor"), certain.add_params(picked), endless, said)
    return Drawn(finish(layers, STEP * len(rows) + AXIS, theme), describe_ladder(ladder, book))


def list_bars(ladder: Ladder) -> Iterator[Row]:
    """A bar a rung, and a bar below it for what of it is paid out, which is a part of it."""
    order = 0
    for rung in ladder.rungs:
        name, unit, paid = spell_term(rung.stage), ladder.key.unit, rung.group.of_which_funded
        yield _make_bar(rung, name, rung.group.interval, unit, FIRM if rung.is_step else BESIDE, order)
        if paid is not None:
            yield _make_bar(rung, PAID_OUT, paid, unit, PAID, order + 1)
        order += 2


def describe_ladder(ladder: Ladder, book: DealBook) -> str:
    """The ladder in one sentence."""
    told = [f"{spell_term(r.stage)} {format_interval(r.group.interval, ladder.key.unit)}" for r in ladder.rungs]
    return f"Ladder of commitment in {name_ladder(ladder, book)}, each stage by itself: {'; '.join(told)}."


def _make_bar(rung: Rung, name: str, interval: Interval, unit: str, colour: str, order: int) -> Row:
    return {
        MARK: rung.stage.value,
        "rung": name,
        "order": order,
        "zero": 0,
        "floor": interval.floor,
        "end": _end_of(interval),
        "is_endless": interval.ceiling is None,
        "comes_to": format_interval(interval, unit),
        "deals": count_things(len(rung.deals), "deal"),
        "colour": colour,
    }


def _end_of(interval: Interval) -> int:
    return interval.floor if interval.ceiling is None else interval.ceiling
