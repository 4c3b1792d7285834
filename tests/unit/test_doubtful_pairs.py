"""Figures that may be one and the same, in every place where they may stand; see also the property tests."""

from dataclasses import replace

import pytest

from ledger.amounts import Amount, Interval
from ledger.changes import Change, ChangeKind
from ledger.deals import Deal, Stage, WhoseMoney
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


def superseded(one: Deal, by: str, date: str | None = None) -> Deal:
    return replace(one, changes=(Change(ChangeKind.SUPERSEDED, one.id, by, date),))


def test_a_figure_that_may_be_one_that_was_superseded_is_shown_with_and_without() -> None:
    old = superseded(deal("old", "USD 7", same="a"), "new")
    totals = total([deal("a", "USD 7"), old, deal("new", "USD 8")])
    (group,) = totals.groups
    assert (group.interval, group.if_same, group.if_gone) == (Interval(15, 15), None, Interval(8, 8))
    assert totals.doubtful == (DoubtfulPair("a", "old"),)


@pytest.mark.parametrize("stage", [Stage.CANCELLED, Stage.WITHDRAWN])
def test_a_figure_that_may_be_one_that_was_called_off_takes_its_own_parts_with_it(stage: Stage) -> None:
    parts = (deal("p", "USD 9", "a"), deal("q", "USD 4", "a other"))
    (group,) = total(
        [deal("a", "up to USD 9"), *parts, deal("other", "up to USD 5"), deal("x", "USD 1", same="a", stage=stage)]
    ).groups
    assert group.if_gone == Interval(4, 5)


def test_two_figures_that_are_both_gone_change_no_sum() -> None:
    both = (superseded(deal("a", "USD 7", same="b"), "c"), deal("b", "USD 7", stage=Stage.CANCELLED))
    (group,) = total([*both, deal("c", "USD 8")]).groups
    assert (group.interval, group.if_gone) == (Interval(8, 8), None)


def test_a_figure_that_may_be_one_of_which_the_day_leaves_open_whether_it_held_is_told() -> None:
    old = replace(superseded(deal("old", "USD 7", same="a"), "new", "2025"), date="2020")
    totals = total([replace(deal("a", "USD 7"), date="2021"), old], as_of="2025-06-30")
    assert totals.doubtful == (DoubtfulPair("a", "old"),)
    assert [g.if_gone for g in totals.groups] == [Interval(0, 0)]


def test_two_paid_figures_that_may_be_one_are_one_in_what_is_paid_too() -> None:
    paid = (deal("a", "USD 7", same="b", stage=Stage.FUNDED), deal("b", "USD 7", stage=Stage.FUNDED))
    (group,) = total([*paid, deal("c", "USD 5", stage=Stage.COMMITTED)]).groups
    assert (group.interval, group.if_same) == (Interval(19, 19), Interval(12, 12))
    assert (group.of_which_funded, group.funded_if_same) == (Interval(14, 14), Interval(7, 7))


def test_two_paid_figures_may_be_one_by_way_of_one_that_is_not_paid() -> None:
    paid = (deal("a", "USD 7", same="x", stage=Stage.FUNDED), deal("b", "USD 7", same="x", stage=Stage.FUNDED))
    (group,) = total([*paid, deal("x", "USD 7", stage=Stage.COMMITTED)]).groups
    assert (group.of_which_funded, group.funded_if_same) == (Interval(14, 14), Interval(7, 7))


def test_a_paid_figure_that_another_side_may_count_or_that_is_gone_lowers_what_is_paid() -> None:
    ours = deal("a", "USD 7", same="b gone", stage=Stage.FUNDED)
    theirs = replace(deal("b", "USD 7", stage=Stage.FUNDED), whose_money=WhoseMoney.PRIVATE)
    gone = deal("gone", "USD 7", stage=Stage.CANCELLED)
    us, _ = sorted(total([ours, theirs, gone]).groups, key=lambda g: g.key.side, reverse=True)
    assert (us.funded_if_same, us.funded_if_elsewhere, us.funded_if_gone) == (None, Interval(0, 0), Interval(0, 0))


def test_a_twin_that_is_not_at_hand_is_told_beside_the_pairs() -> None:
    totals = total([deal("b", "USD 7", same="a c"), deal("c", "USD 7")])
    assert (totals.doubtful, totals.doubtful_beyond) == ((DoubtfulPair("b", "c"),), (DoubtfulPair("b", "a"),))


def test_wholes_whose_common_part_may_be_elsewhere_are_not_added_as_if_apart() -> None:
    wholes, part = (deal("v", "USD 10"), deal("w", "USD 10")), deal("p", "USD 4", "v w", same="q")
    approved = next(
        g for g in total([*wholes, part, deal("q", "USD 4", stage=Stage.OFFERED)]).groups if len(g.added) == 2
    )
    assert (approved.interval, approved.if_elsewhere) == (Interval(10, 20), Interval(10, 20))
