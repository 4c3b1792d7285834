"""What commands log on a real server: what happened, when, to which data set, and nothing that is nobody's business."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cypher.errors import GraphError
from loader.load import load
from tests.integration.graphs import opened, write_records
from tests.integration.servers import Server
from tests.integration.test_commands import lodegraph

pytestmark = pytest.mark.one_line


def events(text: str) -> list[dict[str, object]]:
    """The lines of a log; every one must be a document."""
    return [json.loads(line) for line in text.splitlines()]


def test_a_load_is_logged_with_its_time_its_data_set_and_what_it_did(clean_graph: Server, tmp_path: Path) -> None:
    began = datetime.now(UTC)
    done = lodegraph(clean_graph, "--log-format", "json", "load", str(write_records(tmp_path)))
    (finished,) = (e for e in events(done.stderr) if e["event"] == "load finished")
    assert began < datetime.fromisoformat(str(finished["at"])) < datetime.now(UTC)
    assert (finished["data_set"], finished["nodes_created"], finished["relationships_created"]) == ("small", 6, 4)
    assert finished["version"] in done.stdout


def test_a_load_that_nobody_agreed_to_is_logged_as_not_begun_and_no_error(clean_graph: Server, tmp_path: Path) -> None:
    lodegraph(clean_graph, "load", str(write_records(tmp_path)))
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (write_records(folder) / "deals.yaml").unlink()
    done = lodegraph(clean_graph, "--log-format", "json", "load", str(folder))
    assert done.returncode == 1, done.stderr
    logged = [e for e in events(done.stderr) if e["part"] == "loader"]
    assert [(e["event"], e["level"], e["data_set"]) for e in logged] == [("load not begun", "info", "small")]
    assert (logged[0]["would_remove"], logged[0]["because"]) == (3, "NeedsConsent")


def test_a_load_that_fails_is_logged_as_broken_off(
    clean_graph: Server, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise GraphError("the disk is full")

    monkeypatch.setattr("loader.load.write_nodes", fail)
    with opened(clean_graph) as graph, caplog.at_level("INFO", "lodegraph.loader"), pytest.raises(GraphError):
        load(graph, write_records(tmp_path))
    logged = [(r.message, r.levelname, r.data_set) for r in caplog.records]
    assert logged == [("load began", "INFO", "small"), ("load broken off", "ERROR", "small")]


def test_no_password_and_no_parameter_stands_in_a_log(clean_graph: Server, tmp_path: Path) -> None:
    lodegraph(clean_graph, "load", str(write_records(tmp_path)))
    words = ("query", "run", "neighbours", "--param", "node=country/AA")
    for how in (("--verbose",), ("--log-format", "json"), ("--log-format", "text")):
        done = lodegraph(clean_graph, *how, *words)
        assert "query answered" in done.stderr
        assert "small" in done.stderr
        assert "country/AA" not in done.stderr
        assert clean_graph.password not in done.stderr


def test_without_being_asked_a_command_logs_nothing(clean_graph: Server, tmp_path: Path) -> None:
    lodegraph(clean_graph, "load", str(write_records(tmp_path)))
    assert lodegraph(clean_graph, "status").stderr == ""
