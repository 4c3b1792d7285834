"""A picture's content as a table that can be read, searched, sorted and selected from: also its keyboard form."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from cypher.model import Model
from cypher.results import Subgraph
from cypher.views.network import count_support

if TYPE_CHECKING:
    import pandas as pd

NODE_COLUMNS = ("name", "label", "says", "articles", "origins", "disputes")
EDGE_COLUMNS = ("from", "relationship", "role", "to", "says", "articles", "origins", "disputes")


def show_network_tables(shown: Subgraph, key: str, model: Model) -> str | None:
    """Relationships and nodes as tables; returns the id of a row that the reader selected just now."""
    edges, nodes = st.tabs([f"Relationships ({len(shown.edges)})", f"Nodes ({len(shown.nodes)})"])
    with edges:
        by_edge = _select(_make_edge_frame(shown, model), f"{key}-edges")
    with nodes:
        by_node = _select(_make_node_frame(shown, model), f"{key}-nodes")
    return by_edge or by_node


def _select(frame: "pd.DataFrame", key: str) -> str | None:
    """The id of the row selected since the last run, None when nothing new was selected."""
    chosen = st.dataframe(
        frame.drop(columns="id"), key=key, hide_index=True, on_select="rerun", selection_mode="single-row", height=320
    )
    rows: list[int] = list(chosen["selection"]["rows"])
    selected = str(frame["id"].iloc[rows[0]]) if rows and rows[0] < len(frame) else None
    before = st.session_state.get(f"{key}-before")
    st.session_state[f"{key}-before"] = selected
    return selected if selected != before else None


def _make_edge_frame(shown: Subgraph, model: Model) -> "pd.DataFrame":
    names = {n.id: model.name_of(n) for n in shown.nodes}
    rows = [
        (
            names[e.start], model.reads(e.type), e.role.replace("_", " "), names[e.end],
            e.properties.get("paraphrase", ""), *count_support(e), e.id,
        )
        for e in shown.edges
    ]  # fmt: skip
    return _make_frame(rows, EDGE_COLUMNS)


def _make_node_frame(shown: Subgraph, model: Model) -> "pd.DataFrame":
    rows = [
        (model.name_of(n), n.label, n.properties.get("paraphrase", ""), *count_support(n), n.id) for n in shown.nodes
    ]
    return _make_frame(rows, NODE_COLUMNS)


def _make_frame(rows: Sequence[tuple[object, ...]], columns: tuple[str, ...]) -> "pd.DataFrame":
    import pandas as pd  # slow to import, and the picture above the tables need not wait for it

    return pd.DataFrame(rows, columns=[*columns, "id"])
