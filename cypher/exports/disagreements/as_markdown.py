"""Disagreements as Markdown, to read and to pass on: a heading a dispute, its readings below each other."""

import re
from collections.abc import Iterator

from cypher.disagreements import DisputeInFull, FullReading
from cypher.disagreements.words import (
    describe_day,
    describe_sort,
    describe_support,
    list_outcome,
)
from cypher.exports.disagreements.dispute_format import DisputeFormat, TakenAlong
from ledger.disputes import describe_weight
from ledger.text import count_things, plain_line

ACTED_ON = re.compile(r"[\\`*_\[\]<>#|~&$!]|(?<=:)(?=//)|(?<=www)(?=\.)|(?=@)", re.IGNORECASE)
"""Signs that would make more than text of a text, and places where a reader would make a link of it."""
JOINER = "\u2060"


def to_markdown(taken: TakenAlong) -> str:
    """The disputes in their order."""
    head = f"# {count_things(len(taken.disputes), 'disagreement')} in {escape(taken.data_set)}"
    parts = [head, *("\n".join(_write_dispute(dispute)) for dispute in taken.disputes)]
    return "\n\n".join(parts) + "\n"


def escape(text: object) -> str:
    """Text as text, on one line: no sign of it makes markup, a link or a picture."""
    return ACTED_ON.sub(lambda found: f"\\{found[0]}" if found[0] else JOINER, plain_line(text))


def _write_dispute(dispute: DisputeInFull) -> Iterator[str]:
    listed = dispute.listed
    told = (describe_weight(listed.weight), *describe_sort(listed), describe_support(listed))
    yield f"## {escape(listed.question)}\n"
    yield f"*{escape(' · '.join(told))}* (`{_as_code(listed.id)}`)\n"
    if listed.would_change:
        yield f"What would change: {escape(listed.would_change)}\n"
    names = [t.name for t in listed.subjects]
    touched = "; ".join([*map(escape, names), *(f"`{_as_code(r)}`" for r in listed.relationships)])
    if touched:
        yield f"It touches: {touched}\n"
    for reading in dispute.readings:
        yield from _write_reading(dispute, reading)


def _write_reading(dispute: DisputeInFull, reading: FullReading) -> Iterator[str]:
    denied = "denied: " if reading.view.stance == "denies" else ""
    yield f"- **{escape(reading.view.rank)}** {denied}{escape(reading.view.says)}"
    if reading.said_by:
        yield f"  - Says: {escape(', '.join(reading.said_by))}"
    yield f"  - Why this rank: {escape(reading.view.reason)}"
    yield f"  - Rests on: {escape('; '.join(reading.places)) or 'no passage that is in the graph'}"
    yield f"  - Origins: {escape('; '.join(reading.origins)) or 'none'}"
    for change in reading.changes:
        yield f"  - In the graph it would be otherwise: {escape(change)}"
    when = f", {escape(describe_day(dispute))}" if dispute.as_of else ""
    for line in _list_outcome(dispute, reading):
        yield f"  - If it held{when}: {escape(line)}"


def _list_outcome(dispute: DisputeInFull, reading: FullReading) -> Iterator[str]:
    if reading.outcome is None:
        return
    if reading.outcome.problem:
        yield f"the totals cannot be worked out: {reading.outcome.problem}"
        return
    yield from list_outcome(dispute, reading)


def _as_code(text: str) -> str:
    """An id between two backticks, which it must not hold itself."""
    return plain_line(text).replace("`", "'")


MARKDOWN = DisputeFormat("md", "Markdown", "text/markdown", to_markdown)
