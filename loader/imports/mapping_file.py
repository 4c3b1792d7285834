"""A mapping file as it is read: YAML, its problems with their lines; and its JSON Schema for editors."""

import json
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from loader.imports.ids import slug
from loader.imports.mapping import LinkRule, Mapping, NodeRule, SetShape, SourceShape
from loader.imports.read.opened import stem_of
from loader.read.yaml_file import read_yaml
from loader.records import Problem, RawRecord, Spot, Where
from loader.validation_errors import explain_validation_error

ENDING = ".mapping.yaml"


class BadMapping(Exception):
    """A mapping file with problems, all of them."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("the mapping cannot be used")
        self.problems = problems


def read_mapping(path: Path) -> Mapping:
    """The mapping of a file. Raises BadMapping, OSError."""
    with path.open("rb") as file:
        read = read_yaml(file, path.name)
    problems = [item for item in read if isinstance(item, Problem)]
    if problems:
        raise BadMapping(problems)
    if len(read) != 1 or not isinstance(read[0], RawRecord):
        remedy = "`lodegraph map FILE` writes a first one"
        raise BadMapping([Problem(Where(path.name, 1), "mapping", "is not one mapping of fields", remedy)])
    record = read[0]
    try:
        mapping = Mapping.model_validate(record.fields)
    except ValidationError as error:
        spot = Spot(record.where, record.lines)
        raise BadMapping(list(explain_validation_error(error, spot, Mapping, path.name))) from None
    remedy = f"use one of {', '.join(mapping.nodes)}"
    strange = [
        Problem(Where(path.name, line), "links", f"'{name}' is none of the mapping's nodes", remedy)
        for number, link in enumerate(mapping.links)
        for name in (link.start, link.end)
        if name not in mapping.nodes
        for line in (record.lines.get(("links", number), record.where.line),)
    ]
    if strange:
        raise BadMapping(strange)
    return mapping


def make_mapping_schema() -> str:
    """The JSON Schema of mapping files, by which an editor completes and checks them."""
    schema: dict[str, Any] = Mapping.model_json_schema(by_alias=True)
    for shape in (NodeRule, LinkRule):  # their further fields are properties, each a value
        part = schema["$defs"][shape.__name__]
        part["additionalProperties"] = part["properties"].pop("properties")["additionalProperties"]
    written = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "Lodegraph mapping"}
    return json.dumps(written, indent=2, ensure_ascii=False) + "\n"


def name_source(path: Path) -> Mapping:
    """The mapping of a file for which nobody wrote one: its data set and its source, by the file's name."""
    stem = stem_of(path)
    return Mapping(
        data_set=SetShape(name=slug(stem)), source=SourceShape(id=f"source/{slug(stem)}", name=f"the file {path.name}")
    )
