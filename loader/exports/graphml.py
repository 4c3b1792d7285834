"""A set as GraphML, written as it is read: keys first, then nodes, then relationships."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias
from xml.sax.saxutils import escape, quoteattr

from cypher.exports.graphml_text import DECLARATION, Plain, as_plain, clean
from cypher.results import Value
from loader.exports.files import write_lines
from loader.exports.tables import shown
from loader.exports.taken import TakenSet
from loader.rows import Row

HEAD = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
TYPES = {bool: "boolean", int: "long", float: "double", str: "string"}
Keys: TypeAlias = Mapping[tuple[str, str, str], str]
"""By what has it, name and type, the id of a key."""
KEPT = {"\r": "&#13;"}
"""What a reader of XML would take for another end of a line."""


def write_graphml_file(taken: TakenSet, into: Path) -> Iterator[Path]:
    """One file, called after the set."""
    yield write_lines(into / f"{taken.data_set.name}.graphml", _write(taken))


def _write(taken: TakenSet) -> Iterator[str]:
    about = {"data_set": taken.data_set.name, "title": taken.data_set.title, "version": taken.rows.version}
    keys = _find_keys(taken, about)
    yield f"{DECLARATION}\n{HEAD}"
    for (scope, name, type_), key in keys.items():
        yield f'<key id="{key}" for="{scope}" attr.name={quoteattr(name)} attr.type="{type_}"/>\n'
    yield f'<graph edgedefault="directed">\n{_data("graph", about, keys)}'
    for row in taken.rows.nodes:
        yield f"<node id={quoteattr(clean(row.id))}>{_data('node', _of_node(row), keys)}</node>\n"
    for row in taken.rows.relationships:
        ends = f"source={quoteattr(clean(row.start))} target={quoteattr(clean(row.end))}"
        yield f"<edge id={quoteattr(clean(row.id))} {ends}>{_data('edge', _of_edge(row), keys)}</edge>\n"
    yield "</graph>\n</graphml>\n"


def _of_node(row: Row) -> dict[str, Value]:
    return {**shown(row), "label": row.group[0]}


def _of_edge(row: Row) -> dict[str, Value]:
    return {**shown(row), "type": row.group[0]}


def _find_keys(taken: TakenSet, about: Mapping[str, Value]) -> Keys:
    rows = taken.rows
    found = dict.fromkeys(_typed("graph", [about]))
    found |= dict.fromkeys(_typed("node", map(_of_node, rows.nodes)))
    found |= dict.fromkeys(_typed("edge", map(_of_edge, rows.relationships)))
    return {key: f"d{number}" for number, key in enumerate(found)}


def _typed(scope: str, told: Iterable[Mapping[str, Value]]) -> Iterator[tuple[str, str, str]]:
    return ((scope, name, TYPES[type(value)]) for one in told for name, value in _plain(one))


def _data(scope: str, told: Mapping[str, Value], keys: Keys) -> str:
    return "".join(
        f'<data key="{keys[scope, name, TYPES[type(value)]]}">{_text(value)}</data>' for name, value in _plain(told)
    )


def _plain(told: Mapping[str, Value]) -> Iterator[tuple[str, Plain]]:
    return ((clean(name), as_plain(value)) for name, value in told.items() if value is not None)


def _text(value: Plain) -> str:
    return str(value).lower() if isinstance(value, bool) else escape(str(value), KEPT)
