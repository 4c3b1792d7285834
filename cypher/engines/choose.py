"""Which server a command talks to: the configured one, or the embedded engine."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from cypher.connection import Server
from cypher.engines.embedded import embedded_engine
from cypher.settings import GraphSettings


@contextmanager
def serving(settings: GraphSettings, data_dir: Path, tell: Callable[[str], None], *, writing: bool) -> Iterator[Server]:
    """The server to use for as long as the block lasts; the embedded engine is started where it is needed.

    Who only reads gets the embedded engine's reading user. Raises EngineError.
    """
    if settings.neo4j_uri is not None:
        yield configured_server(settings, settings.neo4j_uri)
        return
    with embedded_engine(data_dir, tell) as engine:
        user, password = (engine.user, engine.password) if writing else (engine.reader_user, engine.reader_password)
        yield Server(engine.bolt_uri, user, password, "neo4j", f"embedded (ArcadeDB {engine.version})")


def configured_server(settings: GraphSettings, uri: str) -> Server:
    """The server that the environment names."""
    password = settings.neo4j_password.get_secret_value()
    return Server(uri, settings.neo4j_username, password, settings.neo4j_database, settings.lodegraph_engine)
