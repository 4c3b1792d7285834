"""Constraints, derived from the vocabulary: an id names one node of a label and one relationship of a type."""

from cypher.vocabulary import NODE_TYPES, RELATIONSHIP_TYPES


def constraints() -> tuple[str, ...]:
    """The statements that make ids unique; running them again changes nothing."""
    nodes = (
        f"CREATE CONSTRAINT lodegraph_{n.kind}_id IF NOT EXISTS FOR (n:{n.label}) REQUIRE n.id IS UNIQUE"
        for n in NODE_TYPES
    )
    relationships = (
        f"CREATE CONSTRAINT lodegraph_{r.name.lower()}_id IF NOT EXISTS FOR ()-[r:{r.name}]-() REQUIRE r.id IS UNIQUE"
        for r in RELATIONSHIP_TYPES
    )
    return (*nodes, *relationships)
