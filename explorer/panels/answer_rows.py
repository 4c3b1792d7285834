"""The rows of an answer: selected here, they are selected in its picture, and the other way round; and what they name
is opened in the network."""

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256

import streamlit as st

from cypher.results import GraphEdge, GraphNode, Table, Value
from cypher.saved import QueryAnswer
from explorer.panels.network_links import link_to_network
from explorer.panels.table_help import explain_columns
from explorer.shown_graph import ShownGraph
from ledger.dates import format_window
from ledger.ids import is_node_id, is_relationship_id
from ledger.text import count_things

ROWS = "rows-of-answer"
"""The part of the page that is drawn anew where something is selected."""
MOST_BROUGHT = 60
"""Nodes that a link brings into the network at once."""
OF_ITSELF, OF_ENDS = "id", ("from_id", "to_id")


@st.fragment(key=ROWS)
def show_rows(
    here: ShownGraph, answer: QueryAnswer, key: str, read_selected: Callable[[], str | None],
    select: Callable[[str], None],
) -> None:  # fmt: skip
    """The rows as a table. `read_selected`: what is selected in the picture now, whose rows are marked; `select` is
    called with the id of what the first selected row tells of, where it tells it."""
    table = answer.as_rows()
    selected = read_selected()
    marked = find_rows(table, selected)
    name = f"{key}-rows-{sha256(str(selected).encode()).hexdigest()[:16]}"

    def follow() -> None:
        chosen: list[int] = list(st.session_state[name]["selection"]["rows"])
        told = name_row(table, chosen[0]) if chosen and chosen[0] < len(table.rows) else None
        if told is not None and told != selected:
            select(told)

    shown = [
        {column: format_window(cell) for column, cell in zip(table.columns, row, strict=True)} for row in table.rows
    ]
    event = st.dataframe(
        shown, key=name, hide_index=True, height="auto", placeholder="", column_config=explain_columns(table.columns),
        on_select=follow, selection_mode="multi-row", selection_default={"selection": {"rows": marked[:1]}},
    )  # fmt: skip
    chosen = [at for at in event["selection"]["rows"] if at < len(table.rows)]
    if len(marked) > 1:
        st.caption(f"{len(marked):,} rows tell of what is selected in the picture; the first is marked.")
    if chosen:
        _link(here, list_nodes(here, answer, table, chosen), f"of {count_things(len(chosen), 'selected row')}")


def show_way_to_network(here: ShownGraph, answer: QueryAnswer) -> None:
    """A link that opens in the network what the answer names, to be explored from there."""
    table = answer.as_rows()
    _link(here, list_nodes(here, answer, table, range(len(table.rows))), "of this answer")


def find_rows(table: Table, selected: str | None) -> list[int]:
    """The rows that tell of a node or relationship: of itself, or one at an end of which it stands."""
    if selected is None:
        return []
    places = [at for at, column in enumerate(table.columns) if column == OF_ITSELF or column in OF_ENDS]
    return [at for at, row in enumerate(table.rows) if any(row[place] == selected for place in places)]


def name_row(table: Table, at: int) -> str | None:
    """The id of what a row tells of; None where it has none."""
    if OF_ITSELF not in table.columns:
        return None
    told = table.rows[at][table.columns.index(OF_ITSELF)]
    return told if isinstance(told, str) and (is_node_id(told) or is_relationship_id(told)) else None


def list_nodes(here: ShownGraph, answer: QueryAnswer, table: Table, rows: Sequence[int]) -> list[str]:
    """The nodes that some rows name by their ids, or hold, each once, as far as they have a place in the network."""
    found: dict[str, None] = {}
    is_as_returned = len(answer.table.rows) == len(table.rows)
    for at in rows:
        cells = (*table.rows[at], *(answer.table.rows[at] if is_as_returned else ()))
        found |= {node: None for cell in cells for node in _nodes_in(cell) if _has_place(here, node)}
    return list(found)


def _nodes_in(cell: Value) -> Iterator[str]:
    match cell:
        case GraphNode():
            yield cell.id
        case GraphEdge():
            yield from (cell.start, cell.end)
        case list():
            for one in cell:
                yield from _nodes_in(one)
        case str() if is_relationship_id(cell):
            parts = cell.split("|")
            yield from (parts[0], parts[2])
        case str() if is_node_id(cell):
            yield cell


def _has_place(here: ShownGraph, node: str) -> bool:
    found = here.model.find_label_of_id(node)
    return found is not None and found.label in here.model.fact_labels


def _link(here: ShownGraph, nodes: Sequence[str], whose: str) -> None:
    if not nodes:
        return
    brought = nodes[:MOST_BROUGHT]
    more = f" of {len(nodes):,}" if len(nodes) > len(brought) else ""
    words = f"Explore from here: open {count_things(len(brought), 'node')}{more} {whose} in the network"
    st.markdown(link_to_network(here, words, brought[0], brought))
