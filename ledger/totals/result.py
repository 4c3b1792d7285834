"""What a total says: per group a floor and a ceiling, and what was done with every deal."""

from dataclasses import dataclass
from enum import StrEnum

from ledger.amounts import Interval
from ledger.deals import Side, Stage


class Reason(StrEnum):
    """Why a deal is not in a sum of its own."""

    NO_FIGURE = "no_figure"
    WITHDRAWN = "withdrawn"
    UMBRELLA = "umbrella"
    INSIDE_ANOTHER = "inside_another"
    RATE = "rate"
    UNREADABLE = "unreadable"
    JOINT = "joint"
    TOLD_APART = "told_apart"
    EXPOSURE = "exposure"
    OPTION = "option"
    OFFTAKE_VALUE = "offtake_value"
    STAKE_VALUE = "stake_value"
    CANCELLED = "cancelled"
    SUPERSEDED = "superseded"
    LATER = "later"
    UNDATED = "undated"
    IMPRECISE = "imprecise"


@dataclass(frozen=True, order=True)
class GroupKey:
    """What deals must share to be added: the unit, how far they have come, whose money it is, and how it was measured.

    `measured_as`, `amount_of`, `amount_period`, the time that figures are of, and `money_of`, the government or public
    bank, are empty where they are not stated.
    `minerals`: of what quantities are, where the deals are of several minerals.
    """

    unit: str
    stage: Stage
    side: Side
    measured_as: str = ""
    amount_of: str = ""
    money_of: str = ""
    amount_period: str = ""
    minerals: tuple[str, ...] = ()


@dataclass(frozen=True)
class Counted:
    """A deal that was added, with what it counts for (a whole counts for at least its parts)."""

    deal: str
    interval: Interval


@dataclass(frozen=True)
class LeftOut:
    """A deal that was not added, why, and inside which deals it lies when that is the reason.

    `inside` also names what superseded or cancelled it. `note`: what is wrong with it, where it could not be read, or
    what its dates leave open.
    """

    deal: str
    reason: Reason
    inside: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, order=True)
class DoubtfulPair:
    """Two deals that may be one and the same."""

    first: str
    second: str


@dataclass(frozen=True)
class Slice:
    """One value of a breakdown, such as one mineral; None stands for deals of which it is not stated.

    `within`: other values that it lies in; `holds`: those that lie in it, whose deals are among its own.
    """

    value: str | None
    interval: Interval
    deals: tuple[str, ...]
    within: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()


@dataclass(frozen=True)
class Breakdown:
    """A group seen by place, mineral or recipient. It has no bottom line: one deal may stand in two slices.

    `not_itemised` is what wholes hold beyond their parts, None when there are no wholes. By mineral, a whole that names
    one stands in its slice for its parts; only what names none, or what parts tell apart, is not itemised.
    """

    dimension: str
    slices: tuple[Slice, ...]
    not_itemised: Interval | None


@dataclass(frozen=True)
class GroupTotal:
    """The sum of one group.

    `of_which_funded`: the part already paid out, None when nothing is; it is counted by itself, so that a paid part of
    an unpaid whole is found.
    `if_same`: the sum when doubtful pairs inside the group are one figure each, None when there are none.
    `if_elsewhere`: the sum without figures that may be one that another group counts, None when there are none.
    `if_gone`: the sum without figures that may be one that was superseded, cancelled or withdrawn, or may have been;
    None when there are none. `funded_if_…`: the same of what is paid out.
    `parts_elsewhere`: deals that another group counts and that lie inside one of this, the outermost alone; what the
    breakdowns have as not itemised is not lessened by them.
    """

    key: GroupKey
    interval: Interval
    of_which_funded: Interval | None
    if_same: Interval | None
    if_elsewhere: Interval | None
    if_gone: Interval | None
    funded_if_same: Interval | None
    funded_if_elsewhere: Interval | None
    funded_if_gone: Interval | None
    added: tuple[Counted, ...]
    inside: tuple[LeftOut, ...]
    breakdowns: tuple[Breakdown, ...]
    parts_elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True)
class Totals:
    """All groups, and whatever stands beside them; groups are never added to one another.

    `doubtful`: pairs of the deals at hand. `doubtful_beyond`: one of them first, and one that is not at hand.
    `as_of`: the day on which the deals are seen, None for how they stand in the records.
    """

    groups: tuple[GroupTotal, ...]
    left_out: tuple[LeftOut, ...]
    doubtful: tuple[DoubtfulPair, ...]
    disputes: tuple[str, ...]
    doubtful_beyond: tuple[DoubtfulPair, ...] = ()
    as_of: str | None = None
