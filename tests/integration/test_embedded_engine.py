"""The embedded engine's life: started once, shared, survived, stopped by the last who leaves."""

import contextlib
import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import neo4j
import psutil
import pytest
from neo4j.exceptions import Neo4jError

from cypher.engines.embedded import RunningEngine, embedded_engine
from cypher.engines.folder import engine_folder
from cypher.engines.process import engine_process
from cypher.engines.state import read_state
from cypher.errors import EngineError

ROOT = Path(__file__).parents[2]
USER = """
import json, sys
from pathlib import Path
from cypher.engines.embedded import embedded_engine
with embedded_engine(Path(sys.argv[1]), lambda text: print(text, file=sys.stderr)) as engine:
    print(json.dumps([engine.bolt_uri, engine.started_here]), flush=True)
    sys.stdin.read()
"""
WRITES = (
    "CREATE (n:Country {id: 'new'})",
    "CREATE (n:Unheard {id: 'new'})",
    "MERGE (n:Country {id: 'new'})",
    "MATCH (n:Country {id: 'a'}) SET n.name = 'changed'",
    "MATCH (n:Country {id: 'a'}) REMOVE n.name",
    "MATCH (n:Country {id: 'a'}) SET n:Unheard",
    "MATCH (n) DETACH DELETE n",
    "MATCH ()-[r]->() DELETE r",
    "MATCH (a:Country {id: 'b'}), (b:Country {id: 'a'}) CREATE (a)-[:SIGNED {id: 'new'}]->(b)",
    "CREATE INDEX unheard FOR (n:Country) ON (n.name)",
    "LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
)

ACCOUNTS = ("user", "password", "reader_user", "reader_password")

pytestmark = pytest.mark.timeout(180)


def quiet(_: str) -> None:
    """Hear nothing."""


def run(engine: RunningEngine, text: str, reader: bool = False) -> list[list[object]]:
    """The rows of a statement, as the one who writes or as the reader."""
    auth = (engine.reader_user, engine.reader_password) if reader else (engine.user, engine.password)
    with neo4j.GraphDatabase.driver(engine.bolt_uri, auth=auth) as driver:
        return [list(r.values()) for r in driver.execute_query(text, database_="neo4j").records]


def pid_of(data: Path) -> int:
    """The running engine's process number."""
    state = read_state(engine_folder(data))
    assert state is not None
    return state.pid


class User:
    """Another process that uses the engine until it is told to leave."""

    def __init__(self, data: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", USER, str(data)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def arrive(self) -> tuple[str, bool]:
        """The engine's address, and whether this process started it."""
        assert self.process.stdout is not None
        uri, started = json.loads(self.process.stdout.readline())
        return uri, started

    def leave(self) -> None:
        """Leave in good order."""
        self.process.communicate("")
        assert self.process.returncode == 0


@contextlib.contextmanager
def user(data: Path) -> Iterator[User]:
    """A User, ended with the test."""
    other = User(data)
    try:
        yield other
    finally:
        if other.process.poll() is None:
            other.leave()


def is_running(data: Path) -> bool:
    """Whether an engine runs on a data folder at this moment."""
    folder = engine_folder(data)
    state = read_state(folder)
    return state is not None and engine_process(folder, state) is not None


def test_starts_and_stops(tmp_path: Path) -> None:
    with embedded_engine(tmp_path / "with a space", quiet) as engine:
        assert engine.started_here
        assert run(engine, "RETURN 1") == [[1]]
        pid = pid_of(tmp_path / "with a space")
    assert not psutil.pid_exists(pid)
    assert not is_running(tmp_path / "with a space")


def test_data_outlives_a_stop(tmp_path: Path) -> None:
    with embedded_engine(tmp_path, quiet) as first:
        run(first, "CREATE (n:Country {id: 'a'})")
    with embedded_engine(tmp_path, quiet) as second:
        assert second.password != first.password
        assert run(second, "MATCH (n:Country) RETURN n.id") == [["a"]]


def test_second_command_attaches_and_the_last_stops(tmp_path: Path) -> None:
    with user(tmp_path) as other:
        uri, started = other.arrive()
        with embedded_engine(tmp_path, quiet) as engine:
            assert started and not engine.started_here
            assert engine.bolt_uri == uri
            other.leave()
            assert run(engine, "RETURN 1") == [[1]]
        assert engines_on(tmp_path) == []


def test_leaving_first_leaves_the_engine_to_the_others(tmp_path: Path) -> None:
    with user(tmp_path) as other:
        other.arrive()
        with embedded_engine(tmp_path, quiet):
            pass
        assert is_running(tmp_path)


def test_two_at_once_start_one(tmp_path: Path) -> None:
    with user(tmp_path) as one, user(tmp_path) as two, user(tmp_path) as three:
        arrivals = [u.arrive() for u in (one, two, three)]
        assert sorted(started for _, started in arrivals) == [False, False, True]
        assert len({uri for uri, _ in arrivals}) == 1
        assert len(engines_on(tmp_path)) == 1
    assert engines_on(tmp_path) == []


def test_killed_engine_is_replaced_and_its_data_kept(tmp_path: Path) -> None:
    with embedded_engine(tmp_path, quiet) as first:
        run(first, "CREATE (n:Country {id: 'a'})")
        os.kill(pid_of(tmp_path), signal.SIGKILL)
        with embedded_engine(tmp_path, quiet) as second:
            assert second.started_here
            assert run(second, "MATCH (n:Country) RETURN n.id") == [["a"]]
    assert engines_on(tmp_path) == []


def test_killed_user_leaves_an_engine_that_the_next_takes_over(tmp_path: Path) -> None:
    other = User(tmp_path)
    uri, _ = other.arrive()
    other.process.kill()
    other.process.communicate()
    assert len(engines_on(tmp_path)) == 1
    with embedded_engine(tmp_path, quiet) as engine:
        assert (engine.bolt_uri, engine.started_here) == (uri, False)
    assert engines_on(tmp_path) == []


def test_stale_state_is_no_engine(tmp_path: Path) -> None:
    accounts = dict.fromkeys(ACCOUNTS, "x")
    ours = {"pid": os.getpid(), "bolt_port": 1, "http_port": 2, "version": "1", "accounts": accounts}
    for content in ("", "{}", "not json", json.dumps(ours)):  # ours: a living process, yet no engine
        engine_folder(tmp_path).state.write_text(content)
        assert not is_running(tmp_path)
    with embedded_engine(tmp_path, quiet) as engine:
        assert engine.started_here


def test_interrupted_start_leaves_nothing(tmp_path: Path) -> None:
    with user(tmp_path) as other:
        wait_for_state(tmp_path, other.process)
        other.process.send_signal(signal.SIGINT)
        other.process.wait(30)
    assert engines_on(tmp_path) == []
    assert not is_running(tmp_path)


def test_reader_reads_everything_and_changes_nothing(tmp_path: Path) -> None:
    with embedded_engine(tmp_path, quiet) as engine:
        run(engine, "CREATE CONSTRAINT c IF NOT EXISTS FOR (n:Country) REQUIRE n.id IS UNIQUE")
        run(engine, "CREATE (:Country {id: 'a', name: 'A'})-[:SIGNED {id: 'r'}]->(:Country {id: 'b', name: 'B'})")
        everything = "MATCH (a)-[r]->(b) RETURN a.id, a.name, type(r), r.id, b.id, labels(b)"
        before = run(engine, everything, reader=True)
        assert before == [["a", "A", "SIGNED", "r", "b", ["Country"]]]
        assert run(engine, "MATCH (n) RETURN count(n)", reader=True) == [[2]]
        for text in WRITES:
            with pytest.raises(Neo4jError):
                run(engine, text, reader=True)
        assert run(engine, everything) == before
        assert run(engine, "MATCH (n) RETURN count(n)") == [[2]]


def test_passwords_stay_with_the_user(tmp_path: Path) -> None:
    with embedded_engine(tmp_path, quiet) as engine:
        folder = engine_folder(tmp_path)
        process = psutil.Process(pid_of(tmp_path))
        secrets = (engine.password, engine.reader_password)
        elsewhere = [*process.cmdline(), *process.environ().values(), repr(engine)]
        elsewhere += [p.read_text(errors="replace") for p in folder.path.rglob("*log*") if p.is_file()]
        assert not [text for text in elsewhere for secret in secrets if secret in text]
        assert stat.S_IMODE(folder.state.stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.path.stat().st_mode) == 0o700


def test_listens_on_loopback_only(tmp_path: Path) -> None:
    with embedded_engine(tmp_path, quiet):
        sockets = psutil.Process(pid_of(tmp_path)).net_connections("inet")
        assert {c.laddr.ip.removeprefix("::ffff:") for c in sockets} == {"127.0.0.1"}


def test_full_disk_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=1024 * 1024))
    with pytest.raises(EngineError, match="nearly full"), embedded_engine(tmp_path, quiet):
        pass


def test_unusable_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "engine").write_text("a file where the folder should be")
    with pytest.raises(EngineError, match="XDG_DATA_HOME"), embedded_engine(tmp_path, quiet):
        pass


def test_failing_start_shows_the_engines_last_words(tmp_path: Path) -> None:
    (engine_folder(tmp_path).path / "databases").write_text("a file where the folder should be")
    with pytest.raises(EngineError, match=r"engine\.log"), embedded_engine(tmp_path, quiet):
        pass
    assert engines_on(tmp_path) == []


def test_missing_engine_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cypher.engines.java.find_spec", lambda _: None)
    with pytest.raises(EngineError, match=r"lodegraph\[embedded\].*NEO4J_URI"), embedded_engine(tmp_path, quiet):
        pass
    monkeypatch.setattr("platform.machine", lambda: "riscv64")
    with pytest.raises(EngineError, match=r"riscv64.*NEO4J_URI"), embedded_engine(tmp_path, quiet):
        pass


def engines_on(data: Path) -> list[int]:
    """Every living engine process on this data, whatever the state file says."""
    wanted = f"-Darcadedb.server.rootPath={engine_folder(data).path}"
    return [p.pid for p in psutil.process_iter(["cmdline"]) if wanted in (p.info["cmdline"] or [])]


def wait_for_state(data: Path, process: subprocess.Popen[str]) -> None:
    """Return as soon as an engine is being started."""
    while not engines_on(data):
        assert process.poll() is None
