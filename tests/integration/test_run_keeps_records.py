"""`lodegraph run` shows what a graph holds, and removes nothing that came from a folder, whatever its name."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from cypher.connection import Graph
from cypher.model import built_in_model
from cypher.status import current_data_set, data_sets
from loader.load import load
from loader.plan import plan, version_in
from lodegraph.shipped_records import find_shipped_records
from tests.browser.running_app import RunningApp, free_port, stop, wait_until_it_answers
from tests.browser.serving_app import serving
from tests.integration.graphs import as_ours, opened, snapshot, write_records
from tests.integration.servers import Server
from tests.integration.sixth_source import with_the_gazette
from tests.integration.test_commands import COMMAND, environment, lodegraph

pytestmark = pytest.mark.one_line

SHIPPED = "critical-minerals-2026"


def run(server: Server, tmp_path: Path, *words: str) -> str:
    """What `lodegraph run` says until it serves; then it is stopped."""
    log, port = tmp_path / "run.log", free_port()
    with log.open("w") as output:
        process = subprocess.Popen(
            [str(COMMAND), "run", "--no-browser", "--port", str(port), *words],
            env=environment(server, XDG_DATA_HOME=str(tmp_path)),
            stdin=subprocess.DEVNULL, stdout=output, stderr=output, text=True,
        )  # fmt: skip
    try:
        wait_until_it_answers(RunningApp(f"http://127.0.0.1:{port}", port, process, tmp_path))
    finally:
        left = stop(process)
    assert left == []
    said = log.read_text()
    assert process.returncode == 0, said
    return said


def refused(server: Server, tmp_path: Path, *words: str) -> str:
    """What `lodegraph run` says where it ends by itself with status 1."""
    done = subprocess.run(
        [str(COMMAND), "run", "--no-browser", "--port", str(free_port()), *words],
        env=environment(server, XDG_DATA_HOME=str(tmp_path)),
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    return done.stderr


def test_an_own_article_under_the_shipped_name_outlives_a_run(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, with_the_gazette(tmp_path / "mine"))
        before = snapshot(graph)
        said = run(clean_graph, tmp_path)
        assert snapshot(graph) == before
    assert "differ from those that come with Lodegraph" in said
    assert "shown as they are" in said
    assert "loaded from a folder of yours, 'mine'" in said
    assert "`lodegraph load`" not in said


@pytest.mark.parametrize("state", ["complete", "loading"])
def test_doctor_never_advises_the_shipped_records_in_place_of_own_ones(
    clean_graph: Server, tmp_path: Path, state: str
) -> None:
    with opened(clean_graph) as graph:
        load(graph, with_the_gazette(tmp_path / "mine"))
        graph.write("MATCH (d:DataSet) SET d.state = $state", {"state": state})
    said = lodegraph(clean_graph, "doctor", "--format", "json", XDG_DATA_HOME=str(tmp_path)).stdout
    (found,) = (f for f in json.loads(said)["findings"] if f["check"] == "Records")
    assert "`lodegraph load`" not in found["remedy"]
    assert "`lodegraph load FOLDER`" in found["remedy"]


def test_an_empty_graph_gets_the_shipped_records_and_the_folder_is_named(clean_graph: Server, tmp_path: Path) -> None:
    said = run(clean_graph, tmp_path)
    with opened(clean_graph) as graph:
        assert (current_data_set(graph).name, current_data_set(graph).is_complete) == (SHIPPED, True)
        before = snapshot(graph)
        again = run(clean_graph, tmp_path)
        assert snapshot(graph) == before
    assert str(find_shipped_records()) in said
    assert "holds these records already" in again


def test_shipped_records_of_an_older_version_are_renewed_where_nobody_touched_them(
    clean_graph: Server, tmp_path: Path
) -> None:
    with opened(clean_graph) as graph:
        load(graph, find_shipped_records())
        before = snapshot(graph)
        make_older(graph)
        said = run(clean_graph, tmp_path)
        assert {x[0] for x in snapshot(graph)} == {x[0] for x in before}
        assert "have changed since they were loaded" in said


def make_older(graph: Graph) -> None:
    """As if an older version of the package had been loaded, which lacked a node and had another name for one."""
    graph.write("MATCH (n:Dispute) WITH n ORDER BY n.id LIMIT 1 DETACH DELETE n", {})
    graph.write("MATCH (n:Mineral {id: 'mineral/copper'}) SET n.name = 'Kupfer', n.record_hash = 'older'", {})
    name = current_data_set(graph).name
    version = version_in(*plan(graph, name, built_in_model()))
    graph.write("MATCH (d:DataSet) SET d.version = $version, d.digest = 'older'", {"version": version})


def test_a_shipped_load_that_was_broken_off_is_completed(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, find_shipped_records())
        whole = snapshot(graph)
        graph.write("MATCH (d:DataSet) SET d.state = 'loading'", {})
        graph.write("MATCH (n:Dispute) WITH n ORDER BY n.id LIMIT 5 DETACH DELETE n", {})
        run(clean_graph, tmp_path)
        assert {x[0] for x in snapshot(graph)} == {x[0] for x in whole}
        assert current_data_set(graph).is_complete


def test_a_shipped_load_broken_off_over_own_records_is_not_completed_by_a_run(
    clean_graph: Server, tmp_path: Path
) -> None:
    with opened(clean_graph) as graph:
        load(graph, with_the_gazette(tmp_path / "mine"))
        own = snapshot(graph)
        load(graph, find_shipped_records(), yes=True)
        graph.write("MATCH (d:DataSet) SET d.state = 'loading'", {})
        graph.write(
            "CREATE (:Source {id: 'source/gazette', name: 'The Gazette', data_set: $set, record_hash: 'x'})",
            {"set": SHIPPED},
        )
        before = snapshot(graph)
        assert own != before
        said = run(clean_graph, tmp_path)
        assert snapshot(graph) == before
    assert "has not come to its end" in said
    assert "would remove 1" in said


def test_in_a_graph_of_somebodys_own_the_shipped_set_is_neither_loaded_nor_advised(
    clean_graph: Server, tmp_path: Path
) -> None:
    (tmp_path / "mine").mkdir()
    with opened(clean_graph) as graph:
        load(graph, write_records(tmp_path / "mine"))
        before = snapshot(graph)
        said = run(clean_graph, tmp_path)
        assert snapshot(graph) == before
        assert [d.name for d in data_sets(graph)] == ["small"]
    assert "shown as they are" in said
    assert "lodegraph load" not in said
    assert "--into-existing" not in said


def test_a_folder_is_loaded_shown_and_its_changed_files_are_noticed(clean_graph: Server, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    first = run(clean_graph, tmp_path, str(write_records(mine)))
    assert str(mine) in first
    with opened(clean_graph) as graph:
        assert current_data_set(graph).name == "small"
        before = snapshot(graph)
        assert "holds these records already" in run(clean_graph, tmp_path, str(mine))
        (mine / "deals.yaml").unlink()
        said = run(clean_graph, tmp_path, str(mine))
        assert snapshot(graph) == before
    assert f"lodegraph load {mine}" in said


def test_another_folder_under_the_same_name_does_not_take_the_place_of_the_first(
    clean_graph: Server, tmp_path: Path
) -> None:
    with opened(clean_graph) as graph:
        load(graph, with_the_gazette(tmp_path / "mine"))
        before = snapshot(graph)
        shutil.copytree(find_shipped_records(), tmp_path / "other")
        (tmp_path / "other" / "notes.txt").write_text("not the shipped folder")
        run(clean_graph, tmp_path, str(tmp_path / "other"))
        assert snapshot(graph) == before


@pytest.mark.parametrize(("path", "says"), [("no/such", "there is no folder"), (".", "holds no data_set.yaml")])
def test_a_folder_without_records_ends_the_run_and_writes_nothing(
    clean_graph: Server, tmp_path: Path, path: str, says: str
) -> None:
    assert says in refused(clean_graph, tmp_path, str(tmp_path / path))
    with opened(clean_graph) as graph:
        assert snapshot(graph) == set()


def test_serve_shows_a_folders_set_says_what_differs_and_writes_nothing(clean_graph: Server, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    with opened(clean_graph) as graph:
        load(graph, write_records(mine))
        before = snapshot(graph)
        with serving(as_ours(clean_graph), tmp_path, str(mine)) as same:
            assert f"holds just these records: {mine}" in same.log.read_text()
        (mine / "deals.yaml").unlink()
        with serving(as_ours(clean_graph), tmp_path, str(mine)) as changed:
            assert f"lodegraph load {mine}" in changed.log.read_text()
        assert snapshot(graph) == before


def test_records_whose_set_lost_its_mark_are_not_removed_either(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, with_the_gazette(tmp_path / "mine"))
        graph.write("MATCH (d:DataSet) DETACH DELETE d", {})
        before = snapshot(graph)
        said = run(clean_graph, tmp_path)
        assert snapshot(graph) == before
    assert "would remove" in said
