"""Records as a schema: each label and relationship type by itself, told apart by what begins an id and by `type`."""

from cypher.model import Family, Model, NodeType, RelationshipType
from cypher.model.properties import AMOUNT, FORMER_NAMES
from ledger.disputes import DisputeKind, Rank, Stance, Weight
from ledger.evidence import Basis
from loader.editor_schema.own_words import as_records_have, list_own_of_claims
from loader.editor_schema.values import (
    TEXT,
    TEXT_OR_TEXTS,
    TEXTS,
    Schema,
    as_written,
    choose_by_field,
    choose_by_value,
    make_object,
    make_terms,
    make_value,
)
from loader.expand.history import WITH_STAGES
from loader.expand.shapes import ClaimShape, DisputeShape, NodeShape, PassagesShape
from loader.read.drafts import DRAFT

ROUGH = {p.name for p in (*AMOUNT, *FORMER_NAMES)}
"""Properties that a record gives as one `amount`, or as `former_names` with their time."""
FIGURE = "amount_value"
DRAFTED: Schema = {**TEXT, "description": "what is to be decided; as long as it stands here, the record is not loaded"}
RECORD: Schema = {"$ref": "#/$defs/record"}


def define_records(model: Model) -> dict[str, Schema]:
    """The definitions of every sort of record, by name: `record` is any of them."""
    model = as_records_have(model)
    written = [n for n in model.labels if n.family is not Family.BOOKKEEPING]
    types = model.relationship_types
    kinds = "|".join(n.kind for n in written)
    nodes = [({"pattern": f"^{n.kind}/"}, _refer("node", n.kind)) for n in written]
    links = [({"const": r.name}, _refer("link", r.name)) for r in types]
    an_id = {"type": "string", "pattern": f"^({kinds})/", "description": "kind/name"}
    a_type = {**make_terms(r.name for r in types), "description": "what the start does to the end"}
    return {
        "record": choose_by_field(
            [
                (["passages"], {"$ref": "#/$defs/passages"}), (["question"], {"$ref": "#/$defs/dispute"}),
                (["id"], {"$ref": "#/$defs/node"}), (["type"], {"$ref": "#/$defs/link"}),
            ],
            {"$ref": "#/$defs/node"},
        ),
        "node": choose_by_value("id", nodes, an_id),
        "link": choose_by_value("type", links, a_type),
        "dispute": _make_dispute(model),
        "passages": as_written(PassagesShape.model_json_schema()),
        "claim": _make_claim(model),
        **{_name("node", n.kind): _make_node(n, model) for n in written},
        **{_name("link", r.name): _make_link(r) for r in types},
    }  # fmt: skip


def _name(sort: str, name: str) -> str:
    return f"{sort}_{name}"


def _refer(sort: str, name: str) -> Schema:
    return {"$ref": f"#/$defs/{_name(sort, name)}"}


def _make_node(label: NodeType, model: Model) -> Schema:
    shape = as_written(NodeShape.model_json_schema())
    own = {p.name: make_value(p) for p in label.properties if p.name not in ROUGH}
    fields: dict[str, Schema] = shape["properties"] | own
    fields["id"] = {"type": "string", "pattern": f"^{label.kind}/"}
    fields[DRAFT] = DRAFTED
    fields["basis"] = make_terms(Basis)
    fields["links"] = {"type": "array", "items": {"$ref": "#/$defs/link"}}
    fields["claims"] = {"type": "array", "items": {"$ref": "#/$defs/claim"}}
    fields["amount"] = {"type": "string", "description": "the figure, such as up to USD 10 billion"}
    if label.property(FIGURE) is None:
        del fields["amount"]
    if label.property("former_names") is None:
        del fields["former_names"]
    required = [*shape["required"], *(p.name for p in label.properties if p.required and p.name != "name")]
    return {**_add_history(label, fields, required, model), "description": label.meaning}


def _add_history(label: NodeType, fields: dict[str, Schema], required: list[str], model: Model) -> Schema:
    """The object of a label, whose last stage may be told by its history."""
    if label.kind not in WITH_STAGES:
        if label.property("history") is None:
            del fields["history"]
        return make_object(fields, required)
    step = fields["history"]["items"]["properties"]
    step |= {name: fields[name] for name in ("stage", "date", "basis")}
    _add_own(step, model)
    either = [{"required": ["stage"]}, {"required": ["history"]}]
    return {**make_object(fields, [name for name in required if name != "stage"]), "anyOf": either}


def _make_link(declared: RelationshipType) -> Schema:
    fields: dict[str, Schema] = {
        "type": {"const": declared.name},
        "from": {**TEXT_OR_TEXTS, "description": f"of {', '.join(declared.starts)}"},
        "to": {**TEXT_OR_TEXTS, "description": f"of {', '.join(declared.ends)}"},
        "role": make_terms(declared.roles),
        "key": {**TEXT, "description": "one word, where several of one type and role join the same two"},
        "says": TEXT,
        DRAFT: DRAFTED,
        "evidence": TEXTS,
        "basis": make_terms(Basis),
    }
    if declared.property(FIGURE):
        fields["amount"] = {"type": "string", "description": "the funder's share"}
    for p in declared.properties:
        if p.name not in ROUGH:
            fields |= {p.name: make_value(p), f"{p.name}_evidence": TEXTS}
    required = ["type", *(p.name for p in declared.properties if p.required)]
    return {**make_object(fields, required), "description": declared.meaning}


def _make_claim(model: Model) -> Schema:
    shape = as_written(ClaimShape.model_json_schema())
    topic = model.label("Claim").property("topic")
    terms = {"topic": make_value(topic)} if topic else {}
    fields = {**shape["properties"], **terms, "basis": make_terms(Basis)}
    _add_own(fields, model)
    return make_object(fields, shape["required"])


def _add_own(fields: dict[str, Schema], model: Model) -> None:
    """To the fields of what becomes a claim, those that a set declares."""
    fields.pop("own", None)
    fields |= {p.name: make_value(p) for p in list_own_of_claims(model)}


def _make_dispute(model: Model) -> Schema:
    dispute = as_written(DisputeShape.model_json_schema())
    dispute["properties"]["kind"] = make_terms(DisputeKind)
    dispute["properties"]["weight"] = make_terms(Weight)
    reading = dispute["properties"]["readings"]["items"]["properties"]
    reading["rank"], reading["stance"] = make_terms(Rank), make_terms(Stance)
    _add_own(reading, model)
    return dispute
