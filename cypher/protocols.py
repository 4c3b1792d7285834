"""What a graph offers to whoever reads or writes, apart from how it is reached."""

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from cypher.convert import to_subgraph
from cypher.deadlines import Limits
from cypher.errors import TooManyRows
from cypher.internal import statement
from cypher.results import Plan, Subgraph, Table, Value
from cypher.server import Server

Parameters = Mapping[str, Any]


class Reader(Protocol):
    """Reading in two ways: all rows, which fails when there are more than the limit, or a page that says it was cut.

    Whoever inherits gives `table`; the rest follows from it.
    """

    server: Server

    @abstractmethod
    def table(self, text: str, parameters: Parameters, max_rows: int | None) -> Table:
        """A page: the first `max_rows` rows of a reading statement, `truncated` when there are more; None: all."""

    def rows(self, text: str, parameters: Parameters, limit: int | None = None) -> tuple[tuple[Value, ...], ...]:
        """All rows of a reading statement. Raises TooManyRows when there are more than `limit`; None: however many."""
        found = self.table(text, parameters, limit)
        if found.truncated:
            raise TooManyRows(f"there are more than {limit:,} rows where all are needed", "ask for fewer at once")
        return found.rows

    def subgraph(self, text: str, parameters: Parameters, max_rows: int | None) -> Subgraph:
        """Every node and relationship in a page of rows; `truncated` as there."""
        found = self.table(text, parameters, max_rows)
        return to_subgraph([list(row) for row in found.rows], found.truncated)

    def version(self) -> str:
        """The server's name and version, as it states them."""
        rows = self.rows(statement("version-of-a-server"), {})
        name, version, edition = next((r for r in rows if r[0] == "Neo4j Kernel"), rows[0])
        stated = f"{name} {version} ({edition})"
        return f"answers as {stated}" if self.server.engine.startswith("embedded") else stated


class TypedReader(Reader, Protocol):
    """Reading what somebody typed, by the walls of `cypher.guard` alone."""

    @abstractmethod
    def plan(self, text: str, parameters: Parameters) -> Plan | None:
        """What the server would do for a statement that begins with EXPLAIN; None where its plans tell nothing."""

    @abstractmethod
    def look(self, text: str, parameters: Parameters, limits: Limits) -> Table:
        """A page within limits, in a transaction that reads and is always taken back."""


class StreamingReader(Reader, Protocol):
    """Reading rows as they come."""

    @abstractmethod
    def open_rows(
        self, text: str, parameters: Parameters
    ) -> AbstractContextManager[tuple[tuple[str, ...], Iterator[list[Value]]]]:
        """The columns of a reading statement and its rows as they come, for the length of a block."""


class Writer(Reader, Protocol):
    """Reading, and writing in managed transactions."""

    @abstractmethod
    def stream(self, text: str, parameters: Parameters) -> Iterator[tuple[Value, ...]]:
        """All rows of a reading statement, one by one, for as long as it takes."""

    @abstractmethod
    def write(self, text: str, parameters: Parameters) -> list[tuple[Value, ...]]:
        """Run one writing statement in a transaction of its own and return its rows."""

    @abstractmethod
    def change_schema(self, statements: Sequence[str]) -> None:
        """Run schema statements, each in a transaction of its own."""
