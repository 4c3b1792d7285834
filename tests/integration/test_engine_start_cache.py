"""What Java worked out at the first start is there at the next one; and an engine starts whatever became of it."""

import stat
from pathlib import Path

import neo4j
import psutil
import pytest

from cypher.engines.aot_cache import READS, WRITES
from cypher.engines.embedded import embedded_engine
from cypher.engines.folder import engine_folder
from cypher.engines.state import read_state

pytestmark = pytest.mark.timeout(180)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder of the user's."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "lodegraph"


def start(data: Path) -> list[str]:
    """Start an engine, ask it something, stop it; how Java was called."""
    with embedded_engine(data, lambda _: None) as engine:
        with neo4j.GraphDatabase.driver(engine.bolt_uri, auth=(engine.user, engine.password)) as driver:
            assert driver.execute_query("RETURN 1 AS one", database_="neo4j").records[0]["one"] == 1
        state = read_state(engine_folder(data))
        assert state is not None
        return psutil.Process(state.pid).cmdline()


def uses(option: str, command: list[str]) -> bool:
    """Whether Java was called with an option."""
    return any(word.startswith(option) for word in command)


def test_the_first_engine_leaves_a_cache_that_the_next_one_uses(cache: Path, tmp_path: Path) -> None:
    assert uses(WRITES, start(tmp_path / "one"))
    (kept,) = cache.iterdir()
    assert stat.S_IMODE(cache.stat().st_mode) == 0o700
    assert kept.suffix == ".aot"
    assert uses(f"{READS}{kept}", start(tmp_path / "two"))
    assert "error" not in engine_folder(tmp_path / "two").log.read_text().lower()


def test_a_damaged_cache_stops_no_engine(cache: Path, tmp_path: Path) -> None:
    start(tmp_path / "one")
    (kept,) = cache.iterdir()
    whole = kept.read_bytes()
    for damaged in (b"", b"nonsense", whole[: len(whole) // 2]):
        kept.write_bytes(damaged)
        assert uses(READS, start(tmp_path / "one"))


def test_an_engine_starts_where_no_cache_can_be_kept(cache: Path, tmp_path: Path) -> None:
    cache.parent.write_text("a file in the folder's place")
    command = start(tmp_path / "one")
    assert not uses(WRITES, command) and not uses(READS, command)
