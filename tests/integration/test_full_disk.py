"""A disk that fills during a load: told as such, the set's state stays true, and the next load completes it."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from cypher.connection import Graph, Server, connect
from cypher.engines.choose import serving
from cypher.errors import DiskFull
from cypher.settings import GraphSettings
from cypher.status import data_sets
from loader.load import load
from tests.groups import leave_out
from tests.integration.graphs import SMALL, snapshot, write_records

pytestmark = pytest.mark.timeout(180)
SIZE = "320m"


@pytest.fixture
def small_disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, just large enough for an engine."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(disk)], capture_output=True, text=True, check=False
    )
    if mounted.returncode:
        leave_out(request.config, "a full disk", f"no disk can be mounted here, which takes root: {mounted.stderr}")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


def many(folder: Path) -> Path:
    """Records that need more room than is left."""
    folder.mkdir()
    countries = "".join(
        f"- {{id: country/X{n}, name: Land {n}, says: {'there ' * 200}, evidence: [paper:1]}}\n" for n in range(3_000)
    )
    return write_records(folder, countries=SMALL["countries.yaml"] + countries)


def fill(disk: Path) -> Path:
    """Take all the room that is left."""
    room = os.statvfs(disk)
    ballast = disk / "ballast"
    ballast.write_bytes(bytes(room.f_bavail * room.f_frsize))
    return ballast


def test_a_load_onto_a_full_disk_says_so_and_the_next_completes_it(small_disk: Path, tmp_path: Path) -> None:
    (tmp_path / "few").mkdir()
    few, more = write_records(tmp_path / "few"), many(tmp_path / "many")
    with (
        serving(GraphSettings(neo4j_uri=None), lambda: small_disk / "data", lambda _: None, writing=True) as server,
        connect(server) as graph,
    ):
        load(graph, few)
        ballast = fill(small_disk)
        with pytest.raises(DiskFull, match=rf"the disk that holds {small_disk}/data/engine is full.*free some space"):
            load(graph, more, yes=True)
        assert [d.state for d in data_sets(graph)] == ["renewing"]
        ballast.unlink()
        load(graph, more, yes=True)
        assert [d.state for d in data_sets(graph)] == ["complete"]
        assert len(snapshot(graph)) > 3_000
        _same_as_clean(server, more, tmp_path)


def _same_as_clean(server: Server, records: Path, tmp_path: Path) -> None:
    """The graph holds what a load holds that nothing disturbed."""
    with (
        serving(GraphSettings(neo4j_uri=None), lambda: tmp_path / "other", lambda _: None, writing=True) as other,
        connect(other) as clean,
        connect(server) as graph,
    ):
        load(clean, records)
        assert _records(graph) == _records(clean)


def _records(graph: Graph) -> set[tuple[object, ...]]:
    """What the graph holds, without what it says of its loads."""
    return {found for found in snapshot(graph) if not str(found[0]).startswith("data_set/")}
