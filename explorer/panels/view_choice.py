"""The views that suit a saved query, for the reader to switch between."""

import streamlit as st

from cypher.saved import SavedQuery
from cypher.views import find_view


def choose_view(query: SavedQuery, asked: str | None, set_hash: str) -> str:
    """The view that the reader chose, else the one of the address, else the query's own.

    What an address asks for and does not suit is given back, so that the reader is told; nothing else takes its place.
    """
    views = query.views
    if len(views) == 1:
        return asked or query.view
    is_strange = asked is not None and asked not in views
    start = None if is_strange else asked or query.view
    chosen = st.segmented_control(
        "See it as",
        views,
        default=start,
        format_func=lambda name: find_view(name).title,
        key=f"view-{query.id}-{set_hash}",
        required=not is_strange,
    )
    return chosen or asked or query.view
