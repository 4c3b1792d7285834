"""A notice that the files of the shown folder differ from the graph, with a button or a command that loads them."""

import streamlit as st

from explorer.markdown import escape
from explorer.records_port import FolderState, LoadOutcome, ask_load, ask_state, is_folder_known

LOOK_SECONDS = 4.0
OUTCOME = "records-outcome"


def show_records_notice() -> None:
    """Watch the folder for as long as the page is open; nothing where these pages show none."""
    if is_folder_known():
        _watch()


@st.fragment(run_every=LOOK_SECONDS)
def _watch() -> None:
    state = ask_state()
    if state is None:
        return
    if state.problem:
        st.warning(f"The records in {escape(state.folder)} cannot be read: {escape(state.problem)}")
    elif state.differs:
        st.warning(
            f"The files in {escape(state.folder)} differ from what the graph holds of them.",
            icon=":material/edit_document:",
        )
        _offer(state)
    else:
        st.session_state.pop(OUTCOME, None)


def _offer(state: FolderState) -> None:
    outcome: LoadOutcome | None = st.session_state.get(OUTCOME)
    if not state.can_load:
        st.code(state.command, language="shell")
        return
    if outcome is not None:
        _show_outcome(outcome)
    asks = outcome is not None and bool(outcome.asks)
    if st.button("Load them and remove what they lack" if asks else "Load them", icon=":material/sync:"):
        with st.spinner("Loading"):
            outcome = ask_load(remove=asks)
        st.session_state[OUTCOME] = outcome
        st.rerun(scope="app" if outcome.is_done else "fragment")


def _show_outcome(outcome: LoadOutcome) -> None:
    if outcome.asks:
        st.info(f"Nothing was loaded yet: {escape(outcome.asks)}.")
    elif not outcome.is_done:
        st.error("Nothing was loaded:", icon=":material/error:")
        st.code("\n".join(outcome.lines), language=None, wrap_lines=True)
