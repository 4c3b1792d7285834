"""Servers that can be killed and come back under the same address: the embedded engine's process, and a container."""

import os
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cypher.connection import connect
from cypher.engines.folder import engine_folder
from cypher.engines.state import read_state
from cypher.errors import GraphError
from tests.integration.graphs import as_ours
from tests.integration.servers import Server, embedded, neo4j_container
from tests.neo4j_lines import Line

COMES_BACK_WITHIN = 120.0


@dataclass(frozen=True)
class Killable:
    """A server, and how to kill it at once; `wait` returns when it answers again."""

    server: Server
    kill: Callable[[], None]

    def wait(self) -> None:
        """Return when it answers again."""
        deadline = time.monotonic() + COMES_BACK_WITHIN
        while True:
            try:
                with connect(as_ours(self.server)) as graph:
                    graph.rows("RETURN 1", {})
                return
            except GraphError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.2)


@contextmanager
def killable_engine(data: Path) -> Iterator[Killable]:
    """The embedded engine; whoever uses it starts it again."""

    def kill() -> None:
        state = read_state(engine_folder(data))
        assert state is not None
        os.kill(state.pid, signal.SIGKILL)

    with embedded(data) as server:
        yield Killable(server, kill)


@contextmanager
def killable_container(line: Line) -> Iterator[Killable]:
    """Neo4j in a container on a port of its own, started again after each kill. Raises Unavailable."""
    import docker

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    with neo4j_container(line, port) as server:
        (container,) = docker.from_env().containers.list(filters={"publish": f"{port}"})

        def kill() -> None:
            container.kill()
            container.start()

        yield Killable(server, kill)
