"""The records of a set from its rows: nodes with what is said of them, disputes, passages, then relationships."""

from collections.abc import Iterator, Mapping
from typing import Any

from cypher.model import Model
from cypher.model.narrower import LABEL, TYPE_, keeps
from cypher.results import Value
from ledger.ids import make_relationship_id
from loader.exports.records.attached import Attached, attach, is_inherited, is_of_the_evidence
from loader.exports.records.evidence import Fields, write_claims, write_dispute, write_passages
from loader.exports.records.fields import (
    NARROWED,
    amount_field,
    cite,
    declared_of,
    former_names_field,
    narrowed,
    own_fields,
)
from loader.exports.taken import TakenSet

SAID = ("name", "paraphrase", "basis", "evidence")
Properties = Mapping[str, Value]


def write_records(taken: TakenSet) -> Iterator[dict[str, Any]]:
    """The fields of each record, one after another; only passages of one source are ever held together."""
    nodes, relationships, model = taken.rows.nodes, taken.rows.relationships, taken.model
    with attach(nodes, relationships) as attached:
        yield from write_passages(r for r in nodes if r.group[0] == "Passage")
        for row in nodes:
            if row.group[0] == "Dispute":
                yield write_dispute(row, attached, model)
            elif row.group[0] not in ("Passage", "Claim"):
                yield _write_node(row.id, row.group[0], row.properties, attached, model)
    for row in relationships:
        if not is_of_the_evidence(row) and not is_inherited(row):
            yield _write_link(row.id, (row.group[0], row.start, row.end), row.properties, model)


def _write_node(node: str, label: str, p: Properties, attached: Attached, model: Model) -> Fields:
    narrow = narrowed(p)
    apart = (*SAID, *(f"{name}{NARROWED}" for name in narrow))
    said: Fields = {"id": node, "name": p.get("name"), "says": p.get("paraphrase"), "basis": p.get("basis")}
    evidence = cite(p.get("evidence"))
    said |= {"evidence": evidence} if evidence else {}
    own = own_fields(p, declared_of(label, model), *apart, keeps(LABEL))
    links = [
        _write_link(link, (type_, start, end), _without_words(of), model, node)
        for link, type_, start, end, of in attached.links_of(node, str(p.get("paraphrase")))
    ]
    rest = amount_field(p) | former_names_field(p) | ({"evidence_for": narrow} if narrow else {})
    return {**said, **own, **rest, **({"links": links} if links else {}), **write_claims(node, attached, model)}


def _write_link(link: str, names: tuple[str, str, str], p: Properties, model: Model, owner: str = "") -> Fields:
    """A link by itself, or within the record of one of its ends, which it does not name."""
    type_, start, end = names
    narrow = narrowed(p)
    own = own_fields(p, declared_of(type_, model), *SAID, *(f"{n}{NARROWED}" for n in narrow), keeps(TYPE_))
    word, is_turned = _own_word(type_, (start, end), str(p.get(keeps(TYPE_), "")), model)
    told = (end, start) if is_turned else (start, end)
    ends = {side: node for side, node in zip(("from", "to"), told, strict=True) if node != owner}
    said: Fields = {"says": p["paraphrase"]} if "paraphrase" in p else {}
    evidence = cite(p.get("evidence"))
    said |= {"evidence": evidence} if evidence else {}
    key = link.removeprefix(make_relationship_id(start, type_, end, str(p.get("role", "")))).removeprefix("|")
    cited = {f"{name}{NARROWED}": cites for name, cites in narrow.items()}
    head = {"type": word, **ends, **own, **({"key": key} if key else {})}
    return {**head, **amount_field(p), **said, "basis": p.get("basis"), **cited}


def _without_words(p: Properties) -> Properties:
    """A link that says what its record says, and so says nothing itself."""
    return {name: value for name, value in p.items() if name != "paraphrase"}


def _own_word(type_: str, ends: tuple[str, str], word: str, model: Model) -> tuple[str, bool]:
    """The set's own word for a type, and whether it goes from the end to the start; the type where it has none."""
    for one in model.words.types.get(word, ()):
        label = model.find_label_of_id(ends[1] if one.turned else ends[0])
        if one.broader == type_ and (not one.starts or (label and label.label in one.starts)):
            return word, one.turned
    return type_, False
