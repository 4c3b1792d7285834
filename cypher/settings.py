"""Which graph to use, from the environment, under the names that Neo4j's own tools use."""

from pathlib import Path

from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from cypher.errors import BadSettings


class GraphSettings(BaseSettings):
    """Where the graph is; with no NEO4J_URI it is the embedded engine.

    The reader's settings name a second account, one that may only read, for everything that does not load.
    `lodegraph_queries` is the folder of own queries.
    `lodegraph run` sets the engine's name and folder for the explorer that it starts.
    """

    model_config = SettingsConfigDict(frozen=True, extra="ignore", env_ignore_empty=True)

    neo4j_uri: str | None = None
    neo4j_username: str = "neo4j"
    neo4j_password: SecretStr = SecretStr("")
    neo4j_database: str = "neo4j"
    neo4j_reader_username: str | None = None
    neo4j_reader_password: SecretStr | None = None
    lodegraph_data_set: str | None = None
    lodegraph_engine: str = "neo4j"
    lodegraph_engine_folder: Path | None = None
    lodegraph_queries: Path | None = None

    @property
    def embedded(self) -> bool:
        """Whether nothing is configured, so that the embedded engine serves."""
        return self.neo4j_uri is None

    @property
    def reader(self) -> tuple[str, SecretStr] | None:
        """The account that only reads, or None where one account does all. Raises BadSettings where half is set."""
        name, password = self.neo4j_reader_username, self.neo4j_reader_password
        if name is not None and password is not None:
            return name, password
        if name is None and password is None:
            return None
        there, missing = ("USERNAME", "PASSWORD") if password is None else ("PASSWORD", "USERNAME")
        raise BadSettings(
            f"NEO4J_READER_{there} is set and NEO4J_READER_{missing} is not",
            "set both to read by an account of its own, or neither",
        )
