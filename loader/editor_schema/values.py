"""The parts that schemas are made of. A value may be written as a text or, where an editor sees one, as a number."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from cypher.model import Property, PropertyKind

Schema: TypeAlias = dict[str, Any]
TEXT: Schema = {"type": ["string", "number"]}
TEXTS: Schema = {"type": "array", "items": TEXT}
A_PER_CENT = r"^-?[0-9]+(\.[0-9]+)?( ?(%|per[ _]?cent))?$"
TEXT_OR_TEXTS: Schema = {"type": ["string", "array"], "items": {"type": "string"}}


def make_terms(terms: Iterable[object]) -> Schema:
    """One of some terms."""
    return {"enum": [str(term) for term in terms]}


def make_object(properties: Mapping[str, Schema], required: Iterable[str] = ()) -> Schema:
    """A mapping with these fields and no other."""
    return {
        "type": "object", "properties": dict(properties), "required": list(required), "additionalProperties": False,
    }  # fmt: skip


def make_value(p: Property) -> Schema:
    """What a property holds, with its meaning."""
    if p.kind is PropertyKind.TERM:
        return {**make_terms(p.terms), "description": p.meaning}
    if p.of_entries:
        return {"type": ["array", "object", "string", "number"], "description": p.meaning}
    if p.kind is PropertyKind.TEXT_LIST:
        return {**TEXTS, "description": p.meaning}
    if p.in_per_cent:
        return {"type": ["number", "string"], "pattern": A_PER_CENT, "description": p.meaning}
    types = {PropertyKind.BOOLEAN: "boolean", PropertyKind.DECIMAL: "number", PropertyKind.INTEGER: "integer"}
    return {"type": types.get(p.kind, ["string", "number"]), "description": p.meaning}


def choose_by_field(choices: Iterable[tuple[Iterable[str], Schema]], otherwise: Schema) -> Schema:
    """The schema that belongs to the first of some fields that stands there; only that one is held against it."""
    chosen = otherwise
    for fields, then in reversed(list(choices)):
        asked = [{"required": [name]} for name in fields]
        chosen = {"if": asked[0] if len(asked) == 1 else {"anyOf": asked}, "then": then, "else": chosen}
    return chosen


def choose_by_value(field: str, choices: Iterable[tuple[Schema, Schema]], every: Schema) -> Schema:
    """The schema that belongs to the value of a field; each choice is what the value is like, and the schema then."""
    tests = [
        {"if": {"properties": {field: {"type": "string", **test}}, "required": [field]}, "then": then}
        for test, then in choices
    ]
    return {"type": "object", "properties": {field: every}, "required": [field], "allOf": tests}


def as_written(schema: Schema) -> Schema:
    """The schema of a shape as a file is written: its own definitions put in place, texts also as numbers."""
    defined = schema.pop("$defs", {})

    def walk(value: Any) -> Any:
        if isinstance(value, list):
            return [walk(v) for v in value]
        if not isinstance(value, dict):
            return value
        name = str(value.get("$ref", "")).rpartition("/")[2]
        if name in defined:
            return walk(defined[name])
        if "anyOf" in value:
            return _join([walk(v) for v in value["anyOf"] if v != {"type": "null"}])
        if "properties" in value:
            fields = {name: walk(field) for name, field in value["properties"].items()}
            value = {**value, "properties": fields}
        kept = {k: v if k == "properties" else walk(v) for k, v in value.items() if k not in ("title", "default")}
        is_text = kept.get("type") == "string" and not kept.keys() & {"enum", "const", "pattern"}
        return kept | (TEXT if is_text else {})

    result: Schema = walk(schema)
    return result


def _join(schemas: list[Schema]) -> Schema:
    """One that allows what each does: a list of types, so that an error names the field and not a choice."""
    if len(schemas) == 1:
        return schemas[0]
    types: list[str] = []
    for schema in schemas:
        types += schema["type"] if isinstance(schema.get("type"), list) else [schema["type"]]
    joined = {key: value for schema in schemas for key, value in schema.items()}
    return {**joined, "type": list(dict.fromkeys(types))}
