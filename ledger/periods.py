"""Whether something dated had come by a day, and whether what begins and ends held then: decided here and nowhere else.

Dates are as precise as stated, and what they leave open is said to be so.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ledger.dates import find_first_day, find_last_day


class Held(StrEnum):
    """Whether it held on the day."""

    YES = "yes"
    NOT_CERTAIN = "not certain"
    NO = "no"


@dataclass(frozen=True)
class Days:
    """A span of days, `first` and `last` among them."""

    first: date
    last: date

    def __str__(self) -> str:
        """As it is written: both ends, as ISO text."""
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


@dataclass(frozen=True)
class Period:
    """From when to when something held, each date as told, None where it is not.

    `told`: a day on which a source has it so, `not_before`: the beginning of what it cannot be older than; both are
    asked for where no beginning is known. `until`: its end, of which it is open whether it is the last day or the first
    without it. `gone`: the first day without it, such as that of a delisting.
    """

    since: str | None = None
    until: str | None = None
    gone: str | None = None
    told: str | None = None
    not_before: str | None = None


def has_come(day: date, when: str) -> Held:
    """Whether something of a date had come by the end of a day."""
    if find_last_day(when) <= day:
        return Held.YES
    return Held.NO if find_first_day(when) > day else Held.NOT_CERTAIN


def falls_within(days: Days, when: str) -> Held:
    """Whether something of a date fell in a span of days: certain where every day that the date may mean is in it."""
    first, last = find_first_day(when), find_last_day(when)
    if last < days.first or first > days.last:
        return Held.NO
    return Held.YES if days.first <= first and last <= days.last else Held.NOT_CERTAIN


def holds_on(day: date, period: Period) -> Held:
    """Whether it held at the end of a day.

    What has no end goes on, and what has neither a beginning nor a day on which it is told may have begun later.
    """
    return hold_together(_has_begun(day, period), goes_on(day, period.until, period.gone))


def goes_on(day: date, until: str | None = None, gone: str | None = None) -> Held:
    """Whether something had not ended by the end of a day."""
    if (until and day > find_last_day(until)) or (gone and has_come(day, gone) is Held.YES):
        return Held.NO
    return Held.NOT_CERTAIN if any(end and day >= find_first_day(end) for end in (until, gone)) else Held.YES


def hold_together(*each: Held) -> Held:
    """Whether all of it held: certain where each is, not then where one was not."""
    if Held.NO in each:
        return Held.NO
    return Held.NOT_CERTAIN if Held.NOT_CERTAIN in each else Held.YES


def order_of(when: str | None) -> tuple[date, date]:
    """What puts dates in order of time: the first day that one may mean, then the last; what has none comes last."""
    return (find_first_day(when), find_last_day(when)) if when else (date.max, date.max)


def _has_begun(day: date, period: Period) -> Held:
    if period.since:
        return has_come(day, period.since)
    if period.not_before and has_come(day, period.not_before) is Held.NO:
        return Held.NO
    is_seen = period.told is not None and has_come(day, period.told) is Held.YES
    return Held.YES if is_seen else Held.NOT_CERTAIN
