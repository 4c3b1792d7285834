"""The page of disagreements: what decides first, each with its readings, and what would change if another one held."""

from collections import Counter
from dataclasses import replace

import streamlit as st

from cypher.disagreements import (
    NOT_WEIGHED,
    DisputeInFull,
    ListedDispute,
    name_weight,
    pick_disputes,
    read_in_full,
    read_list,
)
from explorer.app_pages.app_page import AppPage
from explorer.markdown import escape
from explorer.panels.dispute_downloads import show_downloads
from explorer.panels.dispute_filters import clear_filters, show_day, show_filters
from explorer.panels.dispute_in_full import show_in_full
from explorer.panels.dispute_list import show_list
from explorer.panels.notices import as_sentence, show_notices, write_address
from explorer.panels.open_graph import open_shown_graph
from explorer.shown_graph import ShownGraph
from explorer.state.asked_disputes import AskedDisputes, check_day, open_asked, write_asked
from explorer.state.chosen_data_set import read_address
from ledger.disputes import Weight
from ledger.glossary import spell_term
from ledger.text import count_things

OF, ASKED, NOTICES = "disputes-of", "disputes-asked", "disputes-notices"
MANY = {Weight.DECIDES: "decide", Weight.MATTERS: "matter", Weight.DETAIL: "details", NOT_WEIGHED: "not weighed"}
"""What several of a weight are called."""
STYLE = (
    "<style>body .st-key-dispute-list, body .st-key-dispute-in-full"
    "{flex: none; height: calc(100vh - 15rem); min-height: 20rem; overflow-y: auto; flex-wrap: nowrap;}"
    "body .st-key-dispute-list button, body .st-key-dispute-list button *"
    "{justify-content: flex-start; text-align: left;}"
    "body .st-key-dispute-list button {padding: 0.2rem 0.5rem; min-height: 0; line-height: 1.35;}</style>"
)


def show_page() -> None:
    """Draw the page from the session's state, or from the address where the session has none."""
    with open_shown_graph() as here:
        disputes = _read_all(here)
        if st.session_state.get(OF) != here.data_set.name:
            _begin(here, disputes)
        show_notices(_notices())
        if not disputes:
            st.info("These records have no disagreement.", icon=":material/inbox:")
            write_address(here, {}, has_problem=bool(_notices()))
            return
        st.html(STYLE)
        before: AskedDisputes = st.session_state[ASKED]
        wanted = replace(before, asked=show_filters(here, disputes, before.asked))
        found = pick_disputes(disputes, wanted.asked)
        wanted = replace(wanted, as_of=_show_count(here, disputes, found, wanted))
        st.session_state[ASKED] = wanted
        _show_both(here, found, _find_shown(disputes, found, wanted.dispute), check_day(wanted.as_of)[0])
        write_address(here, write_asked(wanted), has_problem=bool(_notices()))


def _begin(here: ShownGraph, disputes: tuple[ListedDispute, ...]) -> None:
    address = read_address()
    st.session_state[OF] = here.data_set.name
    st.session_state[ASKED], notices = open_asked(here, address, disputes)
    st.session_state[NOTICES] = (address, notices)


def _notices() -> tuple[str, ...]:
    """What the address asks for in vain, for as long as it is the one that the reader asked with."""
    address, notices = st.session_state[NOTICES]
    return notices if address == read_address() else ()


def _choose(dispute: str) -> None:
    st.session_state[ASKED] = replace(st.session_state[ASKED], dispute=dispute)


def _show_count(
    here: ShownGraph, disputes: tuple[ListedDispute, ...], found: tuple[ListedDispute, ...], wanted: AskedDisputes
) -> str:
    """How many there are, and what is taken along; returns the day of totals that was typed, empty where it is none."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f":small[{escape(_count(disputes, found))}]", width="content")
        if wanted.asked:
            _offer_to_clear(here, "clear-filters-above")
        st.space("stretch")
        as_of = show_day(here, wanted.as_of)
        day, problem = check_day(as_of)
        show_downloads(here, found, wanted.asked, day)
    if problem:
        st.warning(escape(f"{as_sentence(problem)}. The totals are of all that is known."), icon=":material/error:")
    return as_of if day else ""


def _count(disputes: tuple[ListedDispute, ...], found: tuple[ListedDispute, ...]) -> str:
    """How many there are of each weight: `12 disagreements of 138: 3 decide, 9 matter`."""
    weights = Counter(name_weight(dispute.weight) for dispute in found)
    of = f" of {len(disputes):,}" if len(found) != len(disputes) else ""
    told = ", ".join(_count_weight(weight, number) for weight, number in weights.items())
    return f"{count_things(len(found), 'disagreement')}{of}{': ' if told else ''}{told}"


def _count_weight(weight: str, number: int) -> str:
    return f"{number:,} {spell_term(weight) if number == 1 else MANY[weight]}"


def _offer_to_clear(here: ShownGraph, key: str) -> None:
    st.button(
        "Clear the filters", key=key, on_click=clear_filters, args=(here,), type="tertiary",
        icon=":material/filter_alt_off:",
    )  # fmt: skip


def _find_shown(
    disputes: tuple[ListedDispute, ...], found: tuple[ListedDispute, ...], opened: str
) -> ListedDispute | None:
    """What was opened, also where the list no longer has it; else the first of the list."""
    return next((d for d in disputes if d.id == opened), None) or next(iter(found), None)


def _show_both(
    here: ShownGraph, found: tuple[ListedDispute, ...], shown: ListedDispute | None, day: str | None
) -> None:
    """The list, and beside it the one that is shown, with totals as of a day where one is asked for."""
    left, right = st.columns([1, 1.5], gap="medium")
    with left:
        if found:
            show_list(found, shown.id if shown else "", _choose)
        else:
            _say_nothing_found(here)
    with right, st.container(key="dispute-in-full"):
        if shown is not None:
            show_in_full(here, _read_in_full(here, shown, day), day)


def _say_nothing_found(here: ShownGraph) -> None:
    st.info("No disagreement fits all filters.", icon=":material/search_off:")
    _offer_to_clear(here, "clear-filters")


def _read_all(here: ShownGraph) -> tuple[ListedDispute, ...]:
    return _read_all_once(here.graph.server.uri, here.data_set.key, here)


@st.cache_resource(show_spinner=False, max_entries=8)
def _read_all_once(uri: str, version: str, _here: ShownGraph) -> tuple[ListedDispute, ...]:
    return read_list(_here.graph, _here.data_set.name, _here.model)


def _read_in_full(here: ShownGraph, listed: ListedDispute, day: str | None) -> DisputeInFull:
    return _read_in_full_once(here.graph.server.uri, here.data_set.key, listed.id, day, here, listed)


@st.cache_resource(show_spinner=False, max_entries=512)
def _read_in_full_once(
    uri: str, version: str, dispute: str, day: str | None, _here: ShownGraph, _listed: ListedDispute
) -> DisputeInFull:
    return read_in_full(_here.graph, [_listed], _here.data_set.name, _here.model, day)[0]


PAGE = AppPage("Disagreements", ":material/balance:", "disagreements", show_page)
