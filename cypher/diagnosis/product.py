"""What a server says that it is, and whether we know how to write to it."""

import re
from dataclasses import dataclass

OLDEST = (5, 26)
OLDEST_ARCADE = (26, 10)
REMEDY = "use Neo4j 5.26 LTS or newer, or the embedded engine by leaving NEO4J_URI out"
NEO4J = re.compile(r"Neo4j/((\d+)\.(\d+)\S*)")
COMPATIBLE = re.compile(r"Neo4j/\S+ compatible \(?(.+?)\)?")
ARCADE = re.compile(r"ArcadeDB ((\d+)\.(\d+)\S*)")


@dataclass(frozen=True)
class Product:
    """A server by what it states; `problem` says why nothing is written to it, empty where it is one that we know."""

    name: str
    problem: str = ""


def product_of(agent: str) -> Product:
    """The product behind the words by which a server presents itself, such as 'Neo4j/5.26.30'."""
    if compatible := COMPATIBLE.fullmatch(agent):
        return _compatible(compatible[1])
    if stated := NEO4J.fullmatch(agent):
        name = f"Neo4j {stated[1]}"
        older = (int(stated[2]), int(stated[3])) < OLDEST
        return Product(name, f"{name} is older than 5.26, the oldest that this program knows" if older else "")
    return Product(agent, f"'{agent}' is no version of Neo4j that this program knows")


def _compatible(name: str) -> Product:
    """A server that speaks as Neo4j does; of these we know the engine that we embed."""
    arcade = ARCADE.fullmatch(name)
    if arcade and (int(arcade[2]), int(arcade[3])) >= OLDEST_ARCADE:
        return Product(name)
    return Product(name, f"'{name}' is another product than Neo4j, or a version of it, that this program does not know")
