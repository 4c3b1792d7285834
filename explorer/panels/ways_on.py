"""Beside what is selected: why it is in the picture, and which saved queries can be asked of it."""

from collections.abc import Callable

import streamlit as st

from explorer.markdown import escape
from explorer.shown_graph import ShownGraph
from explorer.state.log import Log
from explorer.state.presence import Presence, explain_presence
from explorer.state.scene import GATHERED
from explorer.state.ways_on import list_ways_on, write_about


def show_ways_on(here: ShownGraph, log: Log, selected: str, go_to: Callable[[int], None]) -> None:
    """A button that opens both, which are told then; nothing for what is not in the picture. `go_to` is called with a
    point of the log."""
    presence = explain_presence(here, log, selected)
    if presence is None:
        return
    opened = st.popover("Why here, what next", icon=":material/help_center:", key="ways-on", on_change="rerun")
    if opened.open:
        with opened:
            _show(here, presence, selected, go_to)


def _show(here: ShownGraph, presence: Presence, selected: str, go_to: Callable[[int], None]) -> None:
    st.markdown("**Why it is here**")
    words = escape(presence.words[:1].upper() + presence.words[1:])
    entry = presence.entry
    st.markdown(f"{entry}. {words}" if entry else words)
    for through in presence.through:
        st.caption(escape(through))
    if presence.entry:
        st.button(
            "Go to before it came in",
            key="before-it-came",
            on_click=go_to,
            args=(presence.entry - 1,),
            icon=":material/history:",
            help="Redo brings back what was done since.",
        )
    ways = () if selected.startswith(GATHERED) else list_ways_on(here, selected)
    if ways:
        st.markdown("**What can be asked of it**")
        links = [f"- [{escape(way.title)}]({way.address})" for way in ways]  # an address is written by urlencode
        st.markdown("\n".join(links))
        st.markdown(f"[Which of these find something, and how much]({write_about(here, selected)})")
