"""A dispute's record: the question, its readings as claims, and what it concerns."""

from collections.abc import Iterator

from cypher.results import Value
from ledger.disputes import Dispute, DisputeKind, Rank, Reading, Stance
from ledger.ids import is_relationship_id
from loader.expand.nodes import claim_links, plain_link
from loader.expand.shapes import DisputeShape, ReadingShape
from loader.records import Link, Node, Problem, Where


def expand_dispute(shape: DisputeShape, where: Where) -> Iterator[Node | Link | Problem]:
    """The dispute's node, a claim a reading, and the links between them."""
    for what in _problems(shape):
        yield Problem(where, shape.id, what, "see docs/records.md, Disputes")
    citations = tuple(dict.fromkeys(c for r in shape.readings for c in r.evidence))
    yield Node(shape.id, "", _properties(shape, citations), citations, where)
    for concerned in shape.concerns:
        if not is_relationship_id(concerned):
            yield plain_link("CONCERNS", shape.id, concerned, where)
    for reading in shape.readings:
        yield from _reading(reading, shape, where)


def _properties(shape: DisputeShape, citations: tuple[str, ...]) -> dict[str, Value]:
    properties: dict[str, Value] = {
        "name": shape.question,
        "kind": shape.kind,
        "basis": "derived",
        "paraphrase": shape.says or shape.question,
        "evidence": list(citations),
        "concerned_relationships": [c for c in shape.concerns if is_relationship_id(c)],
    }
    return properties


def _reading(reading: ReadingShape, dispute: DisputeShape, where: Where) -> Iterator[Node | Link]:
    claim_id = _claim_id(dispute, reading)
    properties: dict[str, Value] = {
        "name": reading.says, "paraphrase": reading.says, "basis": "stated", "evidence": reading.evidence,
        "topic": "reading", "rank": reading.rank, "stance": reading.stance, "reason": reading.reason,
    }  # fmt: skip
    yield Node(claim_id, "", properties, tuple(reading.evidence), where)
    yield plain_link("READING_OF", claim_id, dispute.id, where)
    for concerned in dispute.concerns:
        if not is_relationship_id(concerned):
            yield plain_link("ABOUT", claim_id, concerned, where)
    yield from claim_links(claim_id, reading.by, reading.evidence, where)


def _claim_id(dispute: DisputeShape, reading: ReadingShape) -> str:
    return f"claim/{dispute.id}/{reading.key}"


def _problems(shape: DisputeShape) -> list[str]:
    """What the ledger has against it; terms that it does not know are found with the properties."""
    try:
        return _as_dispute(shape).problems()
    except ValueError:
        return []


def _as_dispute(shape: DisputeShape) -> Dispute:
    readings = tuple(
        Reading(_claim_id(shape, r), r.says, Stance(r.stance), Rank(r.rank), r.reason, tuple(r.evidence))
        for r in shape.readings
    )
    return Dispute(shape.id, shape.question, DisputeKind(shape.kind), tuple(shape.concerns), readings)
