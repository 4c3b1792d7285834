"""Single numbers on a page: each sum large, with its words, what it rests on, and the deals in a table beside it."""

from collections.abc import Mapping

import streamlit as st

from cypher.saved import QueryAnswer
from cypher.views import NUMBER
from cypher.views.number import Number, list_numbers
from cypher.views.totals import Sums, find_sums
from explorer.markdown import escape
from explorer.shown_graph import ShownGraph
from explorer.views.beside import show_beside
from explorer.views.chart import show_rows_with_evidence
from explorer.views.counted_deals import list_deals
from explorer.views.page_view import PageView, Write

SEVERAL = (
    "These are {many} numbers and not one: they differ in how far the deals have come, in whose money it is, in unit "
    "or in measure, and are never added to one another. Of each unit the firmest stands first."
)
NONE = "There is no figure that can be told as a number: what there is stands below, with the reason."


def _show(here: ShownGraph, answer: QueryAnswer, _address: Mapping[str, str], write: Write) -> None:
    sums = find_sums(answer)
    numbers = list_numbers(sums)
    if len(numbers) > 1:
        st.caption(SEVERAL.format(many=len(numbers)))
    elif not numbers:
        st.caption(NONE)
    for number in numbers:
        _show_number(here, number, sums)
    show_beside(here, sums)
    for dispute in sums.totals.disputes:
        st.markdown(f":orange[Sources disagree about these deals:] {escape(sums.book.name(dispute))}")
    write(None)


def _show_number(here: ShownGraph, number: Number, sums: Sums) -> None:
    with st.container(border=True):
        figure, table = st.columns([2, 3], gap="medium")
        with figure:
            st.markdown(escape(number.what[:1].upper() + number.what[1:]))
            st.markdown(f"## {escape(number.figure)}")
            if number.paid_out:
                st.markdown(f"of which paid out: {escape(number.paid_out)}")
            if number.bounds:
                st.caption(escape(number.bounds[:1].upper() + number.bounds[1:]))
            st.caption(f"Rests on {escape(number.rests_on)}")
            if number.note:
                st.markdown(f":orange[{escape(number.note[:1].upper() + number.note[1:])}]")
        with table:
            show_rows_with_evidence(list_deals(here, number.group, sums))


PAGE_VIEW = PageView(NUMBER.name, _show)
