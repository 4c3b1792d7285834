"""The servers that the tests run on are set up as safely as we tell others to."""

import neo4j
import pytest
from neo4j.exceptions import Neo4jError

from tests.integration.servers import Server


def rows(server: Server, text: str) -> list[list[object]]:
    """The rows of a statement."""
    with neo4j.GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        return [list(record.values()) for record in driver.execute_query(text, database_=server.database).records]


def test_clean_graph_is_empty(clean_graph: Server) -> None:
    assert rows(clean_graph, "MATCH (n) RETURN count(n)") == [[0]]
    rows(clean_graph, "UNWIND range(1, 7000) AS i CREATE (:Country {id: 'c' + toString(i)})")


def test_clean_graph_empties_what_another_test_left(clean_graph: Server) -> None:
    assert rows(clean_graph, "MATCH (n) RETURN count(n)") == [[0]]


@pytest.mark.parametrize("source", ["file:///etc/passwd", "http://127.0.0.1:9/x.csv"])
def test_no_file_or_address_can_be_read(engine: Server, source: str) -> None:
    with pytest.raises(Neo4jError):
        rows(engine, f"LOAD CSV FROM '{source}' AS line RETURN line LIMIT 1")
