"""The page for a statement of one's own, which may only read: shown as it came, run when the reader says so."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from cypher.errors import GraphError
from cypher.exports.csv_text import to_csv
from cypher.exports.json_text import dumps
from cypher.guard import TypedAnswer, example
from cypher.own.marks import Mark, find_marks
from cypher.results import GraphNode
from cypher.views.table import flatten
from explorer.app_pages.app_page import AppPage
from explorer.markdown import escape
from explorer.panels.network_links import link_to_network
from explorer.panels.notices import show_notices, write_address
from explorer.panels.open_graph import open_shown_graph
from explorer.panels.own_collection import show_collection, show_told, take_given_file
from explorer.panels.own_editor import (
    VALUES,
    ask_for_run,
    begin_editor,
    get_to_run,
    read_editor,
    read_values,
    show_statement,
)
from explorer.panels.own_history import get_history, show_history
from explorer.panels.own_runs import OwnRun, OwnRuns, get_own_runs
from explorer.panels.own_save import show_save
from explorer.panels.table_help import show_table
from explorer.shown_graph import ShownGraph
from explorer.state.chosen_data_set import SET, read_address
from explorer.state.stale_links import unknown_keys
from ledger.text import count_things

LONGEST_ADDRESS = 4_000
"""Characters of a statement that stands in the address; a longer one is not put there."""
MOST_BROUGHT = 60
"""Nodes that a link brings into the network at once."""
SCOPE = (
    "It sees the whole database, all data sets in it: `$data_set` is the name of the one that is shown here. "
    "Only reading is possible; anything else is refused, with the rule."
)


def show_page() -> None:
    """Draw the page; the address may bring a statement, which is shown and not run."""
    address = read_address()
    with open_shown_graph() as here:
        st.markdown(f"### Your own Cypher\n{SCOPE}")
        show_notices(list(unknown_keys(address, (SET, "cypher", "with"))))
        take_given_file(here)
        show_told()
        runs = get_own_runs()
        row = _ask(here, address, runs)
        runs.take_up(here, get_to_run(), get_history())
        with row:
            show_history()
        if runs.is_under_way:
            runs.show_clock()
        elif runs.last is not None:
            _show(here, runs.last)
        write_address(here, _name(runs.last, address), has_problem=False)


def _ask(here: ShownGraph, address: Mapping[str, str], runs: OwnRuns) -> DeltaGenerator:
    """The statement and its parameters, with what is wrong in them; the row of buttons."""
    came = address.get("cypher")
    begin_editor(came or example(), address.get("with", ""))
    text, typed = read_editor()
    given = _read_given(typed)
    marks = find_marks(text, here.model, given)
    show_statement(here, marks, given)
    st.text_input(
        "Parameters", key=VALUES, placeholder='{"name": "value"}',
        help="A JSON object: the values of what the statement names with `$`.",
    )  # fmt: skip
    row = st.container(horizontal=True)
    with row:
        st.button("Run", icon=":material/play_arrow:", on_click=ask_for_run)
        show_save(here, text, typed)
        show_collection(here)
    _tell_marks(marks)
    if came and runs.has_none and get_to_run().asked is None:
        st.info("This statement came with the address. Read it before you run it.", icon=":material/link:")
    return row


def _read_given(typed: str) -> dict[str, Any] | None:
    """The values of parameters, None where they cannot be read."""
    try:
        return read_values(typed)
    except GraphError:
        return None


def _tell_marks(marks: tuple[Mark, ...]) -> None:
    """What will not work, before it is run: each with its place, and the name that may be meant."""
    if marks:
        told = "\n".join(f"- {escape(str(mark))}" for mark in marks)
        st.warning(told, icon=":material/spellcheck:")


def _name(ran: OwnRun | None, address: Mapping[str, str]) -> dict[str, str]:
    """What stands in the address: what was run, else what came with it."""
    if ran is None:
        return {key: address[key] for key in ("cypher", "with") if key in address}
    if len(ran.text) > LONGEST_ADDRESS:
        return {}
    return {"cypher": ran.text} | ({"with": ran.parameters} if ran.parameters else {})


def _show(here: ShownGraph, ran: OwnRun) -> None:
    if ran.answer is None:
        if ran.is_stopped:
            st.warning(escape(ran.problem), icon=":material/stop_circle:")
        else:
            st.error(escape(ran.problem), icon=":material/block:")
        return
    table = flatten(ran.answer.table, here.model)
    if table.truncated:
        st.warning(
            f"The answer was cut after {len(table.rows):,} rows. LIMIT, SKIP or a narrower question show the rest.",
            icon=":material/content_cut:",
        )
    else:
        st.caption(f"{len(table.rows):,} {'row' if len(table.rows) == 1 else 'rows'}, not cut.")
    if not table.rows:
        return
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    show_table(rows)
    _show_nodes(here, ran.answer)
    with st.container(horizontal=True):
        for name, mime, text in (
            ("csv", "text/csv", partial(to_csv, table)),
            ("json", "application/json", partial(dumps, rows)),
        ):
            st.download_button(
                name.upper(), data=text, file_name=f"answer.{name}", mime=mime, icon=":material/download:"
            )


def _show_nodes(here: ShownGraph, answer: TypedAnswer) -> None:
    """A way to the network, for the nodes that are of the data set that is shown."""
    nodes = [n for n in answer.subgraph.nodes if _is_here(here, n)]
    if nodes:
        brought = [n.id for n in nodes[:MOST_BROUGHT]]
        of = f" of {len(nodes):,}" if len(nodes) > len(brought) else ""
        words = f"Open {count_things(len(brought), 'node')}{of} in the network"
        st.markdown(link_to_network(here, words, brought[0], brought))


def _is_here(here: ShownGraph, node: GraphNode) -> bool:
    found = here.model.find_label_of_id(node.id)
    drawn = found is not None and found.label in here.model.fact_labels
    return drawn and node.properties.get("data_set") == here.data_set.name


PAGE = AppPage("Own Cypher", ":material/terminal:", "cypher", show_page, for_one_reader=True)
