"""Sets as they come out of a graph: without a folder, every label by itself, properties in the order of their names."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from cypher.model import Extension, built_in_model
from cypher.results import Value
from loader.check import check
from loader.exports import TakenSet, take_folder
from loader.records import DataSet
from loader.rows import Row, collect_rows


def taken_from(folder: Path) -> TakenSet:
    """A folder's set as a graph would give it, were it loaded."""
    checked = check(folder)
    assert checked.problems == ()
    taken = take_folder(checked)
    rows = collect_rows(_in_order(taken.rows.nodes), _in_order(taken.rows.relationships))
    return replace(taken, rows=rows, folder=None)


def deal_with(properties: Mapping[str, Value], number: int = 0) -> Row:
    """A deal that somebody gave these properties."""
    node = f"deal/{number}"
    return Row(node, ("Deal",), "", {"id": node, "name": f"{number}", "data_set": "odd", **properties})


def set_of(nodes: Iterable[Row], relationships: Iterable[Row] = ()) -> TakenSet:
    """A set of some rows, whatever is in them."""
    signature = {"id": "data_set/odd", "name": "Odd", "data_set": "odd", "state": "complete", "units": ["wafers"]}
    rows = collect_rows(nodes, relationships)
    return TakenSet(DataSet("odd", "Odd"), built_in_model(), Extension(), rows, signature)


def _in_order(rows: Iterable[Row]) -> list[Row]:
    sorted_rows = (replace(row, properties=dict(sorted(row.properties.items()))) for row in rows)
    return sorted(sorted_rows, key=lambda row: (row.group[0], row.id))
