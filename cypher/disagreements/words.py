"""A dispute in words: who is at odds with whom, what it rests on, and the sums under each reading."""

from dataclasses import dataclass
from functools import partial

from cypher.deals import DealBook
from cypher.disagreements.in_full import DisputeInFull, FullReading
from cypher.disagreements.listed import ListedDispute
from cypher.outcomes import Untied
from cypher.views.doubts import IF_ELSEWHERE, IF_GONE, IF_SAME, MEANING, OF_FUNDED
from cypher.views.figures import describe_measure, describe_minerals, describe_side
from cypher.views.totals import REASONS
from ledger.alterations import Addition, Alteration, Removal, Setting
from ledger.amounts import Interval, format_interval
from ledger.dates import format_date
from ledger.deals import Stage
from ledger.disputes import Disagreement, describe_disagreement, is_undecided
from ledger.glossary import spell_term
from ledger.ids import is_relationship_id
from ledger.supposed import Tie
from ledger.text import count_things, list_some
from ledger.totals import Comparison, Figure, GroupKey, Moved

NO_SUM = "changes no sum"
NOT_THERE = "no such sum"
SUMS_BY = {"FUNDS": "by funder", "GOES_TO": "by recipient", "LOCATED_IN": "by place", "COVERS": "by mineral"}
"""By type of what ties a deal to something else, the sums that go by it."""
MOST_DEALS = 10
"""Deals that are named where they lose a tie."""
SHARE_OF = ("amount", "share")
"""Fields of such a relationship that a sum goes by."""
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
    """How many readings, articles and independent origins: `2 readings, 3 articles, 1 origin`; and where nobody has
    decided: `2 readings, none preferred, …`."""
    parts = ((len(dispute.readings), "reading"), (len(dispute.sources), "article"), (len(dispute.origins), "origin"))
    readings, *rest = (count_things(number, what) for number, what in parts)
    undecided = ["none preferred"] if dispute.readings and is_undecided(r.rank for r in dispute.readings) else []
    return ", ".join([readings, *undecided, *rest])


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
    when = f"{describe_day(dispute)}: " if dispute.as_of else ""
    if outcome.problem:
        return f"{when}cannot be worked out: {outcome.problem}"
    return when + "; ".join(list_outcome(dispute, reading))


def describe_day(dispute: DisputeInFull) -> str:
    """As of which day the totals are; empty where they are of all that is known."""
    return f"as of {format_date(dispute.as_of)}" if dispute.as_of else ""


def list_outcome(dispute: DisputeInFull, reading: FullReading) -> tuple[str, ...]:
    """What would be otherwise in the sums under a reading that could be worked out: something in any case."""
    told = (*map(str, list_sum_changes(dispute, reading)), *list_moved(dispute, reading))
    other = describe_other_sums(dispute, reading)
    if told:
        return (*told, *filter(None, (other,)))
    return (f"changes no sum of all these deals, but {other}" if other else NO_SUM,)


def describe_other_sums(dispute: DisputeInFull, reading: FullReading) -> str:
    """What of the sums that go by what a deal is tied to is not worked out here: which may be others, and which deals
    lose their tie to something that would not be there; empty if none."""
    changes = reading.outcome.changes if reading.outcome else ()
    types = frozenset[str]().union(*map(_tied_by, changes))
    kinds = [by for type_, by in SUMS_BY.items() if type_ in types]
    untied = map(partial(_spell_untied, dispute.book), reading.outcome.untied if reading.outcome else ())
    return "; ".join([*([f"sums {' and '.join(kinds)} may be others"] if kinds else []), *untied])


def _spell_untied(book: DealBook | None, untied: Untied) -> str:
    node, *deals = (book.name(i) if book else i for i in (untied.node, *untied.deals))
    return f"sums {SUMS_BY[untied.type]} are without {list_some(deals, MOST_DEALS)} where they go by {node}"


def _tied_by(change: Alteration) -> frozenset[str]:
    """The types of the relationships that a change is of, as far as sums may go by them; none for any other change."""
    match change:
        case Addition():
            of_deal = "deal/" in change.text("from") + change.text("to")
            return frozenset({change.text("type")} if of_deal else ())
        case Setting() if not any(name in change.fields for name in SHARE_OF):
            return frozenset()
        case Removal() if not is_relationship_id(change.of):
            return frozenset()
    return frozenset({Tie.parse(change.of).type} if is_relationship_id(change.of) and "deal/" in change.of else ())


def name_group(key: GroupKey, book: DealBook) -> str:
    """What the figures of a group are of: how far the deals have come, whose money, the unit, and of what."""
    of_what = (describe_measure(key), describe_minerals(key, book))
    parts = (_spell_stage(key), describe_side(key, book), spell_term(key.unit), *of_what)
    return BETWEEN.join(part for part in parts if part)


def _spell_stage(key: GroupKey) -> str:
    return "stage not stated" if key.stage is Stage.NOT_STATED else spell_term(key.stage)


def _compare(reading: FullReading) -> Comparison | None:
    return reading.outcome.comparison if reading.outcome else None


def _spell(interval: Interval | None, unit: str) -> str:
    return NOT_THERE if interval is None else format_interval(interval, unit)


def _place(moved: Moved, *, after: bool) -> str:
    is_there, reason = (moved.is_there, moved.after) if after else (moved.was_there, moved.before)
    if not is_there:
        return "not there"
    return "in a sum" if reason is None else REASONS[reason]
