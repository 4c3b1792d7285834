"""A deal: one figure (or none) with the paper it stands on, how far it has come, and whose money it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from ledger.amounts import Amount, Interval, Qualifier
from ledger.changes import Change


class Instrument(StrEnum):
    """What paper a deal stands on."""

    LOAN = "loan"
    DEBT = "debt"
    EQUITY = "equity"
    EQUITY_STAKE = "equity_stake"
    INVESTMENT = "investment"
    FINANCING = "financing"
    GRANT = "grant"
    GUARANTEE = "guarantee"
    INSURANCE = "insurance"
    LETTER_OF_INTEREST = "letter_of_interest"
    LETTER_OF_INTENT = "letter_of_intent"
    MEMORANDUM = "memorandum"
    FRAMEWORK = "framework"
    FRAMEWORK_OR_MEMORANDUM = "framework_or_memorandum"
    ACTION_PLAN = "action_plan"
    PARTNERSHIP = "partnership"
    JOINT_VENTURE = "joint_venture"
    SUPPLY = "supply"
    OFFTAKE = "offtake"
    OPTION = "option"
    FUNDING_OPPORTUNITY = "funding_opportunity"
    MIXED = "mixed"
    UNSPECIFIED = "unspecified"


class Stage(StrEnum):
    """How far a deal has come; the order is for display only."""

    INTENDED = "intended"
    EXPLORING = "exploring"
    NEGOTIATING = "negotiating"
    NEGOTIATED = "negotiated"
    LETTER_ISSUED = "letter_issued"
    ANNOUNCED = "announced"
    OFFERED = "offered"
    SIGNED = "signed"
    CONDITIONAL = "conditional"
    APPROVED = "approved"
    COMMITTED = "committed"
    CLOSED = "closed"
    FUNDED = "funded"
    DRAWN = "drawn"
    IN_DEFAULT = "in_default"
    MOBILISED = "mobilised"
    MIXED = "mixed"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"
    NOT_STATED = "not_stated"


PAID_OUT = frozenset({Stage.FUNDED, Stage.DRAWN, Stage.IN_DEFAULT})
"""Stages in which the money has gone out; what is in default was lent and is not paid back."""
COMMITTED_STAGES = PAID_OUT | {Stage.COMMITTED, Stage.CLOSED}
"""Stages in which the money is bound, so that one sum may add them."""

BINDS_NOTHING = frozenset(
    {
        Stage.INTENDED, Stage.EXPLORING, Stage.NEGOTIATING, Stage.NEGOTIATED, Stage.LETTER_ISSUED, Stage.ANNOUNCED,
        Stage.OFFERED, Stage.SIGNED, Stage.WITHDRAWN, Stage.CANCELLED,
    }
)  # fmt: skip
"""Stages in which no money is bound: a plan, talks, a letter, an offer, a signed paper, or what came to nothing."""
RUNGS = tuple(list(Stage)[: list(Stage).index(Stage.IN_DEFAULT) + 1])
"""The ladder of commitment, from what is intended to what is paid out; no other stage is a step on the way."""
FIRMEST_FIRST = (*reversed(RUNGS), *(stage for stage in Stage if stage not in RUNGS))
"""The order in which stages are read: what is paid out first, and what tells no step on the way last."""
LEFT_OPEN = frozenset({Stage.MIXED, Stage.NOT_STATED})
"""Stages that do not tell whether money is bound."""


@dataclass(frozen=True)
class Step:
    """A stage that a deal came to, and when."""

    stage: Stage
    date: str


class WhoseMoney(StrEnum):
    """Whose money it is."""

    US_GOVERNMENT = "us_government"
    FOREIGN_PUBLIC = "foreign_public"
    PRIVATE = "private"
    FOREIGN_AND_PRIVATE = "foreign_and_private"
    OTHER_THAN_US_GOVERNMENT = "other_than_us_government"
    PUBLIC = "public"
    """Of one government or public bank, which `money_of` names."""
    MULTILATERAL = "multilateral"
    """Of a body that several countries own."""
    BLENDED = "blended"
    """Public and private money in one figure, by design."""
    MIXED = "mixed"
    NOT_STATED = "not_stated"


class MeasuredAs(StrEnum):
    """On what basis a quantity is measured: one of gross weight holds less metal."""

    CONTAINED_METAL = "contained_metal"
    GROSS_WEIGHT = "gross_weight"
    CARBONATE_EQUIVALENT = "carbonate_equivalent"
    OXIDE = "oxide"


class AmountOf(StrEnum):
    """Whether a figure counts what is there, what comes, what is let go of what is there, or money that nobody gave."""

    STOCK = "stock"
    FLOW = "flow"
    RELEASE = "release"
    COST = "cost"
    """What something is put at, whoever may pay for it."""
    CLAIM = "claim"
    """What somebody demands of another."""


class ListOfParts(StrEnum):
    """Whether a source names all parts of a whole."""

    OPEN = "open"
    """It names some: "including", "such as", "among others"."""
    COMPLETE = "complete"
    """It says that these are all."""


NOT_GIVEN = frozenset({AmountOf.COST, AmountOf.CLAIM})
"""Figures of money that nobody has given or promised."""


class Side(StrEnum):
    """The sides that sums keep apart."""

    US_GOVERNMENT = "us_government"
    OUTSIDE = "outside"
    PUBLIC = "public"
    MULTILATERAL = "multilateral"
    BLENDED = "blended"
    MIXED = "mixed"
    NOT_STATED = "not_stated"


SIDES = {
    WhoseMoney.US_GOVERNMENT: Side.US_GOVERNMENT,
    WhoseMoney.PUBLIC: Side.PUBLIC,
    WhoseMoney.MULTILATERAL: Side.MULTILATERAL,
    WhoseMoney.BLENDED: Side.BLENDED,
    WhoseMoney.MIXED: Side.MIXED,
    WhoseMoney.NOT_STATED: Side.NOT_STATED,
}


def at_most(paid: Amount) -> Amount:
    """What of a figure may have been paid of a share of it, or by an earlier day: at most what is paid of it now."""
    interval = paid.interval()
    if interval is None:
        return paid
    if interval.ceiling is None:
        return Amount(0, paid.unit, Qualifier.AT_LEAST)
    return Amount(interval.ceiling, paid.unit, Qualifier.UP_TO)


@dataclass(frozen=True)
class Deal:
    """What the totals need to know of a deal.

    `wholes` are the ids of every deal that this one is inside of, at any depth,
    not only the nearest; `may_be_same_as` the ids of deals that may be this one.
    `minerals` are those that it names itself; `whole_minerals` what the nearest wholes that name some do, where it
    names none. `told_apart`: of these, and of what they are kinds of, those that a part of it is not of, by what
    that names. `shares`: by funder, what of the figure is its own, where that is stated.
    `shared`: the whole deal, where this one stands for a funder's share of it; `own_side`: that funder's side, where
    the whole is of mixed money. `money_of`: id of the country or agency whose public money it is, where that is stated.
    `history`: the stages that it went through, in any order; `date`: that of its one stage, where it has none.
    `amount_period`: the time that its figure is of, such as a year of production.
    `changes`: that it, or a whole that it lies in, was superseded or cancelled. `paid_out`: what of its figure went out
    so far, where that is stated; `told_as_of`: the day for which that is told.
    """

    id: str
    name: str
    instrument: Instrument
    stage: Stage
    whose_money: WhoseMoney
    amount: Amount | None = None
    wholes: frozenset[str] = frozenset()
    may_be_same_as: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    minerals: frozenset[str] = frozenset()
    whole_minerals: frozenset[str] = frozenset()
    told_apart: frozenset[str] = frozenset()
    recipients: frozenset[str] = frozenset()
    funders: frozenset[str] = frozenset()
    disputes: frozenset[str] = frozenset()
    shares: Mapping[str, Amount] = field(default_factory=dict, hash=False)
    shared: "Deal | None" = None
    own_side: Side | None = None
    measured_as: MeasuredAs | None = None
    amount_of: AmountOf | None = None
    amount_period: str | None = None
    money_of: str | None = None
    date: str | None = None
    history: tuple[Step, ...] = ()
    changes: tuple[Change, ...] = ()
    paid_out: Amount | None = None
    told_as_of: str | None = None

    def share_of(self, funder: str, side: Side) -> "Deal":
        """The deal with a funder's share as its figure where one is stated, on that funder's side; else as it is."""
        if funder not in self.shares:
            return self
        own_side = side if self.side is Side.MIXED else None
        is_partly = self.stage in PAID_OUT and not self.is_all_paid
        paid = at_most(self.paid_out) if self.paid_out and is_partly else None
        return replace(self, amount=self.shares[funder], shares={}, shared=self, own_side=own_side, paid_out=paid)

    @property
    def of_minerals(self) -> frozenset[str]:
        """Of which minerals its figure is: what it names itself, else what its whole does for it."""
        return self.minerals or self.whole_minerals

    @property
    def side(self) -> Side:
        """The side on which sums put this deal's funder."""
        return self.own_side or SIDES.get(self.whose_money, Side.OUTSIDE)

    @property
    def is_joint(self) -> bool:
        """Whether several fund it together, so that its figure is in full nobody's own; a funder's share is."""
        return len(self.funders) > 1 and self.shared is None

    @property
    def is_umbrella(self) -> bool:
        """Whether it mixes instruments, stages or funders, so that it stands beside sums and never in them."""
        mixed = (self.instrument is Instrument.MIXED, self.stage is Stage.MIXED, self.side is Side.MIXED)
        return any(mixed)

    @property
    def is_all_paid(self) -> bool:
        """Whether all of its figure is out, by its stage and by what is told as paid."""
        whole, paid = self.interval(), self.paid_out.interval() if self.paid_out else None
        is_whole = whole is not None and paid is not None and whole.ceiling is not None and paid.floor >= whole.ceiling
        return self.stage in PAID_OUT and is_whole

    def went_out(self) -> "Deal | None":
        """The deal with what of its figure went out, as stated, else all of it by its stage; None where nothing did."""
        if self.paid_out is not None:
            return replace(self, amount=self.paid_out, shared=self)
        return self if self.stage in PAID_OUT else None

    def interval(self) -> Interval | None:
        """What its figure may be, or None where it has none; a share is at most what it is a share of."""
        own = self.amount.interval() if self.amount else None
        whole = self.shared.interval() if self.shared else None
        if own is None or whole is None or whole.ceiling is None:
            return own
        ceiling = whole.ceiling if own.ceiling is None else min(own.ceiling, whole.ceiling)
        return Interval(own.floor, max(own.floor, ceiling))
