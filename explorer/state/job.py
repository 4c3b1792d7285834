"""A question that is asked beside the page, so that the page can show a clock and stop it."""

import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

from cypher.errors import StillRunning
from cypher.stoppable import Ended, MarkedReader, StoppableReader

T = TypeVar("T")
MOST_LEFT = 4
"""Stopped runs of all visitors that a server may still be at, beyond which no question is begun."""


class Job(Generic[T]):
    """One run of `ask`, in a thread of its own; `ask` is called with the reader that it has to use."""

    def __init__(self, key: str, graph: MarkedReader, ask: Callable[[StoppableReader], T]) -> None:
        """`key`: what is asked. Raises StillRunning where too many that were stopped have not ended."""
        self.key = key
        self.began = time.monotonic()
        self.ended: Ended | None = None
        self._reader = StoppableReader(graph)
        self._answer: T | None = None
        self._error: BaseException | None = None
        self._took: float | None = None
        self._thread = threading.Thread(target=self._work, args=(ask,), name="question", daemon=True)
        _LEFT.refuse_too_many()
        self._thread.start()

    @property
    def is_done(self) -> bool:
        """Whether there is an answer, or an error."""
        return self._took is not None

    @property
    def has_answer(self) -> bool:
        """Whether it is done and did not fail."""
        return self._answer is not None

    @property
    def seconds(self) -> float:
        """How long it took, or takes so far."""
        return self._took if self._took is not None else time.monotonic() - self.began

    def wait(self, seconds: float) -> bool:
        """Wait for its end at most so long; whether it is done."""
        self._thread.join(seconds)
        return self.is_done

    def take(self) -> T:
        """The answer; raises what asking raised. Call it where the job is done."""
        if self._error is not None:
            raise self._error
        if self._answer is None:
            raise RuntimeError("the job is not done")
        return self._answer

    def stop(self) -> Ended:
        """End it, also on the server, and say what became of that. Raises what the graph raises."""
        self.ended = self._reader.stop()
        if not self.is_done:
            _LEFT.add(self._thread)
        return self.ended

    def _work(self, ask: Callable[[StoppableReader], T]) -> None:
        try:
            self._answer = ask(self._reader)
        except BaseException as error:  # the page raises it where it can be told
            self._error = error
        self._took = time.monotonic() - self.began


class _Left:
    """Threads of runs that were stopped and go on."""

    def __init__(self) -> None:
        self._threads: set[threading.Thread] = set()
        self._changing = threading.Lock()

    def add(self, thread: threading.Thread) -> None:
        with self._changing:
            self._threads.add(thread)

    def refuse_too_many(self) -> None:
        with self._changing:
            self._threads = {thread for thread in self._threads if thread.is_alive()}
            if len(self._threads) >= MOST_LEFT:
                raise StillRunning(
                    f"{MOST_LEFT} questions that were stopped still run on the server: none is begun until one ends",
                    "wait a little, or start `lodegraph run` again, which ends them",
                )


_LEFT = _Left()
