"""The full-text indexes by which nodes are found: made by a load, one a label, the same by name on every engine."""

import logging
from collections.abc import Iterable

from cypher.engines.full_text import make_full_text_index
from cypher.errors import GraphError
from cypher.internal import statement
from cypher.model import Model
from cypher.protocols import Reader, Writer
from cypher.search.terms import FORM, SEARCH_TEXT
from cypher.text.quoting import quote

events = logging.getLogger("lodegraph.search")

CREATE = """\
CREATE FULLTEXT INDEX {index} IF NOT EXISTS FOR (n:{label}) ON EACH [n.{property}]
OPTIONS {{indexConfig: {{`fulltext.analyzer`: 'whitespace'}}}}"""


def searched_labels(model: Model) -> tuple[str, ...]:
    """The labels whose nodes are found: those that say something of the world."""
    return model.fact_labels


def make_searchable(graph: Writer, labels: Iterable[str]) -> None:
    """Make the indexes that are not there. Where they cannot be made, the search reads all names instead."""
    try:
        there = _online(graph)
        for label in labels:
            if index_of(label) in there:
                continue
            if graph.server.sql is not None:
                make_full_text_index(graph.server.sql, label, SEARCH_TEXT)
            else:
                graph.change_schema([_create(label)])
    except GraphError as error:
        events.warning("no full-text index could be made", extra={"because": type(error).__name__})


def usable_indexes(graph: Reader, labels: Iterable[str], data_set: str) -> tuple[str, ...]:
    """The labels' indexes, if all are ready and a whole data set holds the words for them; else none."""
    try:
        form = graph.rows(statement("search-form-of-a-data-set"), {"data_set": data_set})
        wanted = tuple(index_of(label) for label in labels)
        return wanted if form == ((FORM,),) and _online(graph).issuperset(wanted) else ()
    except GraphError:
        return ()


def index_of(label: str) -> str:
    """The name of a label's index: the one that the embedded engine gives it, and ours elsewhere."""
    return f"{label}[{SEARCH_TEXT}]"


def label_of(index: str) -> str:
    """The label of which an index is."""
    return index.removesuffix(f"[{SEARCH_TEXT}]")


def _create(label: str) -> str:
    return CREATE.format(index=quote(index_of(label)), label=quote(label), property=quote(SEARCH_TEXT))


def _online(graph: Reader) -> frozenset[str]:
    rows = graph.rows(statement("indexes-of-a-database"), {})
    return frozenset(str(name) for name, state, *_ in rows if str(state).upper() == "ONLINE")
