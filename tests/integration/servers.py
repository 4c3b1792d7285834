"""The servers that the integration tests run on, each started once a session."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import neo4j

from cypher.engines.embedded import embedded_engine
from cypher.server import SqlEndpoint
from tests.machine import Unavailable
from tests.neo4j_lines import LTS, Line, image_of

__all__ = ["SETTINGS", "Server", "Unavailable", "embedded", "environment_name", "given", "neo4j_container", "wipe"]

SETTINGS = {
    # closes LOAD CSV's way to files and to the network
    "server.directories.import": "import",
    "dbms.security.allow_csv_import_from_file_urls": "false",
    "internal.dbms.cypher_ip_blocklist": "0.0.0.0/0,::/0",
    # a query that got out of hand ends by itself
    "db.transaction.timeout": "20s",
    "db.memory.transaction.max": "128m",
    "db.memory.transaction.total.max": "256m",
    "dbms.memory.transaction.total.max": "512m",
    # small enough for a machine that runs a browser beside it
    "server.memory.heap.max_size": "768m",
    "server.memory.pagecache.size": "64m",
    "dbms.usage_report.enabled": "false",
}


@dataclass(frozen=True)
class Server:
    """A graph to test on, and its two users; on Neo4j Community, which has no roles, they are one."""

    name: str
    uri: str
    user: str
    password: str = field(repr=False)
    database: str
    reader_user: str
    reader_password: str = field(repr=False)
    sql: SqlEndpoint | None = None


@contextmanager
def embedded(data: Path) -> Iterator[Server]:
    """The embedded engine with its data in `data`."""
    with embedded_engine(data, lambda _: None) as engine:
        yield Server(
            "embedded",
            engine.bolt_uri,
            engine.user,
            engine.password,
            "neo4j",
            engine.reader_user,
            engine.reader_password,
            engine.sql,
        )


@contextmanager
def neo4j_container(line: Line = LTS, port: int | None = None) -> Iterator[Server]:
    """Neo4j of a line in a container that listens on loopback only, there on any port or on one. Raises Unavailable."""
    image = image_of(line)
    _tell_testcontainers(image)
    from testcontainers.community.neo4j import Neo4jContainer  # reads its environment when it is imported

    password = secrets.token_hex(16)  # one that began with a dash would be an option to the tool that sets it
    container = Neo4jContainer(image, password=password)
    container.ports = {7687: ("127.0.0.1", port)}  # type: ignore[dict-item]  # None is docker's way to say: any port
    for name, value in {**SETTINGS, **line.settings}.items():
        container.with_env(environment_name(name), value)
    with container:
        uri = f"bolt://127.0.0.1:{container.get_exposed_port(7687)}"
        yield Server(line.engine, uri, "neo4j", password, "neo4j", "neo4j", password)


@contextmanager
def given() -> Iterator[Server]:
    """The server that GRAPH_TEST_URI names. The tests empty it, so it must be empty, or GRAPH_TEST_WIPE=yes be set."""
    user = os.environ.get("GRAPH_TEST_USERNAME", "neo4j")
    password = os.environ.get("GRAPH_TEST_PASSWORD", "")
    database = os.environ.get("GRAPH_TEST_DATABASE", "neo4j")
    server = Server("given", os.environ["GRAPH_TEST_URI"], user, password, database, user, password)
    if os.environ.get("GRAPH_TEST_WIPE") != "yes" and _count(server):
        raise Unavailable(
            f"{server.uri} holds nodes, and the tests empty the graph: name an empty server, or set GRAPH_TEST_WIPE=yes"
        )
    yield server


def wipe(server: Server) -> None:
    """Take every node and relationship out of the graph, a batch a transaction; constraints stay."""
    with _driver(server) as driver:
        text = "MATCH (n) WITH n LIMIT 5000 DETACH DELETE n RETURN count(*) AS deleted"
        while driver.execute_query(text, database_=server.database).records[0]["deleted"]:
            pass


def environment_name(setting: str) -> str:
    """The environment variable by which Neo4j's images take a setting."""
    return "NEO4J_" + setting.replace("_", "__").replace(".", "_")


def _tell_testcontainers(image: str) -> None:
    """Its helper image cannot be had where ours could not, and inside a container the daemon's ports are still here."""
    if image.startswith("lodegraph/"):
        os.environ.setdefault("TESTCONTAINERS_RYUK_DISABLED", "true")
    if Path("/.dockerenv").exists():
        os.environ.setdefault("TESTCONTAINERS_CONNECTION_MODE", "docker_host")
        os.environ.setdefault("TC_HOST", "127.0.0.1")


def _count(server: Server) -> int:
    with _driver(server) as driver:
        return int(driver.execute_query("MATCH (n) RETURN count(n) AS c", database_=server.database).records[0]["c"])


def _driver(server: Server) -> neo4j.Driver:
    return neo4j.GraphDatabase.driver(server.uri, auth=(server.user, server.password))
