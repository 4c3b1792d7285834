"""A server with the shipped records, and the environment of somebody who uses it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest

from loader.load import load
from lodegraph.shipped_records import find_shipped_records
from tests.integration.graphs import opened
from tests.integration.servers import Server, wipe

SETTINGS = ("URI", "USERNAME", "PASSWORD", "DATABASE", "READER_USERNAME", "READER_PASSWORD")


@contextmanager
def loaded(server: Server) -> Iterator[Server]:
    """The server with the shipped records and nothing else."""
    wipe(server)
    with opened(server) as graph:
        load(graph, find_shipped_records())
    yield server


def configure(monkeypatch: pytest.MonkeyPatch, settings: Mapping[str, str]) -> None:
    """Let the environment name these settings of a graph, and no others."""
    for name in SETTINGS:
        monkeypatch.delenv(f"NEO4J_{name}", raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(f"NEO4J_{name}", value)
    monkeypatch.delenv("LODEGRAPH_DATA_SET", raising=False)


def reading(server: Server) -> dict[str, str]:
    """The settings of somebody who only reads."""
    who = {"USERNAME": server.reader_user, "PASSWORD": server.reader_password}
    return {"URI": server.uri, "DATABASE": server.database, **who}
