"""A saved query's rows as they come, so that an answer of any length is written without being held."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice

from cypher.protocols import StreamingReader
from cypher.results import Subgraph, Table, Value
from cypher.saved.labels import fill_labels
from cypher.saved.notes import read_notes
from cypher.saved.parameters import resolve
from cypher.saved.query import SavedQuery
from cypher.saved.unknown import refuse_unknown
from cypher.status import find_unfinished
from cypher.views import TABLE, Asked, Material

AT_ONCE = 1_000
"""Rows that are held: names of what they mention are read for so many together."""


@dataclass
class RowStream:
    """`rows`: as the table has them, to be gone through once; `taken` and `truncated` tell then how many there were,
    and whether there were more than were asked for."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Value, ...]] = field(repr=False)
    taken: int = 0
    truncated: bool = False


def can_stream(query: SavedQuery) -> bool:
    """Whether the rows of its answer are those that the server sends: of a network or of totals, and where dates are
    reckoned with, they are made of all that was sent."""
    return query.view == TABLE.name and query.reckons is None


@contextmanager
def stream(
    graph: StreamingReader, query: SavedQuery, given: Mapping[str, str | int], data_set: str, max_rows: int
) -> Iterator[RowStream]:
    """The rows of a query for which `can_stream` holds. Raises BadParameter, or whatever the graph raises."""
    values = resolve(query.parameters, given)
    refuse_unknown(graph, query.parameters, given, data_set, query.model)
    text = fill_labels(query.text, query.parameters, values, query.model)
    with graph.open_rows(text, {**values, "data_set": data_set, "most": max_rows + 1}) as (columns, rows):
        found = RowStream(columns, iter(()))
        found.rows = _write(graph, query, data_set, found, rows, max_rows)
        yield found


def read_what_is_beside(
    graph: StreamingReader, query: SavedQuery, given: Mapping[str, str | int], data_set: str, found: RowStream
) -> tuple[tuple[str, ...], str | None]:
    """The notes on rows that were gone through, and why they may not be all."""
    values = resolve(query.parameters, given)
    some = Table(found.columns, ((),) if found.taken else (), found.truncated)
    notes = read_notes(graph, query, values, data_set, (some, Subgraph(), None))
    return notes, find_unfinished(graph, data_set)


def _write(
    graph: StreamingReader,
    query: SavedQuery,
    data_set: str,
    found: RowStream,
    rows: Iterable[list[Value]],
    max_rows: int,
) -> Iterator[tuple[Value, ...]]:
    coming = iter(rows)
    while batch := tuple(tuple(row) for row in islice(coming, min(AT_ONCE, max_rows - found.taken))):
        table = Table(found.columns, batch)
        asked = Asked(table, Subgraph(), data_set, model=query.model)
        content = TABLE.read_more(graph, asked) if TABLE.read_more else None
        found.taken += len(batch)
        yield from TABLE.as_rows(Material(table, Subgraph(), query.model, content)).rows
    found.truncated = next(coming, None) is not None
