"""Which shape a record has, and what it expands to."""

from collections.abc import Callable, Iterator
from typing import Any

from pydantic import BaseModel, ValidationError

from loader.expand.disputes import expand_dispute
from loader.expand.nodes import expand_link, expand_node
from loader.expand.passages import expand_passages
from loader.expand.shapes import DisputeShape, LinkShape, NodeShape, PassagesShape
from loader.records import Link, Node, Problem, RawRecord, Where

Item = Node | Link | Problem
Expansion = Callable[[Any, Where], Iterator[Item]]

SHAPES: tuple[tuple[str, type[BaseModel], Expansion], ...] = (
    ("passages", PassagesShape, expand_passages),
    ("question", DisputeShape, expand_dispute),
    ("id", NodeShape, expand_node),
    ("type", LinkShape, expand_link),
)
"""A record's shape is told by the first of these fields that it has."""


def expand(record: RawRecord | Problem) -> Iterator[Item]:
    """The nodes and relationships of one record, or what keeps it from being read."""
    if isinstance(record, Problem):
        yield record
        return
    found = next(((shape, to_items) for key, shape, to_items in SHAPES if key in record.fields), None)
    if found is None:
        yield Problem(record.where, "record", "has neither id, question, passages nor type", "see docs/records.md")
        return
    shape, to_items = found
    try:
        yield from to_items(shape.model_validate(record.fields), record.where)
    except ValidationError as error:
        for detail in error.errors():
            yield _problem(record, detail)


def _problem(record: RawRecord, detail: Any) -> Problem:
    field = ".".join(str(part) for part in detail["loc"] if not str(part).startswith(("list[", "str", "constrained")))
    what = detail["msg"].removeprefix("Value error, ").replace("Field required", "is missing")
    remedy = (
        "leave it out or correct its name"
        if detail["type"] == "extra_forbidden"
        else "write it as docs/records.md shows"
    )
    subject = record.fields.get("id")
    return Problem(
        record.where, field or "record", f"{what[0].lower()}{what[1:]} in {subject or 'this record'}", remedy
    )
