"""`docs/records.schema.json`: what an editor needs to help with the records, from shapes and model."""

import json
from typing import Any

from cypher.model import Family, Model, Property, PropertyKind
from cypher.model.properties import AMOUNT, FORMER_NAMES
from ledger.disputes import DisputeKind, Rank, Stance
from ledger.evidence import Basis
from loader.expand.history import WITH_STAGES
from loader.expand.shapes import DisputeShape, NodeShape, PassagesShape
from loader.read.coverage import CoverageShape

ROUGH = {p.name for p in (*AMOUNT, *FORMER_NAMES)}
"""Properties that a record gives as one `amount`, or as `former_names` with their time."""


def make_record_schema(model: Model) -> str:
    """The schema's text: a file is a list of nodes, one dispute, the passages of one source, or its coverage."""
    written = [n for n in model.labels if n.family is not Family.BOOKKEEPING]
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Lodegraph records",
        "anyOf": [
            {"type": "array", "items": {"$ref": "#/$defs/node"}},
            {"$ref": "#/$defs/dispute"},
            {"$ref": "#/$defs/passages"},
            {"$ref": "#/$defs/coverage"},
        ],
        "$defs": {
            "node": {"anyOf": [_make_node_schema(n.kind, n.properties) for n in written]},
            "link": _make_link_schema(model),
            "dispute": _add_terms(_inline_definitions(DisputeShape.model_json_schema())),
            "passages": _inline_definitions(PassagesShape.model_json_schema()),
            "coverage": _make_coverage_schema(),
        },
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _make_node_schema(kind: str, properties: tuple[Property, ...]) -> dict[str, Any]:
    shape = _inline_definitions(NodeShape.model_json_schema())
    own = {p.name: _make_value_schema(p) for p in properties if p.name not in ROUGH}
    fields = {
        **shape["properties"],
        **own,
        "id": {"type": "string", "pattern": f"^{kind}/"},
        "basis": _make_terms_schema(Basis),
    }
    if "former_names" not in {p.name for p in properties}:
        del fields["former_names"]
    fields["links"] = {"type": "array", "items": {"$ref": "#/$defs/link"}}
    if kind not in WITH_STAGES:
        del fields["history"]
    else:
        step = fields["history"]["items"]["properties"]
        step |= {"stage": own["stage"], "date": own["date"], "basis": fields["basis"]}
    required = [*shape["required"], *(p.name for p in properties if p.required and p.name != "name")]
    if kind in WITH_STAGES:
        either = [{"required": ["stage"]}, {"required": ["history"]}]
        required = [name for name in required if name != "stage"]
        return {"type": "object", "properties": fields, "required": required, "anyOf": either} | {
            "additionalProperties": False
        }
    return {"type": "object", "properties": fields, "required": required, "additionalProperties": False}


def _make_link_schema(model: Model) -> dict[str, Any]:
    ids = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
    shared = {p.name: _make_value_schema(p) for p in model.shared if p.name == "basis"}
    own = {p.name: _make_value_schema(p) for r in model.relationship_types for p in r.properties if p.name not in ROUGH}
    roles = sorted({role for r in model.relationship_types for role in r.roles})
    fields: dict[str, Any] = {
        "type": {"enum": [r.name for r in model.relationship_types]},
        "from": ids,
        "to": ids,
        "role": {"enum": roles},
        "amount": {"type": "string", "description": "of FUNDS: the funder's share"},
        "key": {"type": "string", "description": "one word, where several of one type and role join the same two"},
        "says": {"type": "string"},
        "evidence": {"type": "array", "items": {"type": "string"}},
    }
    return {
        "type": "object",
        "properties": {**fields, **own, **shared},
        "required": ["type"],
        "additionalProperties": False,
    }


def _make_coverage_schema() -> dict[str, Any]:
    schema = _inline_definitions(CoverageShape.model_json_schema())
    places = schema["properties"]["without_records"]["items"]["properties"]["lines"]
    places["items"] = {"type": ["string", "number"]}
    return schema


def _make_value_schema(p: Property) -> dict[str, Any]:
    if p.kind is PropertyKind.TERM:
        return {**_make_terms_schema(p.terms), "description": p.meaning}
    if p.kind is PropertyKind.TEXT_LIST:
        return {"type": "array", "items": {"type": "string"}, "description": p.meaning}
    if p.kind is PropertyKind.BOOLEAN:
        return {"type": "boolean", "description": p.meaning}
    if p.kind is PropertyKind.DECIMAL:
        return {"type": "number", "description": p.meaning}
    return {"type": ["string", "number"], "description": p.meaning}


def _make_terms_schema(terms: Any) -> dict[str, Any]:
    return {"enum": [str(t) for t in terms]}


def _add_terms(dispute: dict[str, Any]) -> dict[str, Any]:
    dispute["properties"]["kind"] = _make_terms_schema(DisputeKind)
    reading = dispute["properties"]["readings"]["items"]["properties"]
    reading["rank"], reading["stance"] = _make_terms_schema(Rank), _make_terms_schema(Stance)
    return dispute


def _inline_definitions(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with its own definitions put where they are referred to."""
    defined = schema.pop("$defs", {})

    def walk(value: Any) -> Any:
        if isinstance(value, dict):
            name = str(value.get("$ref", "")).rpartition("/")[2]
            return walk(defined[name]) if name in defined else {k: walk(v) for k, v in value.items() if k != "title"}
        return [walk(v) for v in value] if isinstance(value, list) else value

    result: dict[str, Any] = walk(schema)
    return result
