"""Totals against worlds of which the true sums are known: a total may be wide, but it never excludes the truth."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.amounts import Interval
from ledger.deals import Stage
from ledger.totals import GroupTotal, total
from ledger.totals.add import find_group
from tests.unit.money_worlds import World, worlds

ONE_GROUP = (Stage.APPROVED,)


def holds(interval: Interval, truth: int) -> bool:
    return interval.floor <= truth and (interval.ceiling is None or truth <= interval.ceiling)


def members(group: GroupTotal) -> set[str]:
    return {c.deal for c in group.added} | {x.deal for x in group.inside}


@settings(max_examples=200)
@given(worlds(), st.data())
def test_every_sum_holds_the_truth_whichever_of_the_deals_are_asked_for(world: World, data: st.DataObject) -> None:
    asked = data.draw(st.lists(st.sampled_from(world.deals), min_size=1, unique=True))
    for group in total(asked).groups:
        mine = {d.id for d in asked if find_group(d) == group.key}
        assert members(group) == mine
        assert holds(group.interval, world.true_sum(mine))


@settings(max_examples=100)
@given(worlds(exact=True))
def test_a_sum_of_exact_figures_is_the_truth_itself(world: World) -> None:
    for group in total(world.deals).groups:
        truth = world.true_sum(members(group))
        assert group.interval == Interval(truth, truth)
        assert {c.interval for c in group.added} <= {Interval(n, n) for n in range(truth + 1)}


@settings(max_examples=200)
@given(worlds())
def test_what_is_funded_is_between_its_ends_and_no_more_than_what_is_committed(world: World) -> None:
    for group in total(world.deals).groups:
        funded = {d.id for d in world.deals if d.stage is Stage.FUNDED and find_group(d) == group.key}
        if group.of_which_funded is None:
            assert not funded
            continue
        assert holds(group.of_which_funded, world.true_sum(funded))
        assert group.of_which_funded.floor <= group.interval.floor


@settings(max_examples=200)
@given(worlds(parents=3, stages=ONE_GROUP))
def test_parts_shared_by_several_wholes_are_not_counted_twice(world: World) -> None:
    (group,) = total(world.deals).groups
    assert holds(group.interval, world.true_sum(world.heaps))


@settings(max_examples=300)
@given(worlds(parents=2, tellings=2, stages=ONE_GROUP))
def test_the_sum_of_doubtful_pairs_as_one_holds_the_truth_when_they_are_one(world: World) -> None:
    (group,) = total(world.deals).groups
    told_twice = any(d.may_be_same_as for d in world.deals)
    assert (group.if_same is not None) == told_twice
    assert holds(group.if_same or group.interval, world.true_sum(world.heaps))


@settings(max_examples=200)
@given(worlds(stages=ONE_GROUP))
def test_what_is_not_itemised_holds_the_money_that_no_part_explains(world: World) -> None:
    (group,) = total(world.deals).groups
    wholes = {w for d in world.deals for w in d.wholes}
    itemised = {d.id for d in world.deals if d.wholes and d.id not in wholes}
    unexplained = world.true_sum(wholes) - world.true_sum(itemised)
    for breakdown in group.breakdowns:
        assert (breakdown.not_itemised is None) == (not wholes)
        assert holds(breakdown.not_itemised or Interval(0, 0), unexplained)
