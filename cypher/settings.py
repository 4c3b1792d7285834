"""Which graph to use, from the environment, under the names that Neo4j's own tools use."""

from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class GraphSettings(BaseSettings):
    """Where the graph is; with no NEO4J_URI it is the embedded engine."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", env_ignore_empty=True)

    neo4j_uri: str | None = None
    neo4j_username: str = "neo4j"
    neo4j_password: SecretStr = SecretStr("")
    neo4j_database: str = "neo4j"
    lodegraph_data_set: str | None = None
    lodegraph_engine: str = "neo4j"

    @property
    def embedded(self) -> bool:
        """Whether nothing is configured, so that the embedded engine serves."""
        return self.neo4j_uri is None
