"""The page that brings in a file that the reader has: what each column is, what its rows come to, and loading it."""

import base64
import binascii

import streamlit as st

from explorer.access.alone import is_alone
from explorer.app_pages.app_page import AppPage
from explorer.canvas.file_input import read_given_file, show_file_input
from explorer.import_port import MOST_BYTES, GivenFile, Trial, is_import_known
from explorer.markdown import escape, link_to_page
from explorer.panels.import_preview import show_preview
from explorer.panels.import_questions import show_columns, show_questions, show_settings
from explorer.panels.notices import show_notices, write_address
from explorer.panels.open_graph import open_shown_graph
from explorer.shown_graph import ShownGraph
from explorer.state.chosen_data_set import SET, read_address
from explorer.state.import_decisions import Begun, begin, bring_in, forget_decisions, get_begun, skip_bad_rows
from explorer.state.stale_links import unknown_keys
from ledger.text import count_things

GIVEN = "import-given-file"
ACCEPTED = ".csv,.tsv,.tab,.txt,.xlsx,.json,.jsonl,.ndjson,.gz"
ABOUT = (
    "A sheet becomes a data set of your own. Say what each column is, see what its rows come to, and load it. Nothing "
    "is guessed in silence, and nothing is written before you press *Load*."
)


def is_offered() -> bool:
    """Only to one person at their own machine, whose `lodegraph run` brings files in."""
    return is_import_known() and is_alone()


def show_page() -> None:
    """Draw the page; of its file and what was decided nothing stands in the address."""
    address = read_address()
    with open_shown_graph() as here:
        st.markdown(f"### Bring a file in\n{ABOUT}")
        show_notices(list(unknown_keys(address, (SET,))))
        if not is_offered():  # a page that stayed open while the settings changed
            st.info("Files are brought in by `lodegraph run` at your own machine alone.", icon=":material/block:")
            return
        problem = _take_file()
        show_file_input(
            "Choose a file (CSV, TSV, XLSX, JSON, JSON Lines, FollowTheMoney)",
            key=GIVEN, most_bytes=MOST_BYTES, accept=ACCEPTED, as_base64=True,
        )  # fmt: skip
        st.caption(f"At most {MOST_BYTES:,} bytes; `lodegraph import` takes larger ones.")
        if problem:
            st.error(escape(problem), icon=":material/error:")
        if begun := get_begun():
            _show(here, begun)
        write_address(here, {}, has_problem=False)


def _take_file() -> str:
    """Take in a file that was given since the last run; says what is wrong with how it came."""
    given = read_given_file(GIVEN)
    if given is None:
        return ""
    name, _, packed = given.partition("\n")
    try:
        content = base64.b64decode(packed, validate=True)
    except binascii.Error:
        return f"{name[:80]} did not arrive whole: give it once more"
    with st.spinner("Reading", show_time=True):
        begin(GivenFile(name[:200], content))
    return ""


def _show(here: ShownGraph, begun: Begun) -> None:
    trial = begun.trial
    st.markdown(f"#### {escape(begun.file.name)}")
    if trial.refused:
        st.error("  \n".join(map(escape, trial.refused)), icon=":material/block:")
        show_columns(begun)
        if trial.settings is not None:
            show_settings(begun)
        _show_way_back(begun)
        return
    if begun.brought and begun.brought.is_done:
        _show_loaded(begun)
        return
    _show_counts(trial)
    show_columns(begun)
    show_questions(begun)
    show_settings(begun)
    show_preview(here, begun)
    _show_load(begun)


def _show_counts(trial: Trial) -> None:
    rows = f"{trial.rows:,} entities" if trial.are_entities else count_things(trial.rows, "row")
    made = "".join(f", {n:,} {escape(label)}" for label, n in (trial.counts or {}).items())
    st.markdown(f"**{trial.good:,} of {rows} can be brought in**{made}")
    if trial.found:
        st.caption(escape("; ".join(trial.found)))


def _show_way_back(begun: Begun) -> None:
    """Where something was decided, a button that forgets it."""
    if begun.decisions.columns or begun.decisions.answers or begun.decisions.another:
        st.button("Begin again with what was guessed", on_click=forget_decisions, icon=":material/undo:")


def _show_load(begun: Begun) -> None:
    """Whether rows with problems are left out, the button, and what keeps it from being pressed."""
    trial = begun.trial
    bad = trial.rows - trial.good
    if trial.problems and not trial.are_entities:
        skips = begun.decisions.skips_bad
        st.checkbox(
            f"Leave out {count_things(bad, 'row')} with problems", skips, key=f"import-{begun.number}-skip-{skips}",
            on_change=skip_bad_rows, args=(not skips,),
        )  # fmt: skip
    if trial.clash:
        st.error(escape(trial.clash), icon=":material/content_copy:")
    elif not trial.may_load:
        why = "No row can be brought in yet" if not trial.good else "Answer what is asked of rows, or leave them out"
        st.info(f"{why}.", icon=":material/help:")
    with st.container(horizontal=True):
        pressed = st.button(
            f"Load as {escape(trial.data_set)}", type="primary", disabled=not trial.may_load,
            icon=":material/playlist_add:", key="import-load",
        )  # fmt: skip
        _show_way_back(begun)
    st.caption(f"The records are written to {escape(trial.folder)}, the mapping beside it.")
    if pressed:
        with st.spinner("Checking and loading", show_time=True):
            bring_in()
        st.rerun()
    if begun.brought:
        st.error("Nothing was loaded:", icon=":material/error:")
        st.code("\n".join(begun.brought.lines), language=None, wrap_lines=True)


def _show_loaded(begun: Begun) -> None:
    brought = begun.brought
    if brought is None:
        return
    st.success(f"{escape(brought.data_set)} is loaded.", icon=":material/check:")
    st.code("\n".join(brought.lines), language=None, wrap_lines=True)
    loaded = brought.data_set  # its letters, digits, full stops, hyphens and underlines are nothing within code
    st.markdown(link_to_page(f"Open {loaded}", "", {SET: loaded}))
    st.caption(
        f"Its records are in {escape(brought.folder)}, to be read and mended; "
        f"`lodegraph drop {loaded}` takes it out of the graph again."
    )


PAGE = AppPage("Bring in", ":material/upload_file:", "bring-in", show_page, is_offered=is_offered)
