"""A picture's content as a table that can be read, searched, sorted and selected from: also its keyboard form."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from cypher.mentions import Mentions
from cypher.model import Model
from cypher.results import Subgraph, Table
from cypher.views.network import node_rows, relationship_rows
from explorer.panels.table_help import explain_columns
from ledger.dates import format_window

if TYPE_CHECKING:
    import pandas as pd


def show_network_tables(shown: Subgraph, key: str, model: Model, mentions: Mentions) -> str | None:
    """Relationships and nodes as tables; returns the id of a row that the reader selected just now."""
    edges, nodes = st.tabs([f"Relationships ({len(shown.edges)})", f"Nodes ({len(shown.nodes)})"])
    with edges:
        by_edge = _select(_make_frame(relationship_rows(shown, model, mentions)), f"{key}-edges")
    with nodes:
        by_node = _select(_make_frame(node_rows(shown, model, mentions)), f"{key}-nodes")
    return by_edge or by_node


def _select(frame: "pd.DataFrame", key: str) -> str | None:
    """The id of the row selected since the last run, None when nothing new was selected."""
    told = frame.dropna(axis="columns", how="all")
    chosen = st.dataframe(
        told,
        key=key,
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        height=320,
        placeholder="",
        column_config=explain_columns(told.columns),
    )
    rows: list[int] = list(chosen["selection"]["rows"])
    selected = str(frame["id"].iloc[rows[0]]) if rows and rows[0] < len(frame) else None
    before = st.session_state.get(f"{key}-before")
    st.session_state[f"{key}-before"] = selected
    return selected if selected != before else None


def _make_frame(table: Table) -> "pd.DataFrame":
    import pandas as pd  # slow to import, and the picture above the tables need not wait for it

    columns = dict(zip(table.columns, zip(*table.rows, strict=True), strict=True)) if table.rows else {}
    cells = {name: tuple(map(format_window, columns.get(name, ()))) for name in table.columns}
    return pd.DataFrame({name: pd.Series(values, dtype=_find_dtype(values)) for name, values in cells.items()})


def _find_dtype(cells: Sequence[object]) -> str:
    """Whole numbers stay whole beside gaps."""
    return "Int64" if any(isinstance(c, int) for c in cells) else "object"
