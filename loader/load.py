"""The way through a load: check, make room, write nodes and relationships, clean up, sign off."""

import hashlib
import logging
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from cypher.connection import Graph
from cypher.errors import GraphError
from cypher.schema import MOST_CONSTRAINTS, SHOW_CONSTRAINTS, missing_constraints
from cypher.statements import STRANGERS, merge_nodes
from loader.check import Checked, check
from loader.clean_up import remove_nodes, remove_relationships
from loader.digest import digest
from loader.plan import plan_nodes, plan_relationships
from loader.read import read_data_set
from loader.records import BadRecords, DataSet
from loader.report import Counts, Report
from loader.rows import Row, node_rows, relationship_rows
from loader.write import write_nodes, write_relationships

Tell = Callable[[str], None]
events = logging.getLogger("lodegraph.loader")
PATIENCE = 2.0
"""Seconds without a word about progress."""


class HoldsOthers(GraphError):
    """The graph holds nodes that are not of this data set."""


def load(graph: Graph, folder: Path, *, into_existing: bool = False, tell: Tell = lambda _: None) -> Report:
    """Bring the graph to what the records below `folder` say.

    Raises BadRecords before anything is written, HoldsOthers when the server has other
    nodes and `into_existing` is not given, GraphError when the server fails; the graph
    stays readable then, and the next load completes this one.
    """
    tell("checking the records")
    checked = check(folder)
    if checked.problems:
        raise BadRecords(list(checked.problems))
    if not into_existing:
        refuse_strangers(graph, checked.data_set)
    version = version_of(checked)
    with _logged(checked.data_set.name, version) as finished:
        report = _bring(graph, checked, version, tell)
        finished.update(report.in_numbers())
    return report


def is_loaded(graph: Graph, folder: Path) -> bool:
    """Whether the graph holds just what these files say, as far as can be told without reading a record."""
    name = read_data_set(folder).name
    text = "MATCH (d:DataSet {data_set: $data_set, state: 'complete'}) RETURN d.digest AS digest"
    return graph.table(text, {"data_set": name}, 1).rows == ((digest(folder),),)


def version_of(checked: Checked) -> str:
    """A hash of all that is stored, so that two graphs with the same version hold the same records."""
    digest = hashlib.sha256()
    for line in sorted(f"{row.id} {row.hash}" for row in _all_rows(checked)):
        digest.update(line.encode("utf-8"))
    return digest.hexdigest()[:16]


def refuse_strangers(graph: Graph, data_set: DataSet) -> None:
    """Raise HoldsOthers when the graph has nodes that this data set did not write."""
    strangers = graph.table(STRANGERS, {"data_set": data_set.name}, 5).rows
    if strangers:
        which = ", ".join(f"{nodes} {label}" for label, nodes in strangers)
        raise HoldsOthers(
            f"{graph.server.uri} holds nodes that are not of '{data_set.name}' ({which}): use an empty database, "
            "or add --into-existing. Theirs are never changed, but ids of nodes of our labels must then be unique."
        )


def _all_rows(checked: Checked) -> Iterator[Row]:
    yield from node_rows(checked)
    yield from relationship_rows(checked)


@contextmanager
def _logged(data_set: str, version: str) -> Iterator[dict[str, int]]:
    """Note the load's beginning and how it ended; the block says what came of it."""
    about, result, began = {"data_set": data_set, "version": version}, dict[str, int](), time.monotonic()
    events.info("load began", extra=about)
    try:
        yield result
    except BaseException as error:
        events.error("load broken off", extra=about | {"because": type(error).__name__})
        raise
    events.info("load finished", extra={**about, **result, "seconds": round(time.monotonic() - began, 2)})


def _bring(graph: Graph, checked: Checked, version: str, tell: Tell) -> Report:
    name = checked.data_set.name
    _make_ids_unique(graph)
    nodes, relationships = plan_nodes(graph, name), plan_relationships(graph, name)
    opening = _Opening(graph, checked, version)
    _follow(write_nodes(graph, opening.before(nodes.needed(node_rows(checked))), name), "nodes", tell)
    needed = opening.before(relationships.needed(relationship_rows(checked)))
    _follow(write_relationships(graph, needed, name), "relationships", tell)
    remove_relationships(graph, relationships, name)
    kept = remove_nodes(graph, nodes, name)
    if opening.opened or not is_loaded(graph, checked.folder):
        _sign(graph, checked, version, "complete")
    return Report(name, version, Counts.of(nodes.counts), Counts.of(relationships.counts), tuple(kept))


def _make_ids_unique(graph: Graph) -> None:
    """Make the constraints that are not there: before a first load all, later those that somebody dropped."""
    shown = graph.table(SHOW_CONSTRAINTS, {}, MOST_CONSTRAINTS)
    graph.change_schema(tuple(missing_constraints(shown).values()))


class _Opening:
    """The mark of an unfinished load, made once, before the first row that is written."""

    def __init__(self, graph: Graph, checked: Checked, version: str) -> None:
        self.opened = False
        self._graph, self._checked, self._version = graph, checked, version

    def before(self, rows: Iterable[Row]) -> Iterator[Row]:
        for row in rows:
            if not self.opened:
                _sign(self._graph, self._checked, self._version, "loading")
                self.opened = True
            yield row


def _follow(batches: Iterator[int], what: str, tell: Tell) -> None:
    written, told = 0, time.monotonic()
    for size in batches:
        written += size
        if time.monotonic() - told > PATIENCE:
            told = time.monotonic()
            tell(f"{written:,} {what} written so far")
    if written:
        tell(f"{written:,} {what} written")


def _sign(graph: Graph, checked: Checked, version: str, state: str) -> None:
    """Say in the graph which records it holds, and whether the last load came to its end."""
    data_set = checked.data_set
    node_id = f"data_set/{data_set.name}"
    properties = {
        "id": node_id, "name": data_set.title, "data_set": data_set.name, "record_hash": version,
        "version": version,
        "digest": digest(checked.folder), "state": state, "loaded_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }  # fmt: skip
    graph.write(
        merge_nodes("DataSet"), {"rows": [{"id": node_id, "properties": properties}], "data_set": data_set.name}
    )
