"""A question that is stopped: it is ended on the server where that can be, asks nothing more, and what became of it is
told."""

import threading
import time
from collections.abc import Callable, Iterator
from typing import Any, cast

import pytest
from streamlit.testing.v1 import AppTest

from cypher.errors import QueryFailed, StillRunning
from cypher.results import Table
from cypher.saved import QueryAnswer
from cypher.stoppable import Ended, MarkedReader, StoppableReader, Stopped
from explorer.state import job as jobs
from explorer.state.job import MOST_LEFT, Job

ANSWER = cast(QueryAnswer, "an answer")


class Server:
    """A server at one statement until it is told to end; `tells` whether it can be."""

    server = None

    def __init__(self, *, tells: bool = True) -> None:
        self.tells = tells
        self.runs: dict[str, threading.Event] = {}
        self.asked = 0

    def table_marked(self, text: str, parameters: Any, max_rows: int | None, mark: dict[str, str]) -> Table:
        self.asked += 1
        if text == "slow":
            told = self.runs.setdefault(mark["lodegraph_run"], threading.Event())
            if told.wait(20):
                raise QueryFailed("the query took too long and was stopped")
        return Table(("a",), ((1,),))

    def find_marked(self, run: str) -> list[str] | None:
        if not self.tells:
            return None
        return [run] if run in self.runs and not self.runs[run].is_set() else []

    def end_transaction(self, name: str) -> None:
        self.runs[name].set()

    def end_all(self) -> None:
        for told in self.runs.values():
            told.set()


@pytest.fixture
def told() -> Iterator[Server]:
    server = Server()
    yield server
    server.end_all()


@pytest.fixture
def silent() -> Iterator[Server]:
    server = Server(tells=False)
    yield server
    server.end_all()


def begin(server: Server, *texts: str) -> Job[QueryAnswer]:
    """A job that asks for some statements, one after the other, and is at the first slow one."""

    def ask(reader: StoppableReader) -> QueryAnswer:
        for text in texts:
            reader.table(text, {}, None)
        return ANSWER

    job = Job("key", cast(MarkedReader, server), ask)
    wait_for(lambda: job.is_done or bool(server.runs))
    return job


def wait_for(happened: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_what_is_not_stopped_is_answered(told: Server) -> None:
    job = begin(told, "quick", "quick")
    assert job.wait(10)
    assert job.take() == ANSWER
    assert told.asked == 2


def test_a_server_that_can_be_told_ends_it_and_nothing_more_is_asked(told: Server) -> None:
    job = begin(told, "slow", "quick")
    assert job.stop() is Ended.ENDED
    assert job.wait(10)
    with pytest.raises(Stopped):
        job.take()
    assert told.asked == 1


def test_of_a_server_that_cannot_be_told_that_is_said_and_it_goes_on(silent: Server) -> None:
    job = begin(silent, "slow", "quick")
    assert job.stop() is Ended.CANNOT
    assert not job.is_done
    silent.end_all()
    assert job.wait(10)
    assert silent.asked == 1


def test_what_asks_nothing_at_the_moment_only_asks_no_more(told: Server) -> None:
    reader = StoppableReader(cast(MarkedReader, told))
    reader.table("quick", {}, None)
    assert reader.stop() is Ended.NOT_BEGUN
    with pytest.raises(Stopped):
        reader.table("quick", {}, None)
    assert told.asked == 1


def test_an_error_of_its_own_is_no_stop(told: Server) -> None:
    def fail(_: StoppableReader) -> QueryAnswer:
        raise QueryFailed("no such property")

    job = Job("key", cast(MarkedReader, told), fail)
    assert job.wait(10)
    with pytest.raises(QueryFailed, match="no such property"):
        job.take()


def test_no_more_is_begun_while_too_many_that_were_stopped_go_on(
    silent: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "_LEFT", jobs._Left())
    for _ in range(MOST_LEFT):
        begin(silent, "slow").stop()
    with pytest.raises(StillRunning, match="were stopped still run"):
        begin(silent, "quick")
    silent.end_all()
    wait_for(lambda: threading.active_count() > 0 and not any(t.name == "question" for t in threading.enumerate()))
    assert begin(silent, "quick").wait(10)


def page() -> None:
    import time
    from typing import Any, cast

    import streamlit as st

    from explorer.panels.clock import ask_with_clock

    def ask(reader: Any) -> Any:
        st_free["asked"] += 1
        for _ in range(100):
            time.sleep(0.05)
            if reader._stopped.is_set():
                raise RuntimeError("stopped")
        return "an answer"

    class Graph:
        server = None

        def find_marked(self, run: str) -> None:
            return None

    st_free = st.session_state.setdefault("asked", {"asked": 0})
    st.write(ask_with_clock(cast(Any, Graph()), "key", ask, lambda: st.write("before")))


def test_the_page_shows_a_clock_a_stop_and_what_became_of_it() -> None:
    at = AppTest.from_function(page, default_timeout=30).run()
    assert [m.value for m in at.markdown if "Asking for" in m.value]
    assert at.markdown[0].value == "before"
    at.button(key="stop-question").click().run()
    assert "Stopped" in at.warning[0].value
    at.button(key="ask-after-stop").click().run()
    assert at.session_state["asked"]["asked"] == 2
    assert [m.value for m in at.markdown if "Asking for" in m.value]
    at.button(key="stop-question").click().run()
