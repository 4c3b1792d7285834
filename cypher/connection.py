"""One connection to one graph: reading with a limit, writing in managed transactions."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any

import neo4j

from cypher.convert import to_subgraph, to_value
from cypher.explained import explained
from cypher.results import Subgraph, Table, Value

TIMEOUT = 20.0
"""Seconds after which a reading statement is stopped where the server honours it."""

Parameters = Mapping[str, Any]


@dataclass(frozen=True)
class Server:
    """Where a graph is and who we are there; `engine` names it in messages and status."""

    uri: str
    username: str
    password: str
    database: str
    engine: str

    def __repr__(self) -> str:
        return f"Server({self.uri}, {self.username}, {self.database}, {self.engine})"


class Graph:
    """An open graph. Every method raises a GraphError that says what to do."""

    def __init__(self, server: Server, driver: neo4j.Driver) -> None:
        self.server = server
        self._driver = driver

    def table(self, text: str, parameters: Parameters, max_rows: int) -> Table:
        """The first `max_rows` rows of a reading statement; `truncated` when there are more."""
        columns, rows = self._read(text, parameters, max_rows)
        return Table(tuple(columns), tuple(tuple(r) for r in rows[:max_rows]), len(rows) > max_rows)

    def subgraph(self, text: str, parameters: Parameters, max_rows: int) -> Subgraph:
        """Every node and relationship in the first `max_rows` rows of a reading statement."""
        _, rows = self._read(text, parameters, max_rows)
        return to_subgraph(rows[:max_rows], len(rows) > max_rows)

    def stream(self, text: str, parameters: Parameters) -> Iterator[tuple[Value, ...]]:
        """All rows of a reading statement, one by one, for as long as it takes."""
        with explained(self.server.uri, self.server.database), self._session(neo4j.READ_ACCESS) as session:
            for record in session.run(text, dict(parameters)):
                yield tuple(to_value(v) for v in record.values())

    def write(self, text: str, parameters: Parameters) -> list[tuple[Value, ...]]:
        """Run one writing statement in a managed transaction and return its rows."""
        with explained(self.server.uri, self.server.database), self._session(neo4j.WRITE_ACCESS) as session:
            return session.execute_write(lambda tx: [tuple(r.values()) for r in tx.run(text, dict(parameters))])

    def change_schema(self, statements: Sequence[str]) -> None:
        """Run schema statements, each in a transaction of its own as servers demand."""
        for statement in statements:
            with explained(self.server.uri, self.server.database):
                self._driver.execute_query(statement, database_=self.server.database)

    def version(self) -> str:
        """The server's name and version, as it states them."""
        text = "CALL dbms.components() YIELD name, versions, edition RETURN name, versions[0], edition"
        rows = self.table(text, {}, 10).rows
        name, version, edition = next((r for r in rows if r[0] == "Neo4j Kernel"), rows[0])
        stated = f"{name} {version} ({edition})"
        return f"answers as {stated}" if self.server.engine.startswith("embedded") else stated

    def close(self) -> None:
        """Give the connections back."""
        self._driver.close()

    def _read(self, text: str, parameters: Parameters, max_rows: int) -> tuple[list[str], list[list[Value]]]:
        def work(tx: neo4j.ManagedTransaction) -> tuple[list[str], list[list[Value]]]:
            result = tx.run(text, dict(parameters))
            rows = [[to_value(v) for v in record.values()] for record in islice(result, max_rows + 1)]
            return list(result.keys()), rows

        with explained(self.server.uri, self.server.database), self._session(neo4j.READ_ACCESS) as session:
            return session.execute_read(neo4j.unit_of_work(timeout=TIMEOUT)(work))

    def _session(self, mode: str) -> neo4j.Session:
        return self._driver.session(database=self.server.database, default_access_mode=mode)


@contextmanager
def connect(server: Server) -> Iterator[Graph]:
    """Open a graph for the length of a block, and check that it answers."""
    graph = open_graph(server)
    try:
        graph.table("RETURN 1 AS one", {}, 1)
        yield graph
    finally:
        graph.close()


def open_graph(server: Server) -> Graph:
    """A graph that is connected to when it is first used; whoever opens it closes it."""
    with explained(server.uri, server.database):
        driver = neo4j.GraphDatabase.driver(
            server.uri,
            auth=(server.username, server.password),
            user_agent="lodegraph",
            notifications_min_severity="OFF",
            connection_acquisition_timeout=20,
            connection_timeout=5,
            max_transaction_retry_time=5,
        )
    return Graph(server, driver)
