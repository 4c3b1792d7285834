"""What the reader did to the picture, in order: a press on an entry goes to that point."""

from collections.abc import Callable, Sequence

import streamlit as st

from explorer.markdown import escape
from explorer.state.log import Log
from explorer.state.log_words import OPENING

MOST_LISTED = 60
"""Points that are listed: the latest ones; undo goes to those before."""


def show_log_history(log: Log, words: Sequence[str], go_to: Callable[[int], None]) -> None:
    """A button that opens the list; `words` are the entries', `go_to` is called with how many are to be in force."""
    taken_back = f", {len(log.entries) - log.at} taken back" if log.at < len(log.entries) else ""
    with st.popover(f"History ({escape(f'{log.at}{taken_back}')})", icon=":material/history:", key="log-history"):
        points = [OPENING, *words]
        first = max(0, len(points) - MOST_LISTED)
        if first:
            st.caption(f"The latest {MOST_LISTED} of {len(words)}: undo (Ctrl+Z) goes to those before.")
        for at in range(len(points) - 1, first - 1, -1):
            st.button(
                _write_point(points[at], at, log.at),
                key=f"point-{at}",
                on_click=go_to,
                args=(at,),
                type="tertiary",
                disabled=at == log.at,
                icon=_mark(at, log.at),
            )


def _write_point(words: str, at: int, now: int) -> str:
    text = escape(words[:1].upper() + words[1:])
    return f"{text} (here)" if at == now else f":gray[{text} (taken back)]" if at > now else text


def _mark(at: int, now: int) -> str:
    return ":material/radio_button_checked:" if at == now else ":material/radio_button_unchecked:"
