"""A matrix on a page: how many in each cell, which below, and the rows of which nothing is told."""

from collections.abc import Mapping

import streamlit as st

from cypher.saved import QueryAnswer
from cypher.views import MATRIX
from cypher.views.matrix import build_matrix
from explorer.markdown import escape
from explorer.shown_graph import ShownGraph
from explorer.views.chart import SEE, link_item, read_theme, show_chart, show_rows_with_evidence
from explorer.views.page_view import PageView, Write, show_answer_rows
from ledger.text import count_things

WHAT_IT_IS = (
    "A number counts the things that stand in a cell; no figure of money is in it. An empty cell says that no source "
    "tells of it, not that there is nothing. Click a cell to see its things alone."
)
MOST_ROWS = 150
"""Rows of a chart that can still be read."""


def _show(here: ShownGraph, answer: QueryAnswer, _address: Mapping[str, str], write: Write) -> None:
    from explorer.render.charts.matrix_chart import draw_matrix, name_cell  # slow to import

    matrix = build_matrix(answer)
    if not matrix.cells or len(matrix.rows) > MOST_ROWS:
        st.warning(escape(f"{count_things(len(matrix.rows), 'row')}: no matrix that can be read, so here they are."))
        show_answer_rows(answer)
        write(None)
        return
    st.caption(WHAT_IT_IS)
    chosen = show_chart(draw_matrix(matrix, read_theme()), f"matrix-{answer.query.id}-{here.set_hash}")
    show_rows_with_evidence(
        [
            {
                matrix.heading.replace("_", " "): cell.row,
                "what": cell.column.replace("_", " "),
                "how many": len(cell.things),
                "which": "; ".join(cell.things),
                SEE: link_item(here, cell.id) if cell.id else None,
            }
            for cell in matrix.cells
            if chosen in (None, name_cell(cell))
        ]
    )
    if matrix.empty:
        st.caption(escape(f"Without anything in any column, {len(matrix.empty):,}: {', '.join(matrix.empty)}."))
    write(None)


PAGE_VIEW = PageView(MATRIX.name, _show)
