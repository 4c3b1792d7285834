"""The files of a set as schemas: one that tells all of them apart, and one for each sort of file."""

import json

from cypher.guide import Guide
from cypher.model import Extension, Model
from ledger.units import UNIT
from loader.editor_schema.records import RECORD, define_records
from loader.editor_schema.values import TEXT, Schema, as_written, choose_by_field, make_object, make_terms
from loader.read.coverage import CoverageShape
from loader.records import Severity

DRAFT = "https://json-schema.org/draft/2020-12/schema"
OF_MODEL = tuple(Extension.model_fields)
OF_COVERAGE = ("without_records", "lines")
OF_EXPECTED = ("counts", "relationships", "dates", "unmet")
FILES = ("data_set", "model", "expected", "accepted_pairs", "coverage", "records")
"""The sorts of files that have a schema of their own; `records` are all that are none of the others."""


def make_schema(model: Model) -> str:
    """The schema of any file of a set: what stands in it tells which it is, so that an error names the field."""
    return _write("Lodegraph records", _any_file(), _define(model))


def make_file_schemas(model: Model) -> dict[str, str]:
    """A schema for each sort of file, by the name that the schema's own file should have."""
    defined = _define(model)
    pairs = {"type": "array", "items": _refer("accepted_pair")}
    apart = {"accepted_pairs": pairs, "records": _of_records(RECORD)}
    return {
        f"{name}.json": _write(f"Lodegraph {name}", apart.get(name, _refer(name)), defined) for name in FILES
    }  # fmt: skip


def _write(title: str, schema: Schema, defined: dict[str, Schema]) -> str:
    written = {"$schema": DRAFT, "title": title, **schema, "$defs": defined}
    return json.dumps(written, indent=2, ensure_ascii=False) + "\n"


def _any_file() -> Schema:
    item = choose_by_field([(["pair"], _refer("accepted_pair"))], RECORD)
    one = choose_by_field(
        [
            (OF_MODEL, _refer("model")), (OF_EXPECTED, _refer("expected")), (OF_COVERAGE, _refer("coverage")),
            (["pair"], _refer("accepted_pair")), (["passages", "question", "id", "type"], RECORD),
        ],
        _refer("data_set"),
    )  # fmt: skip
    return _of_records(one, item)


def _of_records(one: Schema, item: Schema | None = None) -> Schema:
    """A file is a list, or one mapping."""
    return {
        "type": ["array", "object"], "if": {"type": "array"}, "then": {"items": item or one}, "else": one,
    }  # fmt: skip


def _refer(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _define(model: Model) -> dict[str, Schema]:
    return {
        "data_set": _make_data_set(),
        "model": as_written(Extension.model_json_schema(by_alias=True)),
        "expected": _make_expected(model),
        "accepted_pair": _make_pair(),
        "coverage": _make_coverage(),
        **define_records(model),
    }


def _make_data_set() -> Schema:
    units = {
        "type": "object", "propertyNames": {"pattern": f"^{UNIT.pattern}$"}, "additionalProperties": TEXT,
        "description": "units of figures beside those that all sets have, each with what it counts",
    }  # fmt: skip
    name = {
        "type": "string", "pattern": r"^[A-Za-z0-9][A-Za-z0-9._-]*$",
        "description": "one word, which everything in a graph carries",
    }  # fmt: skip
    title = {**TEXT, "description": "for people"}
    guide = as_written(Guide.model_json_schema())
    return make_object({"name": name, "title": title, "units": units, "guide": guide}, ["name"])


def _make_expected(model: Model) -> Schema:
    number = {"type": "integer", "minimum": 0}
    bounds = make_object(dict.fromkeys(("exactly", "at_least", "at_most"), number))

    def count(names: list[str]) -> Schema:
        return make_object(dict.fromkeys(names, bounds))

    dates = make_object({"not_before": TEXT, "not_after": TEXT})
    return make_object(
        {
            "counts": count([n.label for n in model.labels]),
            "relationships": count([r.name for r in model.relationship_types]),
            "dates": dates,
            "unmet": make_terms(Severity),
        }
    )


def _make_pair() -> Schema:
    pair = {"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2}
    return make_object({"pair": pair, "because": {"type": "string"}}, ["pair", "because"])


def _make_coverage() -> Schema:
    return as_written(CoverageShape.model_json_schema())
