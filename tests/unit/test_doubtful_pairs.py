"""Figures that may be one and the same, in every place where they may stand; see also the property tests."""

from ledger.amounts import Amount, Interval
from ledger.deals import Deal, Stage
from ledger.totals import DoubtfulPair, total
from tests.unit.money_worlds import loan


def deal(name: str, amount: str, wholes: str = "", same: str = "", stage: Stage = Stage.APPROVED) -> Deal:
    return loan(name, Amount.parse(amount), wholes.split(), may_be_same_as=frozenset(same.split()), stage=stage)


def if_same(*deals: Deal) -> Interval | None:
    (group,) = total(deals).groups
    return group.if_same


def test_without_doubts_there_is_no_second_sum() -> None:
    assert if_same(deal("a", "USD 7"), deal("b", "USD 7")) is None


def test_twins_of_two_groups_are_named_but_change_no_sum() -> None:
    totals = total([deal("a", "USD 7", same="b"), deal("b", "USD 7", stage=Stage.OFFERED)])
    assert totals.doubtful == (DoubtfulPair("a", "b"),)
    assert [g.if_same for g in totals.groups] == [None, None]


def test_a_twin_that_is_not_at_hand_is_no_pair() -> None:
    assert total([deal("a", "USD 7", same="elsewhere")]).doubtful == ()


def test_three_tellings_of_one_figure_are_one_figure() -> None:
    chain = (deal("a", "USD 7", same="b"), deal("b", "USD 7", same="c"), deal("c", "more than USD 5"))
    assert if_same(*chain, deal("d", "USD 1")) == Interval(8, None)


def test_twins_inside_one_whole_fill_it_only_once() -> None:
    parts = (deal("p", "USD 4", "w", same="q"), deal("q", "USD 4", "w"))
    assert if_same(deal("w", "up to USD 20"), *parts) == Interval(4, 20)


def test_wholes_that_may_share_a_twin_are_not_added_as_if_apart() -> None:
    parts = (deal("p", "USD 4", "v", same="q"), deal("q", "USD 4", "w"))
    assert if_same(deal("v", "USD 10"), deal("w", "USD 10"), *parts) == Interval(10, 20)


def test_what_a_twin_itemises_moves_with_it_into_the_whole() -> None:
    parts = (deal("p", "up to USD 9", "w", same="q"), deal("q", "up to USD 9"), deal("part-of-q", "USD 5", "q"))
    assert if_same(deal("w", "up to USD 10"), *parts) == Interval(5, 10)


def test_wholes_that_each_may_be_a_part_of_the_other_are_one_figure_and_do_not_vanish() -> None:
    first = (deal("v", "USD 10"), deal("in-v", "USD 10", "v", same="w"))
    second = (deal("w", "USD 10"), deal("in-w", "USD 10", "w", same="v"))
    assert if_same(*first, *second) == Interval(10, 10)


def test_a_whole_that_may_be_its_own_part_is_counted_once() -> None:
    assert if_same(deal("w", "USD 10", same="p"), deal("p", "USD 10", "w")) == Interval(10, 10)
