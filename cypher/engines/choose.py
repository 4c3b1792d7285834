"""Which server a command talks to: the configured one, or the embedded engine."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from cypher.connection import Server
from cypher.driver_errors import WRITER
from cypher.engines.embedded import embedded_engine
from cypher.engines.status import EmbeddedEngine
from cypher.settings import GraphSettings

READER = "NEO4J_READER_USERNAME and NEO4J_READER_PASSWORD"


@contextmanager
def serving(
    settings: GraphSettings, data_dir: Callable[[], Path], tell: Callable[[str], None], *, writing: bool
) -> Iterator[Server]:
    """The server to use for as long as the block lasts; the embedded engine is started where it is needed.

    Only the embedded engine asks for the data folder: who has a server of their own need not have one.
    Who only reads gets the account that only reads: the embedded engine's, or the one that the settings name.
    Raises EngineError or BadSettings.
    """
    if settings.neo4j_uri is not None:
        yield configured_server(settings, settings.neo4j_uri, writing=writing)
        return
    with embedded_engine(data_dir(), tell) as engine:
        user, password = (engine.user, engine.password) if writing else (engine.reader_user, engine.reader_password)
        name = f"embedded (ArcadeDB {engine.version})"
        own, sql = EmbeddedEngine(engine.folder.path), engine.sql if writing else None
        yield Server(engine.bolt_uri, user, password, "neo4j", name, own=own, sql=sql)


def configured_server(settings: GraphSettings, uri: str, *, writing: bool = False) -> Server:
    """The server that the environment names, for who reads or who writes. Raises BadSettings."""
    reader = settings.reader
    user, password = (settings.neo4j_username, settings.neo4j_password) if writing or reader is None else reader
    account = WRITER if writing or reader is None else READER
    engine, database, folder = settings.lodegraph_engine, settings.neo4j_database, settings.lodegraph_engine_folder
    own = EmbeddedEngine(folder) if folder else None
    return Server(uri, user, password.get_secret_value(), database, engine, account, own)
