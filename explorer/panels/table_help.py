"""Tables for readers: headings explained where they stand, windows of time in words."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import streamlit as st

from explorer.markdown import escape
from ledger.dates import format_window
from ledger.glossary import explain


def explain_columns(names: Iterable[str]) -> dict[str, Any]:
    """For `st.dataframe`: a tooltip on each heading that does not speak for itself."""
    return {name: st.column_config.Column(help=escape(said)) for name in names if (said := explain(name))}


def show_table(rows: Sequence[Mapping[str, Any]]) -> None:
    """Rows of one shape as a table."""
    shown = [{name: format_window(cell) for name, cell in row.items()} for row in rows]
    names = tuple(rows[0]) if rows else ()
    st.dataframe(shown, hide_index=True, height="auto", column_config=explain_columns(names))
