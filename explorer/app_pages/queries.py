"""The page of saved queries: pick, fill in, and see the answer in the view that it wants."""

import streamlit as st

from cypher.formats import dumps, grid, to_csv, to_cypher, to_json
from cypher.saved import Answer, BadParameter, SavedQuery, View, run
from cypher.saved.run import MAX_ROWS
from explorer.canvas import network_canvas
from explorer.opened import Opened, opened, plain
from explorer.panels.details import show_details
from explorer.panels.parameters import ask
from explorer.panels.rows import show_rows
from explorer.panels.totals import show_totals
from explorer.render import draw, lay_out, standalone_html
from explorer.state.address import view_of
from explorer.state.view import CanvasView

MOST_DRAWN = 400


def page() -> None:
    """Draw the page; the address names the query, its parameters and what is selected."""
    address = st.query_params.to_dict()
    with opened() as here:
        query = _pick(here, address.get("query"))
        st.markdown(f"### {plain(query.title)}\n{plain(query.question)}")
        given = {p.name: address[f"p.{p.name}"] for p in query.parameters if f"p.{p.name}" in address}
        values = ask(here, query, given) if query.parameters else {}
        try:
            answer = run(here.graph, query, values, here.data_set.name)
        except BadParameter as error:
            st.warning(plain(error), icon=":material/search_off:")
            return
        selected = _show(here, answer, address)
        _write_address(query, answer, selected)


def _pick(here: Opened, named: str | None) -> SavedQuery:
    queries = here.catalog.queries
    ids = [q.id for q in queries]
    titles = {q.id: f"{q.category.capitalize()}: {q.title}" for q in queries}
    start = ids.index(named) if named in ids else _first(here, ids)
    chosen = st.selectbox("Saved query", ids, index=start, key="query", format_func=lambda i: titles[i])
    if named is not None and named not in ids:
        st.warning(f"There is no saved query “{plain(named)}”: this is another one.")
    return here.catalog.get(chosen or ids[start])


def _first(here: Opened, ids: list[str]) -> int:
    first = here.guide.first_query
    return ids.index(first) if first in ids else 0


def _show(here: Opened, answer: Answer, address: dict[str, str]) -> str | None:
    """The answer, then what it is made of; returns what is selected in a network."""
    _say_how_many(answer)
    if not answer.table.rows:
        st.info("No rows: nothing in the records fits these parameters.", icon=":material/search_off:")
    seen, rows, text = st.tabs(["Answer", "Rows", "Cypher"])
    selected = None
    with seen:
        if answer.totals is not None and answer.book is not None:
            show_totals(answer.totals, answer.book)
        elif answer.query.view is View.NETWORK and answer.subgraph.nodes:
            selected = _show_network(here, answer, address)
        elif answer.table.rows:
            _show_grid(answer)
    with rows:
        _show_grid(answer)
        _downloads(answer)
    with text:
        st.code(to_cypher(answer.query, answer.parameters, here.data_set.name), language="cypher")
    return selected


def _show_network(here: Opened, answer: Answer, address: dict[str, str]) -> str | None:
    if len(answer.subgraph.nodes) > MOST_DRAWN:
        st.warning(f"{len(answer.subgraph.nodes)} nodes are too many to read as a picture: see the rows.")
        return None
    key = f"answer-{answer.query.id}-{dumps(answer.parameters)}"
    remembered: CanvasView = st.session_state.get(f"{key}-view") or view_of(address)
    drawn = draw(answer.subgraph, lay_out(answer.subgraph), here.model)
    left, right = st.columns([2.6, 1], gap="medium")
    with left:
        events = network_canvas(drawn, remembered, key=key, height=600)
    st.session_state[f"{key}-view"] = events.view
    if events.expand is not None:
        st.caption("Neighbours are brought in on the Network page.")
    with right, st.container(height=604, border=False):
        show_details(here, answer.subgraph, events.view.selected)
    show_rows(answer.subgraph, key, here.model)
    st.download_button(
        "Picture as one HTML file",
        data=lambda: standalone_html(drawn, answer.query.title, answer.query.question),
        file_name=f"{answer.query.id}.html",
        mime="text/html",
        icon=":material/download:",
    )
    return events.view.selected


def _say_how_many(answer: Answer) -> None:
    rows = len(answer.table.rows)
    if answer.table.truncated:
        st.warning(
            f"The answer was cut: these are its first {rows:,} rows (the limit is {MAX_ROWS:,}).",
            icon=":material/content_cut:",
        )
    else:
        st.caption(f"{rows:,} {'row' if rows == 1 else 'rows'}, not cut.")


def _show_grid(answer: Answer) -> None:
    table = grid(answer)
    st.dataframe([dict(zip(table.columns, row, strict=True)) for row in table.rows], hide_index=True, height="auto")


def _downloads(answer: Answer) -> None:
    left, right, _ = st.columns([1, 1, 4])
    name = answer.query.id
    left.download_button(
        "CSV", data=lambda: to_csv(grid(answer)), file_name=f"{name}.csv", mime="text/csv", icon=":material/download:"
    )
    right.download_button(
        "JSON",
        data=lambda: dumps(to_json(answer)),
        file_name=f"{name}.json",
        mime="application/json",
        icon=":material/download:",
    )


def _write_address(query: SavedQuery, answer: Answer, selected: str | None) -> None:
    wanted = {"query": query.id} | {f"p.{name}": str(value) for name, value in answer.parameters.items()}
    wanted |= {"node": selected} if selected else {}
    if wanted != st.query_params.to_dict():
        st.query_params.from_dict(wanted)
