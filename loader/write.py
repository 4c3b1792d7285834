"""Write rows in batches, a managed transaction each; writing a row again changes nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cypher.errors import GraphError, TakenId
from cypher.internal import statement
from loader.plan import DueRow, LighterEnds
from loader.rows import Row
from loader.turn import Turn

BATCH = 2_000


class MissingEnds(GraphError):
    """Relationships whose ends were not in the graph when they were written."""


def write_nodes(turn: Turn, due: Iterable[DueRow]) -> Iterator[int]:
    """Write nodes; yields the size of each batch once it is in."""
    how = {True: "create-nodes-of-a-label", False: "merge-nodes-of-a-label"}
    for (name, label), batch in _batches(((how[d.is_new], *d.row.group), d.row) for d in due):
        lines = [{"id": r.id, "properties": r.properties} for r in batch]
        _write(turn, name, lines, label=label)
        yield len(batch)


def write_relationships(turn: Turn, due: Iterable[DueRow], lighter: LighterEnds) -> Iterator[int]:
    """Write relationships between nodes that are in; yields the size of each batch. Raises MissingEnds."""
    for (how, type_, start, end), batch in _batches(((_how(d, lighter), *d.row.group), d.row) for d in due):
        lines = [{"id": r.id, "start": r.start, "end": r.end, "properties": r.properties} for r in batch]
        written = _write(turn, how, lines, type=type_, start=start, end=end)
        if written != len(batch):
            raise MissingEnds(
                f"{len(batch) - written} {type_} found no end in the graph: load again while nobody deletes"
            )
        yield len(batch)


def _how(due: DueRow, lighter: LighterEnds) -> str:
    if due.is_new:
        return "create-relationships-of-a-type"
    at_start = lighter.is_start(due.row.group[0], due.row.start, due.row.end)
    return f"update-relationships-from-the-{'start' if at_start else 'end'}"


def _write(turn: Turn, name: str, lines: Sequence[Mapping[str, object]], **names: str) -> int:
    """Write a batch and say how many of it are in.

    What is created may be there already: a transaction whose commit went through unheard is run again, and so is a
    load that was taken for dead. Then the rows are merged, which compares them with what is there.
    """
    parameters = {"rows": lines, "data_set": turn.data_set}
    try:
        written = turn.write(statement(name, **names), parameters)
    except TakenId:
        if not name.startswith("create-"):
            raise
        written = turn.write(statement(name.replace("create-", "merge-"), **names), parameters)
    return int(written[0][0])


def _batches(rows: Iterable[tuple[tuple[str, ...], Row]]) -> Iterator[tuple[tuple[str, ...], list[Row]]]:
    waiting: dict[tuple[str, ...], list[Row]] = {}
    for group, row in rows:
        batch = waiting.setdefault(group, [])
        batch.append(row)
        if len(batch) == BATCH:
            yield group, waiting.pop(group)
    yield from waiting.items()
