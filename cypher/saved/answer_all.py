"""Every saved query that can be asked as it stands, answered, so that two graphs' answers can be compared."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from cypher.errors import GraphError
from cypher.protocols import Reader
from cypher.results import Value
from cypher.saved.of_data_set import read_offered
from cypher.saved.run import run

MOST = 500
"""Rows of an answer that are compared."""

Rows = Counter[tuple[str, ...]]


@dataclass(frozen=True)
class Answers:
    """By query its rows, as text; `unasked`: those that want a value, or had no answer, with the reason."""

    rows: Mapping[str, Rows] = field(repr=False)
    cut: frozenset[str]
    unasked: Mapping[str, str]


@dataclass(frozen=True)
class Moved:
    """A query with another answer: rows that come and rows that go; `is_cut`: only the first rows were compared."""

    query: str
    come: tuple[tuple[str, ...], ...]
    go: tuple[tuple[str, ...], ...]
    is_cut: bool = False


def answer_all(graph: Reader, data_set: str) -> Answers:
    """Ask every query that the data set offers, with the values that it starts from."""
    rows: dict[str, Rows] = {}
    cut: set[str] = set()
    unasked: dict[str, str] = {}
    for query in read_offered(graph, data_set).queries:
        try:
            answer = run(graph, query, {}, data_set, MOST)
        except GraphError as error:
            unasked[query.id] = str(error)
            continue
        table = answer.as_rows()
        rows[query.id] = Counter(tuple(map(_spell, row)) for row in table.rows)
        if table.truncated:
            cut.add(query.id)
    return Answers(rows, frozenset(cut), unasked)


def find_moved(old: Answers, new: Answers) -> tuple[Moved, ...]:
    """The queries that were answered both times, and otherwise."""
    found = []
    for query in sorted(old.rows.keys() & new.rows.keys()):
        come, go = new.rows[query] - old.rows[query], old.rows[query] - new.rows[query]
        if come or go:
            is_cut = query in old.cut or query in new.cut
            found.append(Moved(query, tuple(sorted(come.elements())), tuple(sorted(go.elements())), is_cut))
    return tuple(found)


def _spell(value: Value) -> str:
    return "" if value is None else str(value)
