"""Whose turn it is to write to a data set: one load at a time, and nobody writes who has lost the turn.

The graph itself holds who is writing (`owner`) and how often that one has written (`beat`). A turn is taken only if
nothing happened since the plan was made, and every batch proves in its own transaction that the turn is still ours:
who was stopped, slept or lost the line cannot write after somebody else has taken over.
"""

import os
import socket
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import psutil

from cypher.connection import Graph
from cypher.errors import CommitUnheard, GraphError, TakenId
from cypher.internal import statement
from cypher.results import Value

SILENCE = 30.0
"""Seconds without a sign after which a load elsewhere counts as dead; one of this machine is asked for instead."""
LOOK_AGAIN = 0.25
"""Seconds between two looks at a load that is going on."""
TELL_AGAIN = 10.0
"""Seconds between two words about it."""

ATTEMPTS = 3
"""So often a batch is written whose commit nobody heard of."""

Tell = Callable[[str], None]

_WRITERS_HERE: set[str] = set()
"""The owners that write in this process at this moment, each in a thread of its own."""


class TurnLost(GraphError):
    """Somebody else has taken over a data set while we wrote to it, or dropped it."""


class NotOurTurn(GraphError):
    """Somebody began to write between our look at the data set and our first change; nothing was written."""


@dataclass(frozen=True)
class Seen:
    """A data set's turn as it was when one looked: who has it, how often that one wrote, and for which version."""

    owner: str = ""
    beat: int = 0
    version: str = ""
    state: str = ""


class Turn:
    """The right to write to one data set, taken at the first change."""

    def __init__(self, graph: Graph, data_set: str, seen: Seen) -> None:
        self.graph, self.data_set = graph, data_set
        self.taken = False
        self._seen = seen
        self._owner = f"{socket.gethostname()} {os.getpid()} {uuid4().hex[:12]}"

    def take(self, **properties: Value) -> None:
        """Write these properties to the data set, with us as owner. Raises NotOurTurn if it has changed since seen."""
        seen = self._seen
        expected = {
            "seen_owner": seen.owner, "seen_beat": seen.beat, "seen_version": seen.version, "seen_state": seen.state
        }  # fmt: skip
        given = {"properties": properties | {"owner": self._owner, "beat": seen.beat + 1}}
        _WRITERS_HERE.add(self._owner)
        late = NotOurTurn(f"somebody else began to write to '{self.data_set}'; nothing was written")
        try:
            if not self._write_if(statement("take-the-turn"), self._about(**expected, owner=self._owner, **given)):
                raise late
        except TakenId:
            if seen != Seen():
                raise
            raise late from None  # two made a new data set in the same moment, and the other one came first
        self.taken = True

    def write(self, text: str, parameters: Mapping[str, Any]) -> list[tuple[Value, ...]]:
        """Write a batch. Raises TurnLost, with nothing of the batch written, where the turn is no longer ours.

        A batch whose commit went through unheard is written again: TakenId is raised where it creates what is there.
        """
        rows = self._write_if(statement("prove-the-turn"), self._about(owner=self._owner), text, parameters)
        if rows is None:
            raise TurnLost(
                f"somebody else has taken over '{self.data_set}' while it was being written to; this one stopped",
                "see `lodegraph status`, and load again if it is not complete",
            )
        return rows

    def give_back(self) -> None:
        """Let others have their turn at once, where ours ends before its time."""
        if self.taken:
            self.graph.write(statement("give-the-turn-back"), self._about(owner=self._owner))

    def end(self) -> None:
        """Write no more: what the graph still says of this owner counts as left over from now on."""
        _WRITERS_HERE.discard(self._owner)

    def _write_if(
        self, proof: str, about: Mapping[str, Any], text: str = "", parameters: Mapping[str, Any] | None = None
    ) -> list[tuple[Value, ...]] | None:
        for _ in range(ATTEMPTS - 1):
            with suppress(CommitUnheard):
                return self.graph.write_if(proof, about, text, parameters)
        return self.graph.write_if(proof, about, text, parameters)

    def _about(self, **more: Any) -> dict[str, Any]:
        return {"id": f"data_set/{self.data_set}", "data_set": self.data_set} | more


def wait_for_turn(graph: Graph, data_set: str, tell: Tell) -> Turn:
    """Wait until nobody writes to a data set, and remember what it was like then."""
    last, since, told = _look(graph, data_set), time.monotonic(), 0.0
    while last.owner and not _is_dead(last.owner):
        if time.monotonic() - since > SILENCE:
            break
        if time.monotonic() - told > TELL_AGAIN:
            tell(f"another load of '{data_set}' is going on; waiting for it")
            told = time.monotonic()
        time.sleep(LOOK_AGAIN)
        now = _look(graph, data_set)
        if now != last:
            last, since = now, time.monotonic()
    return Turn(graph, data_set, last)


def _look(graph: Graph, data_set: str) -> Seen:
    rows = graph.rows(statement("turn-of-a-data-set"), {"id": f"data_set/{data_set}", "data_set": data_set})
    return Seen(str(rows[0][0]), int(rows[0][1]), str(rows[0][2]), str(rows[0][3])) if rows else Seen()


def _is_dead(owner: str) -> bool:
    """Whether the owner wrote on this machine and writes no more; False where that cannot be told."""
    host, pid, *_ = [*owner.split(), "", ""]
    if host != socket.gethostname() or not pid.isdecimal():
        return False
    if int(pid) == os.getpid():
        return owner not in _WRITERS_HERE
    return not psutil.pid_exists(int(pid))
