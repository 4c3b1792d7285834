"""A disk that fills while something is written: the error says so, whichever words the server has for it."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from neo4j.exceptions import Neo4jError

from cypher.driver_errors import translate_errors
from cypher.engines.status import EmbeddedEngine
from cypher.errors import DiskFull, GraphError, QueryFailed
from cypher.server import Server, written

NEO4J = Server("bolt://127.0.0.1:7687", "neo4j", "x", "neo4j", "neo4j")
FAILED = "Neo.DatabaseError.Transaction.TransactionCommitFailed"
REFUSED = "Neo.ClientError.Statement.ExecutionFailed"


def raised(server: Server, code: str, text: str) -> GraphError:
    """Our error for a server's."""
    with pytest.raises(GraphError) as caught, written(server):
        raise Neo4jError._hydrate_neo4j(code=code, message=text)
    return caught.value


def free(monkeypatch: pytest.MonkeyPatch, megabytes: int) -> None:
    """Let every disk have so much room."""
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=megabytes << 20))


@pytest.mark.parametrize("text", ["IOException: No space left on device", "The disk is full.", "Out of disk space"])
def test_a_server_that_says_so_is_understood(text: str) -> None:
    error = raised(NEO4J, FAILED, text)
    assert isinstance(error, DiskFull)
    assert "bolt://127.0.0.1:7687" in error.what
    assert "free some space" in error.remedy


def test_the_embedded_engine_says_nothing_and_its_disk_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = Server("bolt://127.0.0.1:1", "neo4j", "x", "neo4j", "embedded", own=EmbeddedEngine(Path("/data/engine")))
    free(monkeypatch, 3)
    error = raised(ours, REFUSED, "Transaction error on commit")
    assert isinstance(error, DiskFull)
    assert error.what.startswith("the disk that holds /data/engine is full (3 MB free)")
    assert "Transaction error on commit" in error.what
    free(monkeypatch, 3_000)
    assert type(raised(ours, REFUSED, "Transaction error on commit")) is QueryFailed


def test_reading_blames_no_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    free(monkeypatch, 0)
    with pytest.raises(QueryFailed), translate_errors("bolt://h", "neo4j"):
        raise Neo4jError._hydrate_neo4j(code="Neo.ClientError.Statement.SyntaxError", message="Invalid input")
