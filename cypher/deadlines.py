"""How much a typed statement may return and take, and what becomes of one that does not end in time."""

import queue
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cypher.errors import StillRunning
from cypher.results import Table, Value

GRACE = 2.0
"""Seconds beyond the server's own limit until one waits no longer."""
MOST_AT_ONCE = 2
"""Statements that run at once, also given up ones, beyond which no more are begun: fewer than any server's places."""


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
        self._running: set[threading.Thread] = set()
        self._changing = threading.Lock()

    def run(self, read: Callable[[], Table], seconds: float) -> Table:
        """What `read` returns or raises; StillRunning where that takes too long, or too many others still do."""
        said: queue.SimpleQueue[Table | BaseException] = queue.SimpleQueue()

        def work() -> None:
            try:
                said.put(read())
            except BaseException as error:
                said.put(error)

        self._begin(threading.Thread(target=work, name="typed statement", daemon=True))
        try:
            outcome = said.get(timeout=seconds + GRACE)
        except queue.Empty:
            raise StillRunning(
                f"the statement has not ended within {seconds:g} s, and the server may still be at it",
                "ask for less at once",
            ) from None
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome

    def _begin(self, thread: threading.Thread) -> None:
        """Start it, where there is a place, or one comes free while one waits a little."""
        until = time.monotonic() + GRACE
        while True:
            with self._changing:
                self._running = {other for other in self._running if other.is_alive()}
                if len(self._running) < MOST_AT_ONCE:
                    self._running.add(thread)
                    thread.start()
                    return
            if time.monotonic() > until:
                raise StillRunning(
                    f"{MOST_AT_ONCE} typed statements have not ended yet: no more are begun until one has",
                    "wait a minute; saved queries go on",
                )
            time.sleep(0.05)
