"""Rows that are written as they come: the same as when all are held, no more read than needed, and cut where asked."""

import csv
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cypher.exports import CSV, JSONL
from cypher.model import built_in_model
from cypher.protocols import StreamingReader
from cypher.results import Table
from cypher.saved import SavedQuery
from cypher.saved.streamed import AT_ONCE, can_stream, read_what_is_beside, stream
from tests.shipped import CATALOG

TEXT = "MATCH (c:Country {data_set: $data_set}) RETURN c.id AS id, c.name AS name"
QUERY = SavedQuery(
    id="mine", title="Mine", question="What?", category="c", view="table", text=TEXT, model=built_in_model()
)


class Counting:
    """A graph of so many rows that counts how many were taken."""

    def __init__(self, many: int) -> None:
        self.many, self.taken = many, 0

    @contextmanager
    def open_rows(self, text: str, parameters: dict[str, Any]) -> Iterator[Any]:
        yield ("id", "name"), self._rows()

    def table(self, text: str, parameters: dict[str, Any], max_rows: int | None) -> Table:
        return Table((), ())

    def rows(self, text: str, parameters: dict[str, Any], limit: int | None = None) -> tuple[Any, ...]:
        return ()

    def _rows(self) -> Iterator[list[Any]]:
        for at in range(self.many):
            self.taken += 1
            yield [f"country/{at}", ["a", None]]


def opened(many: int) -> tuple[Counting, StreamingReader]:
    graph = Counting(many)
    return graph, cast(StreamingReader, graph)


def test_no_more_rows_are_held_than_are_named_together() -> None:
    counting, graph = opened(50 * AT_ONCE)
    with stream(graph, QUERY, {}, "x", 40 * AT_ONCE) as found:
        first = next(found.rows)
        assert first == ("country/0", "a; None")
        assert counting.taken == AT_ONCE
        rest = sum(1 for _ in found.rows)
    assert (rest, found.taken, found.truncated) == (40 * AT_ONCE - 1, 40 * AT_ONCE, True)
    assert counting.taken == 40 * AT_ONCE + 1


@given(st.integers(0, 3 * AT_ONCE), st.integers(1, 3 * AT_ONCE))
def test_as_many_rows_come_as_are_asked_for_and_a_cut_is_told(many: int, most: int) -> None:
    _, graph = opened(many)
    with stream(graph, QUERY, {}, "x", most) as found:
        came = [row[0] for row in found.rows]
    assert came == [f"country/{at}" for at in range(min(many, most))]
    assert (found.taken, found.truncated) == (len(came), many > most)


def test_that_nothing_was_found_is_told_and_of_rows_nothing_is() -> None:
    for many, told in ((0, True), (3, False)):
        _, graph = opened(many)
        with stream(graph, QUERY, {}, "x", 10) as found:
            list(found.rows)
        notes, _ = read_what_is_beside(graph, QUERY, {}, "x", found)
        assert any("Nothing was found" in note for note in notes) is told


CELLS = st.one_of(
    st.none(), st.integers(), st.booleans(), st.text(st.characters(exclude_categories=["Cs"]), max_size=9)
)


@given(st.lists(st.tuples(CELLS, CELLS), max_size=6))
def test_lines_are_read_back_as_the_rows_that_were_written(rows: list[tuple[Any, Any]]) -> None:
    assert CSV.write_rows and JSONL.write_rows
    pieces = list(JSONL.write_rows(("a", "b"), rows))
    assert [tuple(json.loads(piece).values()) for piece in pieces] == rows
    read = list(csv.reader(io.StringIO("".join(CSV.write_rows(("a", "b"), rows)), newline="")))
    assert (read[0], len(read)) == (["a", "b"], len(rows) + 1)


@pytest.mark.parametrize("query", CATALOG.queries, ids=lambda query: query.id)
def test_only_tables_whose_rows_are_the_servers_are_streamed(query: SavedQuery) -> None:
    assert can_stream(query) == (query.view == "table" and query.reckons is None)
