"""Who stands around a node, by type, direction and role: how many, and some of them by name."""

from dataclasses import dataclass

from cypher.internal import statement
from cypher.model import Model
from cypher.protocols import Reader

MOST_NAMED = 8
"""Neighbours of one group that are named."""


@dataclass(frozen=True)
class NeighbourGroup:
    """A node's neighbours by relationships of one type, role and direction: `is_out` where they start at the node.

    `named`: ids and names of the first few of `count`.
    """

    type: str
    is_out: bool
    role: str
    count: int
    named: tuple[tuple[str, str], ...]


def read_neighbour_groups(graph: Reader, node_id: str, data_set: str, model: Model) -> tuple[NeighbourGroup, ...]:
    """The groups in the order in which the model declares their types."""
    known = model.find_label_of_id(node_id)
    if known is None:
        return ()
    order = {name: at for at, name in enumerate(model.fact_types)}
    parameters = {"id": node_id, "data_set": data_set, "types": list(order), "most": MOST_NAMED}
    rows = graph.rows(statement("neighbours-by-type-and-role", label=known.label), parameters)
    groups = (
        NeighbourGroup(str(type_), bool(out), str(role), int(count), tuple((str(i), str(name)) for i, name in named))
        for type_, out, role, count, named in rows
    )
    return tuple(sorted(groups, key=lambda g: (order[g.type], g.is_out, g.role)))
