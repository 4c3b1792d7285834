"""One load at a time: the second waits, and who was stopped cannot write after another has taken over."""

import signal
import subprocess
import time
from pathlib import Path
from threading import Thread

import pytest

from cypher.connection import Graph
from cypher.status import choose, data_sets
from loader.load import load
from loader.turn import Turn, TurnLost, wait_for_turn
from tests.integration.graphs import SMALL, opened, snapshot, write_records
from tests.integration.servers import Server
from tests.integration.test_commands import COMMAND, environment


def many(path: Path, word: str, number: int = 6_000) -> Path:
    path.mkdir(exist_ok=True)
    more = "".join(
        f"- {{id: country/X{n}, name: {word} {n}, says: there, evidence: [paper:1]}}\n" for n in range(number)
    )
    return write_records(path, countries=SMALL["countries.yaml"] + more)


def start(server: Server, folder: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [str(COMMAND), "load", str(folder), "--yes"],
        env=environment(server), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip


def wait_until_it_writes(graph: Graph, within: float = 60) -> None:
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        if graph.rows("MATCH (d:DataSet) WHERE d.beat > 1 RETURN d.state AS state", {}):
            return
        time.sleep(0.01)
    raise AssertionError("the load did not begin")


def without_time(graph: Graph) -> set[tuple[object, ...]]:
    return {x for x in snapshot(graph) if not str(x[0]).startswith("data_set/")}


def test_who_was_stopped_cannot_write_after_another_took_over(
    clean_graph: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loader.turn.SILENCE", 1.0)
    with opened(clean_graph) as graph:
        slow = start(clean_graph, many(tmp_path / "old", "Old"))
        wait_until_it_writes(graph)
        slow.send_signal(signal.SIGSTOP)
        load(graph, many(tmp_path / "new", "New", 100), yes=True)
        whole = without_time(graph)
        slow.send_signal(signal.SIGCONT)
        said, _ = slow.communicate(timeout=60)
        assert slow.returncode == 1, said
        assert "somebody else has taken over" in said
        assert without_time(graph) == whole
        state = choose(data_sets(graph), None)
        assert state is not None
        assert state.is_complete


def test_of_two_loads_at_once_the_graph_holds_one_whole(clean_graph: Server, tmp_path: Path) -> None:
    one, other = many(tmp_path / "one", "One", 2_500), many(tmp_path / "other", "Other", 2_500)
    with opened(clean_graph) as graph:
        both = [start(clean_graph, one), start(clean_graph, other)]
        said = [process.communicate(timeout=120)[0] for process in both]
        assert [process.returncode for process in both] == [0, 0], said
        held = without_time(graph)
        state = choose(data_sets(graph), None)
        assert state is not None
        assert state.is_complete
        load(graph, one if "One 1" in repr(held) else other, yes=True)
        assert without_time(graph) == held


def test_a_batch_of_a_lost_turn_leaves_nothing(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_records(tmp_path))
        first, second = wait_for_turn(graph, "small", print), wait_for_turn(graph, "small", print)
        first.take(state="renewing")
        first.end()
        taken_over = Turn(graph, "small", wait_for_turn(graph, "small", print)._seen)
        taken_over.take(state="renewing")
        before = snapshot(graph)
        with pytest.raises(TurnLost):
            first.write("CREATE (:Country {id: 'country/late', data_set: 'small'})", {})
        assert {x[0] for x in snapshot(graph)} == {x[0] for x in before}
        assert not second.taken


def test_a_second_load_of_the_same_process_waits_for_the_first(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_records(tmp_path))
        first = wait_for_turn(graph, "small", print)
        first.take(state="renewing")
        second = Thread(target=wait_for_turn, args=(graph, "small", print))
        second.start()
        second.join(1.5)
        assert second.is_alive()
        first.give_back()
        first.end()
        second.join(20)
        assert not second.is_alive()


def test_an_unchanged_load_takes_no_turn(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_records(tmp_path))
        before = snapshot(graph)
        assert load(graph, tmp_path).nothing_done
        assert snapshot(graph) == before
