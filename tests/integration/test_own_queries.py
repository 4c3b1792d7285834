"""Own queries on a graph: they answer by every door that ours do, and at each the guard stands before them."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cypher.connection import Graph, connect
from cypher.errors import BadParameter, GraphError, NoTypedReading
from cypher.guard import Refused
from cypher.model import built_in_model
from cypher.own import read_own, rules_of
from cypher.protocols import Reader
from cypher.results import Table
from cypher.saved import SavedQuery, UnknownQuery, choices, find_about_node, run
from cypher.saved.explained import explain
from cypher.saved.streamed import stream
from lodegraph import open_graph
from lodegraph.cli.main import app
from tests.integration.graphs import as_ours
from tests.integration.servers import Server

HEAD = "// id: {id}\n// title: Mine\n// question: Which?\n// view: {view}\n"
PARAMETER = """\
// parameters:
//   - name: who
//     type: node
//     meaning: the country
//     labels: [Country]
//     default: country/JP
"""
OFFERS = """\
//     offers: >-
//       MATCH (n:{{{{label}}}} {{data_set: $data_set}}) RETURN n.id AS id, n.name AS name, 1 AS rows LIMIT 3
"""
ONE = "MATCH (c:{{{{who}}}} {{id: $who, data_set: $data_set}}) RETURN c.name AS country\n"
HARM = {
    "writes": "MATCH (n:Deal) SET n.amount_usd = 1 RETURN n.id AS id",
    "deletes": "MATCH (n) DETACH DELETE n",
    "reads-files": "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "calls": "CALL apoc.cypher.runWrite('x', {}) YIELD value RETURN value",
    "never-ends": "UNWIND range(1, 2000000000) AS x RETURN count(x) AS n",
}
SET = "critical-minerals-2026"
COUNTED = "MATCH (n) RETURN count(n) AS nodes, sum(n.amount_usd) AS sum"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of own queries, with sound ones and such as mean harm."""
    monkeypatch.setenv("LODEGRAPH_QUERIES", str(tmp_path))
    (tmp_path / "mine.cypher").write_text((HEAD + PARAMETER + OFFERS + ONE).format(id="mine", view="table"))
    (tmp_path / "seen.cypher").write_text(
        HEAD.format(id="seen", view="network") + "MATCH (c:Company {data_set: $data_set})-[r]-(d:Deal) RETURN c, r, d\n"
    )
    for name, text in HARM.items():
        (tmp_path / f"{name}.cypher").write_text(HEAD.format(id=name, view="table") + text + "\n")
    return tmp_path


@pytest.fixture
def reader(server: Server) -> Iterator[Graph]:
    """The graph by the account that reads, where there is one."""
    with connect(replace(as_ours(server), username=server.reader_user, password=server.reader_password)) as graph:
        yield graph


def get(folder: Path, query_id: str) -> SavedQuery:
    return next(q for q in read_own(folder, rules_of(built_in_model())).queries if q.id == query_id)


def ask(*words: str) -> tuple[int, str, str]:
    ended = CliRunner().invoke(app, ["query", *words])
    return ended.exit_code, ended.stdout, " ".join(ended.stderr.split())


def test_own_queries_answer_by_command_and_library(configured: None, folder: Path) -> None:
    assert json.loads(ask("run", "mine", "--format", "json")[1])["table"] == [{"country": "Japan"}]
    assert json.loads(ask("run", "mine", "--param", "who=country/FR", "--format", "json")[1])["table"] == [
        {"country": "France"}
    ]
    assert len(json.loads(ask("choices", "mine", "who", "--format", "json")[1])["choices"]) == 3
    with open_graph() as graph:
        assert graph.run("mine").rows == (("Japan",),)
        assert graph.network("seen").nodes
        assert [q.id for q in graph.find_queries("mine which") if q.own] == ["mine", "seen"]


@pytest.mark.parametrize("name", HARM)
def test_what_means_harm_is_run_by_no_door(configured: None, folder: Path, reader: Graph, name: str) -> None:
    before = reader.rows(COUNTED, {})
    code, _, told = ask("run", name)
    assert code == 2
    assert f"your own query '{name}' is broken: {name}.cypher:5:" in told
    assert ask("choices", name)[0] == 2
    with open_graph() as graph, pytest.raises(UnknownQuery, match="is broken"):
        graph.run(name)
    assert reader.rows(COUNTED, {}) == before


@pytest.mark.parametrize("text", HARM.values(), ids=HARM)
def test_the_guard_stands_before_an_own_query_however_it_came_to_be(folder: Path, reader: Graph, text: str) -> None:
    """Also where nobody looked at its file: its text, and what its parameters offer."""
    before = reader.rows(COUNTED, {})
    mine = get(folder, "mine")
    with pytest.raises(Refused):
        run(reader, mine.model_copy(update={"text": text}), {}, SET)
    harm = mine.model_copy(update={"text": text})
    offered = mine.parameters[0].model_copy(update={"offers": text})
    with pytest.raises(Refused):
        choices(reader, offered, SET)
    with pytest.raises(Refused):
        explain(reader, harm, {}, SET)
    with pytest.raises(Refused):
        find_about_node(reader, [mine.model_copy(update={"parameters": (offered,)})], "country/JP", SET, mine.model)
    with pytest.raises(BadParameter, match="not written as they come"), stream(reader, harm, {}, SET, 10):
        pass
    assert reader.rows(COUNTED, {}) == before


def test_a_graph_without_a_guard_runs_none(folder: Path, reader: Graph) -> None:
    class Plain(Reader):
        server = reader.server

        def table(self, text: str, parameters: object, max_rows: int | None) -> Table:
            return reader.table(text, parameters, max_rows)  # type: ignore[arg-type]

    with pytest.raises(NoTypedReading, match="open_graph"):
        run(Plain(), get(folder, "mine"), {}, SET)


def test_an_answer_is_cut_at_the_limit_and_says_so(folder: Path, reader: Graph) -> None:
    found = run(reader, get(folder, "seen"), {}, SET, max_rows=2)
    assert (len(found.table.rows), found.table.truncated) == (2, True)


def test_an_error_of_the_server_is_an_error_of_ours(folder: Path, reader: Graph) -> None:
    wrong = get(folder, "mine").model_copy(update={"text": "MATCH (n:Country) RETURN nobody AS x"})
    with pytest.raises(GraphError):
        run(reader, wrong, {}, SET)
