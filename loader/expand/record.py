"""Which shape a record has, and what it expands to."""

from collections.abc import Callable, Iterator
from functools import partial

from pydantic import BaseModel, ValidationError

from cypher.model import Model
from loader.expand.disputes import expand_dispute
from loader.expand.former_fields import use_present_names
from loader.expand.history import leave_out_misplaced
from loader.expand.nodes import expand_link, expand_node
from loader.expand.own_words import use_own_words
from loader.expand.passages import expand_passages
from loader.expand.shapes import DisputeShape, LinkShape, NodeShape, PassagesShape
from loader.records import Link, Node, Problem, RawRecord, Spot
from loader.validation_errors import explain_validation_error
from loader.written_names import use_written_names

Item = Node | Link | Problem
Expansion = Callable[..., Iterator[Item]]

SHAPES: tuple[tuple[str, type[BaseModel], Expansion], ...] = (
    ("passages", PassagesShape, expand_passages),
    ("question", DisputeShape, expand_dispute),
    ("id", NodeShape, expand_node),
    ("type", LinkShape, expand_link),
)
"""A record's shape is told by the first of these fields that it has."""


FILES_OF_THE_SET = {
    name: f"if it is the set's own file, call it {name}.yaml and put it at the top of the folder"
    for name in ("data_set", "expected", "accepted_pairs", "model")
}


def expand(record: RawRecord | Problem, model: Model) -> Iterator[Item]:
    """The nodes and relationships of one record in a model, or what keeps it from being read."""
    if isinstance(record, Problem):
        yield record
        return
    record = use_present_names(record)
    if isinstance(record, Problem):
        yield record
        return
    record, unread = use_own_words(record, model)
    yield from unread
    found = next(((shape, to_items) for key, shape, to_items in SHAPES if key in record.fields), None)
    if found is None:
        remedy = FILES_OF_THE_SET.get(record.where.file.rpartition("/")[2].partition(".")[0], "see docs/records.md")
        yield Problem(record.where, "record", "has neither id, question, passages nor type", remedy)
        return
    shape, to_items = found
    if shape in (NodeShape, LinkShape):
        record, misnamed = use_written_names(record)
        yield from misnamed
    if shape is not PassagesShape:
        to_items = partial(to_items, model=model)
    if shape is NodeShape:
        record, misplaced = leave_out_misplaced(record, model)
        yield from misplaced
    spot = Spot(record.where, record.lines)
    try:
        yield from to_items(shape.model_validate(record.fields), spot)
    except ValidationError as error:
        subject = record.fields.get("id", record.fields.get("source"))
        yield from explain_validation_error(error, spot, shape, subject if isinstance(subject, str) else "this record")
