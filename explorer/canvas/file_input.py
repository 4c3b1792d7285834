"""A file that the reader gives, taken in by the page's own connection: the server keeps its door for uploads shut."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import streamlit as st

NAME = "lodegraph.file"
"""The distribution and the component, as its manifest has them."""
JSON_FILES = ".json,application/json"


def show_file_input(
    label: str, *, key: str, most_bytes: int, accept: str = JSON_FILES, as_base64: bool = False
) -> None:
    """A button by which the reader chooses a file of at most so many bytes; `read_given_file` has it then.

    `accept`: the endings and types that the browser offers. `as_base64`: the file comes as its name, a line's end, and
    its bytes in Base64; else as its text.
    """
    data = {"label": label, "most": most_bytes, "accept": accept, "base64": as_base64}
    _component()(key=key, data=data, on_given_change=_ignore)


def read_given_file(key: str) -> str | None:
    """The text of a file that was given just now, once; None where there is none."""
    state = st.session_state.get(key)
    number, text = read_given(state.get("given") if state else None)
    heard = f"{key}:heard"
    if text is None or number <= st.session_state.get(heard, 0):
        return None
    st.session_state[heard] = number
    return text


def read_given(value: object) -> tuple[int, str | None]:
    """What the component says of a file, if it fits: the choice's number and the text."""
    if not isinstance(value, Mapping):
        return 0, None
    number, text = value.get("n"), value.get("text")
    if not isinstance(number, int) or isinstance(number, bool) or not isinstance(text, str):
        return 0, None
    return number, text


@cache
def _component() -> Any:
    return st.components.v2.component(NAME, js="file_input.js", css="file_input.css")


def _ignore() -> None:
    """Streamlit wants a callback for every value that a component may send."""
