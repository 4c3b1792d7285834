"""py2neo's `Graph` held to reading: every way to write is refused by the server, and the embedded graph by us."""

import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import py2neo
import pytest
from py2neo.bulk import create_nodes, create_relationships, merge_nodes
from py2neo.ogm import Model, Property, Repository

from lodegraph import GraphError
from lodegraph.notebook import nodes_frame, open_py2neo
from tests.integration.graphs import opened, snapshot
from tests.integration.ready import configure, reading
from tests.integration.servers import Server

CREATE = "CREATE (:Deal {id: 'theirs/deal'})"
DEAL = "deal/glencore-orion-memorandum"


class Deal(Model):  # type: ignore[misc]  # py2neo has no types
    """A deal as py2neo maps objects."""

    __primarykey__ = "id"
    id = Property()
    name = Property()


pytestmark = pytest.mark.usefixtures("configured")


def in_transaction(graph: Any, work: Callable[[Any], Any], **options: bool) -> None:
    """Begin, work, commit."""
    transaction = graph.begin(**options)
    work(transaction)
    graph.commit(transaction)


def renamed(graph: Any) -> Any:
    """A node of the graph with a new name, not yet pushed."""
    node = graph.nodes.match("Deal", id=DEAL).first()
    node["name"] = "Renamed"
    return node


def new() -> Any:
    """A node that is not in the graph."""
    return py2neo.Node("Deal", id="theirs/deal")


WRITES: dict[str, Callable[[Any], Any]] = {
    "run": lambda g: g.run(CREATE),
    "evaluate": lambda g: g.evaluate(f"{CREATE} RETURN 1"),
    "query": lambda g: g.query(CREATE),
    "update": lambda g: g.update(CREATE),
    "update by a function": lambda g: g.update(lambda tx: tx.run(CREATE)),
    "auto": lambda g: g.auto(readonly=False).run(CREATE),
    "begin": lambda g: in_transaction(g, lambda tx: tx.run(CREATE), readonly=False),
    "begin and set": lambda g: in_transaction(g, lambda tx: tx.run("MATCH (d:Deal) SET d.name = 'x'")),
    "a transaction by hand": lambda g: py2neo.Transaction(g, autocommit=True, readonly=False).run(CREATE),
    "create": lambda g: g.create(new()),
    "create in a transaction": lambda g: in_transaction(g, lambda tx: tx.create(new())),
    "merge": lambda g: g.merge(new(), "Deal", "id"),
    "push": lambda g: g.push(renamed(g)),
    "delete": lambda g: g.delete(g.nodes.match("Deal", id=DEAL).first()),
    "separate": lambda g: g.separate(g.match(r_type="WITNESSES").first()),
    "delete_all": lambda g: g.delete_all(),
    "bulk create": lambda g: create_nodes(g.auto(readonly=False), [["theirs/deal"]], {"Deal"}, ["id"]),
    "bulk merge": lambda g: merge_nodes(g.auto(readonly=False), [["theirs/deal"]], ("Deal", "id"), keys=["id"]),
    "bulk relationships": lambda g: create_relationships(
        g.auto(), [(DEAL, {}, DEAL)], "ALONGSIDE", start_node_key=("Deal", "id"), end_node_key=("Deal", "id")
    ),
    "object mapping": lambda g: Deal.wrap(renamed(g)) and g.push(Deal.match(g, DEAL).first().__node__),
    "a procedure": lambda g: g.call["db.createLabel"]("Theirs"),
    "a procedure by dots": lambda g: g.call.db.createProperty("theirs"),
    "an index": lambda g: g.run("CREATE INDEX theirs FOR (d:Deal) ON (d.name)"),
    "a constraint": lambda g: g.update("CREATE CONSTRAINT theirs FOR (d:Deal) REQUIRE d.name IS UNIQUE"),
    "batches": lambda g: g.run("UNWIND [1] AS x CALL { CREATE (:Theirs) } IN TRANSACTIONS"),
    "the default graph": lambda g: g.service.default_graph.run(CREATE),
    "a graph by name": lambda g: g.service[g.name].create(new()),
    "the system graph": lambda g: g.service.system_graph.run("CREATE USER theirs SET PASSWORD 'theirs-theirs'"),
    "the connector": lambda g: run_by(g.service.connector, g.name),
}


def run_by(connector: Any, name: str) -> None:
    """Run by hand what py2neo's graphs run, as far down as its public ways go."""
    transaction = connector.begin(name, readonly=False)
    result = connector.run(transaction, CREATE, {})
    connector.pull(result)
    connector.commit(transaction)


def test_every_way_to_write_is_refused_by_the_server_and_changes_nothing(bridge: Any, server: Server) -> None:
    with opened(server) as graph:
        before = snapshot(graph)
        refusals = {way: refusal(lambda w=write: w(bridge)) for way, write in WRITES.items()}
        after = snapshot(graph)

    assert refusals == dict.fromkeys(WRITES, "Neo.ClientError.Statement.AccessMode")
    assert after == before
    assert len(bridge.nodes.match("Deal")) == 66, "it should still read"


def refusal(write: Callable[[], Any]) -> str:
    """The code by which the server refuses, or that it does not."""
    try:
        write()
    except py2neo.errors.ClientError as error:
        return str(error.code)
    return "went through"


def test_every_way_to_read_works(bridge: Any) -> None:
    node = bridge.nodes.match("Deal", id=DEAL).first()
    bridge.pull(node)

    assert bridge.exists(node)
    assert node["name"] == "Glencore–Orion memorandum"
    assert bridge.run("MATCH (d:Deal) RETURN count(d)").evaluate() == 66
    assert bridge.match((None, node), r_type="WITNESSES").first().start_node["id"] == "person/christopher-landau"
    assert Repository.wrap(bridge).match(Deal, DEAL).first().name == node["name"]
    assert "Deal" in {row["label"] for row in bridge.call["db.labels"]()}
    assert bridge.query("MATCH (d:Deal) RETURN d.id AS id").to_data_frame().shape == (66, 1)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_it_opens_whatever_the_environment_held_when_it_was_imported(server: Server, scheme: str) -> None:
    if server.name == "embedded":
        pytest.skip("py2neo is refused there")
    program = "from lodegraph.notebook import open_py2neo; print(len(open_py2neo().service.default_graph.nodes))"
    uri = f"{scheme}://{server.uri.partition('://')[2]}"
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"NEO4J_URI": uri, "NEO4J_SECURE": "1"}, check=False, capture_output=True, text=True,
    )  # fmt: skip
    with opened(server) as graph:
        nodes = graph.rows("MATCH (n) RETURN count(n)", {})[0][0]
    assert nodes, "an empty database could be taken for another"
    assert (done.stdout, done.stderr) == (f"{nodes}\n", "")


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"PASSWORD": "not-the-password"}, "refuses the user name or password"),
        ({"DATABASE": "nowhere"}, "has no database 'nowhere'"),
        ({"URI": "bolt://127.0.0.1:1"}, "no graph answers at bolt://127.0.0.1:1"),
        ({"URI": "http://127.0.0.1:7474"}, "set NEO4J_URI to bolt://"),
    ],
)
def test_what_is_wrong_with_a_server_is_explained(
    monkeypatch: pytest.MonkeyPatch, server: Server, changed: dict[str, str], says: str
) -> None:
    configure(monkeypatch, reading(server) | changed)

    with pytest.raises(GraphError, match=says):
        open_py2neo()


@pytest.mark.parametrize("named", [True, False])
def test_the_embedded_graph_is_refused_with_what_to_do(
    server: Server, monkeypatch: pytest.MonkeyPatch, named: bool
) -> None:
    if server.name != "embedded":
        pytest.skip("for the embedded graph")
    configure(monkeypatch, reading(server) if named else {})

    with pytest.raises(GraphError, match=r"py2neo is not sound with .*use open_graph.*or set NEO4J_URI to a Neo4j"):
        open_py2neo()


def test_why_the_embedded_graph_is_refused(server: Server) -> None:
    """When this fails, the reason is gone: let `open_py2neo` open the embedded graph, and run these tests on it."""
    if server.name != "embedded":
        pytest.skip("for the embedded graph")
    theirs = py2neo.Graph(server.uri, user=server.reader_user, password=server.reader_password, name=server.database)

    in_transaction(theirs, lambda tx: tx.run("MATCH (d:Deal) SET d.name = 'x' RETURN d"), readonly=True)

    assert theirs.query("MATCH (d:Deal) RETURN count(d)").evaluate() is None
    with pytest.raises(GraphError, match="py2neo got no answer"):
        nodes_frame(theirs, "Deal")
