"""Looking after an engine that is used: one that ended or hangs is started again, within limits.

Every process that uses the engine has such a watch; the first that sees the fault starts it, under the lock that all
of them take, and the others find it running again under the same address. An engine that was stopped in good order is
not missed by anybody: the last user stops it, and has ended its own watch before.
"""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from cypher.engines.folder import EngineFolder, translate_os_errors
from cypher.engines.locks import start_lock
from cypher.engines.process import engine_process, how_it_ended, replies, stop
from cypher.engines.start import start_again
from cypher.engines.state import EngineState, read_state, write_state
from cypher.errors import EngineError

Tell = Callable[[str], None]
events = logging.getLogger("lodegraph.engine")


@dataclass(frozen=True)
class WatchLimits:
    """How closely one looks, and how often an engine is started again; all in seconds but `most`.

    `patience`: how long a real question may take. `silence`: for how long a living engine may answer none before it
    counts as hung: with these values one that stalls is noticed within ten seconds. It is started again at most `most`
    times `within` so long; `waits` come before the first, second, … of these.
    """

    between_looks: float = 0.5
    between_calls: float = 1.5
    patience: float = 3.5
    silence: float = 7.0
    most: int = 5
    within: float = 600.0
    waits: tuple[float, ...] = (0.0, 1.0, 2.0, 4.0, 8.0)


USUAL = WatchLimits()
STARVED = 2.0
"""Seconds by which a call that is given up in time may be late: after more, this process has had no time itself, as on
a machine that slept, and says nothing of the engine."""


class EngineWatch:
    """The watch of one user over the engine, from `begin` to `end`."""

    def __init__(self, folder: EngineFolder, state: EngineState, tell: Tell, limits: WatchLimits = USUAL) -> None:
        """`state` is the engine as the user found it; `tell` hears of its end and of its coming back."""
        self._folder, self._known, self._tell, self._limits = folder, state, tell, limits
        self._ends: list[float] = []
        self._abandoned: int | None = None
        self._end: tuple[int, str] | None = None
        self._answered = self._called = time.monotonic()
        self._leaving = threading.Event()
        self._thread = threading.Thread(target=self._look_after, name="engine watch", daemon=True)

    def begin(self) -> None:
        """Look after it from now on."""
        self._thread.start()

    def end(self) -> None:
        """Look no more; waits for a start that is under way."""
        self._leaving.set()
        if self._thread is not threading.current_thread():  # a forgotten graph may be cleared away in any thread
            self._thread.join()

    def _look_after(self) -> None:
        while not self._leaving.wait(self._limits.between_looks):
            fault = self._find_fault()
            if fault:
                self._deal_with(fault)

    def _find_fault(self) -> str:
        """What is wrong with the engine, in words that follow its name; empty where nothing is."""
        state = read_state(self._folder)
        if state is not None and state.pid != self._known.pid:
            self._known, self._answered = state, time.monotonic()
        if self._known.pid == self._abandoned:
            return ""
        if state is None or engine_process(self._folder, state) is None:
            return self._how_it_ended()
        return self._hangs()

    def _how_it_ended(self) -> str:
        """What a system tells of an end it tells once: kept for the next attempt, where one to start again fails."""
        if self._end is None or self._end[0] != self._known.pid:
            self._end = (self._known.pid, how_it_ended(self._known.pid))
        return self._end[1]

    def _hangs(self) -> str:
        began = time.monotonic()
        if began - self._called < self._limits.between_calls:
            return ""
        self._called = began
        has_replied = replies(self._known, self._limits.patience)
        now = time.monotonic()
        if has_replied or now - began > self._limits.patience + STARVED:
            self._answered = now
        silent = now - self._answered
        return f"has not answered for {silent:.0f} s" if silent > self._limits.silence else ""

    def _deal_with(self, fault: str) -> None:
        now = time.monotonic()
        self._ends = [at for at in self._ends if now - at < self._limits.within]
        events.warning("engine failed", extra={"pid": self._known.pid, "because": fault})
        try:
            with translate_os_errors(self._folder):
                if len(self._ends) >= self._limits.most:
                    self._give_up(fault)
                    return
                self._ends.append(now)
                if not self._leaving.wait(self._limits.waits[min(len(self._ends), len(self._limits.waits)) - 1]):
                    self._bring_back(fault)
        except EngineError as error:  # the next look finds it ended still, and counts
            self._tell(f"The embedded graph could not be started again: {error}")
            events.error("engine not started again", extra={"because": str(error)})

    def _bring_back(self, fault: str) -> None:
        with start_lock(self._folder):
            state = read_state(self._folder)
            if state is not None and state.pid != self._known.pid and engine_process(self._folder, state):
                return  # another user was first
            if self._leaving.is_set():
                return
            self._tell(f"The embedded graph's engine (process {self._known.pid}) {fault}: starting it again")
            began = time.monotonic()
            stop(self._folder, self._known)
            self._known = start_again(self._folder, self._known)
            self._answered = time.monotonic()
            seconds = self._answered - began
        self._tell(f"The embedded graph is ready again ({seconds:.1f} s)")
        events.info("engine started again", extra={"pid": self._known.pid, "seconds": round(seconds, 2)})

    def _give_up(self, fault: str) -> None:
        """Start it no more, and say so where pages and `doctor` find it; whoever comes next may try again."""
        self._abandoned = self._known.pid
        minutes = self._limits.within / 60
        because = f"ended {len(self._ends) + 1} times within {minutes:.0f} minutes, the last time it {fault}"
        with start_lock(self._folder):
            state = read_state(self._folder)
            if state is None or state.pid == self._known.pid:
                write_state(self._folder, replace(self._known, given_up=because))
        log = self._folder.log
        self._tell(f"The embedded graph's engine {because}: it is not started again; its log, {log}, may say why")
        events.error("engine given up", extra={"because": because})
