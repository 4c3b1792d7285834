"""Up to how many nodes a step fills the picture: said, and by choice."""

from collections.abc import Callable

import streamlit as st

from explorer.state.actions import LIMITS, DrawUpTo


def show_drawn_limit(most: int, ask: Callable[[DrawUpTo], None], *, has_room: bool) -> None:
    """A button that says the limit and opens the others; `ask` is called with the one that the reader presses."""
    with st.popover(f"Up to {most:,} nodes", icon=":material/scatter_plot:", key="drawn-limit"):
        st.caption(
            "A step fills the picture up to so many nodes, the most important first, and says what it leaves out. "
            "Expanding the same node again brings the next ones."
        )
        for limit in LIMITS:
            st.button(
                f"{limit:,} nodes",
                key=f"limit-{limit}",
                on_click=ask,
                args=(DrawUpTo(limit),),
                type="tertiary",
                disabled=limit == most or not has_room,
            )
