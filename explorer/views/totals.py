"""Totals on a page: one card a group, what was added, what lies inside, and what stands beside."""

from collections.abc import Mapping

import streamlit as st

from cypher.deals import DealBook
from cypher.saved import QueryAnswer
from cypher.views import TOTALS
from cypher.views.doubts import MEANING, describe_pairs, list_lower_funded, list_lower_sums
from cypher.views.figures import (
    describe_figure,
    describe_inside,
    describe_measure,
    describe_minerals,
    describe_not_itemised,
    describe_open_lists,
    describe_own_stage,
    describe_side,
)
from cypher.views.totals import describe_added, describe_reason, find_wholes_elsewhere
from explorer.markdown import escape
from explorer.panels.table_help import show_table
from explorer.shown_graph import ShownGraph
from explorer.views.page_view import PageView, Write
from ledger.amounts import Interval, format_interval
from ledger.dates import format_date
from ledger.deals import Deal
from ledger.glossary import GLOSSARY, spell_term
from ledger.totals import Breakdown, GroupTotal, LeftOut, Reason, Totals


def show_totals(totals: Totals, book: DealBook) -> None:
    """Every group by itself, the firmest stage first; there is no sum of sums."""
    st.caption(
        "Groups are never added to one another: they differ in unit, in how far the deals have come, "
        "in whose money it is, or in how a quantity was measured and of what it is."
    )
    if totals.as_of:
        st.markdown(f"#### As of {escape(format_date(totals.as_of))}")
    elsewhere = find_wholes_elsewhere(totals, book)
    for group in totals.groups:
        _show_group(group, book, elsewhere)
    _show_beside(totals, book)


def _show_group(group: GroupTotal, book: DealBook, elsewhere: dict[str, list[str]]) -> None:
    unit = group.key.unit
    with st.container(border=True):
        of_what = (describe_measure(group.key), describe_minerals(group.key, book))
        key = (spell_term(group.key.stage), describe_side(group.key, book), unit, *of_what)
        named = " · ".join(escape(word) for word in key if word)
        st.markdown(
            f":gray[{named}]",
            help=f"**Stage**: {GLOSSARY['stage']}\n\n**Side**: {GLOSSARY['side']}",
        )
        st.markdown(
            f"### {escape(format_interval(group.interval, unit))}",
            help=f"**Floor**: {GLOSSARY['floor']}\n\n**Ceiling**: {GLOSSARY['ceiling']}",
        )
        if group.of_which_funded is not None:
            st.markdown(f"of which funded: {escape(format_interval(group.of_which_funded, unit))}")
        for row, interval in list_lower_funded(group):
            _show_lower(f"of which funded, {MEANING[row]}", interval, unit)
        for row, interval in list_lower_sums(group):
            _show_lower(MEANING[row][0].upper() + MEANING[row][1:], interval, unit)
        if lists := describe_open_lists(group, book):
            st.caption(escape(lists[0].upper() + lists[1:]))
        show_table(_counted_rows(group, book, elsewhere))
        for breakdown in group.breakdowns:
            _show_breakdown(breakdown, unit, book, describe_not_itemised(group, breakdown.dimension, book))


def _show_lower(what: str, interval: Interval, unit: str) -> None:
    st.markdown(f":orange[{escape(what)}: {escape(format_interval(interval, unit))}]")


def _counted_rows(group: GroupTotal, book: DealBook, elsewhere: dict[str, list[str]]) -> list[dict[str, str]]:
    unit = group.key.unit
    deals = book.by_id
    rows = [
        {
            "deal": book.name(c.deal),
            "counts for": format_interval(c.interval, unit),
            "how": _tell_how_added(deals[c.deal], book, describe_added(c.deal, group.key, book, elsewhere)),
        }
        for c in group.added
    ]
    for x in group.inside:
        deal = deals[x.deal]
        inside = f"not added again: lies in {', '.join(book.name(w) for w in x.inside)}"
        own_stage = describe_own_stage(deal, group.key)
        how = "; ".join(filter(None, (inside, own_stage, describe_figure(deal, book))))
        rows.append({"deal": book.name(x.deal), "counts for": str(deal.amount), "how": how})
    return rows


def _tell_how_added(deal: Deal, book: DealBook, note: str) -> str:
    joint = book.joint_funders(deal.id)
    return "; ".join(
        filter(None, ("added", note, f"joint, of {joint} together" if joint else "", describe_figure(deal, book)))
    )


def _show_breakdown(breakdown: Breakdown, unit: str, book: DealBook, of_rest: str) -> None:
    if all(s.value is None for s in breakdown.slices):
        return
    with st.expander(f"By {escape(breakdown.dimension)} (no bottom line: one deal may stand in two rows)"):
        rows = [
            {
                breakdown.dimension: book.name(s.value),
                "comes to": format_interval(s.interval, unit),
                "what lies in what": describe_inside(s, book),
            }
            for s in breakdown.slices
        ]
        if breakdown.not_itemised is not None:
            rest = format_interval(breakdown.not_itemised, unit)
            rows.append({breakdown.dimension: "not itemised", "comes to": rest})
        st.dataframe(rows, hide_index=True, height="auto")
        if breakdown.not_itemised is not None and of_rest:
            st.caption(escape(f"Not itemised: {of_rest}"))


def _show_beside(totals: Totals, book: DealBook) -> None:
    for x in (x for x in totals.left_out if x.reason is Reason.UNREADABLE):
        st.warning(f"{escape(x.deal)}: {escape(x.note)}: left out of every sum.", icon=":material/error:")
    if totals.left_out:
        st.markdown("#### Beside the sums", help=_explain_beside())
        show_table([_beside_row(x, book) for x in totals.left_out])
    reasons = {x.deal: describe_reason(x, book) for x in totals.left_out}
    for pair, note in describe_pairs(totals, book, reasons):
        told = f"{pair} ({note})" if note else pair
        st.markdown(f":orange[May be one and the same:] {escape(told)}")
    if totals.disputes:
        number = len(totals.disputes)
        st.caption(
            f"{len(totals.disputes)} {'dispute touches' if number == 1 else 'disputes touch'} these deals: "
            "see the saved query “Open disputes”."
        )
    for dispute in totals.disputes:
        st.markdown(f"- {escape(book.name(dispute))}")


def _explain_beside() -> str:
    words = ("umbrella", "exposure", "option", "offtake", "equity stake")
    return "\n\n".join(f"**{word.capitalize()}**: {GLOSSARY[word]}" for word in words)


def _beside_row(x: LeftOut, book: DealBook) -> dict[str, str]:
    deal = book.by_id.get(x.deal)
    figure = str(deal.amount or "") if deal else ""
    why = "; ".join(filter(None, (describe_reason(x, book), describe_figure(deal, book))))
    if joint := book.joint_funders(x.deal):
        why += f" ({joint})"
    return {"deal": book.name(x.deal), "figure": figure, "why it is not added": why}


def _show_answer(here: ShownGraph, answer: QueryAnswer, address: Mapping[str, str], write: Write) -> None:
    if answer.totals is not None and answer.book is not None:
        show_totals(answer.totals, answer.book)
    write(None)


PAGE_VIEW = PageView(TOTALS.name, _show_answer)
