"""Tables for readers: headings explained where they stand, windows of time in words."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import streamlit as st

from cypher.results import Table
from explorer.markdown import escape
from ledger.dates import format_window
from ledger.glossary import explain


def explain_columns(names: Iterable[str]) -> dict[str, Any]:
    """For `st.dataframe`: headings in words, with a tooltip on each that does not speak for itself."""
    return {name: st.column_config.Column(name.replace("_", " "), help=_explain(name)) for name in names}


def _explain(name: str) -> str | None:
    said = explain(name)
    return escape(said) if said else None


def warn_if_rows_were_cut(table: Table, what: str) -> None:
    """Say so when a table is not the whole."""
    if table.truncated:
        st.warning(f"There are more {what} than the {len(table.rows):,} shown here.", icon=":material/content_cut:")


def show_table(rows: Sequence[Mapping[str, Any]]) -> None:
    """Rows of one shape as a table; what is not there stays empty."""
    shown = [{name: format_window(cell) for name, cell in row.items()} for row in rows]
    names = tuple(rows[0]) if rows else ()
    st.dataframe(shown, hide_index=True, height="auto", placeholder="", column_config=explain_columns(names))
