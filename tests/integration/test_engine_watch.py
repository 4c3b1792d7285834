"""An embedded engine that is killed or hangs while it is used: it comes back under the same address, and all say so."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from cypher.connection import Graph, Server, connect, open_graph
from cypher.engines.choose import serving
from cypher.engines.embedded import RunningEngine, embedded_engine
from cypher.engines.status import EmbeddedEngine, Running, read_engine_status
from cypher.engines.watch import USUAL, WatchLimits
from cypher.errors import EngineError, GraphError
from cypher.settings import GraphSettings
from tests.integration.test_embedded_engine import engines_on, pid_of, quiet, run, user

HASTY = WatchLimits(between_looks=0.1, between_calls=0.2, silence=1.0, most=1, within=600, waits=(0.0,))

NOTICED = 12.0
"""Seconds: ten, and some for a machine that has other work."""
BUSY = "UNWIND range(1, 3000) AS a UNWIND range(1, 1000) AS b WITH a, b WHERE a + b < 0 RETURN a"

pytestmark = pytest.mark.timeout(180)


def kill(data: Path) -> int:
    """Kill the engine as the system does that is short of memory; its process number."""
    pid = pid_of(data)
    os.kill(pid, signal.SIGKILL)
    return pid


def wait_for(happened: Callable[[], bool]) -> None:
    """Return when something has happened; fail after half a minute."""
    deadline = time.monotonic() + 30
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def is_back(data: Path, instead_of: int) -> bool:
    """Whether another engine serves in the place of one."""
    return pid_of(data) != instead_of and read_engine_status(data).running is Running.USED


def server_of(engine: RunningEngine) -> Server:
    """The engine as the program's own server."""
    return Server(
        engine.bolt_uri, engine.user, engine.password, "neo4j", "embedded", own=EmbeddedEngine(engine.folder.path)
    )


@contextmanager
def in_use(data: Path, limits: WatchLimits = HASTY) -> Iterator[tuple[RunningEngine, Graph, list[str]]]:
    """A hasty user of an engine, an open graph on it, and what the user was told."""
    told: list[str] = []
    with embedded_engine(data, told.append, limits) as engine, connect(server_of(engine)) as graph:
        graph.write("CREATE (:Country {id: 'a'})", {})
        yield engine, graph, told


def test_a_killed_engine_comes_back_with_its_data_under_the_same_address(tmp_path: Path) -> None:
    with in_use(tmp_path) as (engine, graph, told):
        killed = kill(tmp_path)
        wait_for(lambda: is_back(tmp_path, killed))
        assert graph.rows("MATCH (n:Country) RETURN n.id", {}) == (("a",),)
        assert run(engine, "MATCH (n:Country) RETURN n.id", reader=True) == [["a"]]
        assert f"(process {killed}) was killed by signal 9: starting it again" in " ".join(told)
        assert "ready again" in told[-1]
    assert engines_on(tmp_path) == []


def test_whoever_asks_meanwhile_hears_that_it_is_coming_back_and_nothing_of_settings(tmp_path: Path) -> None:
    said: set[str] = set()
    with in_use(tmp_path) as (engine, _, _):
        killed = kill(tmp_path)
        while not is_back(tmp_path, killed):
            asked = open_graph(server_of(engine))
            try:
                asked.greet()
            except GraphError as error:
                said.add(str(error))
                assert isinstance(error, EngineError)
            finally:
                asked.close()
    assert "the graph's engine stopped and is being started again: wait a few seconds" in said
    assert not any("NEO4J_" in words for words in said)


def test_all_who_share_it_find_it_again_and_the_last_stops_it(tmp_path: Path) -> None:
    with user(tmp_path) as other:
        uri, started = other.arrive()
        with in_use(tmp_path) as (engine, graph, _):
            assert (started, engine.bolt_uri) == (True, uri)
            killed = kill(tmp_path)
            wait_for(lambda: is_back(tmp_path, killed))
            time.sleep(1.5)  # the other's watch has looked too by then
            assert len(engines_on(tmp_path)) == 1
            assert graph.rows("RETURN 1", {}) == ((1,),)
        again = pid_of(tmp_path)
        with embedded_engine(tmp_path, quiet) as third:
            assert (third.bolt_uri, third.started_here, pid_of(tmp_path)) == (uri, False, again)
    assert engines_on(tmp_path) == []


def test_one_who_comes_just_after_the_kill_moves_nobody_to_another_address(tmp_path: Path) -> None:
    slow = WatchLimits(between_looks=20)
    with embedded_engine(tmp_path, quiet, slow) as first:
        kill(tmp_path)
        with embedded_engine(tmp_path, quiet, slow) as second:
            assert second.started_here
            assert (second.bolt_uri, second.password) == (first.bolt_uri, first.password)
            assert run(first, "RETURN 1") == [[1]]


def test_a_stop_in_good_order_is_not_taken_for_an_end(tmp_path: Path) -> None:
    with in_use(tmp_path) as (_, _, told):
        pass
    time.sleep(1)
    assert engines_on(tmp_path) == []
    assert told[-1] == "Stopping the embedded graph"
    assert read_engine_status(tmp_path).running is Running.STOPPED


def test_an_engine_that_ends_again_and_again_is_given_up_until_somebody_comes(tmp_path: Path) -> None:
    with in_use(tmp_path) as (engine, _, told):
        first = kill(tmp_path)
        wait_for(lambda: is_back(tmp_path, first))
        kill(tmp_path)
        wait_for(lambda: read_engine_status(tmp_path).running is Running.GIVEN_UP)
        because = "ended 2 times within 10 minutes, the last time it was killed by signal 9"
        assert because in told[-1]
        silent = EmbeddedEngine(engine.folder.path).why_silent()
        assert because in str(silent)
        assert "engine.log" in str(silent)
        with pytest.raises(EngineError, match="not started again"), connect(server_of(engine)):
            pass
        with embedded_engine(tmp_path, quiet) as next_one:
            assert next_one.bolt_uri == engine.bolt_uri
            assert run(engine, "MATCH (n:Country) RETURN n.id") == [["a"]]
    assert engines_on(tmp_path) == []


def test_an_engine_that_hangs_is_told_as_such_and_started_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cypher.engines.process.STOPS_WITHIN", 1.0)
    with in_use(tmp_path, replace(USUAL, most=1, waits=(0.0,))) as (engine, graph, told):
        hung = psutil.Process(pid_of(tmp_path))
        hung.suspend()
        stalled = time.monotonic()
        wait_for(lambda: read_engine_status(tmp_path).running is Running.HUNG)
        silent = EmbeddedEngine(engine.folder.path).why_silent()
        assert silent is not None
        assert "does not answer" in str(silent) or "being started again" in str(silent)
        wait_for(lambda: "has not answered for" in " ".join(told))
        assert time.monotonic() - stalled < NOTICED
        wait_for(lambda: is_back(tmp_path, hung.pid))
        assert graph.rows("MATCH (n:Country) RETURN n.id", {}) == (("a",),)


def test_an_engine_that_is_busy_but_answers_is_left_alone(tmp_path: Path) -> None:
    with in_use(tmp_path, USUAL) as (_, graph, told):
        pid = pid_of(tmp_path)
        working = [threading.Thread(target=graph.table, args=(BUSY, {}, 1)) for _ in range(3)]
        for one in working:
            one.start()
        for one in working:
            one.join(120)
        assert pid_of(tmp_path) == pid
        assert not any("starting it again" in words for words in told)


def test_a_session_of_the_library_outlives_its_engine(tmp_path: Path) -> None:
    with serving(GraphSettings(neo4j_uri=None), lambda: tmp_path, quiet, writing=False) as server:
        assert server.own is not None
        with connect(server) as graph:
            killed = kill(tmp_path)
            wait_for(lambda: is_back(tmp_path, killed))
            assert graph.rows("RETURN 1", {}) == ((1,),)
