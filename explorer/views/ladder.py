"""The ladder of commitment on a page: a chart a unit and side, its deals below, and what stands beside."""

from collections.abc import Mapping

import streamlit as st

from cypher.saved import QueryAnswer
from cypher.views import LADDER
from cypher.views.ladder import build_ladders, describe_rung, name_ladder
from cypher.views.totals import find_sums
from explorer.markdown import escape
from explorer.shown_graph import ShownGraph
from explorer.views.beside import show_beside
from explorer.views.chart import read_theme, show_chart, show_rows_with_evidence
from explorer.views.counted_deals import list_deals
from explorer.views.page_view import PageView, Write
from ledger.glossary import spell_term

WHAT_IT_IS = (
    "How far the money has come, one ladder for each unit and side. Stages are different deals and are never added to "
    "one another; what is paid out is a part of what is committed. Click a bar to see its deals alone."
)


def _show(here: ShownGraph, answer: QueryAnswer, _address: Mapping[str, str], write: Write) -> None:
    from explorer.render.charts.ladder_chart import draw_ladder, find_reach  # slow to import

    sums = find_sums(answer)
    ladders = build_ladders(sums.totals)
    st.caption(WHAT_IT_IS)
    for number, ladder in enumerate(ladders):
        reach = max(find_reach(other) for other in ladders if other.key.unit == ladder.key.unit)
        name = name_ladder(ladder, sums.book)
        with st.container(border=True):
            st.markdown(f"#### {escape(name[:1].upper() + name[1:])}")
            drawn = draw_ladder(ladder, sums.book, reach, read_theme())
            chosen = show_chart(drawn, f"ladder-{answer.query.id}-{here.set_hash}-{number}")
            rungs = [r for r in ladder.rungs if chosen in (None, r.stage.value)]
            for rung in rungs:
                if note := describe_rung(rung, sums.book):
                    st.markdown(f":orange[{escape(f'{spell_term(rung.stage)}: {note}')}]")
            show_rows_with_evidence([row for rung in rungs for row in list_deals(here, rung.group, sums)])
    show_beside(here, sums)
    write(None)


PAGE_VIEW = PageView(LADDER.name, _show)
