"""A set as a Cypher script for cypher-shell or Neo4j Browser: constraints, nodes, relationships, and the set's own node
last, so that a script that broke off leaves no set that looks whole."""

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from pathlib import Path

from cypher.exports.script import end_statements, paste_nodes, paste_relationships
from cypher.schema import constraints
from loader.exports.files import write_lines
from loader.exports.taken import TakenSet
from loader.rows import Row

AT_ONCE = 100
"""Rows of a statement: few, so that one can be read, and a server need not parse megabytes at once."""
HEAD = (
    "// For cypher-shell and Neo4j Browser; running it again changes nothing.\n"
    "// It writes one data set beside whatever is there, and touches nothing else.\n"
)


def write_cypher_script(taken: TakenSet, into: Path) -> Iterator[Path]:
    """One file, called after the set."""
    parts = (HEAD, *end_statements(constraints(taken.model))), end_statements(_statements(taken))
    yield write_lines(into / f"{taken.data_set.name}.cypher", (text for part in parts for text in part))


def _statements(taken: TakenSet) -> Iterator[str]:
    name = taken.data_set.name
    for (label,), rows in _in_groups(taken.rows.nodes):
        yield paste_nodes(label, name, [(row.id, row.properties) for row in rows])
    for group, rows in _in_groups(taken.rows.relationships):
        yield paste_relationships(group, name, [(r.id, r.start, r.end, r.properties) for r in rows])
    yield paste_nodes("DataSet", name, [(str(taken.signature["id"]), taken.signature)])


def _in_groups(rows: Iterable[Row]) -> Iterator[tuple[tuple[str, ...], list[Row]]]:
    for group, some in groupby(rows, lambda row: row.group):
        while batch := list(islice(some, AT_ONCE)):
            yield group, batch
