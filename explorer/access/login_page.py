"""Who may see the page: the last step before anything of the graph is read or shown."""

import logging

import streamlit as st

from explorer.access.login_settings import DEFAULT, Login
from explorer.access.middleware import ADDRESS_HEADER, PAGE_NUMBER_HEADER
from explorer.access.page_limit import Access
from explorer.markdown import escape

events = logging.getLogger("lodegraph.explorer")


def admit_visitor(access: Access) -> bool:
    """Whether the visitor may come in; who may not sees what to do."""
    if not access.serving.shared:
        return True
    number = st.context.headers.get(PAGE_NUMBER_HEADER) or ""
    if access.serving.login is None:
        address = st.context.headers.get(ADDRESS_HEADER) or ""
        return _require_place(access, number, address, f"the network address {address}")
    return (
        _require_login(access, access.serving.login, number)
        and _require_permission(access.serving.login)
        and _require_place(access, number, _name_visitor(), "your log-in")
        and _show_visitor()
    )


def _require_login(access: Access, login: Login, number: str) -> bool:
    if st.user.is_logged_in and access.open_pages.has_log_in(number):
        return True
    st.markdown("### Lodegraph\nWho wants to see the graph logs in first.")
    if st.query_params.get("login") == "failed":
        st.error(
            "**You were not logged in.** The log-in service refused, or did not answer.", icon=":material/key_off:"
        )
        st.caption("Try again; if it stays so, tell whoever runs this server: its log says why.")
    for at, provider in enumerate(login.providers):
        name = "Log in" if provider == DEFAULT else f"Log in with {escape(provider)}"
        st.button(name, key=f"login-{at}", on_click=st.login, args=(provider,))
    return False


def _require_permission(login: Login) -> bool:
    if login.admits(st.user.to_dict()):
        return True
    events.warning("log-in not allowed", extra={"visitor": _name_visitor()})
    st.error(f"**{escape(_name_visitor())} may not see this graph.**", icon=":material/block:")
    st.caption("Ask whoever runs this server, or log in as somebody else.")
    st.button("Log out", on_click=st.logout)
    return False


def _require_place(access: Access, number: str, visitor: str, known_by: str) -> bool:
    if access.open_pages.admit(number, visitor):
        return True
    limit = access.open_pages.limit
    pages = "1 page" if limit == 1 else f"{limit} pages"
    st.info(f"**You have {pages} open here already, and that is the most.**", icon=":material/tab:")
    st.markdown("Close one of them, then try again.")
    st.button("Try again")
    st.caption(f"Pages are counted by {escape(known_by)}: those of others who share it count too.")
    return False


def _show_visitor() -> bool:
    with st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
        st.caption(escape(st.user.get("name") or _name_visitor()), width="content")
        st.button("Log out", key="log-out", on_click=st.logout, type="tertiary", icon=":material/logout:")
    return True


def _name_visitor() -> str:
    """Who has logged in, as the log and the count of pages know them."""
    return str(st.user.get("email") or f"{st.user.get('sub')} of {st.user.get('iss')}")
