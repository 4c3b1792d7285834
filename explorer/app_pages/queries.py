"""The page of saved queries: pick, fill in, and see the answer in the view that it wants."""

from functools import partial

import streamlit as st

from cypher.exports import ExportFormat
from cypher.exports.cypher_text import to_cypher
from cypher.saved import BadParameter, QueryAnswer, SavedQuery, run
from cypher.saved.run import MAX_ROWS
from cypher.views import NETWORK
from explorer.app_pages.app_page import AppPage
from explorer.markdown import escape, link_to_page
from explorer.panels.evidence import DISAGREEMENTS
from explorer.panels.notices import is_ours, show_notices, write_address
from explorer.panels.open_graph import open_shown_graph
from explorer.panels.plain_question import show_plain_question
from explorer.panels.query_form import show_form
from explorer.render.exports import CARD, EXPORT_FORMATS, HTML
from explorer.shown_graph import ShownGraph
from explorer.state.chosen_data_set import SET, name_data_set, read_address
from explorer.state.scene import Scene
from explorer.state.stale_links import missing, unknown_keys
from explorer.views import show_answer
from explorer.views.network import MOST_DRAWN, read_scene, write_answer_page
from explorer.views.page_view import Write, show_answer_rows
from ledger.nearest import did_you_mean, nearest, shown

CARD_HELP = (
    "One page to keep, print and pass on: the question, the answer, its passages, where the sources disagree, what is "
    "not known, and the Cypher. It opens without a network, and runs no script."
)


def show_page() -> None:
    """Draw the page; the address names the query, its parameters and what is selected."""
    address = read_address()
    with open_shown_graph() as here:
        show_plain_question(here)
        query = _pick(here, address.get("query"))
        if query is None:
            write_address(here, {}, has_problem=True)
            return
        st.markdown(f"### {escape(query.title)}\n{escape(query.question)}")
        if query.how_to_read:
            st.caption(f"How to read it: {escape(query.how_to_read)}")
        place = st.container()
        given = {p.name: address[f"p.{p.name}"] for p in query.parameters if f"p.{p.name}" in address}
        values = show_form(here, query, given) if query.parameters else {}
        try:
            answer = run(here.graph, query, values, here.data_set.name)
        except BadParameter as error:
            st.warning(escape(error), icon=":material/search_off:")
            write_address(here, {}, has_problem=True)
            return
        came = not is_ours() and query.id == address.get("query", query.id)
        notices = _notices(here, answer, address) if came else []
        with place:
            show_notices(notices)
        wanted = {"query": query.id} | {
            f"p.{name}": str(value) for name, value in answer.parameters.items() if value != ""
        }

        def write(selected: str | None) -> None:
            asked = wanted | ({"node": selected} if selected else {})
            write_address(here, asked, has_problem=bool(notices))

        _show_result(here, answer, address, write)


def _pick(here: ShownGraph, named: str | None) -> SavedQuery | None:
    """The query that the reader chose, else the one that the address names; None where there is none of that id."""
    queries = here.catalog.queries
    ids = [q.id for q in queries]
    titles = {q.id: f"{q.category.capitalize()}: {q.title}" for q in queries}
    start = None if named and named not in ids else ids.index(named) if named else _find_first(here, ids)
    chosen = st.selectbox(
        "Saved query", ids, index=start, key=f"query-{here.set_hash}", format_func=lambda i: titles[i]
    )
    if chosen is None:
        near = did_you_mean(nearest(named or "", ids)).strip(" ()").capitalize()
        st.warning(
            f"There is no saved query “{escape(shown(named or ''))}”: choose one. {escape(near)}",
            icon=":material/link_off:",
        )
        return None
    return here.catalog.get(chosen)


def _notices(here: ShownGraph, answer: QueryAnswer, address: dict[str, str]) -> list[str]:
    """What an address has that this query does not take, or that its answer does not hold."""
    query, node = answer.query, address.get("node")
    in_view = ("node",) if query.view == NETWORK.name else ()
    known = (SET, "query", *(f"p.{p.name}" for p in query.parameters), *in_view)
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
    seen, rows, text = st.tabs(["Answer", "Rows", "Cypher"])
    with seen:
        if answer.table.rows:
            show_answer(here, answer, address, write)
        else:
            write(None)
    with rows:
        show_answer_rows(answer)
    with text:
        st.code(to_cypher(answer.query, answer.parameters, here.data_set.name), language="cypher")
    _show_downloads(here, answer, address)


def _say_how_many(answer: QueryAnswer) -> None:
    rows = len(answer.table.rows)
    if answer.table.truncated:
        st.warning(
            f"The answer was cut: these are its first {rows:,} rows (the limit is {MAX_ROWS:,}).",
            icon=":material/content_cut:",
        )
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
