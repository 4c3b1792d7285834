"""Remove what the data set no longer holds, and nothing else."""

from collections.abc import Iterator

from cypher.internal import statement
from loader.plan import Change, Plan
from loader.turn import Turn
from loader.write import BATCH


def remove_relationships(turn: Turn, plan: Plan, data_set: str) -> None:
    """Remove the relationships that no row has named."""
    for type_, ids in plan.stale():
        for batch in _batches(ids):
            turn.write(statement("delete-relationships-of-a-type", type=type_), {"ids": batch, "data_set": data_set})
        plan.counts[Change.REMOVED] += len(ids)


def remove_nodes(turn: Turn, plan: Plan, data_set: str) -> list[str]:
    """Remove the nodes that no row has named; returns those kept because others' relationships hang on them."""
    kept: list[str] = []
    for label, ids in plan.stale():
        for batch in _batches(ids):
            turn.write(statement("delete-nodes-of-a-label", label=label), {"ids": batch, "data_set": data_set})
        left = statement("which-nodes-of-a-label-are-there", label=label)
        remaining = [str(row[0]) for row in turn.graph.stream(left, {"ids": ids, "data_set": data_set})]
        plan.counts[Change.REMOVED] += len(ids) - len(remaining)
        kept += remaining
    return kept


def _batches(ids: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(ids), BATCH):
        yield ids[start : start + BATCH]
