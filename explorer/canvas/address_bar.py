"""The address in the browser's bar: kept up with what the page shows, without an entry of the history a change."""

import time
from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import urlencode

import streamlit as st

NAME = "lodegraph.address"
"""The distribution and the component, as its manifest has them."""


def replace_address(wanted: Mapping[str, str]) -> None:
    """Write what is shown into the address. Call it once in every run of a page.

    `st.query_params` would make an entry of the browser's history each time, and Back would then show the same again.
    """
    _component()(key="address-bar", data={"query": urlencode(wanted), "run": str(time.time_ns())})


@cache
def _component() -> Any:
    return st.components.v2.component(NAME, js="address.js")
