"""Constraints, from a model: within a data set an id names one node of a label, or one relationship."""

from collections.abc import Iterable

from cypher.internal import statement
from cypher.model import Model
from cypher.results import Table, Value

Target = tuple[str, str]
"""NODE or RELATIONSHIP, and the label or type."""

MOST_CONSTRAINTS = 10_000
IDENTITY = ("data_set", "id")
"""What together names a node or relationship, so that data sets with the same ids live side by side."""
OF_A_TYPE = "__type"
FORMERLY = ("id",)
"""What did so before: such a constraint keeps a second data set out, and gives way to the present one."""


def constraints(model: Model) -> tuple[str, ...]:
    """The statements that make ids unique within their data set; running them again changes nothing."""
    return tuple(_statements(model).values())


def missing_constraints(shown: Table, *models: Model) -> dict[Target, str]:
    """The statements for what a server lacks, that shows its constraints by `constraints-of-a-database`."""
    there = {unique_id(row) for row in shown.rows}
    made = {target: text for model in models for target, text in _statements(model).items()}
    return {target: text for target, text in made.items() if target not in there}


def own_terms(shown: Table) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The labels and the relationship types whose ids are unique as ours are, of whatever model they are."""
    there = [target for row in shown.rows if (target := unique_id(row))]
    labels, types = ({term for kind, term in there if kind == entity} for entity in ("NODE", "RELATIONSHIP"))
    return tuple(sorted(labels)), tuple(sorted(types))


def former_constraints(shown: Table, model: Model) -> tuple[str, ...]:
    """The statements that take away the constraints of older versions, ours by their names; no data goes."""
    there = {_target(row) for row in shown.rows if _is_unique_on(row, FORMERLY)}
    targets = _targets(model).items()
    return tuple(statement("drop-a-constraint", name=_name(stem, "id")) for target, stem in targets if target in there)


def unique_id(row: tuple[Value, ...]) -> Target | None:
    """What a constraint makes unique the ids of; None where it does something else."""
    return _target(row) if _is_unique_on(row, IDENTITY) else None


def _is_unique_on(row: tuple[Value, ...], properties: Iterable[str]) -> bool:
    kind = str(row[1])  # how it is called differs between versions
    return ("UNIQUE" in kind or "KEY" in kind) and sorted(row[4] or []) == sorted(properties)


def _target(row: tuple[Value, ...]) -> Target:
    return str(row[2]), str((row[3] or [""])[0])


def _targets(model: Model) -> dict[Target, str]:
    """What is constrained, with the stem of the constraint's name: a set's own types cannot meet another's labels."""
    nodes = {("NODE", n.label): _stem(n.label, n.kind) for n in model.labels}
    types = {r.name: f"{r.name.lower()}{OF_A_TYPE if r.name in model.added else ''}" for r in model.relationship_types}
    return nodes | {("RELATIONSHIP", name): stem for name, stem in types.items()}


def _stem(label: str, kind: str) -> str:
    """The kind of a label that is written as kinds are read; of another the label, since two may have one kind."""
    return kind if label == "".join(word.capitalize() for word in kind.split("_")) else label


def _name(stem: str, ending: str) -> str:
    return f"lodegraph_{stem}_{ending}"


def _statements(model: Model) -> dict[Target, str]:
    return {target: _make_unique(*target, _name(stem, "identity")) for target, stem in _targets(model).items()}


def _make_unique(entity: str, term: str, name: str) -> str:
    if entity == "NODE":
        return statement("make-ids-of-a-label-unique", name=name, label=term)
    return statement("make-ids-of-a-type-unique", name=name, type=term)
