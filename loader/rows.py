"""From a checked node or relationship to the row that is stored."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from cypher.results import Value
from loader.check import Checked, Index
from loader.check.check import typed_items
from loader.check.typed import label_of
from loader.expand.nodes import passage_id
from loader.records import DataSet, Link, Node


@dataclass(frozen=True)
class Row:
    """What is stored of one node (`group` is its label) or relationship (`group` is type, start label, end label)."""

    id: str
    group: tuple[str, ...]
    hash: str
    properties: dict[str, Value] = field(hash=False)
    start: str = ""
    end: str = ""


def node_rows(checked: Checked) -> Iterator[Row]:
    """A row for every node of the set, in the order of the records."""
    for item in typed_items(checked.folder):
        if isinstance(item, Node):
            properties = _stored(item, checked.index, checked.data_set)
            yield Row(item.id, (item.label,), str(properties["record_hash"]), properties)


def relationship_rows(checked: Checked) -> Iterator[Row]:
    """A row for every relationship of the set, in the order of the records."""
    for item in typed_items(checked.folder):
        if isinstance(item, Link):
            properties = _stored(item, checked.index, checked.data_set)
            group = (item.type, label_of(item.start), label_of(item.end))
            yield Row(item.id, group, str(properties["record_hash"]), properties, item.start, item.end)


def _stored(item: Node | Link, index: Index, data_set: DataSet) -> dict[str, Value]:
    properties = {k: _citations_to_ids(k, v) for k, v in item.properties.items()}
    if item.citations:
        support = index.support(item.citations)
        properties |= {"articles": list(support.articles), "origins": list(support.origins)}
    disputes = index.disputes.get(item.id)
    if disputes:
        properties["disputes"] = sorted(disputes)
    properties = {k: v for k, v in properties.items() if v != []}
    properties["data_set"] = data_set.name
    return properties | {"record_hash": _hash(properties)}


def _citations_to_ids(name: str, value: Value) -> Value:
    if name == "evidence" or name.endswith("_evidence"):
        return [passage_id(c) for c in value]
    return value


def _hash(properties: dict[str, Value]) -> str:
    text = json.dumps(properties, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]
