"""Constraints, derived from the vocabulary: an id names one node of a label and one relationship of a type."""

from cypher.results import Table, Value
from cypher.vocabulary import NODE_TYPES, RELATIONSHIP_TYPES

Target = tuple[str, str]
"""NODE or RELATIONSHIP, and the label or type."""

SHOW_CONSTRAINTS = """\
SHOW CONSTRAINTS YIELD name, type, entityType, labelsOrTypes, properties
RETURN name, type, entityType, labelsOrTypes, properties"""
MOST_CONSTRAINTS = 10_000


def constraints() -> tuple[str, ...]:
    """The statements that make ids unique; running them again changes nothing."""
    return tuple(_statements().values())


def missing_constraints(shown: Table) -> dict[Target, str]:
    """The statements for what a server lacks, that shows its constraints by SHOW_CONSTRAINTS."""
    there = {unique_id(row) for row in shown.rows}
    return {target: text for target, text in _statements().items() if target not in there}


def unique_id(row: tuple[Value, ...]) -> Target | None:
    """What a constraint makes unique the ids of; None where it does something else, or is on a label of others."""
    _, kind, entity, labels, properties = row
    target = (str(entity), str((labels or [""])[0]))
    is_unique = "UNIQUE" in kind or "KEY" in kind  # how it is called differs between versions
    return target if is_unique and list(properties or []) == ["id"] and target in _statements() else None


def _statements() -> dict[Target, str]:
    nodes = {("NODE", n.label): (f"{n.kind}_id", f"(n:{n.label}) REQUIRE n.id") for n in NODE_TYPES}
    links = {
        ("RELATIONSHIP", r.name): (f"{r.name.lower()}_id", f"()-[r:{r.name}]-() REQUIRE r.id")
        for r in RELATIONSHIP_TYPES
    }
    return {
        target: f"CREATE CONSTRAINT lodegraph_{name} IF NOT EXISTS FOR {what} IS UNIQUE"
        for target, (name, what) in (nodes | links).items()
    }
