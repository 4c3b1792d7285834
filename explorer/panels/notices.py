"""What an address asked for and did not get, and the address, which stays as it came until the reader goes on."""

from collections.abc import Mapping, Sequence

import streamlit as st

from explorer.canvas import address_bar
from explorer.markdown import escape
from explorer.shown_graph import ShownGraph
from explorer.state.chosen_data_set import name_data_set, read_address, read_browsers_address

HELD = "held-address"
WRITTEN = "written-address"
POINT = "written-point"


def show_notices(notices: Sequence[str]) -> None:
    """One message of all that an address named and that is not there."""
    if not notices:
        return
    lines = "\n".join(f"- {escape(as_sentence(notice))}." for notice in notices)
    st.warning(f"**Not all that this address asks for is there.**\n\n{lines}", icon=":material/link_off:")


def as_sentence(notice: str) -> str:
    """The words with a capital at their beginning, unless an id stands there, which is another one then."""
    return notice if "/" in notice.partition(" ")[0] else notice[:1].upper() + notice[1:]


def is_ours() -> bool:
    """Whether the page itself wrote the present address, so that it asks for nothing that came from elsewhere."""
    return bool(st.session_state.get(WRITTEN) == read_address())


def stay_at(point: str) -> None:
    """Say that the browser's history has this point already, since the reader came to it by Back or Forward."""
    st.session_state[POINT] = point


def write_address(here: ShownGraph, asked: Mapping[str, str], *, has_problem: bool, point: str | None = None) -> None:
    """Put what is shown, and of which data set, into the address.

    `point`: where the reader is in what was done, on pages where Back and Forward walk it; another one than before
    makes an entry of the browser's history. There, where the reader looks stands in the address too, and stays.

    One that asked for what is not there stays until something else is wanted. The last call of a page: it draws the
    page anew where a notice has become untrue.
    """
    address, wanted = read_address(), name_data_set(here, asked)
    held = st.session_state.get(HELD)
    if held is not None and held["address"] == address:
        if held["wanted"] == wanted:
            _keep(address, keeps_view=point is not None)
            return
    elif has_problem:
        st.session_state[HELD] = {"address": address, "wanted": wanted}
        _keep(address, keeps_view=point is not None)
        return
    st.session_state[WRITTEN] = wanted
    is_new = point is not None and st.session_state.get(POINT, point) != point
    if point is not None:
        st.session_state[POINT] = point
    if st.session_state.pop(HELD, None) is not None:
        st.query_params.from_dict(wanted)
        st.rerun()  # what was said of the old address is no longer so
    address_bar.replace_address(wanted, is_new_entry=is_new, keeps_view=point is not None)


def _keep(address: Mapping[str, str], *, keeps_view: bool) -> None:
    """Leave in the browser what was asked for, which it may not have yet."""
    if address != read_browsers_address():
        address_bar.replace_address(address, keeps_view=keeps_view)
