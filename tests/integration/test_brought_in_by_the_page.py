"""A sheet that came over the page's port: written, checked and loaded, with the counts that the command comes to."""

import json
from pathlib import Path

import pytest

from cypher.connection import Graph
from cypher.errors import GraphError
from explorer.import_port import KEY, Answer, Decisions, GivenFile, ask_load, ask_trial
from loader.load import load
from lodegraph.cli import import_desk
from lodegraph.cli.import_desk import ImportDesk
from lodegraph.runtime.import_service import answer_about_imports
from tests.integration.graphs import as_ours
from tests.integration.servers import Server
from tests.integration.test_commands import lodegraph

SHEET = Path(__file__).parents[1] / "sheets" / "1-bank-pipeline.csv"


def test_a_sheet_over_the_port_comes_to_what_the_command_comes_to(
    clean_graph: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = ImportDesk(tmp_path / "sets", as_ours(clean_graph))
    file = GivenFile(SHEET.name, SHEET.read_bytes())
    decisions = Decisions({}, (Answer(("data_set", "name"), "paged"),))
    with answer_about_imports(desk.try_, desk.load) as settings:
        for name, value in settings.items():
            monkeypatch.setenv(name, value)
        trial = ask_trial(file, decisions)
        assert (trial.good, trial.may_load, trial.clash) == (20, True, "")
        brought = ask_load(file, decisions)
        assert brought.is_done, brought.lines
        assert "already" in ask_trial(file, decisions).clash
        assert not ask_load(file, decisions).is_done
        monkeypatch.setenv(KEY, "00" * 32)
        assert ask_trial(file, decisions).refused
    mapping = tmp_path / "sets" / "paged.mapping.yaml"
    again = lodegraph(
        clean_graph, "import", str(SHEET), "--mapping", str(mapping), "--into", str(tmp_path / "other"),
        "--format", "json",
    )  # fmt: skip
    labels = json.loads(again.stdout)["labels"]
    asked = "MATCH (n {data_set: 'paged'}) RETURN labels(n) AS labels, count(*) AS n"
    told = json.loads(lodegraph(clean_graph, "cypher", asked, "--format", "json").stdout)
    for label in ("Deal", "Company", "Country", "Mineral", "Project"):
        assert sum(row["n"] for row in told if label in row["labels"]) == labels[label], label


def test_of_a_load_that_breaks_off_nothing_stays_in_the_graph_nor_in_the_folder(
    clean_graph: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise GraphError("the graph broke off")

    desk = ImportDesk(tmp_path / "sets", as_ours(clean_graph))
    file, decisions = GivenFile(SHEET.name, SHEET.read_bytes()), Decisions({})
    with monkeypatch.context() as broken:
        broken.setattr("loader.load.write_relationships", fail)
        outcome = desk.load(file, decisions)
    assert (outcome.is_done, outcome.lines) == (False, ("the graph broke off", "nothing is left of it"))
    assert list((tmp_path / "sets").iterdir()) == []
    asked = "MATCH (n {data_set: '1-bank-pipeline'}) RETURN count(*) AS n"
    assert json.loads(lodegraph(clean_graph, "cypher", asked, "--format", "json").stdout) == [{"n": 0}]
    again = desk.load(file, decisions)
    assert again.is_done, again.lines


def test_a_set_of_that_name_from_another_folder_stays_where_a_load_breaks_off(
    clean_graph: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def come_first(graph: Graph, _: Path) -> None:
        with monkeypatch.context() as broken:
            broken.setattr("loader.load.write_relationships", fail)
            load(graph, theirs / "1-bank-pipeline")

    def fail(*_: object) -> None:
        raise GraphError("the graph broke off")

    file, decisions, theirs = GivenFile(SHEET.name, SHEET.read_bytes()), Decisions({}), tmp_path / "theirs"
    assert ImportDesk(theirs, as_ours(clean_graph)).load(file, decisions).is_done
    lodegraph(clean_graph, "drop", "1-bank-pipeline", "--yes")
    monkeypatch.setattr(import_desk, "load", come_first)
    assert not ImportDesk(tmp_path / "sets", as_ours(clean_graph)).load(file, decisions).is_done
    asked = "MATCH (n:Deal {data_set: '1-bank-pipeline'}) RETURN count(*) AS n"
    assert json.loads(lodegraph(clean_graph, "cypher", asked, "--format", "json").stdout) == [{"n": 20}]
