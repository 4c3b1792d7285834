"""A picture's content as a table that can be read, searched, sorted and selected from: also its keyboard form."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from cypher.mentions import Mentions
from cypher.model import Model
from cypher.results import Subgraph, Table
from cypher.views.network import node_rows, relationship_rows
from explorer.panels.table_help import explain_columns
from explorer.state.seen import Seen
from ledger.dates import format_window
from ledger.text import count_things

if TYPE_CHECKING:
    import pandas as pd


FOLLOW = "tables-follow"
"""Whether the reader has selected a row: from then on the tables select what the picture does. Before that nobody looks
at them for it, and a click need not send them."""


def show_network_tables(
    shown: Subgraph,
    key: str,
    model: Model,
    mentions: Mentions,
    select: Callable[[str], None],
    *,
    version: str,
    selected: str | None = None,
) -> None:
    """Relationships and nodes as tables; `select` is called with the id of a row that the reader selects. Once one was,
    the row of what is `selected` in the picture is selected here, and no other.

    `version` differs wherever what is shown does: the tables are made once for it.
    """
    edge_frame, node_frame = _make_frames(version, shown, model, mentions)
    edges, nodes = st.tabs([f"Relationships ({len(shown.edges)})", f"Nodes ({len(shown.nodes)})"])
    for tab, frame, name in ((edges, edge_frame, f"{key}-edges"), (nodes, node_frame, f"{key}-nodes")):
        if st.session_state.get(FOLLOW):
            _select_row(frame, name, selected)
        with tab:
            _show_frame(frame, name, select)


def do_tables_follow() -> bool:
    """Whether they are to be drawn anew with each click in the picture."""
    return bool(st.session_state.get(FOLLOW))


def _select_row(frame: "pd.DataFrame", key: str, selected: str | None) -> None:
    rows = [at for at, item in enumerate(frame["id"]) if item == selected]
    before = st.session_state.get(key)
    if before is None or list(before["selection"]["rows"]) != rows:
        st.session_state[key] = {"selection": {"rows": rows, "columns": [], "cells": []}}


def ask_for_all(seen: Seen, key: str) -> bool:
    """Whether tables and downloads shall also hold what is out of sight."""
    chosen: bool = st.checkbox(
        f"Also what is hidden or filtered away: {count_things(seen.hidden_nodes, 'node')}, "
        f"{count_things(seen.hidden_edges, 'relationship')}",
        key=key,
        help="In the tables and the downloads below. Without it they hold what is seen in the picture.",
    )
    return chosen


def describe_out_of_sight(seen: Seen) -> str:
    """How much of a picture is not seen, as plain text; empty where all is."""
    if seen.is_all:
        return ""
    nodes, edges = count_things(seen.hidden_nodes, "node"), count_things(seen.hidden_edges, "relationship")
    return f"{nodes} and {edges} that are hidden or filtered away are left out"


def _show_frame(frame: "pd.DataFrame", key: str, select: Callable[[str], None]) -> None:
    told = frame.dropna(axis="columns", how="all")

    def follow_selection() -> None:
        rows: list[int] = list(st.session_state[key]["selection"]["rows"])
        st.session_state[FOLLOW] = True
        if rows and rows[0] < len(frame):
            select(str(frame["id"].iloc[rows[0]]))

    st.dataframe(
        told,
        key=key,
        hide_index=True,
        on_select=follow_selection,
        selection_mode="single-row",
        height=320,
        placeholder="",
        column_config=explain_columns(told.columns),
    )


@st.cache_resource(show_spinner=False, max_entries=32)
def _make_frames(
    version: str, _shown: Subgraph, _model: Model, _mentions: Mentions
) -> tuple["pd.DataFrame", "pd.DataFrame"]:
    return (
        _make_frame(relationship_rows(_shown, _model, _mentions)),
        _make_frame(node_rows(_shown, _model, _mentions)),
    )


def _make_frame(table: Table) -> "pd.DataFrame":
    import pandas as pd  # slow to import, and the picture above the tables need not wait for it

    columns = dict(zip(table.columns, zip(*table.rows, strict=True), strict=True)) if table.rows else {}
    cells = {name: tuple(map(format_window, columns.get(name, ()))) for name in table.columns}
    return pd.DataFrame({name: pd.Series(values, dtype=_find_dtype(values)) for name, values in cells.items()})


def _find_dtype(cells: Sequence[object]) -> str:
    """Whole numbers stay whole beside gaps."""
    return "Int64" if any(isinstance(c, int) for c in cells) else "object"
