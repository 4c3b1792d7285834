"""py2neo's `Graph`, held to reading: whatever it sends, the server is told that it may only read.

Neo4j refuses a write in such a transaction, however it is asked for: by run, create, merge, push, delete, bulk or a
procedure. All of py2neo's ways lead through its connector, so that is where the word is given.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import py2neo
from py2neo import errors
from py2neo.client import Connector

from cypher.connection import Server
from cypher.errors import NotAllowed, QueryFailed, ServerUnreachable

LOST = (errors.ConnectionUnavailable, errors.ConnectionBroken, errors.ConnectionLimit, errors.ServiceUnavailable)


class ReadingConnector(Connector):  # type: ignore[misc]  # py2neo has no types
    """Begins reading transactions only, whatever `readonly` says."""

    def auto_run(
        self, cypher: str, parameters: Any = None, graph_name: str | None = None, readonly: bool = True
    ) -> Any:
        """Run one statement in a transaction of its own."""
        return super().auto_run(cypher, parameters, graph_name=graph_name, readonly=True)

    def begin(self, graph_name: str | None, readonly: bool = True) -> Any:
        """Begin a transaction."""
        return super().begin(graph_name, readonly=True)


class ReadingService(py2neo.GraphService):  # type: ignore[misc]
    """A server all of whose graphs only read."""

    def __init__(self, profile: py2neo.ServiceProfile) -> None:
        super().__init__(profile, init_size=0)
        self._reading = ReadingConnector(profile, init_size=1)

    @property
    def connector(self) -> ReadingConnector:
        """What sends statements to the server."""
        return self._reading

    def __getitem__(self, name: str | None) -> "ReadingPy2neo":
        return ReadingPy2neo(self.profile, name or self.connector.default_graph_name())


class ReadingPy2neo(py2neo.Graph):  # type: ignore[misc]
    """A graph as py2neo knows it, from which one can only read."""

    def __init__(self, profile: py2neo.ServiceProfile, name: str) -> None:
        with ignore_environment():
            super().__init__(profile, name=name, init_size=0)
            self.service = ReadingService(profile)

    def auto(self, readonly: bool = True) -> py2neo.Transaction:
        """A transaction for one statement; it only reads."""
        return super().auto(readonly=True)

    def begin(self, readonly: bool = True) -> py2neo.Transaction:
        """A transaction; it only reads."""
        return super().begin(readonly=True)

    def close(self) -> None:
        """Give the connections back."""
        self.service.connector.close()


def open_read_only(server: Server) -> ReadingPy2neo:
    """A graph on one server. Raises a GraphError when py2neo cannot reach it."""
    with translate_errors(server.uri), ignore_environment():
        profile = py2neo.ServiceProfile(remove_routing(server.uri), user=server.username, password=server.password)
        return ReadingPy2neo(profile, server.database)


def remove_routing(uri: str) -> str:
    """The same server under the scheme that asks it directly, with or without TLS as before."""
    return f"bolt{uri.removeprefix('neo4j')}" if uri.startswith("neo4j") else uri


@contextmanager
def ignore_environment() -> Iterator[None]:
    """Keep py2neo from reading NEO4J_URI itself: it stumbles over `neo4j://`, and we have read it already."""
    kept, py2neo.NEO4J_URI = py2neo.NEO4J_URI, None
    try:
        yield
    finally:
        py2neo.NEO4J_URI = kept


@contextmanager
def translate_errors(uri: str) -> Iterator[None]:
    """Turn what py2neo raises into our errors; `uri` names where."""
    try:
        yield
    except errors.Neo4jError as error:
        kind = NotAllowed if error.title in ("Forbidden", "AccessMode") else QueryFailed
        raise kind(f"{uri} refused what py2neo asked: {error}") from error
    except (*LOST, errors.ProtocolError) as error:
        raise ServerUnreachable(
            f"py2neo lost or did not get its connection to {uri} ({error})", "try again, or use open_graph()"
        ) from error
