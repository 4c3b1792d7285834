"""Disagreements as JSON: everything that is known of each, in plain values."""

from dataclasses import asdict
from typing import Any

from cypher.disagreements import DisputeInFull, FullReading, name_weight
from cypher.disagreements.words import describe_other_sums, list_moved, list_sum_changes
from cypher.exports.disagreements.dispute_format import DisputeFormat, TakenAlong
from cypher.exports.json_text import dumps


def to_json(taken: TakenAlong) -> dict[str, Any]:
    """A document of plain values."""
    return {
        "data_set": taken.data_set,
        "asked": {name: value for name, value in asdict(taken.asked).items() if value},
        **({"as_of": taken.as_of} if taken.as_of else {}),
        "disputes": [dispute_to_json(dispute) for dispute in taken.disputes],
    }


def dispute_to_json(dispute: DisputeInFull) -> dict[str, Any]:
    """One dispute with its readings, and the totals under each that differ from those of the graph."""
    listed = dispute.listed
    return {
        "id": listed.id,
        "question": listed.question,
        "weight": name_weight(listed.weight),
        "kind": listed.kind,
        "disagreement": listed.disagreement,
        "would_change": listed.would_change,
        "touches": [asdict(touched) for touched in listed.touches],
        "relationships": list(listed.relationships),
        "articles": [{"id": i, "name": name} for i, name in listed.sources],
        "origins": list(listed.origins),
        "readings": [_reading_to_json(dispute, reading) for reading in dispute.readings],
    }


def _reading_to_json(dispute: DisputeInFull, reading: FullReading) -> dict[str, Any]:
    view, outcome = reading.view, reading.outcome
    return {
        "id": view.claim,
        "rank": view.rank,
        "stance": view.stance,
        "says": view.says,
        "reason": view.reason,
        "said_by": list(reading.said_by),
        "passages": [asdict(passage) | {"place": passage.place} for passage in reading.passages],
        "changes": [c.written() for c in outcome.changes] if outcome else [],
        "changes_in_words": list(reading.changes),
        "totals": [asdict(change) for change in list_sum_changes(dispute, reading)],
        "deals_moved": list(list_moved(dispute, reading)),
        "other_sums": describe_other_sums(dispute, reading),
        "problem": outcome.problem if outcome else "",
    }


def _write(taken: TakenAlong) -> str:
    return dumps(to_json(taken))


JSON = DisputeFormat("json", "JSON", "application/json", _write)
