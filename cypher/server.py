"""A server of a graph: where it is, who we are there, and what the driver needs to know of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import neo4j

from cypher.diagnosis.address import read_address
from cypher.diagnosis.unreachable import diagnose
from cypher.driver_errors import WRITER, translate_errors
from cypher.errors import EngineError, GraphError, LoginRefused, NoAnswer, QueryFailed, UnknownDatabase
from cypher.time_limits import ANSWER


class OwnEngine(Protocol):
    """An engine that we run ourselves, and so can say more of than that it does not answer."""

    @property
    def path(self) -> Path:
        """The folder in which it keeps its data."""
        ...

    def why_silent(self) -> GraphError | None:
        """What has become of it, or None where it answers."""
        ...

    def why_unwritable(self, said: str) -> GraphError | None:
        """Why a statement that writes failed, where that is not in what it `said`; None where it is not known."""
        ...


@dataclass(frozen=True)
class SqlEndpoint:
    """Where the embedded engine takes SQL on this machine, and as whom."""

    port: int
    username: str
    password: str = field(repr=False)
    database: str


@dataclass(frozen=True)
class Server:
    """Where a graph is and who we are there; `engine` names it in messages and status.

    `account` names the settings that say who we are; `own` is there where the program runs the engine itself; `sql`:
    where an embedded engine takes what its Cypher lacks.
    """

    uri: str
    username: str
    password: str
    database: str
    engine: str
    account: str = WRITER
    own: OwnEngine | None = field(default=None, compare=False, repr=False)
    sql: SqlEndpoint | None = None

    def __repr__(self) -> str:
        return f"Server({self.uri}, {self.username}, {self.database}, {self.engine})"


@contextmanager
def explain_failures(server: Server) -> Iterator[None]:
    """What the driver raises as our errors; where nobody answers, with the reason, found by looking or knocking there.

    An engine of our own refuses us only while it starts.
    """
    try:
        with translate_errors(server.uri, server.database, server.username, server.account):
            yield
    except (NoAnswer, LoginRefused, UnknownDatabase) as error:
        if server.own is not None and (silent := server.own.why_silent()):
            raise silent from error
        if isinstance(error, NoAnswer):
            raise _broke_off() if server.own else diagnose(server.uri) from error
        raise


@contextmanager
def written(server: Server) -> Iterator[None]:
    """As `explain_failures`, for what writes: an engine of our own fails without a reason where its disk is full."""
    try:
        with explain_failures(server):
            yield
    except QueryFailed as error:
        if server.own is not None and (reason := server.own.why_unwritable(error.what)):
            raise reason from error
        raise


def _broke_off() -> GraphError:
    """What to say where the engine answers again by the time one looks."""
    return EngineError("the connection to the graph's engine broke off", "try again")


def driver_for(server: Server) -> neo4j.Driver:
    """A driver that connects when it is first used. Raises BadAddress."""
    read_address(server.uri)
    with translate_errors(server.uri, server.database):
        return neo4j.GraphDatabase.driver(
            server.uri,
            auth=(server.username, server.password),
            user_agent="lodegraph",
            notifications_min_severity="OFF",
            connection_acquisition_timeout=ANSWER,
            connection_timeout=5,
            max_transaction_retry_time=5,
        )
