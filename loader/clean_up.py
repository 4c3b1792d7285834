"""Remove what the data set no longer holds, and nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from cypher.internal import statement
from cypher.model import Model
from ledger.ids import split_ends
from loader.plan import Change, LighterEnds, Plan
from loader.turn import Turn
from loader.write import BATCH

T = TypeVar("T")


def remove_relationships(turn: Turn, plan: Plan, lighter: LighterEnds, model: Model) -> None:
    """Remove the relationships that no row has named."""
    for type_, ids in plan.stale():
        for way, rows in _by_way(type_, ids, lighter, model).items():
            for batch in _batches(rows):
                turn.write(way.text(type_), {"rows": batch, "data_set": turn.data_set})
        plan.counts[Change.REMOVED] += len(ids)


def remove_nodes(turn: Turn, plan: Plan) -> list[str]:
    """Remove the nodes that no row has named; returns those kept because others' relationships hang on them."""
    kept: list[str] = []
    for label, ids in plan.stale():
        for batch in _batches(ids):
            text = statement("delete-nodes-of-a-label", label=label)
            turn.write(text, {"ids": batch, "data_set": turn.data_set})
        left = statement("which-nodes-of-a-label-are-there", label=label)
        remaining = [str(row[0]) for row in turn.graph.stream(left, {"ids": ids, "data_set": turn.data_set})]
        plan.counts[Change.REMOVED] += len(ids) - len(remaining)
        kept += remaining
    return kept


@dataclass(frozen=True)
class _Way:
    """Where relationships are looked for: at an end, by the labels of both, or, where ids tell neither, in the type."""

    statement: str
    labels: tuple[tuple[str, str], ...] = ()

    def text(self, type_: str) -> str:
        return statement(self.statement, type=type_, **dict(self.labels))


def _by_way(type_: str, ids: list[str], lighter: LighterEnds, model: Model) -> dict[_Way, list[dict[str, str]]]:
    found: dict[_Way, list[dict[str, str]]] = {}
    for relationship in ids:
        start, end = split_ends(relationship) or ("", "")
        labels = (("start", _label_of(start, model)), ("end", _label_of(end, model)))
        way = _Way("delete-relationships-of-a-type")
        if all(label for _, label in labels):
            way = _Way(
                f"delete-relationships-from-the-{'start' if lighter.is_start(type_, start, end) else 'end'}", labels
            )
        found.setdefault(way, []).append({"id": relationship, "start": start, "end": end})
    return found


def _label_of(node_id: str, model: Model) -> str:
    """The label that an id's kind tells; empty where the model has no such kind, as of a label that a set has lost."""
    known = model.find_label_of_id(node_id)
    return known.label if known else ""


def _batches(items: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]
