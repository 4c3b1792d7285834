"""Bars on a page: by what the reader chooses, a panel a sum, the deals of each bar below, and what stands beside."""

from collections.abc import Mapping

import streamlit as st

from cypher.saved import QueryAnswer
from cypher.views import BARS
from cypher.views.bars import BY, DEAL, Panel, build_panels, list_untold, name_group
from cypher.views.totals import SLICE, Sums, find_sums
from explorer.markdown import escape
from explorer.shown_graph import ShownGraph
from explorer.views.beside import show_beside
from explorer.views.chart import SEE, choose_word, link_node, read_theme, show_chart, show_rows_with_evidence
from explorer.views.page_view import PageView, Write
from ledger.amounts import format_interval

WHAT_IT_IS = (
    "One panel for each unit, stage and side: figures of two panels are never added. Click a bar to see its deals "
    "alone."
)
CHOICE = "by"
MOST_BARS = 120


def _show(here: ShownGraph, answer: QueryAnswer, address: Mapping[str, str], write: Write) -> None:
    from explorer.render.charts.bars_chart import draw_panel, find_reach  # slow to import

    sums = find_sums(answer)
    by = choose_word("Bars by", BY, address.get(CHOICE), f"bars-by-{answer.query.id}-{here.set_hash}")
    st.caption(escape(WHAT_IT_IS if by == DEAL else f"{WHAT_IT_IS} {SLICE[0].upper()}{SLICE[1:]}."))
    panels = build_panels(sums, by)
    for number, panel in enumerate(panels):
        with st.container(border=True):
            name = name_group(panel.group, sums.book)
            st.markdown(f"#### {escape(name[:1].upper() + name[1:])}")
            chosen = None
            if len(panel.bars) > MOST_BARS:
                st.warning(f"{len(panel.bars):,} bars are too many to read: see the rows.")
            else:
                reach = max(find_reach(other) for other in panels if other.group.key.unit == panel.group.key.unit)
                drawn = draw_panel(panel, sums.book, reach, read_theme())
                chosen = show_chart(drawn, f"bars-{answer.query.id}-{here.set_hash}-{by}-{number}")
            show_rows_with_evidence(_list_deals(here, panel, sums, chosen))
    for group in list_untold(sums, by):
        st.caption(escape(f"Of no deal that is {name_group(group, sums.book)}, a {by} is stated."))
    show_beside(here, sums)
    write(None, {CHOICE: by} if by != DEAL else {})


def _list_deals(here: ShownGraph, panel: Panel, sums: Sums, chosen: str | None) -> list[dict[str, object]]:
    """The deals of each bar, or of the one that was chosen."""
    book, unit = sums.book, panel.group.key.unit
    return [
        {
            panel.by: bar.name,
            "comes to": format_interval(bar.interval, unit),
            "of": book.name(deal),
            "as written": str(found.amount) if (found := book.by_id.get(deal)) and found.amount else None,
            "note": bar.note or None,
            SEE: link_node(here, deal),
        }
        for bar in panel.bars
        if chosen in (None, bar.id or bar.name)
        for deal in bar.deals
    ]


PAGE_VIEW = PageView(BARS.name, _show, choices=(CHOICE,))
