"""Running a saved query: one answer, whichever way it is then shown."""

import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass

from cypher.convert import graph_parts, to_subgraph
from cypher.deals import DealBook, read_deals
from cypher.protocols import Reader
from cypher.results import Subgraph, Table, Value
from cypher.saved.fill import filled
from cypher.saved.parameters import resolve
from cypher.saved.query import SavedQuery, View
from cypher.saved.unknown import refuse_unknown
from ledger.totals import Totals, total

MAX_ROWS = 1_000
events = logging.getLogger("lodegraph.queries")


@dataclass(frozen=True)
class Answer:
    """What a saved query returned: its rows, the network in them, and totals where it asks for them."""

    query: SavedQuery
    parameters: dict[str, Value]
    table: Table
    subgraph: Subgraph
    totals: Totals | None
    book: DealBook | None


def run(
    graph: Reader, query: SavedQuery, given: Mapping[str, str | int], data_set: str, max_rows: int = MAX_ROWS
) -> Answer:
    """Run a saved query; `table.truncated` when there were more rows than `max_rows`.

    Raises BadParameter, or whatever the graph raises. Totals are never made of a cut answer:
    they are asked for without the limit.
    """
    values = resolve(query.parameters, given)
    refuse_unknown(graph, query.parameters, given, data_set, query.model)
    began = time.monotonic()
    limit = None if query.view is View.TOTALS else max_rows
    table = graph.table(
        filled(query.text, query.parameters, values, query.model), {**values, "data_set": data_set}, limit
    )
    _note(query, data_set, table, time.monotonic() - began)
    rows = [list(row) for row in table.rows]
    subgraph = to_subgraph(rows, table.truncated)
    if query.view is not View.TOTALS:
        return Answer(query, values, table, subgraph, None, None)
    nodes, _ = graph_parts([cell for row in rows for cell in row])
    book = read_deals(graph, nodes, data_set)
    return Answer(query, values, table, subgraph, total(book.deals), book)


def _note(query: SavedQuery, data_set: str, table: Table, seconds: float) -> None:
    """Which query was answered; what it was asked about is the reader's business."""
    about = {"query": query.id, "data_set": data_set, "rows": len(table.rows), "cut": table.truncated}
    events.info("query answered", extra=about | {"seconds": round(seconds, 3)})
