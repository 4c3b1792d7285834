"""Stages in order of time, and the one that a deal had on a day, as far as its dates tell."""

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from ledger.amounts import Amount
from ledger.changes import Change
from ledger.dates import find_first_day, find_last_day, format_window
from ledger.deals import Deal, Stage, Step, at_most
from ledger.glossary import spell_term
from ledger.periods import Held, has_come

LADDER = {stage: place for place, stage in enumerate(Stage)}
STRIDES = (
    (
        Stage.INTENDED, Stage.EXPLORING, Stage.NEGOTIATING, Stage.NEGOTIATED, Stage.LETTER_ISSUED, Stage.ANNOUNCED,
        Stage.OFFERED,
    ),
    (Stage.SIGNED, Stage.CONDITIONAL, Stage.APPROVED),
    (Stage.COMMITTED, Stage.CLOSED),
    (Stage.FUNDED, Stage.DRAWN, Stage.IN_DEFAULT),
    (Stage.WITHDRAWN, Stage.CANCELLED),
)  # fmt: skip
"""Stages between which a deal may go to and fro; from a later row to an earlier one it goes back."""
STRIDE = {stage: number for number, stages in enumerate(STRIDES) for stage in stages}


class NotThen(ValueError):
    """A deal that cannot be told to have stood on a day; `is_later`: it is first dated after it.

    Its text names the dates that are too rough to tell, and is empty where there is none at all.
    """

    def __init__(self, why: str = "", is_later: bool = False) -> None:
        super().__init__(why)
        self.is_later = is_later


def order_steps(steps: Iterable[Step]) -> tuple[Step, ...]:
    """The steps by time; of those whose dates may be in either order, the lower stage first.

    No step ever comes before one that is certain to have been earlier, and the order given is of no account.
    """
    waiting = sorted(steps, key=lambda s: (find_first_day(s.date), s.date, LADDER[s.stage]), reverse=True)
    ends = [(find_last_day(s.date), s.date, LADDER[s.stage]) for s in waiting]
    heapq.heapify(ends)
    ready: list[tuple[int, date, str, Step]] = []
    done: list[Step] = []
    taken: dict[tuple[date, str, int], int] = {}
    while waiting or ready:
        while ends and taken.get(ends[0], 0):
            taken[heapq.heappop(ends)] -= 1
        while waiting and ends and find_first_day(waiting[-1].date) <= ends[0][0]:
            step = waiting.pop()
            heapq.heappush(ready, (LADDER[step.stage], find_first_day(step.date), step.date, step))
        rank, _, _, step = heapq.heappop(ready)
        key = (find_last_day(step.date), step.date, rank)
        taken[key] = taken.get(key, 0) + 1
        done.append(step)
    return tuple(done)


def goes_back(earlier: Stage, later: Stage) -> bool:
    """Whether a deal that came from one stage to the other lost ground, so that a reason is asked for."""
    return earlier in STRIDE and later in STRIDE and STRIDE[later] < STRIDE[earlier]


def find_steps(deal: Deal) -> tuple[Step, ...]:
    """The deal's history by time; without one, its stage at its date; nothing where no date is known."""
    if deal.history:
        return order_steps(deal.history)
    return (Step(deal.stage, deal.date),) if deal.date else ()


def stand_on(deal: Deal, day: date) -> Deal:
    """The deal as it stood at the end of a day, with the changes that held by then.

    Raises NotThen where it was not there yet, or where its dates do not tell.
    """
    changes = tuple(c for c in deal.changes if not c.date or has_come(day, c.date) is not Held.NO)
    then = replace(deal, stage=_find_stage(find_steps(deal), day), changes=changes)
    return replace(then, paid_out=_find_paid(then, day))


def is_sure_by(change: Change, day: date | None) -> bool:
    """Whether a change is certain to have held on a day; one without a date always does."""
    return day is None or not change.date or has_come(day, change.date) is Held.YES


def find_last_steps(steps: Sequence[Step], day: date) -> tuple[Step | None, tuple[Step, ...]]:
    """Of steps by time, the last that is certain to have come by a day, and those after it that may have."""
    come = [has_come(day, s.date) for s in steps]
    last = max((n for n, held in enumerate(come) if held is Held.YES), default=-1)
    may_be = (s for s, held in zip(steps[last + 1 :], come[last + 1 :], strict=True) if held is not Held.NO)
    return (steps[last] if last >= 0 else None), tuple(may_be)


def _find_stage(steps: Sequence[Step], day: date) -> Stage:
    if not steps:
        raise NotThen
    last, may_be = find_last_steps(steps, day)
    if last is None and not may_be:
        raise NotThen(is_later=True)
    if last is None or any(s.stage is not last.stage for s in may_be):
        raise NotThen(", ".join(f"{spell_term(s.stage)} {format_window(s.date)}" for s in may_be))
    return last.stage


def _find_paid(then: Deal, day: date) -> Amount | None:
    """What of a deal's figure was paid by a day: as told from the day on for which that is told, before it at most.

    Where that day is not told it is at most, unless all is paid by its stage then.
    """
    if then.told_as_of is None:
        return at_most(then.paid_out) if then.paid_out and not then.is_all_paid else None
    if has_come(day, then.told_as_of) is Held.YES:
        return then.paid_out
    is_paid_share = then.shared is not None and then.shared.is_all_paid
    paid = then.amount if then.paid_out is None and is_paid_share else then.paid_out
    return at_most(paid) if paid else None
