"""What became of a deal: its stages by date, and what amended, extended, superseded or cancelled it."""

import streamlit as st

from cypher.history import Moment, read_history
from cypher.results import GraphNode
from explorer.markdown import escape
from explorer.panels.citations import list_places
from explorer.panels.evidence import read_by_id
from explorer.shown_graph import ShownGraph
from ledger.dates import format_date
from ledger.glossary import spell_term

CHANGED = {"AMENDS": "amended", "EXTENDS": "extended", "SUPERSEDES": "superseded", "CANCELS": "cancelled"}


def show_history(here: ShownGraph, deal: GraphNode) -> None:
    """The moments of a deal in order of time, each with where it is said; its one stage where no more is told."""
    moments = read_history(here.graph, deal.id, here.data_set.name)
    if not moments:
        st.markdown(f"**Stage** {format_stage(deal)}")
        return
    passages = read_by_id(here, [e for m in moments for e in m.evidence])
    st.markdown("**What became of it**")
    for moment in moments:
        st.markdown(format_moment(moment))
        st.caption(list_places(here, moment.evidence, passages))


def format_stage(deal: GraphNode) -> str:
    """The one stage of a deal with its date, as a line."""
    date = deal.properties.get("date", deal.properties.get("since"))
    of = f" ({escape('; '.join(deal.texts('date_of')))})" if deal.texts("date_of") else ""
    when = f"{escape(format_date(date))}{of}" if date is not None else "no date told"
    stage = escape(spell_term("; ".join(deal.texts("stage")))) or "not told"
    return f":blue[{stage}] :gray[{when}; no other stage is told]"


def format_moment(moment: Moment) -> str:
    """One moment as a line: when, what, by which paper, and what the sources say of it."""
    when = escape(format_date(moment.date)) if moment.date else "no date told"
    what = spell_term(moment.what) if moment.is_stage else f"{CHANGED.get(moment.what, moment.what)} by {moment.by}"
    until = f" to {escape(format_date(moment.until))}" if moment.until else ""
    colour = "blue" if moment.is_stage else "orange"
    return f":gray[{when}] :{colour}[{escape(what)}{until}] {escape(moment.says)}"
