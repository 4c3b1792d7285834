"""A dispute's record: the question, its readings as claims, and what it concerns."""

from collections.abc import Iterable, Iterator

from cypher.model import Model
from cypher.results import Value
from ledger.alterations import write_alteration
from ledger.disputes import Dispute, DisputeKind, Rank, Reading, Stance, Weight, find_disagreement
from ledger.ids import is_relationship_id, split_ends
from loader.expand.claims import claim_links, lines_of, lines_of_key, plain_link
from loader.expand.reading_changes import Written, expand_changes, lines_of_changes
from loader.expand.shapes import DisputeShape, ReadingShape
from loader.records import Link, Node, Problem, Severity, Spot

CONCERNS, SUBJECT, END = "CONCERNS", "subject", "end"


def expand_dispute(shape: DisputeShape, spot: Spot, model: Model) -> Iterator[Node | Link | Problem]:
    """The dispute's node, a claim a reading, and the links between them."""
    yield from _problems(shape, spot)
    citations = tuple(dict.fromkeys(c for r in shape.readings for c in r.evidence))
    properties = _properties(shape, citations)
    yield Node(shape.id, "", properties, citations, spot.where, _lines(shape, properties, spot))
    yield from _concerns(shape, spot, model)
    for number, reading in enumerate(shape.readings):
        yield from _reading(reading, shape, spot.at("readings", number))


def _concerns(shape: DisputeShape, spot: Spot, model: Model) -> Iterator[Link]:
    """What it is about: nodes themselves, and both ends of relationships.

    An end that is of the evidence, such as a source, is left out: only a fact can be concerned.
    """
    met = {concerned for concerned in shape.concerns if not is_relationship_id(concerned)}
    for number, concerned in enumerate(shape.concerns):
        ends = split_ends(concerned)
        if ends is None:
            yield plain_link(CONCERNS, shape.id, concerned, spot.at("concerns", number), SUBJECT)
        for end in ends or ():
            label = model.find_label_of_id(end)
            if end not in met and label and label.label in model.relationship_type(CONCERNS).ends:
                met.add(end)
                yield plain_link(CONCERNS, shape.id, end, spot.at("concerns", number), END)


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
        "disagreement": str(find_disagreement([r.evidence for r in shape.readings], shape.may_all_hold)),
    }
    told = {"weight": shape.weight, "would_change": shape.would_change}
    return properties | {name: text for name, text in told.items() if text is not None}


def _reading(reading: ReadingShape, dispute: DisputeShape, spot: Spot) -> Iterator[Node | Link | Problem]:
    claim_id = _claim_id(dispute, reading)
    changes: list[Written] = []
    for found in expand_changes(reading.changes, spot):
        if isinstance(found, Problem):
            yield found
        else:
            changes.append(found)
    properties: dict[str, Value] = {
        **reading.own, "name": reading.says, "paraphrase": reading.says, "basis": "stated",
        "evidence": reading.evidence, "topic": "reading", "rank": reading.rank, "stance": reading.stance,
        "reason": reading.reason, "changes": [write_alteration(written.change) for written in changes],
    }  # fmt: skip
    lines = lines_of(spot, properties, reading.evidence) | lines_of_key(spot) | lines_of_changes(spot, changes)
    yield Node(claim_id, "", properties, tuple(reading.evidence), spot.where, lines)
    yield plain_link("READING_OF", claim_id, dispute.id, spot)
    for concerned in dispute.concerns:
        if not is_relationship_id(concerned):
            yield plain_link("ABOUT", claim_id, concerned, spot)
    yield from claim_links(claim_id, reading.by, reading.evidence, spot)


def _claim_id(dispute: DisputeShape, reading: ReadingShape) -> str:
    return f"claim/{dispute.id}/{reading.key}"


def _problems(shape: DisputeShape, spot: Spot) -> Iterator[Problem]:
    """What the ledger has against it; terms that it does not know are found with the properties."""
    try:
        dispute = _as_dispute(shape)
    except ValueError:
        return
    for severity, told in ((Severity.PROBLEM, dispute.problems()), (Severity.WARNING, dispute.doubts())):
        for what in told:
            yield Problem(spot.where, shape.id, what, "see docs/records.md, Disputes", severity)


def _as_dispute(shape: DisputeShape) -> Dispute:
    readings = tuple(
        Reading(_claim_id(shape, r), r.says, Stance(r.stance), Rank(r.rank), r.reason, tuple(r.evidence))
        for r in shape.readings
    )
    weight = Weight(shape.weight) if shape.weight is not None else None
    kind, concerns = DisputeKind(shape.kind), tuple(shape.concerns)
    return Dispute(shape.id, shape.question, kind, concerns, readings, weight, shape.may_all_hold)
