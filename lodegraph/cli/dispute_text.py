"""One disagreement as text for a terminal."""

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ledger.disputes import describe_weight
from ledger.text import plain_line

if TYPE_CHECKING:
    from cypher.disagreements import DisputeInFull, FullReading

WIDEST = 120
INDENT = " " * 4


def as_text(dispute: "DisputeInFull", width: int) -> str:
    """The question, what would change, and every reading with what it rests on and what sums it would give."""
    lines = [*_head(dispute), *(line for r in dispute.readings for line in ("", *_reading(dispute, r)))]
    return "\n".join(_wrap(line, min(width, WIDEST)) for line in lines)


def _head(dispute: "DisputeInFull") -> Iterator[str]:
    from cypher.disagreements.words import describe_sort, describe_support

    listed = dispute.listed
    told = (listed.id, describe_weight(listed.weight), *describe_sort(listed), describe_support(listed))
    yield listed.question
    yield " · ".join(told)
    if listed.would_change:
        yield f"What would change: {listed.would_change}"
    own = [f"{t.name} ({t.id})" for t in listed.subjects]
    yield f"It touches: {'; '.join((*own, *listed.relationships)) or 'nothing'}"


def _reading(dispute: "DisputeInFull", reading: "FullReading") -> Iterator[str]:
    from cypher.disagreements.words import describe_outcome

    denied = "denied: " if reading.view.stance == "denies" else ""
    yield f"{reading.view.rank}: {denied}{reading.view.says}"
    if reading.said_by:
        yield f"{INDENT}says: {', '.join(reading.said_by)}"
    yield f"{INDENT}why this rank: {reading.view.reason}"
    yield f"{INDENT}rests on: {'; '.join(reading.places)}"
    yield f"{INDENT}origins: {'; '.join(reading.origins)}"
    for change in reading.changes:
        yield f"{INDENT}in the graph it would be otherwise: {change}"
    if outcome := describe_outcome(dispute, reading):
        yield f"{INDENT}if it held: {outcome}"


def _wrap(line: str, width: int) -> str:
    indent = INDENT if line.startswith(INDENT) else ""
    wrapped = textwrap.wrap(plain_line(line), width - len(indent), break_on_hyphens=False, break_long_words=False)
    return "\n".join(indent + (INDENT if at else "") + part for at, part in enumerate(wrapped))
