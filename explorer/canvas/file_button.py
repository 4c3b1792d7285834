"""A button that saves a text with where the reader looks in it, which the browser alone knows.

Streamlit's own download button writes without the browser's address, and has no session. Here the browser tells the
address's place to look at with the click, and the text comes back in the run that follows.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import streamlit as st

from explorer.state.viewport import is_viewport

NAME = "lodegraph.save"
"""The distribution and the component, as its manifest has them."""


def show_file_button(label: str, *, key: str, file: str, mime: str, write: Callable[[str], str]) -> None:
    """A button by which the reader saves what `write` makes of the place that is looked at; "" is all of the picture.

    Raises what `write` raises, in the run that follows the click.
    """
    state = st.session_state.get(key)
    number, view = read_asked(state.get("asked") if state else None)
    heard = f"{key}:heard"
    data = {"label": label, "file": file, "mime": mime, "n": 0, "text": ""}
    if number > st.session_state.get(heard, 0):
        data |= {"n": number, "text": write(view)}
        st.session_state[heard] = number
    _component()(key=key, data=data, on_asked_change=_ignore)


def read_asked(value: object) -> tuple[int, str]:
    """What the component says of a click, if it fits: its number, 0 for none, and the place that is looked at."""
    if not isinstance(value, Mapping):
        return 0, ""
    number, view = value.get("n"), value.get("view")
    if not isinstance(number, int) or isinstance(number, bool):
        return 0, ""
    return number, view if isinstance(view, str) and is_viewport(view) else ""


@cache
def _component() -> Any:
    return st.components.v2.component(NAME, js="file_button.js", css="file_button.css")


def _ignore() -> None:
    """Streamlit wants a callback for every value that a component may send."""
