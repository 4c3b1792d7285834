"""The worked set and that of changes, asked by saved queries: how a test asks, and what it compares."""

from collections.abc import Callable, Mapping
from pathlib import Path

from cypher.guide import Guide
from cypher.model import built_in_model
from cypher.results import Value
from cypher.saved import QueryAnswer, read_catalog
from ledger.amounts import Interval
from ledger.deals import Side, Stage

CATALOG = read_catalog(built_in_model()).offered("worked", Guide())
Ask = Callable[..., QueryAnswer]


def write(files: Mapping[str, str], folder: Path) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def rows(answer: QueryAnswer, *columns: str) -> list[tuple[Value, ...]]:
    """The rows in their order, by these columns; an answer without rows may have no columns either."""
    places = [answer.table.columns.index(c) for c in columns if answer.table.rows]
    return [tuple(row[p] for p in places) for row in answer.table.rows]


def dicts(answer: QueryAnswer) -> list[dict[str, Value]]:
    """The rows as every format has them."""
    shown = answer.as_rows()
    return [dict(zip(shown.columns, row, strict=True)) for row in shown.rows]


def links(answer: QueryAnswer) -> set[str]:
    return {e.id for e in answer.subgraph.edges}


def nodes(answer: QueryAnswer) -> set[str]:
    return {n.id for n in answer.subgraph.nodes}


def sums(answer: QueryAnswer) -> dict[tuple[str, Stage, Side], Interval]:
    assert answer.totals is not None
    assert not answer.totals.left_out
    return {(g.key.unit, g.key.stage, g.key.side): g.interval for g in answer.totals.groups}
