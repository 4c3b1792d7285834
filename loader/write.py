"""Write rows in batches, a managed transaction each; writing a row again changes nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cypher.errors import GraphError, TakenId
from cypher.internal import statement
from cypher.text import PropertyMap
from loader.plan import DueRow, LighterEnds
from loader.rows import Row
from loader.turn import Turn

BATCH = 5_000
"""Rows of a transaction."""
MOST_WAITING = 40_000
"""Rows that are held until batches of their own kind are full."""


class MissingEnds(GraphError):
    """Relationships whose ends were not in the graph when they were written."""


def write_nodes(turn: Turn, due: Iterable[DueRow]) -> Iterator[int]:
    """Write nodes; yields the size of each batch once it is in."""
    how = {True: "create-nodes-of-a-label", False: "merge-nodes-of-a-label"}
    for (name, label), batch in _batches(((how[d.is_new], *d.row.group), d.row) for d in due):
        _write(turn, name, batch, label=label)
        yield len(batch)


def write_relationships(turn: Turn, due: Iterable[DueRow], lighter: LighterEnds) -> Iterator[int]:
    """Write relationships between nodes that are in; yields the size of each batch. Raises MissingEnds."""
    for (how, type_, start, end), batch in _batches(((_how(d, lighter), *d.row.group), d.row) for d in due):
        written = _write(turn, how, batch, type=type_, start=start, end=end)
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


def _write(turn: Turn, name: str, batch: Sequence[Row], **names: str) -> int:
    """Write a batch and say how many of it are in.

    What is created may be there already: a transaction whose commit went through unheard is run again, and so is a
    load that was taken for dead. Then the rows are compared with what is there, and those that it lacks are written.
    """
    try:
        return _run(turn, name, batch, names)
    except TakenId:
        if not name.startswith("create-"):
            raise
    there = _hashes(turn, names)
    missing = [row for row in batch if row.id not in there]
    other = [row for row in batch if row.id in there and there[row.id] != row.hash]
    written = len(batch) - len(missing) - len(other)
    if missing:
        written += _run(turn, name, missing, names)
    if other:
        written += _run(turn, name.replace("create-", "merge-"), other, names)
    return written


def _hashes(turn: Turn, names: Mapping[str, str]) -> dict[str, str]:
    """The hash of everything that the graph has of a label or type, by ids."""
    if "label" in names:
        text = statement("hashes-of-nodes-of-a-label", label=names["label"])
    else:
        text = statement("hashes-of-relationships-of-a-type", type=names["type"])
    return {str(row[0]): str(row[1]) for row in turn.graph.stream(text, {"data_set": turn.data_set})}


def _run(turn: Turn, name: str, batch: Sequence[Row], names: Mapping[str, str]) -> int:
    if name == "create-nodes-of-a-label":
        text, rows = _create_nodes(batch, names)
    elif name == "create-relationships-of-a-type":
        text, rows = _create_relationships(batch, names)
    else:
        text, rows = statement(name, **names), [_as_map(row) for row in batch]
    return int(turn.write(text, {"rows": rows, "data_set": turn.data_set})[0][0])


def _as_map(row: Row) -> dict[str, object]:
    return {"id": row.id, "start": row.start, "end": row.end, "properties": row.properties}


def _create_nodes(batch: Sequence[Row], names: Mapping[str, str]) -> tuple[str, list[object]]:
    properties = _properties_in(batch)
    text = statement("create-nodes-of-a-label", properties=PropertyMap("row", properties), **names)
    return text, [list(map(row.properties.get, properties)) for row in batch]


def _create_relationships(batch: Sequence[Row], names: Mapping[str, str]) -> tuple[str, list[object]]:
    """The rows stand in groups of one start, so that it is looked up once."""
    properties = _properties_in(batch)
    text = statement("create-relationships-of-a-type", properties=PropertyMap("given", properties), **names)
    by_start: dict[str, list[object]] = {}
    for row in batch:
        by_start.setdefault(row.start, []).append([row.end, list(map(row.properties.get, properties))])
    return text, [[start, links] for start, links in by_start.items()]


def _properties_in(batch: Sequence[Row]) -> tuple[str, ...]:
    """The names that rows give; the data set, which all share, stands in the statement."""
    return tuple(sorted({name for row in batch for name in row.properties} - {"data_set"}))


def _batches(rows: Iterable[tuple[tuple[str, ...], Row]]) -> Iterator[tuple[tuple[str, ...], list[Row]]]:
    """The rows in batches of one kind; when many wait that fill none, the largest goes first."""
    waiting: dict[tuple[str, ...], list[Row]] = {}
    held = 0
    for group, row in rows:
        batch = waiting.setdefault(group, [])
        batch.append(row)
        held += 1
        if len(batch) == BATCH or held == MOST_WAITING:
            fullest = max(waiting, key=lambda kind: len(waiting[kind]))
            held -= len(waiting[fullest])
            yield fullest, waiting.pop(fullest)
    yield from waiting.items()
