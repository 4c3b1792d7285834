"""Totals on a page: one card a group, what was added, what lies inside, and what stands beside."""

from collections.abc import Mapping

import streamlit as st

from cypher.deals import DealBook
from cypher.saved import Answer
from cypher.views import TOTALS
from explorer.markdown import escape
from explorer.shown_graph import ShownGraph
from explorer.views.page_view import PageView
from ledger.amounts import Interval, format_amount
from ledger.deals import Stage
from ledger.totals import Breakdown, GroupTotal, LeftOut, Reason, Totals
from ledger.units import CURRENCY

REASONS = {
    Reason.NO_FIGURE: "no figure is stated",
    Reason.WITHDRAWN: "withdrawn",
    Reason.UMBRELLA: "an umbrella: it mixes papers, stages or funders",
    Reason.INSIDE_ANOTHER: "counted inside its whole",
    Reason.RATE: "a rate or a share: such figures are not added",
    Reason.UNREADABLE: "no deal that can be read",
}
SIDES = {
    "us_government": "US government",
    "outside": "outside money",
    "mixed": "mixed money",
    "not_stated": "funder not stated",
}


def show_totals(totals: Totals, book: DealBook) -> None:
    """Every group by itself, the highest stage first; there is no sum of sums."""
    st.caption(
        "Groups are never added to one another: they differ in unit, in how far the deals have come, "
        "or in whose money it is."
    )
    ladder = list(Stage)
    for group in sorted(
        totals.groups, key=lambda g: (not CURRENCY.fullmatch(g.key.unit), -ladder.index(g.key.stage), g.key.side)
    ):
        _show_group(group, book)
    _show_beside(totals, book)


def in_words(interval: Interval, unit: str) -> str:
    """An interval as people read it: `USD 3 million`, `up to …`, `at least …`, `… to …`."""
    if interval.ceiling is None:
        return f"at least {format_amount(interval.floor, unit)}"
    if interval.floor == interval.ceiling:
        return format_amount(interval.floor, unit)
    if interval.floor == 0:
        return f"up to {format_amount(interval.ceiling, unit)}"
    return f"{format_amount(interval.floor, unit)} to {format_amount(interval.ceiling, unit)}"


def _show_group(group: GroupTotal, book: DealBook) -> None:
    unit = group.key.unit
    with st.container(border=True):
        stage = str(group.key.stage).replace("_", " ")
        st.markdown(f":gray[{escape(stage)} · {escape(SIDES[group.key.side])} · {escape(unit)}]")
        st.markdown(f"### {escape(in_words(group.interval, unit))}")
        if group.of_which_funded is not None:
            st.markdown(f"of which funded: {escape(in_words(group.of_which_funded, unit))}")
        if group.if_same is not None:
            st.markdown(
                f":orange[If figures that may be one and the same are: {escape(in_words(group.if_same, unit))}]"
            )
        if group.if_elsewhere is not None:
            without = escape(in_words(group.if_elsewhere, unit))
            st.markdown(f":orange[Without figures that another group may count too: {without}]")
        st.dataframe(_counted_rows(group, book), hide_index=True, height="auto")
        for breakdown in group.breakdowns:
            _show_breakdown(breakdown, unit, book)


def _counted_rows(group: GroupTotal, book: DealBook) -> list[dict[str, str]]:
    unit = group.key.unit
    rows = [{"deal": book.name(c.deal), "counts for": in_words(c.interval, unit), "how": "added"} for c in group.added]
    for x in group.inside:
        deal = next(d for d in book.deals if d.id == x.deal)
        inside = f"not added again: lies in {', '.join(book.name(w) for w in x.inside)}"
        rows.append({"deal": book.name(x.deal), "counts for": str(deal.amount), "how": inside})
    return rows


def _show_breakdown(breakdown: Breakdown, unit: str, book: DealBook) -> None:
    if all(s.value is None for s in breakdown.slices):
        return
    with st.expander(f"By {escape(breakdown.dimension)} (no bottom line: one deal may stand in two rows)"):
        rows = [
            {breakdown.dimension: book.name(s.value), "comes to": in_words(s.interval, unit)} for s in breakdown.slices
        ]
        if breakdown.not_itemised is not None:
            rows.append({breakdown.dimension: "not itemised", "comes to": in_words(breakdown.not_itemised, unit)})
        st.dataframe(rows, hide_index=True, height="auto")


def _show_beside(totals: Totals, book: DealBook) -> None:
    for x in (x for x in totals.left_out if x.reason is Reason.UNREADABLE):
        st.warning(f"{escape(x.deal)}: {escape(x.note)}: left out of every sum.", icon=":material/error:")
    if totals.left_out:
        st.markdown("#### Beside the sums")
        st.dataframe([_beside_row(x, book) for x in totals.left_out], hide_index=True, height="auto")
    for pair in totals.doubtful:
        st.markdown(
            f":orange[May be one and the same:] {escape(book.name(pair.first))} / {escape(book.name(pair.second))}"
        )
    if totals.disputes:
        st.caption(f"{len(totals.disputes)} disputes touch these deals: see the saved query “Open disputes”.")


def _beside_row(x: LeftOut, book: DealBook) -> dict[str, str]:
    deal = next((d for d in book.deals if d.id == x.deal), None)
    figure = str(deal.amount or "") if deal else ""
    return {"deal": book.name(x.deal), "figure": figure, "why it is not added": x.note or REASONS[x.reason]}


def _show_answer(here: ShownGraph, answer: Answer, address: Mapping[str, str]) -> str | None:
    if answer.totals is not None and answer.book is not None:
        show_totals(answer.totals, answer.book)
    return None


PAGE_VIEW = PageView(TOTALS.name, _show_answer)
