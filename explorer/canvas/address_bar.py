"""The address in the browser's bar: kept up with what the page shows, and heard where the reader goes Back or Forward.

What the reader did to the picture makes an entry of the browser's history; what is selected, and all else, none.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, urlencode

import streamlit as st

NAME = "lodegraph.address"
"""The distribution and the component, as its manifest has them."""
KEY = "address-bar"
WALKED = "walked-by-browser"


@dataclass(frozen=True)
class Walked:
    """The reader went Back or Forward to an entry of this page's history: its address, and the walk's number."""

    number: int
    address: Mapping[str, str]


def replace_address(wanted: Mapping[str, str], *, is_new_entry: bool = False, keeps_view: bool = False) -> None:
    """Write what is shown into the address. Call it once in every run of a page.

    `st.query_params` would make an entry of the browser's history each time; here one is made where it is asked for.
    `keeps_view`: where the reader looks, which the canvas writes, stays.
    """
    data = {
        "query": urlencode(wanted),
        "run": str(time.time_ns()),
        "push": is_new_entry,
        "walked": st.session_state.get(WALKED, 0),
        "keeps_view": keeps_view,
    }
    _component()(key=KEY, data=data, on_walked_change=_ignore)


def read_walk() -> Walked | None:
    """Where the browser went since the last accepted walk, if anywhere."""
    state = st.session_state.get(KEY)
    walked = read_walked(state.get("walked") if state else None)
    return walked if walked and walked.number > st.session_state.get(WALKED, 0) else None


def accept_walk(walked: Walked) -> None:
    """Say that the page shows what the browser went to; until then the browser keeps its address as it is."""
    st.session_state[WALKED] = walked.number


def read_walked(value: object) -> Walked | None:
    """What the component says of a walk, if it fits."""
    if not isinstance(value, Mapping):
        return None
    number, query = value.get("n"), value.get("query")
    if not isinstance(number, int) or isinstance(number, bool) or not isinstance(query, str):
        return None
    return Walked(number, dict(parse_qsl(query.removeprefix("?"))))


@cache
def _component() -> Any:
    return st.components.v2.component(NAME, js="address.js")


def _ignore() -> None:
    """Streamlit wants a callback for every value that a component may send."""
