"""Typed Cypher on every engine: what reads answers, what does more is stopped, what slips by changes nothing."""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

import pytest
from typer.testing import CliRunner

from cypher.connection import Graph, connect
from cypher.deadlines import Limits
from cypher.errors import BadParameter, GraphError
from cypher.guard import Refused, Rule, check_typed, run_typed
from cypher.guard.plan import check_plan
from cypher.results import Plan
from lodegraph.cli.main import app
from tests.integration.graphs import as_ours
from tests.integration.servers import Server

COUNTED = "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS nodes, count(r) AS ties"
WRITES = [
    "CREATE (:Deal {id: 'x'}) RETURN 1 AS x",
    "MERGE (n:Deal {id: 'x'}) RETURN n",
    "MATCH (n:Deal) SET n.amount = 1 RETURN n",
    "MATCH (n:Deal) REMOVE n.amount RETURN n",
    "MATCH (n:Deal) DETACH DELETE n RETURN 1 AS x",
]


@pytest.fixture
def reader(server: Server) -> Iterator[Graph]:
    """The graph by the account that reads, where there is one."""
    who = replace(as_ours(server), username=server.reader_user, password=server.reader_password)
    with connect(who) as graph:
        yield graph


def test_a_statement_answers_with_values_nodes_and_a_network(reader: Graph) -> None:
    text = "MATCH (a:Company {id: $id})-[r]-(d:Deal) RETURN a, r, d, d.name AS name ORDER BY name LIMIT 1"
    found = run_typed(reader, text, {"id": "company/glencore"})
    assert found.table.columns == ("a", "r", "d", "name")
    assert found.table.rows[0][0].id == "company/glencore"
    assert {n.id for n in found.subgraph.nodes} >= {"company/glencore"}
    assert len(found.subgraph.edges) == 1


def test_what_is_beyond_the_limits_is_cut_and_it_is_said(reader: Graph) -> None:
    text = "MATCH (n:Country) RETURN n.id AS id ORDER BY id"
    assert len(run_typed(reader, text, limits=Limits(rows=3)).table.rows) == 3
    assert run_typed(reader, text, limits=Limits(rows=3)).table.truncated
    assert not run_typed(reader, text).table.truncated


def test_a_parameter_without_value_never_reaches_the_graph(reader: Graph) -> None:
    with pytest.raises(BadParameter, match=r"\$id"):
        run_typed(reader, "MATCH (n:Deal {id: $id}) RETURN n")


@pytest.mark.parametrize("text", WRITES)
def test_what_slipped_by_the_words_is_stopped_by_plan_or_access_and_taken_back(reader: Graph, text: str) -> None:
    """The walls behind the first, each alone: with the check of words taken away."""
    before = reader.rows(COUNTED, {}), reader.rows("MATCH (n:Deal) RETURN sum(n.amount) AS sum", {})
    plan = reader.plan("EXPLAIN " + text, {})
    assert (plan is None) == (reader.server.engine == "embedded")
    assert plan is None or plan.kind != "r"
    with suppress(GraphError) if plan is None else pytest.raises(GraphError):  # the engine refuses some at the end only
        reader.look(text, {}, Limits())
    after = reader.rows(COUNTED, {}), reader.rows("MATCH (n:Deal) RETURN sum(n.amount) AS sum", {})
    assert after == before


def test_a_plan_is_looked_at_on_neo4j(reader: Graph, neo4j_only: None) -> None:
    """Files and settings count as reading for the server: the plan's steps tell."""
    for text in ("LOAD CSV FROM 'file:///x' AS line RETURN line", "SHOW SETTINGS", "SHOW TRANSACTIONS"):
        with pytest.raises(Refused) as refusal:
            check_plan(plan_of(reader, text))
        assert refusal.value.rule is Rule.PLAN
    check_plan(plan_of(reader, "CALL db.labels() YIELD label RETURN label"))


def plan_of(reader: Graph, text: str) -> Plan:
    plan = reader.plan("EXPLAIN " + text, {})
    assert plan is not None
    return plan


@pytest.mark.parametrize("prefix", ["", "EXPLAIN ", "CYPHER 5 ", "CYPHER 25 "])
def test_prefixes_are_taken(reader: Graph, prefix: str) -> None:
    if prefix.startswith("CYPHER") and not prefix.startswith("CYPHER 5") and reader.server.engine != "neo4j-2026.08":
        assert check_typed(prefix + "RETURN 1 AS x").language
        return
    if prefix.startswith("CYPHER") and reader.server.engine.startswith("embedded"):
        assert check_typed(prefix + "RETURN 1 AS x").language
        return
    assert run_typed(reader, prefix + "MATCH (n:Country) RETURN count(n) AS x").table.rows[0][0] > 0


def test_the_command_answers_refuses_and_reads_standard_input(configured: None) -> None:
    runner = CliRunner()
    asked = runner.invoke(
        app,
        ["cypher", "-", "--param", "id=company/glencore", "--param", "most:=1", "--format", "json"],
        input="MATCH (n:Company {id: $id}) RETURN n.name AS name LIMIT $most",
    )
    assert asked.exit_code == 0, asked.output
    assert json.loads(asked.stdout) == [{"name": "Glencore"}]
    refused = runner.invoke(app, ["cypher", "MATCH (n) DETACH DELETE n"])
    assert refused.exit_code == 2
    assert "line 1, column 11: DETACH writes (rule: read only)" in " ".join(refused.output.split())
