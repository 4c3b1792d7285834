"""The page for a statement of one's own, which may only read: shown as it came, run when the reader says so."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from cypher.errors import GraphError
from cypher.exports.csv_text import to_csv
from cypher.exports.json_text import dumps
from cypher.guard import TypedAnswer, example, run_typed
from cypher.own.marks import find_marks
from cypher.results import GraphNode
from cypher.views.table import flatten
from explorer.app_pages.app_page import AppPage
from explorer.markdown import escape
from explorer.panels.network_links import link_to_network
from explorer.panels.notices import show_notices, write_address
from explorer.panels.open_graph import open_shown_graph
from explorer.panels.own_collection import show_collection, show_told, take_given_file
from explorer.panels.own_editor import TEXT, VALUES, begin_editor, keep_editor, read_values
from explorer.panels.own_history import note_run, show_history, take_rerun
from explorer.panels.own_save import show_save
from explorer.panels.table_help import show_table
from explorer.shown_graph import ShownGraph
from explorer.state.chosen_data_set import SET, read_address
from explorer.state.stale_links import unknown_keys
from ledger.text import count_things

ANSWERED = "answer-of-own-cypher"
LONGEST_ADDRESS = 4_000
"""Characters of a statement that stands in the address; a longer one is not put there."""
MOST_BROUGHT = 60
"""Nodes that a link brings into the network at once."""
SCOPE = (
    "It sees the whole database, all data sets in it: `$data_set` is the name of the one that is shown here. "
    "Only reading is possible; anything else is refused, with the rule."
)


@dataclass(frozen=True)
class _Run:
    """What was asked when the reader pressed Run, and what came of it: an answer, or why there is none."""

    text: str
    parameters: str
    answer: TypedAnswer | None = None
    problem: str = ""

    @property
    def outcome(self) -> str:
        """What came of it, in a word or two."""
        if self.answer is None:
            return "not run"
        rows = len(self.answer.table.rows)
        return f"{count_things(rows, 'row')}{', cut' if self.answer.table.truncated else ''}"


def show_page() -> None:
    """Draw the page; the address may bring a statement, which is shown and not run."""
    address = read_address()
    with open_shown_graph() as here:
        st.markdown(f"### Your own Cypher\n{SCOPE}")
        show_notices(list(unknown_keys(address, (SET, "cypher", "with"))))
        take_given_file(here)
        show_told()
        asked, row = _ask(here, address)
        if asked is not None:
            now = st.session_state[ANSWERED] = _run(here, *asked)
            note_run(now.text, now.parameters, now.outcome)
        with row:
            show_history()
        ran: _Run | None = st.session_state.get(ANSWERED)
        if ran is not None:
            _show(here, ran)
        write_address(here, _name(ran, address), has_problem=False)


def _ask(here: ShownGraph, address: Mapping[str, str]) -> tuple[tuple[str, str] | None, DeltaGenerator]:
    """The statement and its parameters, once, when the reader presses Run; and the row of buttons."""
    came = address.get("cypher")
    begin_editor(came or example(), address.get("with", ""))
    st.text_area("Statement", height=180, key=TEXT)
    st.text_input(
        "Parameters", key=VALUES, placeholder='{"name": "value"}',
        help="A JSON object: the values of what the statement names with `$`.",
    )  # fmt: skip
    text, values = keep_editor()
    row = st.container(horizontal=True)
    with row:
        pressed = st.button("Run", icon=":material/play_arrow:")
        show_save(here, text, values)
        show_collection(here)
    again = take_rerun()
    _show_marks(here, text, values)
    if came and st.session_state.get(ANSWERED) is None and not pressed:
        st.info("This statement came with the address. Read it before you run it.", icon=":material/link:")
    return ((text, values) if pressed or again else None), row


def _show_marks(here: ShownGraph, text: str, typed: str) -> None:
    """What will not work, before it is run: each with its place, and the name that may be meant."""
    try:
        given = read_values(typed)
    except GraphError:
        given = None
    marks = find_marks(text, here.model, given)
    if marks:
        told = "\n".join(f"- {escape(str(mark))}" for mark in marks)
        st.warning(told, icon=":material/spellcheck:")


def _run(here: ShownGraph, text: str, typed: str) -> _Run:
    try:
        given = read_values(typed)
        with st.spinner("Running", show_time=True):
            answer = run_typed(here.graph, text, {"data_set": here.data_set.name, **given})
    except GraphError as error:
        return _Run(text, typed, problem=str(error))
    return _Run(text, typed, answer)


def _name(ran: _Run | None, address: Mapping[str, str]) -> dict[str, str]:
    """What stands in the address: what was run, else what came with it."""
    if ran is None:
        return {key: address[key] for key in ("cypher", "with") if key in address}
    if len(ran.text) > LONGEST_ADDRESS:
        return {}
    return {"cypher": ran.text} | ({"with": ran.parameters} if ran.parameters else {})


def _show(here: ShownGraph, ran: _Run) -> None:
    if ran.answer is None:
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
