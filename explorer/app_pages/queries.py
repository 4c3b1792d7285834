"""The page of saved queries: pick, fill in, and see the answer in the view that it wants."""

from collections.abc import Mapping
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from cypher.exports import ExportFormat
from cypher.exports.cypher_text import to_cypher
from cypher.saved import BadParameter, QueryAnswer, SavedQuery, run
from cypher.saved.command_line import write_command
from cypher.saved.run import MAX_ROWS
from cypher.views import NETWORK
from explorer.app_pages.app_page import AppPage
from explorer.markdown import escape, escape_around_code, link_to_page
from explorer.panels.answer_rows import ROWS, show_rows, show_way_to_network
from explorer.panels.clock import ask_with_clock
from explorer.panels.evidence import DISAGREEMENTS
from explorer.panels.kept_questions import (
    PINNED,
    form_turn,
    name_pins,
    note_recent,
    show_kept,
    take_up_opened,
    take_up_pins,
)
from explorer.panels.notices import is_ours, show_notices, write_address
from explorer.panels.open_graph import open_shown_graph
from explorer.panels.plain_question import show_plain_question
from explorer.panels.query_form import show_form
from explorer.panels.question_finder import ABOUT, FIND, asks_to_find, show_finder, take_up_search
from explorer.panels.view_choice import choose_view
from explorer.render.exports import CARD, EXPORT_FORMATS, HTML
from explorer.shown_graph import ShownGraph
from explorer.state.chosen_data_set import SET, name_data_set, read_address
from explorer.state.questions import make_question
from explorer.state.scene import Scene
from explorer.state.stale_links import missing, unknown_keys
from explorer.views import list_choices, show_answer
from explorer.views.network import (
    MOST_DRAWN,
    PICTURE,
    read_scene,
    read_selected_of,
    select_in_picture,
    write_answer_page,
)
from explorer.views.page_view import NOTHING_CHOSEN, Write
from ledger.nearest import did_you_mean, nearest, shown

ALL_ROWS = 100_000
"""As many as the command line takes of any answer."""
CARD_HELP = (
    "One page to keep, print and pass on: the question, the answer, its passages, where the sources disagree, what is "
    "not known, and the Cypher. It opens without a network, and runs no script."
)


def show_page() -> None:
    """Draw the page; the address names the query, its parameters and what is selected."""
    address = read_address()
    take_up_opened()
    with open_shown_graph() as here:
        if not is_ours():
            take_up_pins(here, address)
        show_plain_question(here)
        if asks_to_find(address):
            _find(here, address)
            return
        query, kept = _pick(here, address.get("query"))
        if query is None:
            with kept:
                show_kept(here, None)
            write_address(here, {}, has_problem=True)
            return
        st.markdown(f"### {escape(query.title)}\n{escape(query.question)}")
        if query.how_to_read:
            st.caption(f"How to read it: {escape_around_code(query.how_to_read)}")
        place = st.container()
        given = {p.name: address[f"p.{p.name}"] for p in query.parameters if f"p.{p.name}" in address}
        values = show_form(here, query, given) if query.parameters else {}
        try:
            query = query.seen_as(choose_view(query, address.get("view"), f"{here.set_hash}-{form_turn()}"))
            answer = _ask(here, query, values, kept)
        except BadParameter as error:
            with kept:
                show_kept(here, None)
            st.warning(escape(error), icon=":material/search_off:")
            write_address(here, {}, has_problem=True)
            return
        came = not is_ours() and query.id == address.get("query", query.id)
        notices = _notices(here, answer, address) if came else []
        question = make_question(here.catalog.get(query.id), answer.parameters, query.view)
        note_recent(here, question)
        with kept:
            show_kept(here, question)
        with place:
            show_notices(notices)
        wanted = {"query": query.id} | {
            f"p.{name}": str(value) for name, value in answer.parameters.items() if value != ""
        }
        if query.view != query.default_view:
            wanted["view"] = query.view

        def write(selected: str | None, chosen: Mapping[str, str] = NOTHING_CHOSEN, /) -> None:
            asked = wanted | dict(chosen) | ({"node": selected} if selected else {}) | name_pins(here)
            write_address(here, asked, has_problem=bool(notices))

        _show_result(here, answer, address, write)


def _ask(here: ShownGraph, query: SavedQuery, values: dict[str, str | int], kept: DeltaGenerator) -> QueryAnswer:
    """The answer, with a clock where it takes its time; the address stays as it came until there is one."""

    def draw_first() -> None:
        with kept:
            show_kept(here, None)

    key = repr((here.graph.server.uri, here.data_set.key, query.id, query.view, sorted(values.items())))
    return ask_with_clock(here.graph, key, lambda graph: run(graph, query, values, here.data_set.name), draw_first)


def _find(here: ShownGraph, address: dict[str, str]) -> None:
    """The page of an address that names no query, and what to find one by."""
    if not is_ours():
        take_up_search(here, address)
    show_notices(list(unknown_keys(address, (SET, FIND, ABOUT, PINNED))))
    st.markdown("### Find a question")
    left, _ = st.columns([3, 2])
    with left:
        show_finder(here, lambda found: write_address(here, found | name_pins(here), has_problem=False))


def _pick(here: ShownGraph, named: str | None) -> tuple[SavedQuery | None, DeltaGenerator]:
    """The query that the reader chose, else the one that the address names; None where there is none of that id. With
    it the place for what is kept."""
    queries = here.catalog.queries
    ids = [q.id for q in queries]
    titles = {q.id: f"{q.category.capitalize()}: {q.title}" for q in queries}
    start = None if named and named not in ids else ids.index(named) if named else _find_first(here, ids)
    turn = form_turn()
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        chosen = st.selectbox(
            "Saved query", ids, index=start, key=f"query-{here.set_hash}-{turn}", format_func=lambda i: titles[i]
        )
        with st.popover("Find a question", icon=":material/manage_search:", key=f"find-question-{turn}"):
            show_finder(here)
        kept = st.container(width="content")
    if chosen is None:
        near = did_you_mean(nearest(named or "", ids)).strip(" ()").capitalize()
        st.warning(
            f"There is no saved query “{escape(shown(named or ''))}”: choose one. {escape(near)}",
            icon=":material/link_off:",
        )
        return None, kept
    return here.catalog.get(chosen), kept


def _notices(here: ShownGraph, answer: QueryAnswer, address: dict[str, str]) -> list[str]:
    """What an address has that this query does not take, or that its answer does not hold."""
    query, node = answer.query, address.get("node")
    in_view = ("node",) if query.view == NETWORK.name else ()
    taken = (*(f"p.{p.name}" for p in query.parameters), *in_view, *list_choices(query.view))
    known = (SET, "query", "view", PINNED, *taken)
    notices = list(unknown_keys(address, known))
    there = {n.id for n in answer.subgraph.nodes} | {e.id for e in answer.subgraph.edges}
    if node and "node" in known and node not in there:
        notices += missing(here, node, "answer")
    return notices


def _find_first(here: ShownGraph, ids: list[str]) -> int:
    first = here.guide.first_query
    return ids.index(first) if first in ids else 0


def _show_result(here: ShownGraph, answer: QueryAnswer, address: dict[str, str], write: Write) -> None:
    """The answer, then what it is made of; the address is written with what is selected in a network."""
    _say_how_many(answer)
    if "dispute_id" in answer.table.columns:
        st.caption(link_to_page("Each with what would change, side by side", DISAGREEMENTS, name_data_set(here, {})))
    for note in answer.notes:
        st.info(escape(note), icon=":material/info:" if answer.table.rows else ":material/search_off:")
    turn = form_turn()
    key = f"tabs-{answer.query.id}-{answer.query.view}-{turn}"
    seen, rows, text = st.tabs(["Answer", "Rows", "Cypher"], key=key, on_change="rerun")
    with seen:
        if answer.table.rows:
            show_answer(here, answer, address, write)
        else:
            write(None)
    with rows:
        _show_rows(here, answer, address)
    with text:
        st.code(to_cypher(answer.query, answer.parameters, here.data_set.name), language="cypher")
        st.caption("The same on the command line:")
        several = here.data_set.name if len(here.data_sets) > 1 else None
        st.code(write_command(answer.query, answer.parameters, several), language="shell", wrap_lines=True)
    show_way_to_network(here, answer)
    _show_downloads(here, answer, address)


def _show_rows(here: ShownGraph, answer: QueryAnswer, address: dict[str, str]) -> None:
    """The rows, tied to the picture where the answer has one."""
    is_drawn = answer.query.view == NETWORK.name and 0 < len(answer.subgraph.nodes) <= MOST_DRAWN

    def select(item: str) -> None:
        if is_drawn:
            select_in_picture(answer, address, item)
            st.rerun((PICTURE, ROWS))

    show_rows(
        here,
        answer,
        f"{answer.query.id}-{here.set_hash}",
        lambda: read_selected_of(answer, address) if is_drawn else None,
        select,
    )


def _say_how_many(answer: QueryAnswer) -> None:
    rows = len(answer.table.rows)
    if answer.table.truncated:
        st.warning(
            f"The answer was cut: these are its first {rows:,} rows (the limit is {MAX_ROWS:,}). Other values ask for "
            "less; the command line writes all of it:",
            icon=":material/content_cut:",
        )
        command = write_command(answer.query, answer.parameters, answer.data_set)
        st.code(f"{command} --max-rows {ALL_ROWS} --format csv -o {answer.query.id}.csv", language="shell")
    else:
        st.caption(f"{rows:,} {'row' if rows == 1 else 'rows'}, not cut.")


def _write(here: ShownGraph, form: ExportFormat, answer: QueryAnswer, scene: Scene) -> str | bytes:
    """A picture as it is seen and drawn, with its evidence; rows as the query gives them; a card with the evidence that
    it asks the graph for."""
    return write_answer_page(here, answer, scene) if form is HTML else form.write_from(here.graph, answer)


def _show_downloads(here: ShownGraph, answer: QueryAnswer, address: dict[str, str]) -> None:
    scene = read_scene(answer, address)
    with st.container(horizontal=True):
        for form in sorted(EXPORT_FORMATS, key=lambda form: form is not CARD):
            nodes = len(answer.subgraph.nodes)
            if (form.needs_nodes and not nodes) or (form.draws and nodes > MOST_DRAWN):
                continue
            st.download_button(
                form.title,
                data=partial(_write, here, form, answer, scene),
                file_name=form.name_file(answer.query.id),
                mime=form.mime,
                icon=":material/description:" if form is CARD else ":material/download:",
                help=CARD_HELP if form is CARD else None,
            )


PAGE = AppPage("Saved queries", ":material/database_search:", "queries", show_page)
