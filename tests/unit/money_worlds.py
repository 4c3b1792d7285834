"""Made-up money for property tests: true sums that are known, and what records may say of them.

A world is built from figures: each is a heap of money of its own, together with
the heaps of the figures inside it. Because the heaps are known, so is the sum
that no total may miss, and it is found here without the ledger's own reasoning.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hypothesis import strategies as st

from ledger.amounts import OPEN_ENDED, Amount, Qualifier
from ledger.deals import AmountOf, Deal, Instrument, MeasuredAs, Stage, WhoseMoney

POINTS = (Qualifier.EXACT, Qualifier.ABOUT)
STATED = (*POINTS, Qualifier.UP_TO, Qualifier.MORE_THAN, Qualifier.AT_LEAST)
STAGES = (Stage.APPROVED, Stage.COMMITTED, Stage.FUNDED)


@dataclass(frozen=True)
class World:
    """Deals as records have them, and the heaps of money that each truly holds."""

    deals: tuple[Deal, ...]
    heaps: Mapping[str, frozenset[int]]
    sizes: tuple[int, ...]

    def true_sum(self, deals: Iterable[str]) -> int:
        """What some deals come to when no heap is counted twice."""
        return sum(self.sizes[h] for h in frozenset().union(*(self.heaps[d] for d in deals)))


def loan(name: str, amount: Amount | None, wholes: Iterable[str] = (), **more: object) -> Deal:
    """A loan by the US government, approved unless told otherwise."""
    values = {"instrument": Instrument.LOAN, "stage": Stage.APPROVED, "whose_money": WhoseMoney.US_GOVERNMENT} | more
    return Deal(id=name, name=name, amount=amount, wholes=frozenset(wholes), **values)  # type: ignore[arg-type]


@st.composite
def worlds(
    draw: st.DrawFn, *, parents: int = 1, tellings: int = 1, stages: tuple[Stage, ...] = STAGES, exact: bool = False
) -> World:
    """Up to seven figures, each directly inside at most `parents` others, each told of by up to `tellings` deals."""
    count = draw(st.integers(1, 7))
    sizes = tuple(draw(st.lists(st.integers(0, 20), min_size=count, max_size=count)))
    inside = [draw(st.sets(st.integers(0, i - 1), max_size=parents)) if i else set() for i in range(count)]
    told = [[f"{'abcdefg'[i]}{n}" for n in range(draw(st.integers(1, tellings)))] for i in range(count)]
    heaps = [_heaps(i, inside) for i in range(count)]
    recorded: dict[str, set[str]] = {name: set() for names in told for name in names}
    for part, wholes in enumerate(inside):
        for whole in wholes:
            recorded[draw(st.sampled_from(told[part]))].add(draw(st.sampled_from(told[whole])))
    deals = [
        loan(
            name,
            draw(amounts_for(sum(sizes[h] for h in heaps[i]), exact)),
            above(name, recorded),
            stage=draw(st.sampled_from(stages)),
            may_be_same_as=frozenset(names) - {name},
        )
        for i, names in enumerate(told)
        for name in names
    ]
    return World(tuple(deals), {name: heaps[i] for i, names in enumerate(told) for name in names}, sizes)


@st.composite
def amounts_for(draw: st.DrawFn, truth: int, exact: bool) -> Amount:
    """What a truthful source may say of a sum of money."""
    slack = draw(st.integers(0, 20))
    qualifier = draw(st.sampled_from(POINTS if exact else (*STATED, Qualifier.RANGE)))
    below = max(0, truth - slack)
    if qualifier is Qualifier.RANGE:
        return Amount(below, "USD", qualifier, truth + draw(st.integers(1, 20)))
    value = {Qualifier.UP_TO: truth + slack, **dict.fromkeys(OPEN_ENDED, below)}.get(qualifier, truth)
    return Amount(value, "USD", qualifier)


STATED_FIGURES = st.builds(Amount, st.integers(0, 20), st.just("USD"), st.sampled_from(STATED)) | st.builds(
    lambda floor, width: Amount(floor, "USD", Qualifier.RANGE, floor + width), st.integers(0, 20), st.integers(1, 20)
)
FIGURES = st.none() | STATED_FIGURES
KINDS = st.sampled_from(
    [{"stage": r} for r in (*STAGES, Stage.WITHDRAWN, Stage.MIXED)]
    + [{"stage": r, "whose_money": WhoseMoney.PRIVATE} for r in STAGES]
)
MEASURES = st.fixed_dictionaries(
    {
        "measured_as": st.none() | st.sampled_from(MeasuredAs),
        "amount_of": st.none() | st.sampled_from(AmountOf),
        "amount_period": st.none() | st.sampled_from(["2023", "2024"]),
    }
)


@st.composite
def any_records(draw: st.DrawFn) -> list[Deal]:
    """Deals that need not fit one another: any nesting without circles, any figures, any doubts."""
    names = "abcdefg"[: draw(st.integers(1, 7))]
    inside = {name: _some(draw, names[:i]) for i, name in enumerate(names)}
    twins = {name: _some(draw, names[:i]) if draw(st.booleans()) else set() for i, name in enumerate(names)}
    return [
        loan(name, draw(FIGURES), above(name, inside), may_be_same_as=frozenset(twins[name]), **draw(KINDS))
        for name in names
    ]


def _some(draw: st.DrawFn, names: str) -> set[str]:
    chosen = draw(st.integers(0, 2 ** len(names) - 1))
    return {name for i, name in enumerate(names) if chosen >> i & 1}


def above(name: str, inside: Mapping[str, set[str]]) -> frozenset[str]:
    """Everything that a deal lies inside of, at any depth."""
    return frozenset().union(inside[name], *(above(whole, inside) for whole in inside[name]))


def _heaps(figure: int, inside: list[set[int]]) -> frozenset[int]:
    parts = [i for i, wholes in enumerate(inside) if figure in wholes]
    return frozenset({figure}).union(*(_heaps(p, inside) for p in parts))
