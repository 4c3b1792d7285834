"""Who may see the page: the last step before anything of the graph is read or shown."""

import logging

import streamlit as st

from explorer.opened import plain
from explorer.visitors.auth_file import DEFAULT, Login
from explorer.visitors.door import ADDRESS, NUMBER
from explorer.visitors.house import House

events = logging.getLogger("lodegraph.explorer")


def enter(house: House) -> bool:
    """Whether the visitor may come in; who may not sees what to do."""
    if not house.serving.shared:
        return True
    number = st.context.headers.get(NUMBER) or ""
    if house.serving.login is None:
        address = st.context.headers.get(ADDRESS) or ""
        return _has_place(house, number, address, f"the network address {address}")
    return (
        _is_logged_in(house, house.serving.login, number)
        and _is_allowed(house.serving.login)
        and _has_place(house, number, _person(), "your log-in")
        and _shows_who()
    )


def _is_logged_in(house: House, login: Login, number: str) -> bool:
    if st.user.is_logged_in and house.pages.has_log_in(number):
        return True
    st.markdown("### Lodegraph\nWho wants to see the graph logs in first.")
    if st.query_params.get("login") == "failed":
        st.error(
            "**You were not logged in.** The log-in service refused, or did not answer.", icon=":material/key_off:"
        )
        st.caption("Try again; if it stays so, tell whoever runs this server: its log says why.")
    for provider in login.providers:
        name = "Log in" if provider == DEFAULT else f"Log in with {plain(provider)}"
        st.button(name, key=f"login-{provider}", type="primary", on_click=st.login, args=(provider,))
    return False


def _is_allowed(login: Login) -> bool:
    if login.admits(st.user.to_dict()):
        return True
    events.warning("log-in not allowed", extra={"visitor": _person()})
    st.error(f"**{plain(_person())} may not see this graph.**", icon=":material/block:")
    st.caption("Ask whoever runs this server, or log in as somebody else.")
    st.button("Log out", on_click=st.logout)
    return False


def _has_place(house: House, number: str, visitor: str, known_by: str) -> bool:
    if house.pages.admit(number, visitor):
        return True
    limit = house.pages.limit
    pages = "1 page" if limit == 1 else f"{limit} pages"
    st.info(f"**You have {pages} open here already, and that is the most.**", icon=":material/tab:")
    st.markdown("Close one of them, then try again.")
    st.button("Try again", type="primary")
    st.caption(f"Pages are counted by {plain(known_by)}: those of others who share it count too.")
    return False


def _shows_who() -> bool:
    with st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
        st.caption(plain(st.user.get("name") or _person()), width="content")
        st.button("Log out", key="log-out", on_click=st.logout, type="tertiary", icon=":material/logout:")
    return True


def _person() -> str:
    """Who has logged in, as the log and the count of pages know them."""
    return str(st.user.get("email") or f"{st.user.get('sub')} of {st.user.get('iss')}")
