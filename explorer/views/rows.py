"""Any answer as a table of its rows: how every kind of view is shown that has no page of its own."""

import streamlit as st

from cypher.saved import Answer


def show_answer_rows(answer: Answer) -> None:
    """The rows as the view has them."""
    table = answer.as_rows()
    st.dataframe([dict(zip(table.columns, row, strict=True)) for row in table.rows], hide_index=True, height="auto")
