"""Whether something that has a beginning and an end held on a day, and where its dates leave that open."""

from datetime import date
from enum import StrEnum

from ledger.dates import find_first_day, find_last_day


class Held(StrEnum):
    """Whether it held on the day."""

    YES = "yes"
    NOT_CERTAIN = "not certain"
    NO = "no"


def holds_on(day: date, since: str | None, until: str | None, told: str | None = None) -> Held:
    """Whether it held on `day`; `told`: a day on which a source has it so, where no beginning is known.

    Dates are as precise as stated. On the day of its end it is open whether it was the last or the first without it.
    What has no end goes on, and what has neither a beginning nor a day on which it is told may have begun later.
    """
    if since and day < find_first_day(since):
        return Held.NO
    if until and day > find_last_day(until):
        return Held.NO
    beginning = since or told
    if beginning is None or day < find_last_day(beginning):
        return Held.NOT_CERTAIN
    return Held.NOT_CERTAIN if until and day >= find_first_day(until) else Held.YES
