"""The lines of Neo4j that the tests run on: their images, and the settings that only one of them knows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.machine import image


@dataclass(frozen=True)
class Line:
    """A line of Neo4j. `variable` names an image to use in its place; the other lines refuse its `settings`."""

    version: str
    official: str
    variable: str
    settings: Mapping[str, str] = field(default_factory=dict)

    @property
    def engine(self) -> str:
        """Its name among the engines."""
        return f"neo4j-{self.version}"


LTS = Line("5.26", "neo4j:5.26", "NEO4J_IMAGE")
CURRENT = Line(
    "2026.08",
    "neo4j:2026.08",
    "NEO4J_IMAGE_2026",
    # it tells the network that it is there, and offers itself to a monitor elsewhere, unless it is told not to
    {"server.fleet_discovery.enabled": "false", "dbms.fleet_manager.enabled": "false"},
)
LINES = {line.engine: line for line in (LTS, CURRENT)}
ENGINES = ("embedded", *LINES)
"""What `make test ENGINES="…"` chooses from."""


def image_of(line: Line) -> str:
    """The image to run: the one that the environment names, else what the set-up found. Raises Unavailable."""
    return image(line.variable, line.variable.replace("IMAGE", "MISSING"), line.official)
