"""What would be otherwise if a reading held: fields of a record, a record more, or one less.

A reading writes one as `{set: deal/x, to: {stage: signed}}`, `{set: deal/x, without: [date]}`,
`{add: {type: PART_OF, from: deal/a, to: deal/b}}` or `{remove: deal/x}`; the graph keeps it as the text of a JSON
object.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias


class BadAlteration(ValueError):
    """A text or mapping that is no alteration."""


@dataclass(frozen=True)
class Setting:
    """Fields of a node or relationship that would be otherwise: `to` holds them as records write them, `without` names
    those that it would not have."""

    of: str
    to: Mapping[str, Any] = field(default_factory=dict, hash=False)
    without: tuple[str, ...] = ()

    @property
    def fields(self) -> dict[str, Any]:
        """By field, what it would hold; None where it would not be there."""
        return {**self.to, **dict.fromkeys(self.without)}

    def written(self) -> dict[str, Any]:
        """As a record writes it."""
        to, without = ({"to": dict(self.to)} if self.to else {}), ({"without": [*self.without]} if self.without else {})
        return {"set": self.of, **to, **without}


@dataclass(frozen=True)
class Addition:
    """A relationship or node that would be there: `record` holds its fields as records write them."""

    record: Mapping[str, Any] = field(hash=False)

    @property
    def is_link(self) -> bool:
        """Whether it adds a relationship rather than a node."""
        return "type" in self.record

    def text(self, name: str) -> str:
        """A field of what it adds; empty where there is none."""
        value = self.record.get(name)
        return "" if value is None else str(value)

    def written(self) -> dict[str, Any]:
        """As a record writes it."""
        return {"add": dict(self.record)}


@dataclass(frozen=True)
class Removal:
    """A node or relationship, by its id, that would not be there."""

    of: str

    def written(self) -> dict[str, Any]:
        """As a record writes it."""
        return {"remove": self.of}


Alteration: TypeAlias = Setting | Addition | Removal
SORTS = ("set", "add", "remove")
OF_SET = ("to", "without")


def make_alteration(written: Mapping[str, Any]) -> Alteration:
    """What a record's mapping says; raises BadAlteration where it says nothing, or several things at once."""
    sorts = [sort for sort in SORTS if sort in written]
    strange = [name for name in written if name not in (*SORTS, *OF_SET)]
    if len(sorts) != 1 or strange:
        raise BadAlteration("says not one thing: it has `set` with `to` or `without`, or `add`, or `remove`")
    if any(name in written for name in OF_SET) != (sorts == ["set"]):
        raise BadAlteration("has `set` with neither `to` nor `without`, or one of these without `set`")
    value = written[sorts[0]]
    if sorts == ["add"]:
        return Addition(_require_fields(value, "add"))
    if not isinstance(value, str) or not value:
        raise BadAlteration(f"`{sorts[0]}` names no id")
    return _make_setting(value, written) if sorts == ["set"] else Removal(value)


def _make_setting(of: str, written: Mapping[str, Any]) -> Setting:
    to = _require_fields(written["to"], "to") if "to" in written else {}
    without = written.get("without", [])
    is_list = isinstance(without, list | tuple) and all(isinstance(name, str) and name for name in without)
    if not is_list or ("without" in written and not without):
        raise BadAlteration("`without` lists no fields")
    if both := sorted(to.keys() & {*without}):
        raise BadAlteration(f"sets `{both[0]}` and takes it away")
    return Setting(of, to, tuple(without))


def _require_fields(value: Any, name: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping) or not value:
        raise BadAlteration(f"`{name}` holds no fields")
    return value


def write_alteration(alteration: Alteration) -> str:
    """The alteration as the text of a JSON object, in which the graph holds it."""
    return json.dumps(alteration.written(), ensure_ascii=False)


def read_alteration(text: str) -> Alteration:
    """What `write_alteration` wrote; raises BadAlteration for what somebody else left there."""
    try:
        written = json.loads(text)
    except (ValueError, RecursionError):
        raise BadAlteration("is no JSON text") from None
    if not isinstance(written, dict):
        raise BadAlteration("is no JSON object")
    return make_alteration(written)
