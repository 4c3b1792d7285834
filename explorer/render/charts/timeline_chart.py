"""A timeline as a chart: a day is a diamond, a month or year a bar over all its days, a window a dashed frame."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import altair as alt

from cypher.views.timeline import Mark, Timeline, Told
from explorer.render.charts.chart_style import (
    FIRM,
    LABELS,
    MARK,
    OPEN,
    SERIES,
    Drawn,
    Row,
    choose_marks,
    finish,
    make_data,
)
from explorer.render.theme import Theme
from ledger.dates import format_date
from ledger.text import count_things, list_some

LANE, AXIS = 26, 56
"""Pixels of a lane, and below all lanes."""
ROOM = timedelta(days=20)
MOST_TOLD = 4
"""Entries of a mark that its tooltip names."""
BARS = (Told.MONTH, Told.YEAR)


def name_mark(mark: Mark) -> str:
    """What tells a mark from all others of its timeline."""
    return f"{mark.when} {mark.lane}"


def draw_timeline(timeline: Timeline, theme: Theme) -> Drawn:
    """The marks of a timeline that has some, a lane a kind."""
    rows = list(list_marks(timeline))
    first, last = min(m.first for m in timeline.marks), max(m.last for m in timeline.marks)
    picked = choose_marks()
    strength = alt.condition(picked, alt.value(0.9), alt.value(0.25))
    scale = alt.Scale(type="utc", domain=[_at(_back(first)), _at(_on(last))], nice=False)
    base = alt.Chart(make_data(rows)).encode(
        x=alt.X("from:T", scale=scale, title=None, axis=alt.Axis(format=_choose_format(first, last), tickCount=8)),
        y=alt.Y("lane:N", sort=alt.SortField("order"), title=None, axis=alt.Axis(domain=False, ticks=False)),
        tooltip=[
            alt.Tooltip("date:N", title="date"),
            alt.Tooltip("lane:N", title="what"),
            alt.Tooltip("names:N", title="of"),
        ],
        opacity=strength,
    )
    windows = base.transform_filter(f"datum.told == '{Told.WINDOW}'").mark_bar(
        height=16, filled=False, stroke=SERIES[1], strokeWidth=2, strokeDash=[5, 3], cursor="pointer"
    )
    spans = base.transform_filter("datum.is_bar").mark_bar(height=12, color=OPEN, stroke=FIRM, cursor="pointer")
    days = base.transform_filter(f"datum.told == '{Told.DAY}'").mark_point(
        shape="diamond", filled=True, size=130, color=FIRM, cursor="pointer"
    )
    counts = base.transform_filter("datum.count > 1").mark_text(
        align="left", dx=9, fontSize=LABELS - 1, color=theme.text
    )
    layers = alt.layer(
        windows.encode(x2="to:T"),
        spans.encode(x2="to:T"),
        days.encode(x="middle:T").add_params(picked),
        counts.encode(x="to:T", text="count:Q"),
    )
    marks = {row[MARK]: f"{row['date']}: {row['lane']}" for row in rows}
    return Drawn(finish(layers, LANE * len(timeline.lanes) + AXIS, theme), describe_timeline(timeline), marks)


def list_marks(timeline: Timeline) -> Iterator[Row]:
    """A row a mark, with its place in time in milliseconds; it ends where its last day does."""
    lanes = {lane: place for place, lane in enumerate(timeline.lanes)}
    for mark in timeline.marks:
        start, end = _at(mark.first), _at(mark.last) + 86_400_000
        yield {
            MARK: name_mark(mark),
            "lane": mark.lane,
            "order": lanes[mark.lane],
            "told": mark.told.value,
            "is_bar": mark.told in BARS,
            "from": start,
            "middle": (start + end) // 2,
            "to": end,
            "date": format_date(mark.when),
            "names": list_some([entry.name for entry in mark.entries], MOST_TOLD, "; "),
            "count": len(mark.entries),
        }


def describe_timeline(timeline: Timeline) -> str:
    """The timeline in one sentence."""
    number = sum(len(mark.entries) for mark in timeline.marks)
    first, last = timeline.marks[0], max(timeline.marks, key=lambda m: m.last)
    return (
        f"Timeline of {count_things(number, 'dated row')} on {count_things(len(timeline.lanes), 'lane')}, from "
        f"{format_date(first.when)} to {format_date(last.when)}; {len(timeline.listed):,} without a place on it."
    )


def _choose_format(first: date, last: date) -> str:
    """Days where all fell within some weeks, else months; years where it is long."""
    days = (last - first).days
    return "%-d %b %Y" if days < 60 else "%b %Y" if days < 3_650 else "%Y"


def _at(day: date) -> int:
    """Milliseconds, as charts count time, at the beginning of a day."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()) * 1_000


def _back(day: date) -> date:
    return day - ROOM if day.toordinal() > ROOM.days else day


def _on(day: date) -> date:
    return day + 2 * ROOM if day.toordinal() < date.max.toordinal() - 2 * ROOM.days else day
