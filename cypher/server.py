"""A server of a graph: where it is, who we are there, and what the driver needs to know of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import neo4j

from cypher.errors import NoAnswer
from cypher.explained import WRITER, explained
from cypher.reach.address import read_address
from cypher.reach.why import unreachable

ANSWERS_WITHIN = 10.0
"""Seconds that a server may take from the first byte to the log-in; also how long one waits for a free connection."""


@dataclass(frozen=True)
class Server:
    """Where a graph is and who we are there; `engine` names it in messages and status.

    `account` names the settings that say who we are.
    """

    uri: str
    username: str
    password: str
    database: str
    engine: str
    account: str = WRITER

    def __repr__(self) -> str:
        return f"Server({self.uri}, {self.username}, {self.database}, {self.engine})"


@contextmanager
def reached(server: Server) -> Iterator[None]:
    """What the driver raises as our errors; where nobody answers, with the reason, found by knocking there."""
    try:
        with explained(server.uri, server.database, server.username, server.account):
            yield
    except NoAnswer as error:
        raise unreachable(server.uri) from error


def driver_for(server: Server) -> neo4j.Driver:
    """A driver that connects when it is first used. Raises BadAddress."""
    read_address(server.uri)
    with explained(server.uri, server.database):
        return neo4j.GraphDatabase.driver(
            server.uri,
            auth=(server.username, server.password),
            user_agent="lodegraph",
            notifications_min_severity="OFF",
            connection_acquisition_timeout=ANSWERS_WITHIN,
            connection_timeout=5,
            max_transaction_retry_time=5,
        )
