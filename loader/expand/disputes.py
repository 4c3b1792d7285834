"""A dispute's record: the question, its readings as claims, and what it concerns."""

from collections.abc import Iterable, Iterator

from cypher.results import Value
from ledger.disputes import Dispute, DisputeKind, Rank, Reading, Stance
from ledger.ids import is_relationship_id
from loader.expand.claims import claim_links, lines_of, lines_of_key, plain_link
from loader.expand.shapes import DisputeShape, ReadingShape
from loader.records import Link, Node, Problem, Spot


def expand_dispute(shape: DisputeShape, spot: Spot) -> Iterator[Node | Link | Problem]:
    """The dispute's node, a claim a reading, and the links between them."""
    for what in _problems(shape):
        yield Problem(spot.where, shape.id, what, "see docs/records.md, Disputes")
    citations = tuple(dict.fromkeys(c for r in shape.readings for c in r.evidence))
    properties = _properties(shape, citations)
    yield Node(shape.id, "", properties, citations, spot.where, _lines(shape, properties, spot))
    for number, concerned in enumerate(shape.concerns):
        if not is_relationship_id(concerned):
            yield plain_link("CONCERNS", shape.id, concerned, spot.at("concerns", number))
    for number, reading in enumerate(shape.readings):
        yield from _reading(reading, shape, spot.at("readings", number))


def _lines(shape: DisputeShape, properties: Iterable[str], spot: Spot) -> dict[str, int]:
    """Where its fields stand, the things that it concerns, and the citations of its readings."""
    if not spot.lines:
        return {}
    lines = lines_of(spot, ("id", *properties)) | {"name": spot.at("question").where.line}
    lines |= {concerned: spot.at("concerns", n).where.line for n, concerned in enumerate(shape.concerns)}
    for number, reading in enumerate(shape.readings):
        for place, citation in enumerate(reading.evidence):
            lines.setdefault(citation, spot.at("readings", number, "evidence", place).where.line)
    return lines


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


def _reading(reading: ReadingShape, dispute: DisputeShape, spot: Spot) -> Iterator[Node | Link]:
    claim_id = _claim_id(dispute, reading)
    properties: dict[str, Value] = {
        "name": reading.says, "paraphrase": reading.says, "basis": "stated", "evidence": reading.evidence,
        "topic": "reading", "rank": reading.rank, "stance": reading.stance, "reason": reading.reason,
    }  # fmt: skip
    lines = lines_of(spot, properties, reading.evidence) | lines_of_key(spot)
    yield Node(claim_id, "", properties, tuple(reading.evidence), spot.where, lines)
    yield plain_link("READING_OF", claim_id, dispute.id, spot)
    for concerned in dispute.concerns:
        if not is_relationship_id(concerned):
            yield plain_link("ABOUT", claim_id, concerned, spot)
    yield from claim_links(claim_id, reading.by, reading.evidence, spot)


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
