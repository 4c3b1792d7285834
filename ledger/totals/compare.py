"""What two totals differ in: groups whose figures are others, and deals that count in one and not in the other."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ledger.amounts import Interval
from ledger.totals.result import GroupKey, GroupTotal, Reason, Totals


class Figure(StrEnum):
    """The figures of a group."""

    SUM = "sum"
    PAID_OUT = "paid_out"
    IF_SAME = "if_same"
    IF_ELSEWHERE = "if_elsewhere"
    IF_GONE = "if_gone"
    PAID_IF_SAME = "paid_if_same"
    PAID_IF_ELSEWHERE = "paid_if_elsewhere"
    PAID_IF_GONE = "paid_if_gone"


@dataclass(frozen=True)
class Difference:
    """One figure of a group in both totals; None where a total does not have it."""

    key: GroupKey
    figure: Figure
    before: Interval | None
    after: Interval | None


@dataclass(frozen=True)
class Moved:
    """A deal that stands elsewhere: why each total leaves it out, None where it counts.

    `was_there`, `is_there`: whether the deal was given at all.
    """

    deal: str
    before: Reason | None
    after: Reason | None
    was_there: bool = True
    is_there: bool = True


@dataclass(frozen=True)
class Comparison:
    """All that differs, groups in their order and deals by id."""

    differences: tuple[Difference, ...]
    moved: tuple[Moved, ...]

    def __bool__(self) -> bool:
        return bool(self.differences or self.moved)


def compare_totals(before: Totals, after: Totals) -> Comparison:
    """What is otherwise in `after`."""
    old, new = ({g.key: g for g in totals.groups} for totals in (before, after))
    differences = [
        Difference(key, figure, was, now)
        for key in sorted(old.keys() | new.keys())
        for figure in Figure
        if (was := _figure(old.get(key), figure)) != (now := _figure(new.get(key), figure))
    ]
    places = _places(before), _places(after)
    return Comparison(tuple(differences), tuple(_list_moved(*places)))


def _figure(group: GroupTotal | None, figure: Figure) -> Interval | None:
    if group is None:
        return None
    return {
        Figure.SUM: group.interval,
        Figure.PAID_OUT: group.of_which_funded,
        Figure.IF_SAME: group.if_same,
        Figure.IF_ELSEWHERE: group.if_elsewhere,
        Figure.IF_GONE: group.if_gone,
        Figure.PAID_IF_SAME: group.funded_if_same,
        Figure.PAID_IF_ELSEWHERE: group.funded_if_elsewhere,
        Figure.PAID_IF_GONE: group.funded_if_gone,
    }[figure]


def _places(totals: Totals) -> dict[str, Reason | None]:
    """By deal, why it is left out; None where it counts in a sum."""
    counted: dict[str, Reason | None] = {c.deal: None for g in totals.groups for c in g.added}
    inside = {x.deal: x.reason for g in totals.groups for x in g.inside}
    return counted | inside | {x.deal: x.reason for x in totals.left_out}


def _list_moved(before: Mapping[str, Reason | None], after: Mapping[str, Reason | None]) -> list[Moved]:
    return [
        Moved(deal, before.get(deal), after.get(deal), deal in before, deal in after)
        for deal in sorted(before.keys() | after.keys())
        if (deal in before, before.get(deal)) != (deal in after, after.get(deal))
    ]
