"""Constraints, from the built-in model: within a data set an id names one node of a label, or one relationship."""

from collections.abc import Iterable

from cypher.internal import statement
from cypher.model.labels import LABELS
from cypher.model.relationship_types import RELATIONSHIP_TYPES
from cypher.results import Table, Value

Target = tuple[str, str]
"""NODE or RELATIONSHIP, and the label or type."""

MOST_CONSTRAINTS = 10_000
IDENTITY = ("data_set", "id")
"""What together names a node or relationship, so that data sets with the same ids live side by side."""
FORMERLY = ("id",)
"""What did so before: such a constraint keeps a second data set out, and gives way to the present one."""


def constraints() -> tuple[str, ...]:
    """The statements that make ids unique within their data set; running them again changes nothing."""
    return tuple(_statements().values())


def missing_constraints(shown: Table) -> dict[Target, str]:
    """The statements for what a server lacks, that shows its constraints by `constraints-of-a-database`."""
    there = {unique_id(row) for row in shown.rows}
    return {target: text for target, text in _statements().items() if target not in there}


def former_constraints(shown: Table) -> tuple[str, ...]:
    """The statements that take away the constraints of older versions, ours by their names; no data goes."""
    there = {_target(row) for row in shown.rows if _is_unique_on(row, FORMERLY)}
    return tuple(statement("drop-a-constraint", name=_name(target, "id")) for target in _targets() if target in there)


def unique_id(row: tuple[Value, ...]) -> Target | None:
    """What a constraint makes unique the ids of; None where it does something else, or is on a label of others."""
    target = _target(row)
    return target if _is_unique_on(row, IDENTITY) and target in _statements() else None


def _is_unique_on(row: tuple[Value, ...], properties: Iterable[str]) -> bool:
    kind = str(row[1])  # how it is called differs between versions
    return ("UNIQUE" in kind or "KEY" in kind) and sorted(row[4] or []) == sorted(properties)


def _target(row: tuple[Value, ...]) -> Target:
    return str(row[2]), str((row[3] or [""])[0])


def _targets() -> dict[Target, str]:
    """What is constrained, with the stem of the constraint's name."""
    nodes = {("NODE", n.label): n.kind for n in LABELS}
    return nodes | {("RELATIONSHIP", r.name): r.name.lower() for r in RELATIONSHIP_TYPES}


def _name(target: Target, ending: str) -> str:
    return f"lodegraph_{_targets()[target]}_{ending}"


def _statements() -> dict[Target, str]:
    return {target: _make_unique(*target, _name(target, "identity")) for target in _targets()}


def _make_unique(entity: str, term: str, name: str) -> str:
    if entity == "NODE":
        return statement("make-ids-of-a-label-unique", name=name, label=term)
    return statement("make-ids-of-a-type-unique", name=name, type=term)
