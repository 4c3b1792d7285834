"""A dispute in words: its weight, who is at odds with whom, what a reading would change, and the sums under it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cypher.deals import DealBook
from cypher.disagreements.in_full import DisputeInFull, FullReading
from cypher.disagreements.listed import ListedDispute
from cypher.model import Model
from cypher.views.doubts import IF_ELSEWHERE, IF_GONE, IF_SAME, MEANING, OF_FUNDED
from cypher.views.figures import describe_measure, describe_minerals, describe_side
from cypher.views.totals import REASONS
from ledger.alterations import Addition, Alteration, Removal, Setting
from ledger.amounts import Interval, format_interval
from ledger.disputes import Disagreement, describe_disagreement
from ledger.glossary import spell_term
from ledger.ids import is_relationship_id
from ledger.text import count_things
from ledger.totals import Comparison, Figure, GroupKey, Moved

NO_SUM = "changes no sum"
NOT_THERE = "no such sum"
BETWEEN = " · "
FIGURES = {
    Figure.SUM: "sum",
    Figure.PAID_OUT: OF_FUNDED,
    Figure.IF_SAME: IF_SAME,
    Figure.IF_ELSEWHERE: IF_ELSEWHERE,
    Figure.IF_GONE: IF_GONE,
    Figure.PAID_IF_SAME: f"{OF_FUNDED}, {MEANING[IF_SAME]}",
    Figure.PAID_IF_ELSEWHERE: f"{OF_FUNDED}, {MEANING[IF_ELSEWHERE]}",
    Figure.PAID_IF_GONE: f"{OF_FUNDED}, {MEANING[IF_GONE]}",
}
"""Every figure of a group, in words."""


@dataclass(frozen=True)
class SumChange:
    """One figure of one group: what it is of (stage, whose money, unit), as the graph shows it, and as it would be."""

    group: str
    figure: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.group}, {self.figure}: {self.before} → {self.after}"


def spell_odds(disagreement: Disagreement | None) -> str:
    """Who is at odds with whom; empty where that is not told."""
    told = describe_disagreement(disagreement) if disagreement else ""
    return told[:1].lower() + told[1:]


def describe_sort(dispute: ListedDispute) -> tuple[str, ...]:
    """What the readings differ in, and who is at odds with whom; a doubtful reading is called so once."""
    is_told_twice = dispute.kind == dispute.disagreement == Disagreement.DOUBTFUL_READING
    kind = "" if is_told_twice else spell_term(dispute.kind)
    return tuple(filter(None, (kind, spell_odds(dispute.disagreement))))


def describe_support(dispute: ListedDispute) -> str:
    """How many readings, articles and independent origins: `2 readings, 3 articles, 1 origin`."""
    parts = ((len(dispute.readings), "reading"), (len(dispute.sources), "article"), (len(dispute.origins), "origin"))
    return ", ".join(count_things(number, what) for number, what in parts)


def list_sum_changes(dispute: DisputeInFull, reading: FullReading) -> tuple[SumChange, ...]:
    """The figures that would be others if a reading held, group by group."""
    comparison, book = _compare(reading), dispute.book
    if comparison is None or book is None:
        return ()
    return tuple(
        SumChange(name_group(d.key, book), FIGURES[d.figure], _spell(d.before, d.key.unit), _spell(d.after, d.key.unit))
        for d in comparison.differences
    )


def list_moved(dispute: DisputeInFull, reading: FullReading) -> tuple[str, ...]:
    """The deals that would stand elsewhere: in a sum, or beside all sums, and why."""
    comparison, book = _compare(reading), dispute.book
    if comparison is None or book is None:
        return ()
    return tuple(f"{book.name(m.deal)}: {_place(m, after=False)} → {_place(m, after=True)}" for m in comparison.moved)


def describe_outcome(dispute: DisputeInFull, reading: FullReading) -> str:
    """What the sums would be under a reading, on one line."""
    outcome = reading.outcome
    if outcome is None:
        return "" if reading.view.rank == "preferred" else NO_SUM
    if outcome.problem:
        return f"cannot be worked out: {outcome.problem}"
    told = [*map(str, list_sum_changes(dispute, reading)), *list_moved(dispute, reading)]
    return "; ".join(told) or NO_SUM


def describe_changes(dispute: DisputeInFull, reading: FullReading, model: Model) -> tuple[str, ...]:
    """What would be otherwise in the graph if a reading held, a line a change."""
    changes = reading.outcome.changes if reading.outcome else ()
    return tuple(_describe_change(change, dispute.book, model) for change in changes)


def name_group(key: GroupKey, book: DealBook) -> str:
    """What the figures of a group are of: how far the deals have come, whose money, the unit, and of what."""
    of_what = (describe_measure(key), describe_minerals(key, book))
    parts = (spell_term(key.stage), describe_side(key, book), spell_term(key.unit), *of_what)
    return BETWEEN.join(part for part in parts if part)


def _compare(reading: FullReading) -> Comparison | None:
    return reading.outcome.comparison if reading.outcome else None


def _spell(interval: Interval | None, unit: str) -> str:
    return NOT_THERE if interval is None else format_interval(interval, unit)


def _place(moved: Moved, *, after: bool) -> str:
    is_there, reason = (moved.is_there, moved.after) if after else (moved.was_there, moved.before)
    if not is_there:
        return "not there"
    return "in a sum" if reason is None else REASONS[reason]


def _describe_change(change: Alteration, book: DealBook | None, model: Model) -> str:
    def name(node: str) -> str:
        return book.name(node) if book else node

    match change:
        case Setting():
            return f"{_name_thing(change.of, book, model)}: {', '.join(_spell_fields(change.to))}"
        case Removal():
            return f"not there: {_name_thing(change.of, book, model)}"
        case Addition() if change.is_link:
            reads = model.reads(change.text("type"))
            return f"there: {name(change.text('from'))} {reads} {name(change.text('to'))}"
    return f"there: {change.text('name') or change.text('id')}"


def _name_thing(thing: str, book: DealBook | None, model: Model) -> str:
    """A node by its name, a relationship by what it says."""
    parts = thing.split("|") if is_relationship_id(thing) else [thing]
    start, *rest = ((book.name(part) if book else part) for part in (parts[0], *parts[2:3]))
    return " ".join((start, model.reads(parts[1]), *rest)) if rest else start


def _spell_fields(fields: Mapping[str, Any]) -> Iterator[str]:
    for name, value in fields.items():
        text = str(value)
        yield f"{spell_term(name)} {text if ' ' in text else spell_term(text)}"
