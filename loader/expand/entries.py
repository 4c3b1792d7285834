"""Properties whose values a record writes with fields of their own: each value is told as one text."""

from collections.abc import Iterable
from typing import Any

from cypher.model import Property

EVIDENCE, SUPPORT = "evidence", "evidence_for"


def tell_entries(fields: dict[str, Any], properties: Iterable[Property]) -> dict[str, Any]:
    """The fields of a record or link with such values as texts; the passages that they name are the property's.

    >>> from cypher.model import PropertyKind
    >>> fees = Property("fees", "what is paid besides", PropertyKind.TEXT_LIST, of_entries=True)
    >>> tell_entries({"fees": {"kind": "agency", "amount": "USD 5"}}, [fees])
    {'fees': ['kind: agency, amount: USD 5']}
    """
    told = dict(fields)
    for name in [p.name for p in properties if p.of_entries and p.name in fields]:
        value = fields[name]
        entries = value if isinstance(value, list) else [value]
        told[name] = [text if isinstance(text := _tell(entry), str) else entry for entry in entries]
        cited = list(dict.fromkeys(c for entry in entries for c in _cited(entry)))
        if cited:
            told = _cite(told, name, cited)
    return told


def _cited(entry: Any) -> list[str]:
    named = entry.get(EVIDENCE) if isinstance(entry, dict) else None
    return [c for c in named if isinstance(c, str)] if isinstance(named, list) else []


def _cite(fields: dict[str, Any], name: str, cited: list[str]) -> dict[str, Any]:
    """The fields with passages for one property: of a node under `evidence_for`, of a link beside it."""
    if "type" in fields and "id" not in fields:
        return {f"{name}_evidence": cited, **fields}
    support = fields.get(SUPPORT, {})
    return {**fields, SUPPORT: {name: cited, **support}} if isinstance(support, dict) else fields


def _tell(value: Any) -> Any:
    """A value as one text: its fields with their names, without the passages."""
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_tell(inner)}" for name, inner in value.items() if name != EVIDENCE)
    if isinstance(value, list):
        return ", ".join(str(_tell(inner)) for inner in value)
    return value
