"""From a checked node or relationship to the row that is stored."""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeAlias

from cypher.results import Value
from cypher.search.index import searched_labels
from cypher.search.terms import SEARCH_TEXT, search_text
from ledger.evidence import Support
from loader.check import Checked
from loader.expand.claims import passage_id
from loader.records import DataSet, Link, Node
from loader.spool import Spool

Stored: TypeAlias = dict[str, Value]
Counting: TypeAlias = Callable[[tuple[str, ...]], Support]
MOST_SUPPORTS = 10_000
"""Combinations of passages whose articles and origins are worked out once; many items rest on the same."""


@dataclass(frozen=True)
class Row:
    """What is stored of one node (`group` is its label) or relationship (`group` is type, start label, end label)."""

    id: str
    group: tuple[str, ...]
    hash: str
    properties: dict[str, Value] = field(hash=False)
    start: str = ""
    end: str = ""


@dataclass(frozen=True)
class Rows:
    """Every row of a set, nodes apart from relationships, and the version that they make."""

    nodes: Spool[Row]
    relationships: Spool[Row]
    version: str


def make_rows(checked: Checked) -> Rows:
    """The rows of a checked set, each made once, in the order of the records."""
    nodes, relationships, hashes = Spool(_pack, Row), Spool(_pack, Row), []
    model, searched = checked.model, frozenset(searched_labels(checked.model))
    support = lru_cache(MOST_SUPPORTS)(checked.index.support)
    for item in checked.items:
        properties = _stored(item, _list_disputes(item.id, checked), support, checked.data_set, searched)
        row_hash = str(properties["record_hash"])
        if isinstance(item, Node):
            nodes.add(Row(item.id, (item.label,), row_hash, properties))
        else:
            group = (item.type, model.label_of_id(item.start).label, model.label_of_id(item.end).label)
            relationships.add(Row(item.id, group, row_hash, properties, item.start, item.end))
        hashes.append((item.id, row_hash))
    return Rows(nodes, relationships, version_of(hashes))


def collect_rows(nodes: Iterable[Row], relationships: Iterable[Row]) -> Rows:
    """Rows as they come from elsewhere, kept so that they can be read again and again."""
    hashes: list[tuple[str, str]] = []
    kept = [_spool(rows, hashes) for rows in (nodes, relationships)]
    return Rows(kept[0], kept[1], version_of(hashes))


def _spool(rows: Iterable[Row], hashes: list[tuple[str, str]]) -> Spool[Row]:
    spool = Spool(_pack, Row)
    for row in rows:
        spool.add(row)
        hashes.append((row.id, row.hash))
    return spool


def version_of(rows: Iterable[tuple[str, str]]) -> str:
    """A hash of ids with the hashes of their records, so that equal versions mean equal records."""
    digest = hashlib.sha256()
    for line in sorted(f"{row_id} {row_hash}" for row_id, row_hash in rows):
        digest.update(line.encode("utf-8"))
    return digest.hexdigest()[:16]


def _pack(row: Row) -> tuple[Any, ...]:
    return (row.id, row.group, row.hash, row.properties, row.start, row.end)


def _list_disputes(thing: str, checked: Checked) -> Stored:
    """The disputes that concern it, and the greatest weight of those about it itself."""
    disputes, weight = checked.index.disputes.get(thing), checked.index.weigh_disputes(thing)
    weighed = {"disputes_weigh": str(weight)} if weight else {}
    return ({"disputes": sorted(disputes)} if disputes else {}) | weighed


def _stored(
    item: Node | Link, disputes: Stored, count_support: Counting, data_set: DataSet, searched: frozenset[str]
) -> Stored:
    properties = {k: _citations_to_ids(k, v) for k, v in item.properties.items()}
    if item.citations:
        support = count_support(item.citations)
        properties |= {"articles": list(support.articles), "origins": list(support.origins)}
    properties |= disputes
    properties = {k: v for k, v in properties.items() if v != []}
    if isinstance(item, Node) and item.label in searched:
        p = item.properties
        names = (p.get("name", ""), *(p.get("also_named") or ()), *(p.get("former_names") or ()))
        properties[SEARCH_TEXT] = search_text(item.id, map(str, names))
    properties["data_set"] = data_set.name
    properties["record_hash"] = _hash(properties)
    return properties


def _citations_to_ids(name: str, value: Value) -> Value:
    if name == "evidence" or name.endswith("_evidence"):
        return [passage_id(c) for c in value]
    return value


def _hash(properties: dict[str, Value]) -> str:
    text = json.dumps(properties, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]
