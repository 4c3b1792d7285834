"""A timeline on a page: the chart, the entries below it in order of time, and those without a date, counted."""

from collections.abc import Mapping

import streamlit as st

from cypher.saved import QueryAnswer
from cypher.views import TIMELINE
from cypher.views.timeline import DatedDeals, Entry, Timeline, build_timeline, list_entries
from explorer.markdown import escape
from explorer.shown_graph import ShownGraph
from explorer.views.chart import SEE, link_item, read_theme, show_chart, show_rows_with_evidence
from explorer.views.page_view import PageView, Write
from ledger.dates import format_date
from ledger.text import count_things

WHAT_IT_IS = (
    "Each date as rough as it is told: a diamond is a day, a bar the month or year in which it fell, a dashed frame a "
    "window in which it fell. A number counts the rows of one date. Click a mark to see its rows alone."
)
OF_DEALS, OF_ROWS = ("deal", "stage"), ("what", "of")
"""What lane and name of an entry are called."""
MOST_LANES = 150
"""Lanes of a chart that can still be read, and that a browser draws at once."""


def _show(here: ShownGraph, answer: QueryAnswer, _address: Mapping[str, str], write: Write) -> None:
    from explorer.render.charts.timeline_chart import draw_timeline, name_mark  # slow to import

    timeline = build_timeline(list_entries(answer))
    headings = OF_DEALS if isinstance(answer.content, DatedDeals) else OF_ROWS
    chosen = None
    st.caption(WHAT_IT_IS)
    if len(timeline.lanes) > MOST_LANES:
        st.warning(f"{len(timeline.lanes):,} lanes are too many to read as a chart: see the rows.")
    elif timeline.marks:
        chosen = show_chart(draw_timeline(timeline, read_theme()), f"timeline-{answer.query.id}-{here.set_hash}")
    marks = [mark for mark in timeline.marks if chosen in (None, name_mark(mark))]
    show_rows_with_evidence(
        [_make_row(here, entry, headings) for mark in marks or timeline.marks for entry in mark.entries]
    )
    _list_undated(here, timeline, headings)
    write(None)


def _list_undated(here: ShownGraph, timeline: Timeline, headings: tuple[str, str]) -> None:
    if timeline.listed:
        number = len(timeline.listed)
        st.markdown(f"#### {escape(count_things(number, 'row'))} without a place on the timeline")
        rows = [_make_row(here, entry, headings) | {"date": entry.why_not} for entry in timeline.listed]
        show_rows_with_evidence(rows)


def _make_row(here: ShownGraph, entry: Entry, headings: tuple[str, str]) -> dict[str, object]:
    return {
        "date": format_date(entry.when) if entry.when else None,
        headings[0]: entry.lane,
        headings[1]: entry.name or None,
        "until": format_date(entry.until) if entry.until else None,
        "says": entry.says,
        SEE: link_item(here, entry.id) if entry.id else None,
    }


PAGE_VIEW = PageView(TIMELINE.name, _show)
