"""A run of reading that can be stopped: on the server where that can be done, and whether it was is found out."""

import threading
import time
import uuid
from abc import abstractmethod
from collections.abc import Callable
from enum import Enum
from typing import Protocol, TypeVar

from cypher.deadlines import Limits
from cypher.errors import GraphError
from cypher.protocols import Parameters, TypedReader
from cypher.results import Plan, Table

T = TypeVar("T")

WAITS = 3.0
"""Seconds within which a statement that was told to end is expected to have ended."""
MARK = "lodegraph_run"
"""The name of the mark in a transaction's metadata."""


class Stopped(GraphError):
    """The reader stopped what was asked."""


class Ended(Enum):
    """What became of the server's part of a run that was stopped."""

    NOT_BEGUN = "not begun"
    """Nothing was under way on the server when it was asked."""
    ENDED = "ended"
    """The server was told to end it, and it is no longer among what it does."""
    NOT_YET = "not yet"
    """The server was told to end it, and has not yet."""
    CANNOT = "cannot"
    """The server cannot be told: it goes on until the statement is done."""


class MarkedReader(TypedReader, Protocol):
    """Reading in transactions that carry a mark, by which they can be found and ended from another connection."""

    @abstractmethod
    def table_marked(self, text: str, parameters: Parameters, max_rows: int | None, mark: dict[str, str]) -> Table:
        """As `table`, in a transaction with the mark in its metadata."""

    @abstractmethod
    def look_marked(self, text: str, parameters: Parameters, limits: Limits, mark: dict[str, str]) -> Table:
        """As `look`, in a transaction with the mark in its metadata."""

    @abstractmethod
    def find_marked(self, run: str) -> list[str] | None:
        """The transactions that carry the mark of a run; None where the server does not tell."""

    @abstractmethod
    def end_transaction(self, name: str) -> None:
        """Tell the server to end a transaction."""


class StoppableReader(TypedReader):
    """A reader for one run: what it is asked after `stop`, and what is under way then, raises Stopped."""

    def __init__(self, graph: MarkedReader) -> None:
        self.server = graph.server
        self._graph = graph
        self._run = uuid.uuid4().hex
        self._stopped = threading.Event()
        self._asking = threading.Lock()

    def table(self, text: str, parameters: Parameters, max_rows: int | None) -> Table:
        """A page, as `Reader.table`. Raises Stopped."""
        return self._ask(lambda mark: self._graph.table_marked(text, parameters, max_rows, mark))

    def plan(self, text: str, parameters: Parameters) -> Plan | None:
        """What the server would do, as `TypedReader.plan`. Raises Stopped."""
        return self._ask(lambda _: self._graph.plan(text, parameters))

    def look(self, text: str, parameters: Parameters, limits: Limits) -> Table:
        """A page of what somebody typed, as `TypedReader.look`. Raises Stopped."""
        return self._ask(lambda mark: self._graph.look_marked(text, parameters, limits, mark))

    def stop(self) -> Ended:
        """Ask no more, and end what the server is doing for this run; returns what is known of that. Raises what the
        graph raises where it cannot even be asked."""
        self._stopped.set()
        if not self._asking.locked():
            return Ended.NOT_BEGUN
        until = time.monotonic() + WAITS
        told = False
        while time.monotonic() < until:
            going_on = self._graph.find_marked(self._run)
            if going_on is None:
                return Ended.CANNOT
            for name in going_on:
                self._graph.end_transaction(name)
                told = True
            if not going_on and (told or not self._asking.locked()):
                return Ended.ENDED if told else Ended.NOT_BEGUN
            time.sleep(0.1)
        return Ended.NOT_YET

    def _ask(self, read: Callable[[dict[str, str]], T]) -> T:
        """What `read` returns, which is given the mark of this run."""
        self._refuse_stopped()
        try:
            with self._asking:
                return read({MARK: self._run})
        except GraphError:
            self._refuse_stopped()  # it failed because it was ended
            raise

    def _refuse_stopped(self) -> None:
        if self._stopped.is_set():
            raise Stopped("what was asked was stopped", "ask again")
