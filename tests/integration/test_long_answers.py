"""Answers on the command line: written as they come they are the same, and how one would be found is explained."""

import csv
import io
import json
from pathlib import Path

import pytest

from cypher.connection import Graph
from cypher.saved import SavedQuery, choices
from cypher.saved.explained import explain
from cypher.saved.streamed import can_stream
from cypher.status import current_data_set
from tests.integration.servers import Server
from tests.integration.test_commands import lodegraph
from tests.shipped import CATALOG

STREAMED = [q.id for q in CATALOG.queries if can_stream(q)]
SOME = ("sources", "signed-on-4-february", "open-disputes", "who-did-what")


@pytest.mark.parametrize("query_id", [q for q in SOME if q in STREAMED])
def test_rows_that_are_written_as_they_come_are_those_of_the_whole(server: Server, query_id: str) -> None:
    whole = json.loads(lodegraph(server, "query", "run", query_id, "--format", "json").stdout)
    lines = lodegraph(server, "query", "run", query_id, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == whole["table"]
    table = list(csv.reader(io.StringIO(lodegraph(server, "query", "run", query_id, "--format", "csv").stdout)))
    assert len(table) == len(whole["table"]) + 1


def test_a_cut_is_told_and_a_file_is_there_only_whole(server: Server, tmp_path: Path) -> None:
    to = tmp_path / "sources.csv"
    told = lodegraph(server, "query", "run", "sources", "--max-rows", "2", "-o", str(to))
    assert told.returncode == 0
    assert "cut after 2 rows" in told.stderr
    assert len(to.read_text(encoding="utf-8").splitlines()) == 3
    assert [path.name for path in tmp_path.iterdir()] == ["sources.csv"]
    refused = lodegraph(server, "query", "run", "sources", "--max-rows", "200000", "--format", "xlsx")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "as csv or jsonl" in refused.stderr


def test_how_a_query_would_be_answered_is_told_by_plan_or_by_what_it_reads(server: Server) -> None:
    asked = ("query", "explain", "money-by-funder", "--param", "funder=agency/dfc")
    text = lodegraph(server, *asked).stdout
    assert "Agency: one, by the index of its ids" in text
    told = json.loads(lodegraph(server, *asked, "--format", "json").stdout)
    assert told["parameters"]["funder"] == "agency/dfc"
    assert {"what": "Agency", "by_index": True, "number": None} in told["reads"]
    if told["plan"]:
        assert not any(step["operator"].startswith(("AllNodesScan", "NodeByLabelScan")) for step in told["plan"])
    else:
        assert "The server shows no plan" in text
    wrong = lodegraph(server, "query", "explain", "money-by-funder", "--param", "funder=agency/dfx")
    assert (wrong.returncode, wrong.stdout) == (2, "")


@pytest.mark.parametrize("query", CATALOG.queries, ids=lambda query: query.id)
def test_every_query_can_be_explained(graph: Graph, query: SavedQuery) -> None:
    given = {}
    for parameter in query.parameters:
        if parameter.default is None:
            offered = choices(graph, parameter, current_data_set(graph).name)
            if not offered:
                return
            given[parameter.name] = offered[0].value
    told = explain(graph, query, given, current_data_set(graph).name)
    assert told.reads or told.plan
