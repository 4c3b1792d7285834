"""The search field by keys alone: what the browser hears of them, and what it says was taken."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import streamlit as st

NAME = "lodegraph.search"
"""The distribution and the component, as its manifest has them."""
KEY = "search-keys"
LONGEST = 400
"""Characters that are read of what was typed."""


def listen_for_keys(typed: str, *, found: bool, take: Callable[[str], None]) -> None:
    """Have `/` go to the field, and Enter take what fits best: `take` is called with what was typed then.

    `found`: whether anything fits what is typed now.
    """

    def follow() -> None:
        state = st.session_state.get(KEY)
        wanted = read_taken(state.get("taken") if state else None)
        if wanted:
            take(wanted)

    _component()(key=KEY, data={"typed": typed.strip(), "found": found}, on_taken_change=follow)


def read_taken(value: object) -> str:
    """What the component says was taken, if it fits; else nothing."""
    typed = value.get("typed") if isinstance(value, Mapping) else None
    return typed if isinstance(typed, str) and len(typed) <= LONGEST else ""


@cache
def _component() -> Any:
    return st.components.v2.component(NAME, js="search_keys.js")
