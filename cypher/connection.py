"""One connection to one graph: reading with a limit, writing in managed transactions."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice

import neo4j

from cypher.convert import to_value
from cypher.deadlines import Deadlines, Limits
from cypher.diagnosis.product import NEO4J, REMEDY, Product, product_of
from cypher.errors import CommitUnheard, GraphError, UnknownDatabase, UnsupportedServer
from cypher.internal import statement
from cypher.protocols import Parameters, StreamingReader, Writer
from cypher.results import Plan, Table, Value
from cypher.server import Server, driver_for, explain_failures, written
from cypher.stoppable import MarkedReader
from cypher.time_limits import QUESTION

__all__ = ["Graph", "Parameters", "Server", "connect", "open_graph"]


class _Disproved(Exception):
    """Takes a transaction back whose proof failed."""


class Graph(Writer, StreamingReader, MarkedReader):
    """An open graph. Every method raises a GraphError that says what to do."""

    def __init__(self, server: Server, driver: neo4j.Driver) -> None:
        self.server = server
        self._driver = driver
        self._typed = Deadlines()

    def table(self, text: str, parameters: Parameters, max_rows: int | None) -> Table:
        """A page: the first `max_rows` rows of a reading statement, `truncated` when there are more; None: all."""
        return self.table_marked(text, parameters, max_rows, {})

    def table_marked(self, text: str, parameters: Parameters, max_rows: int | None, mark: dict[str, str]) -> Table:
        """As `table`, in a transaction with the mark in its metadata."""
        columns, rows = self._read(text, parameters, max_rows, mark)
        return Table(
            tuple(columns), tuple(tuple(r) for r in rows[:max_rows]), max_rows is not None and len(rows) > max_rows
        )

    def find_marked(self, run: str) -> list[str] | None:
        """The transactions that carry the mark of a run; None where the server does not tell: Neo4j alone does."""
        with explain_failures(self.server):
            if not NEO4J.fullmatch(self._driver.get_server_info().agent):
                return None
        return [str(name) for (name,) in self.rows(statement("transactions-of-a-run"), {"run": run})]

    def end_transaction(self, name: str) -> None:
        """Tell the server to end a transaction of this user's."""
        self.rows(statement("end-a-transaction"), {"id": name})

    def stream(self, text: str, parameters: Parameters) -> Iterator[tuple[Value, ...]]:
        """All rows of a reading statement, one by one, for as long as it takes."""
        with explain_failures(self.server), self._session(neo4j.READ_ACCESS) as session:
            for record in session.run(text, dict(parameters)):
                yield tuple(to_value(v) for v in record.values())

    @contextmanager
    def open_rows(self, text: str, parameters: Parameters) -> Iterator[tuple[tuple[str, ...], Iterator[list[Value]]]]:
        """The columns of a reading statement and its rows as they come, for the length of a block; only some of them
        are ever held. What is not taken is not sent."""
        with self._session(neo4j.READ_ACCESS) as session:  # what the block itself raises is none of the graph's errors
            with explain_failures(self.server):
                result = session.run(text, dict(parameters))
                columns = tuple(result.keys())
            yield columns, self._take(result)

    def _take(self, result: neo4j.Result) -> Iterator[list[Value]]:
        with explain_failures(self.server):
            for record in result:
                yield [to_value(v) for v in record.values()]

    def plan(self, text: str, parameters: Parameters) -> Plan | None:
        """What the server would do for a statement that begins with EXPLAIN; None where its plans tell nothing."""
        with explain_failures(self.server):
            if not NEO4J.fullmatch(self._driver.get_server_info().agent):
                return None
            with (
                self._session(neo4j.READ_ACCESS) as session,
                session.begin_transaction(timeout=QUESTION) as tx,
            ):
                summary = tx.run(text, dict(parameters)).consume()
                tx.rollback()
        return Plan(summary.query_type, summary.plan or {})

    def look(self, text: str, parameters: Parameters, limits: Limits) -> Table:
        """A page of a statement that somebody typed, in a transaction that reads and is always taken back.

        Whoever waits is told when the time is over, also where the server goes on with one row and hears nothing;
        while too many such statements go on, no more are begun. Raises StillRunning for both.
        """
        return self.look_marked(text, parameters, limits, {})

    def look_marked(self, text: str, parameters: Parameters, limits: Limits, mark: dict[str, str]) -> Table:
        """As `look`, in a transaction with the mark in its metadata."""
        return self._typed.run(lambda: self._look(text, parameters, limits, mark), limits.seconds)

    def write(self, text: str, parameters: Parameters) -> list[tuple[Value, ...]]:
        """Run one writing statement in a managed transaction and return its rows."""
        with written(self.server), self._session(neo4j.WRITE_ACCESS) as session:
            return session.execute_write(lambda tx: [tuple(r.values()) for r in tx.run(text, dict(parameters))])

    def write_if(
        self, proof: str, about: Parameters, text: str = "", parameters: Parameters | None = None
    ) -> list[tuple[Value, ...]] | None:
        """Run a proof, which returns one number, and a writing statement in one managed transaction.

        Nothing is written, and None comes back, where the proof returns 0. Without a statement the proof is all.
        """

        def work(tx: neo4j.ManagedTransaction) -> list[tuple[Value, ...]]:
            record = tx.run(proof, dict(about)).single()
            if record is None or not record.value():
                raise _Disproved
            return [tuple(r.values()) for r in tx.run(text, dict(parameters or {}))] if text else [()]

        with written(self.server), self._session(neo4j.WRITE_ACCESS) as session:
            try:
                return session.execute_write(work)
            except _Disproved:
                return None

    def take_back(self, text: str) -> None:
        """Run a writing statement and take back what it did. Raises NotAllowed where the user may not write."""
        with written(self.server), self._session(neo4j.WRITE_ACCESS) as session, session.begin_transaction() as tx:
            tx.run(text).consume()
            tx.rollback()

    def change_schema(self, statements: Sequence[str]) -> None:
        """Run schema statements, each in a transaction of its own as servers demand."""
        for text in statements:
            with explain_failures(self.server):
                self._driver.execute_query(text, database_=self.server.database)

    def hello(self) -> str:
        """Log in and say by which version of Bolt one speaks; uses no database."""
        with explain_failures(self.server):
            return ".".join(str(part) for part in self._driver.get_server_info().protocol_version)

    def greet(self) -> Product:
        """Log in, use the database once, and say what answers. Tries once, where other methods are patient."""
        try:
            return self._greet()
        except UnknownDatabase as error:
            there = self._databases()
            if not there:
                raise
            raise UnknownDatabase(f"{error.what} (it has {', '.join(there)})", error.remedy) from error

    def close(self) -> None:
        """Give the connections back."""
        self._driver.close()

    def _greet(self) -> Product:
        with (
            explain_failures(self.server),
            self._session(neo4j.READ_ACCESS) as session,
            session.begin_transaction() as tx,
        ):
            return product_of(tx.run(statement("whether-a-server-answers")).consume().server.agent)

    def _databases(self) -> tuple[str, ...]:
        """The names of the server's databases, as far as it tells them."""
        try:
            with explain_failures(self.server), self._driver.session(database="system") as session:
                names = session.run(statement("databases-of-a-server")).value()
        except GraphError:
            return ()
        return tuple(sorted({str(name) for name in names} - {"system"}))

    def _read(
        self, text: str, parameters: Parameters, max_rows: int | None, mark: dict[str, str]
    ) -> tuple[list[str], list[list[Value]]]:
        enough = None if max_rows is None else max_rows + 1

        def work(tx: neo4j.ManagedTransaction) -> tuple[list[str], list[list[Value]]]:
            result = tx.run(text, dict(parameters))
            rows = [[to_value(v) for v in record.values()] for record in islice(result, enough)]
            return list(result.keys()), rows

        def read() -> tuple[list[str], list[list[Value]]]:
            with explain_failures(self.server), self._session(neo4j.READ_ACCESS) as session:
                return session.execute_read(neo4j.unit_of_work(metadata=mark or None, timeout=QUESTION)(work))

        try:
            return read()
        except CommitUnheard:
            return read()

    def _look(self, text: str, parameters: Parameters, limits: Limits, mark: dict[str, str]) -> Table:
        with (
            explain_failures(self.server),
            self._session(neo4j.READ_ACCESS) as session,
            session.begin_transaction(metadata=mark or None, timeout=limits.seconds) as tx,
        ):
            result = tx.run(text, dict(parameters))
            rows, truncated = limits.take([to_value(v) for v in record.values()] for record in result)
            columns = tuple(result.keys())
            tx.rollback()
        return Table(columns, tuple(tuple(row) for row in rows), truncated)

    def _session(self, mode: str) -> neo4j.Session:
        return self._driver.session(database=self.server.database, default_access_mode=mode)


@contextmanager
def connect(server: Server, *, writing: bool = False) -> Iterator[Graph]:
    """Open a graph for the length of a block, and check that it answers.

    Who means to write is refused by a server of which we do not know that we may: raises UnsupportedServer.
    """
    graph = open_graph(server)
    try:
        product = graph.greet()
        if writing and product.problem:
            raise UnsupportedServer(f"nothing was written to {server.uri}, as {product.problem}", REMEDY)
        yield graph
    finally:
        graph.close()


def open_graph(server: Server) -> Graph:
    """A graph that is connected to when it is first used; whoever opens it closes it."""
    return Graph(server, driver_for(server))
