"""The page about the data: which graph, how much, from which sources, in which model."""

import streamlit as st

from cypher.model import Family, Model
from cypher.saved import run
from cypher.saved.run import MAX_ROWS
from cypher.status import Status, read_status
from cypher.time_limits import QUESTION
from explorer.access.page_limit import get_access
from explorer.app_pages.app_page import AppPage
from explorer.markdown import escape
from explorer.panels.article import show_article
from explorer.panels.chooser import show_chooser
from explorer.panels.notices import is_ours, show_notices, write_address
from explorer.panels.open_graph import open_shown_graph
from explorer.panels.table_help import warn_if_rows_were_cut
from explorer.shown_graph import ShownGraph
from explorer.state.actions import LIMITS, USUAL_LIMIT
from explorer.state.asked_line import ASKED, AskedLine, read_asked_line
from explorer.state.chosen_data_set import SET, read_address
from explorer.state.composed_steps import ALWAYS_ADDED, MOST_AT_FIRST
from explorer.state.log import MOST_ENTRIES
from explorer.state.scene import MOST_STEPS
from explorer.state.stale_links import unknown_keys

FIRST_SHOWN = "article-shown-first"


def show_page() -> None:
    """Draw the page."""
    with open_shown_graph() as here:
        address, came = read_address(), not is_ours()
        asked, notices = read_asked_line(here, address)
        notices = [*unknown_keys(address, (SET, *ASKED)), *notices] if came else []
        show_notices(notices)
        status = read_status(here.graph, here.data_set.name)
        _show_graph(here, status)
        wanted = _show_articles(here, asked, came=came)
        _show_sources(here)
        _show_counts(status)
        _show_model(here.model)
        _show_limits()
        in_vain = came and "line" in address and wanted.get("line") != address["line"]
        write_address(here, wanted, has_problem=bool(notices) or in_vain)


def _show_graph(here: ShownGraph, status: Status) -> None:
    st.markdown(f"### {escape(here.data_set.title)}")
    facts = {"Nodes": sum(status.nodes.values()), "Relationships": sum(status.relationships.values()),
             "Deals": status.nodes.get("Deal", 0), "Disputes": status.nodes.get("Dispute", 0)}  # fmt: skip
    for column, (name, number) in zip(st.columns(4), facts.items(), strict=True):
        column.metric(name, f"{number:,}", border=True)
    st.markdown(
        f"Engine: **{escape(status.engine)}**, {escape(status.version)}  \n"
        f"Records: **{escape(here.data_set.name)}**, version {escape(here.data_set.version)}, "
        f"{escape(here.data_set.state)}, loaded {escape(here.data_set.loaded_at)}"
    )


def _show_sources(here: ShownGraph) -> None:
    st.markdown("#### Sources")
    st.caption(
        "An origin is the document, statement, post or publisher whose words a passage repeats. "
        "Articles that share an origin do not confirm one another."
    )
    table = run(here.graph, here.catalog.get("sources"), {}, here.data_set.name).as_rows()
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    st.dataframe(rows, hide_index=True, height="auto", placeholder="not stated")
    st.caption("In brackets: how many passages repeat that origin.")
    warn_if_rows_were_cut(table, "articles")


def _show_articles(here: ShownGraph, asked: AskedLine, *, came: bool) -> dict[str, str]:
    """The chosen article line by line; returns what of it belongs into the address."""
    st.markdown("#### What rests on each line")
    query = here.catalog.get("coverage")
    start = asked.article or ""
    chosen = show_chooser(here, query.parameters[0], "Article", start, f"article-{here.set_hash}", asked=bool(start))
    if not chosen or (chosen == start and not asked.is_there):
        return {}
    line = show_article(here, chosen, asked.line if chosen == start else None, came=came)
    if line is None and not start and chosen == st.session_state.setdefault(FIRST_SHOWN, chosen):
        return {}
    return {"article": chosen, **({"line": str(line)} if line is not None else {})}


def _show_counts(status: Status) -> None:
    left, right = st.columns(2)
    left.markdown("#### Nodes by label")
    left.dataframe([{"label": k, "nodes": v} for k, v in status.nodes.items()], hide_index=True, height="auto")
    right.markdown("#### Relationships by type")
    right.dataframe(
        [{"type": k, "relationships": v} for k, v in status.relationships.items()], hide_index=True, height="auto"
    )


def _show_model(model: Model) -> None:
    st.markdown("#### Model")
    labels = [
        {"label": n.label, "family": str(n.family), "meaning": n.meaning}
        for n in model.labels
        if n.family is not Family.BOOKKEEPING
    ]
    st.dataframe(labels, hide_index=True, height="auto")
    types = [
        {
            "from": ", ".join(r.starts), "type": r.name, "to": ", ".join(r.ends), "roles": ", ".join(r.roles),
            "meaning": r.meaning, "walkable": r.walkable,
        }
        for r in model.relationship_types
    ]  # fmt: skip
    st.dataframe(types, hide_index=True, height="auto")


def _show_limits() -> None:
    """What one page may ask, so that it leaves something for the others."""
    st.markdown("#### Limits")
    pages = get_access().open_pages.limit
    limits = [
        f"a picture: {MOST_AT_FIRST} nodes at first; a step fills it up to {USUAL_LIMIT:,}, or up to {LIMITS[-1]:,} by "
        f"choice, and adds {ALWAYS_ADDED} where it is full; {MOST_STEPS} steps, and {MOST_ENTRIES} changes in all",
        f"an answer: {MAX_ROWS:,} rows",
        f"a question to the graph: {QUESTION:.0f} seconds",
        *([f"pages that one visitor has open at once: {pages}"] if pages else []),
    ]
    st.caption("  \n".join(limits))


PAGE = AppPage("About the data", ":material/info:", "about", show_page)
