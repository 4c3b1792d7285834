"""What a reading would change, as the nodes and relationships of which its changes speak."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from cypher.model import Model
from ledger.alterations import Addition, Alteration, Setting
from ledger.ids import is_relationship_id
from ledger.supposed import Tie
from loader.check.index import Index
from loader.check.supposed_set import Supposed, list_removed
from loader.check.typed import typed_fields, typed_link, typed_node
from loader.expand.nodes import expand_link, expand_node
from loader.expand.reading_changes import FIELD
from loader.expand.shapes import LinkShape, NodeShape
from loader.records import Link, Node, Problem, Spot
from loader.validation_errors import explain_validation_error

STANDS_FOR_TEXT = "-"
"""In the place of what a change leaves as it is."""


def list_settings(
    changes: list[tuple[Alteration, Spot]], index: Index, model: Model
) -> Iterator[tuple[Setting, dict[str, Any], Spot]]:
    """The changes of the fields of deals and relationships, with the fields as typed values."""
    for change, spot in changes:
        if isinstance(change, Setting) and (change.of in index.deals or is_relationship_id(change.of)):
            made = make_set(change.of, change.to, spot.at("to"), model) if change.to else ()
            items = [item for item in made if not isinstance(item, Problem)]
            fields = [typed_fields(without_stand_ins(item, change.to), model)[0] for item in items]
            yield change, {name: value for some in fields for name, value in some.items()}, spot


def make_supposed(reading: Node, changes: list[tuple[Alteration, Spot]], index: Index, model: Model) -> Supposed:
    """What a reading changes, as records; it was found sound by itself."""
    added = [
        item
        for change, spot in changes
        if isinstance(change, Addition)
        for item in type_added(change, spot, model)
        if not isinstance(item, Problem)
    ]
    return Supposed(
        Spot(reading.place_of(FIELD), {}),
        list_removed(change for change, _ in changes),
        tuple((change, fields) for change, fields, _ in list_settings(changes, index, model)),
        tuple(item for item in added if isinstance(item, Node)),
        tuple(item for item in added if isinstance(item, Link)),
    )


def type_added(change: Addition, spot: Spot, model: Model) -> Iterator[Node | Link | Problem]:
    """What a change adds, with typed values, and what is wrong with these."""
    written = {"says": STANDS_FOR_TEXT, "basis": "ours", **change.record}
    if not change.is_link:
        written = {"name": change.text("id"), **written}
    for item in _expand(written, spot, model, change.is_link):
        if isinstance(item, Problem):
            yield item
            continue
        typed, problems = typed_link(item, model) if isinstance(item, Link) else typed_node(item, model)
        yield from problems or (typed,)


def make_set(of: str, to: Mapping[str, Any], spot: Spot, model: Model) -> Iterable[Node | Link | Problem]:
    """The node or relationship of an id with some fields."""
    stands_for: dict[str, Any] = {"says": STANDS_FOR_TEXT, "basis": STANDS_FOR_TEXT}
    if not is_relationship_id(of):
        return _expand({"id": of, "name": STANDS_FOR_TEXT} | stands_for | dict(to), spot, model, is_link=False)
    tie = Tie.parse(of)
    ends = {"type": tie.type, "from": tie.start, "to": tie.end, "role": tie.role}
    return _expand(ends | stands_for | {"basis": "ours"} | dict(to), spot, model, is_link=True)


def _expand(written: Mapping[str, Any], spot: Spot, model: Model, is_link: bool) -> Iterator[Node | Link | Problem]:
    """The node or relationship of a record, or what keeps it from being read."""
    shape = LinkShape if is_link else NodeShape
    try:
        read = shape.model_validate(written)
    except ValidationError as error:
        yield from explain_validation_error(error, spot, shape, str(written.get("id", written.get("type"))))
        return
    yield from expand_link(read, spot, model) if isinstance(read, LinkShape) else expand_node(read, spot, model)


def without_stand_ins(item: Node | Link, to: Mapping[str, Any]) -> Node | Link:
    """The item with the properties alone that a reading sets: others are there because a record needs them."""
    needed = [name for name in ("basis", "evidence", "role") if name not in to]
    kept = {n: value for n, value in item.properties.items() if n not in needed and value != STANDS_FOR_TEXT}
    return replace(item, properties=kept)
