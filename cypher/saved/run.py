"""Running a saved query: one answer, whichever way it is then shown."""

import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from cypher.convert import to_subgraph
from cypher.deals import DealBook
from cypher.guard.typed import read_guarded
from cypher.mentions import Mentions
from cypher.protocols import Reader
from cypher.reckon import reckon, reckon_between
from cypher.results import Subgraph, Table, Value
from cypher.saved.days import read_days
from cypher.saved.labels import fill_labels
from cypher.saved.notes import read_notes
from cypher.saved.parameters import resolve
from cypher.saved.query import SavedQuery
from cypher.saved.unknown import refuse_unknown
from cypher.status import find_unfinished
from cypher.views import Asked, Material, View, find_view
from cypher.views.totals import Sums
from ledger.totals import Totals

MAX_ROWS = 1_000
ANY_NUMBER = 2**62
"""More rows than any graph has."""
events = logging.getLogger("lodegraph.queries")


@dataclass(frozen=True, kw_only=True)
class QueryAnswer(Material):
    """What a saved query returned: its rows, the network in them, and what its view read besides.

    `unfinished`: why this may not be all, where the data set is being loaded or dropped, or that was broken off.
    `notes`: what a reader must know beside them, a sentence each: what was looked for in vain, what is not included.
    """

    query: SavedQuery
    parameters: dict[str, Value]
    data_set: str
    unfinished: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def view(self) -> View:
        """How it wants to be seen."""
        return find_view(self.query.view)

    @property
    def totals(self) -> Totals | None:
        """The totals, where the query asks for them."""
        return self.content.totals if isinstance(self.content, Sums) else None

    @property
    def book(self) -> DealBook | None:
        """The deals of the totals, with the names of what they mention."""
        return self.content.book if isinstance(self.content, Sums) else None

    @property
    def mentions(self) -> Mentions:
        """What the rows of a network mention besides; nothing for other views."""
        return self.content if isinstance(self.content, Mentions) else Mentions()

    def as_rows(self) -> Table:
        """Rows in which every cell is text, a number, a boolean or None, as the view has them."""
        return self.view.as_rows(self)

    def as_json(self) -> dict[str, Any]:
        """Plain values, as the view has them."""
        return self.view.as_json(self)


def unasked(query: SavedQuery, given: Mapping[str, str | int], data_set: str) -> QueryAnswer:
    """The question without its answer, for formats that write the question. Raises BadParameter."""
    values = resolve(query.parameters, given)
    return QueryAnswer(
        table=Table((), ()), subgraph=Subgraph(), model=query.model, query=query, parameters=values, data_set=data_set
    )


def run(
    graph: Reader, query: SavedQuery, given: Mapping[str, str | int], data_set: str, max_rows: int = MAX_ROWS
) -> QueryAnswer:
    """Run a saved query; `table.truncated` when there were more rows than `max_rows`.

    Raises BadParameter, or whatever the graph raises. A view that needs all rows, such as
    totals, is never made of a cut answer: it is asked for without the limit. Nor is what held on a day: it is cut
    afterwards; a query that knows better may stop at `$most` itself.
    """
    values = resolve(query.parameters, given)
    refuse_unknown(graph, query.parameters, given, data_set, query.model)
    view = find_view(query.view)
    as_of = str(values[query.as_of] or "") or None if query.as_of else None
    table = _read_rows(graph, query, values, data_set, as_of, max_rows)
    subgraph = to_subgraph([list(row) for row in table.rows], table.truncated)
    funder = str(values[query.sum_of]) if query.sum_of else None
    mineral = str(values[query.sum_of_mineral]) if query.sum_of_mineral else None
    stakes_of = str(values[query.stakes_of]) if query.stakes_of else None
    asked = Asked(table, subgraph, data_set, funder, as_of, stakes_of, query.model, mineral)
    if view.narrow:
        subgraph = view.narrow(asked)
        asked = replace(asked, subgraph=subgraph)
    content = view.read_more(graph, asked) if view.read_more else None
    return QueryAnswer(
        table=table,
        subgraph=subgraph,
        model=query.model,
        content=content,
        query=query,
        parameters=values,
        data_set=data_set,
        unfinished=find_unfinished(graph, data_set),
        notes=read_notes(graph, query, values, data_set, (table, subgraph, content)),
    )


def _read_rows(
    graph: Reader, query: SavedQuery, values: Mapping[str, Value], data_set: str, as_of: str | None, max_rows: int
) -> Table:
    """The rows that the query returns, and of them those that held on the day."""
    began = time.monotonic()
    needs_all = find_view(query.view).needs_all_rows or _is_reckoned_whole(query, as_of)
    limit = None if needs_all else max_rows
    reserved = {"data_set": data_set, "most": ANY_NUMBER if limit is None else limit + 1}
    text = fill_labels(query.text, query.parameters, values, query.model)
    read = partial(read_guarded, graph) if query.own else graph.table
    table = read(text, {**values, **reserved}, limit)
    step = None if find_view(query.view).takes_deals else query.reckons
    if step and query.between:
        days = read_days(query.between, str(values[query.between]))
        table = _cut(reckon_between(step, table, days), max_rows)
    elif step:
        table = _cut(reckon(step, table, date.fromisoformat(as_of) if as_of else None), max_rows)
    _note(query, data_set, table, time.monotonic() - began)
    return table


def _is_reckoned_whole(query: SavedQuery, as_of: str | None) -> bool:
    """Whether dates choose among the rows, or put them all in order; without a day a page is as good as any."""
    return query.reckons is not None and (as_of is not None or query.as_of is None)


def _cut(table: Table, max_rows: int) -> Table:
    return replace(table, rows=table.rows[:max_rows], truncated=table.truncated or len(table.rows) > max_rows)


def _note(query: SavedQuery, data_set: str, table: Table, seconds: float) -> None:
    """Which query was answered; what it was asked about is the reader's business."""
    about = {"query": query.id, "data_set": data_set, "rows": len(table.rows), "cut": table.truncated}
    events.info("query answered", extra=about | {"seconds": round(seconds, 3)})
