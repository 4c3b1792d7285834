"""What stands beside sums on a page: every deal that is in none, with its reason and its evidence; what may be one."""

import streamlit as st

from cypher.views.doubts import describe_pairs
from cypher.views.totals import Sums, describe_left_out, describe_reason
from explorer.markdown import escape
from explorer.shown_graph import ShownGraph
from explorer.views.chart import SEE, link_node, show_rows_with_evidence
from ledger.glossary import spell_term


def show_beside(here: ShownGraph, sums: Sums) -> None:
    """Umbrellas, what has no figure, what was called off: listed, and added to nothing."""
    book = sums.book
    if sums.totals.left_out:
        st.markdown("#### Beside it, and never added into it")
        show_rows_with_evidence(
            [
                {
                    "deal": book.name(x.deal),
                    "figure": str(deal.amount) if (deal := book.by_id.get(x.deal)) and deal.amount else None,
                    "stage": spell_term(deal.stage) if deal else None,
                    "why it is not in it": describe_left_out(x, book),
                    SEE: link_node(here, x.deal),
                }
                for x in sums.totals.left_out
            ]
        )
    reasons = {x.deal: describe_reason(x, book) for x in sums.totals.left_out}
    for pair, note in describe_pairs(sums.totals, book, reasons):
        st.markdown(f":orange[May be one and the same:] {escape(f'{pair} ({note})' if note else pair)}")
