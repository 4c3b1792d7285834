"""Statements that hold their own values, for a script that needs no driver."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cypher.exports.cypher_literals import write_literal
from cypher.exports.cypher_text import end_statement
from cypher.internal import statement
from cypher.results import Value
from cypher.text import Literal

Properties = Mapping[str, Value]


def paste_nodes(label: str, data_set: str, rows: Iterable[tuple[str, Properties]]) -> str:
    """A statement that writes nodes of a label, by id with their properties. Raises UnquotableName."""
    written = [{"id": node, "properties": properties} for node, properties in rows]
    return statement("paste-nodes-of-a-label", label=label, **_values(data_set, written))


def paste_relationships(group: Sequence[str], data_set: str, rows: Iterable[tuple[str, str, str, Properties]]) -> str:
    """A statement that writes relationships of a type (`group`: type, start label, end label), by id, start and end
    with their properties. Raises UnquotableName."""
    type_, start, end = group
    written = [{"id": link, "start": a, "end": b, "properties": properties} for link, a, b, properties in rows]
    names = {"type": type_, "start": start, "end": end}
    return statement("paste-relationships-of-a-type", **names, **_values(data_set, written))


def end_statements(texts: Iterable[str]) -> Iterator[str]:
    """Each with its semicolon, on lines of its own."""
    return (f"{end_statement(text)}\n" for text in texts)


def _values(data_set: str, rows: list[dict[str, Value]]) -> dict[str, Literal]:
    return {"data_set": Literal(write_literal(data_set)), "rows": Literal(write_literal(rows))}
