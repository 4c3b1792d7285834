"""Disagreements as CSV: a row a reading, with what its dispute says."""

from collections.abc import Iterator

from cypher.disagreements import DisputeInFull, FullReading, name_weight
from cypher.disagreements.words import describe_outcome, spell_odds
from cypher.exports.csv_text import to_csv
from cypher.exports.disagreements.dispute_format import DisputeFormat, TakenAlong
from cypher.results import Table, Value

COLUMNS = (
    "dispute_id", "weight", "question", "differs_in", "at_odds", "would_change", "rank", "stance", "reading", "reason",
    "said_by", "passages", "articles", "origins", "changes", "totals_if_it_held", "touches", "reading_id",
)  # fmt: skip


def reading_rows(taken: TakenAlong) -> Table:
    """A row a reading, disputes and readings in their order; a dispute without readings has one row."""
    return Table(COLUMNS, tuple(row for dispute in taken.disputes for row in _rows(dispute)))


def _rows(dispute: DisputeInFull) -> Iterator[tuple[Value, ...]]:
    listed = dispute.listed
    head = (
        listed.id, name_weight(listed.weight), listed.question, listed.kind, spell_odds(listed.disagreement),
        listed.would_change,
    )  # fmt: skip
    touches = "; ".join((*(t.id for t in listed.subjects), *listed.relationships))
    for reading in dispute.readings:
        yield (*head, *_cells(dispute, reading), touches, reading.view.claim)
    if not dispute.readings:
        yield (*head, *("" for _ in range(10)), touches, "")


def _cells(dispute: DisputeInFull, reading: FullReading) -> tuple[str, ...]:
    view = reading.view
    return (
        view.rank,
        view.stance,
        view.says,
        view.reason,
        "; ".join(reading.said_by),
        "; ".join(reading.places),
        "; ".join(dict.fromkeys(p.article for p in reading.passages)),
        "; ".join(reading.origins),
        "; ".join(reading.changes),
        describe_outcome(dispute, reading),
    )


def _write(taken: TakenAlong) -> str:
    return to_csv(reading_rows(taken))


CSV = DisputeFormat("csv", "CSV", "text/csv", _write)
