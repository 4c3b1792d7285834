"""How much a typed statement may return and take, and what becomes of one that does not end in time."""

import queue
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cypher.errors import StillRunning
from cypher.results import Table, Value

GRACE = 2.0
"""Seconds beyond the server's own limit until one waits no longer."""
MOST_AT_ONCE = 2
"""Statements that were given up and still run, beyond which no more are begun: fewer than any server's places."""


@dataclass(frozen=True)
class Limits:
    """The most rows, characters in all values of them, and seconds."""

    rows: int = 1_000
    characters: int = 20_000_000
    seconds: float = 20.0

    def take(self, rows: Iterable[list[Value]]) -> tuple[list[list[Value]], bool]:
        """The rows within the limits, and whether there were more."""
        taken: list[list[Value]] = []
        left = self.characters
        for row in rows:
            left -= sum(len(str(value)) for value in row)
            if len(taken) == self.rows or left < 0:
                return taken, True
            taken.append(row)
        return taken, False


class Deadlines:
    """Runs what reads, each in a thread of its own, and stops waiting for what is late."""

    def __init__(self) -> None:
        self._late: set[threading.Thread] = set()
        self._changing = threading.Lock()

    def run(self, read: Callable[[], Table], seconds: float) -> Table:
        """What `read` returns or raises; StillRunning where that takes too long, or too many others still do."""
        self._check_others()
        said: queue.SimpleQueue[Table | BaseException] = queue.SimpleQueue()

        def work() -> None:
            try:
                said.put(read())
            except BaseException as error:
                said.put(error)

        thread = threading.Thread(target=work, name="typed statement", daemon=True)
        thread.start()
        try:
            outcome = said.get(timeout=seconds + GRACE)
        except queue.Empty:
            with self._changing:
                self._late.add(thread)
            raise StillRunning(
                f"the statement has not ended within {seconds:g} s, and the server may still be at it",
                "ask for less at once",
            ) from None
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome

    def _check_others(self) -> None:
        with self._changing:
            self._late = {thread for thread in self._late if thread.is_alive()}
            late = len(self._late)
        if late >= MOST_AT_ONCE:
            raise StillRunning(
                f"{late} typed statements have not ended yet: no more are begun until one has",
                "wait a minute; saved queries go on",
            )
