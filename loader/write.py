"""Write rows in batches, a managed transaction each; writing a row again changes nothing."""

from collections.abc import Iterable, Iterator

from cypher.errors import GraphError
from cypher.internal import statement
from loader.rows import Row
from loader.turn import Turn

BATCH = 2_000


class MissingEnds(GraphError):
    """Relationships whose ends were not in the graph when they were written."""


def write_nodes(turn: Turn, rows: Iterable[Row], data_set: str) -> Iterator[int]:
    """Write nodes; yields the size of each batch once it is in."""
    for (label,), batch in _batches(rows):
        parameters = {"rows": [{"id": r.id, "properties": r.properties} for r in batch], "data_set": data_set}
        turn.write(statement("merge-nodes-of-a-label", label=label), parameters)
        yield len(batch)


def write_relationships(turn: Turn, rows: Iterable[Row], data_set: str) -> Iterator[int]:
    """Write relationships between nodes that are in; yields the size of each batch. Raises MissingEnds."""
    for (type_, start, end), batch in _batches(rows):
        lines = [{"id": r.id, "start": r.start, "end": r.end, "properties": r.properties} for r in batch]
        written = turn.write(
            statement("merge-relationships-of-a-type", type=type_, start=start, end=end),
            {"rows": lines, "data_set": data_set},
        )
        if written[0][0] != len(batch):
            raise MissingEnds(
                f"{len(batch) - written[0][0]} {type_} found no end in the graph: load again while nobody deletes"
            )
        yield len(batch)


def _batches(rows: Iterable[Row]) -> Iterator[tuple[tuple[str, ...], list[Row]]]:
    waiting: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        batch = waiting.setdefault(row.group, [])
        batch.append(row)
        if len(batch) == BATCH:
            yield row.group, waiting.pop(row.group)
    yield from waiting.items()
