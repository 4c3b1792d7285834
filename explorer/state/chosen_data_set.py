"""The address that a page is asked for, and the data set that it names."""

from collections.abc import Mapping

import streamlit as st

from explorer.shown_graph import ShownGraph
from explorer.state.viewport import without_viewport

SET = "set"
"""The part of every page's address that names the data set, where the graph holds several."""
INSTEAD = "asked-instead"
PAGE = "asked-page"
SHOWN = "shown-data-set"


def enter_page(name: str) -> None:
    """Say which page is drawn: what was asked for on another one is no longer asked for."""
    st.session_state[PAGE] = name


def read_browsers_address() -> dict[str, str]:
    """The browser's address, but for where the reader looks: that is the canvas's, and changes without the page."""
    return without_viewport(st.query_params.to_dict())


def read_address() -> dict[str, str]:
    """The browser's address, or the one that was asked for on this page since, until the browser has it too."""
    in_browser = read_browsers_address()
    instead = st.session_state.get(INSTEAD)
    if instead is not None and (instead["page"], instead["of"]) == (st.session_state.get(PAGE), in_browser):
        return dict(instead["address"])
    st.session_state.pop(INSTEAD, None)
    return in_browser


def ask_for(address: Mapping[str, str]) -> None:
    """Have this page show another address, as a link would; the page writes it into the browser's bar in place."""
    of, page = read_browsers_address(), st.session_state.get(PAGE)
    st.session_state[INSTEAD] = {"page": page, "of": of, "address": dict(address)}


def wanted_data_set() -> str | None:
    """The data set that the address names, else the one that this visitor was shown before; None: any."""
    return read_address().get(SET) or st.session_state.get(SHOWN)


def remember_data_set(here: ShownGraph) -> None:
    """Stay with the data set that is shown, on pages whose address names none, and when another one comes in."""
    st.session_state[SHOWN] = here.data_set.name


def choose_data_set(name: str) -> None:
    """Show what the address shows, in another data set."""
    ask_for({**read_address(), SET: name})


def name_data_set(here: ShownGraph, address: Mapping[str, str]) -> dict[str, str]:
    """An address with the data set that is shown, where there are several to choose from."""
    rest = {key: value for key, value in address.items() if key != SET}
    return {SET: here.data_set.name, **rest} if len(here.data_sets) > 1 else rest
