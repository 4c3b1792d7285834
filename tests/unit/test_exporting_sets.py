"""A set taken along: what is read back is the same graph, and tables and GraphML hold every node and relationship."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from loader.check import check
from loader.difference import compare_sets
from loader.export_set import SET_FORMATS, export_set
from loader.rows import make_rows
from lodegraph.shipped_records import find_shipped_records
from tests.unit.small_records import folder_of
from tests.unit.test_command_line import Command
from tests.unit.test_difference import LOAN

JSONL, CSV, GRAPHML = SET_FORMATS
NAMES = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="\u2800\u3164\uffa0\u034f\u115f\u1160"),
                min_size=1, max_size=20)  # fmt: skip


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Command]:
    monkeypatch.setenv("COLUMNS", "200")
    yield Command(monkeypatch, capsys)


def test_the_shipped_set_written_and_read_back_is_the_same_graph(tmp_path: Path) -> None:
    shipped = check(find_shipped_records())
    export_set(shipped, JSONL, tmp_path / "out")
    again = check(tmp_path / "out")
    assert (again.problems, again.data_set) == ((), shipped.data_set)
    assert make_rows(again).version == make_rows(shipped).version
    assert compare_sets(shipped, again).differs == ()


@settings(max_examples=25)
@given(name=NAMES, says=NAMES, million=st.integers(1, 900), stage=st.sampled_from(["announced", "signed", "approved"]))
def test_any_set_written_and_read_back_is_the_same_graph(
    tmp_path_factory: pytest.TempPathFactory, name: str, says: str, million: int, stage: str
) -> None:
    folder = tmp_path_factory.mktemp("set")
    records = LOAN.replace("A loan", json.dumps(name, ensure_ascii=False))  # JSON's texts are YAML's too
    records = records.replace("The bank lends.", json.dumps(says, ensure_ascii=False))
    old = check(folder_of(folder / "a", records.replace("5 million", f"{million} million").replace("announced", stage)))
    assume(not old.problems)
    export_set(old, JSONL, folder / "b")
    assert make_rows(check(folder / "b")).version == make_rows(old).version


def test_tables_and_graphml_hold_every_node_and_relationship(tmp_path: Path) -> None:
    checked = check(folder_of(tmp_path / "a", LOAN.replace("A loan", "=A loan")))
    rows = make_rows(checked)
    nodes, relationships = export_set(checked, CSV, tmp_path / "csv")
    with nodes.open(encoding="utf-8", newline="") as file:
        told = {row["id"]: row for row in csv.DictReader(file)}
    assert told.keys() == {r.id for r in rows.nodes}
    assert (told["deal/loan"]["label"], told["deal/loan"]["amount_value"]) == ("Deal", "5000000")
    assert not told["deal/loan"]["name"].startswith("=")  # no formula for a spreadsheet
    with relationships.open(encoding="utf-8", newline="") as file:
        ends = {row["id"]: (row["start"], row["type"], row["end"]) for row in csv.DictReader(file)}
    assert ends["agency/bank|FUNDS|deal/loan|funder"] == ("agency/bank", "FUNDS", "deal/loan")
    (path,) = export_set(checked, GRAPHML, tmp_path / "graphml")
    graph = nx.read_graphml(path, force_multigraph=True)
    assert set(graph.nodes) == told.keys()
    assert graph.number_of_edges() == len(ends)
    assert graph.nodes["deal/loan"]["evidence"] == "passage/paper/2.10"


def test_a_folder_that_holds_something_is_left_as_it_is(tmp_path: Path, command: Command) -> None:
    folder = folder_of(tmp_path / "a", LOAN)
    ended = command("export", str(folder), "--into", str(folder))
    assert ended.status == 2
    assert "is not empty" in ended.err
    done = command("export", str(folder), "--into", str(tmp_path / "b"))
    assert (done.status, "jsonl does not hold comments" in done.err) == (0, True)
    assert command("check", str(tmp_path / "b")).status == 0
