"""What a source says of a node, as a claim; and what claims share with readings and stages."""

from collections.abc import Iterable, Iterator

from cypher.model.relationship_types import RELATIONSHIP_TYPES
from cypher.results import Value
from loader.expand.shapes import ClaimShape, NodeShape
from loader.records import Link, Node, Problem, Spot
from loader.written_names import WRITTEN_AS

SINGLE_ROLES = {r.name: r.roles[0] for r in RELATIONSHIP_TYPES if len(r.roles) == 1}
STAGE = "stage"
"""The topic of what a history says."""


def expand_claim(shape: ClaimShape, spot: Spot, owner: NodeShape) -> Iterator[Node | Link | Problem]:
    """A claim of a record, with what it is about, who says it, and the passages that it rests on."""
    if shape.topic == STAGE:
        remedy = "write it under `history`: {stage: signed, date: 2025-01-14, says: …, evidence: […]}"
        yield Problem(spot.at("topic").where, "claims.topic", f"stage is no topic of a claim in {owner.id}", remedy)
        return
    claim_id = f"claim/{owner.id}/{shape.key}"
    properties: dict[str, Value] = {
        **shape.own, "name": shape.says, "paraphrase": shape.says, "basis": shape.basis, "evidence": shape.evidence,
        "topic": shape.topic, "rank": "preferred", "stance": "affirms",
    }  # fmt: skip
    lines = lines_of(spot, properties, shape.evidence) | lines_of_key(spot)
    yield Node(claim_id, "", properties, tuple(shape.evidence), spot.where, lines)
    yield plain_link("ABOUT", claim_id, owner.id, spot)
    yield from claim_links(claim_id, shape.by, shape.evidence, spot)


def lines_of(spot: Spot, names: Iterable[str], citations: Iterable[str] = ()) -> dict[str, int]:
    """Where properties and citations of a thing stand, as far as it is another line than its first."""
    if not spot.lines:
        return {}
    places = [(name, spot.at(WRITTEN_AS.get(name, name))) for name in names]
    places += [(cited, spot.at("evidence", number)) for number, cited in enumerate(citations)]
    first = spot.where.line
    return {name: line for name, place in places if (line := place.where.line) != first}


def lines_of_key(spot: Spot) -> dict[str, int]:
    """Where the id of a claim stands: it ends with the key, and its name is what it says."""
    return {"id": spot.at("key").where.line, "name": spot.at("says").where.line} if spot.lines else {}


def claim_links(claim_id: str, by: list[str], evidence: list[str], spot: Spot) -> Iterator[Link]:
    """Who says it, and the passages that it rests on."""
    for number, speaker in enumerate(by):
        yield plain_link("SAID_BY", claim_id, speaker, spot.at("by", number))
    for number, citation in enumerate(evidence):
        yield plain_link("RESTS_ON", claim_id, passage_id(citation), spot.at("evidence", number))


def plain_link(type_: str, start: str, end: str, spot: Spot, role: str | None = None) -> Link:
    """A relationship of the evidence itself, which cites nothing more; `role`: where its type has several."""
    role = role or SINGLE_ROLES[type_]
    return Link(type_, start, end, role, {"role": role}, (), spot.where)


def passage_id(citation: str) -> str:
    """The passage that a citation such as `uni:11.2` names."""
    source, _, place = citation.partition(":")
    return f"passage/{source}/{place}"
