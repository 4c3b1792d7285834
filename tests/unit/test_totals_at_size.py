"""Totals of very many deals: the same results as by definition, in a time that grows with their number only."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings

from ledger.amounts import Amount
from ledger.deals import Deal
from ledger.totals import total
from ledger.totals.add import group_deals
from ledger.totals.doubtful_pairs import add_if_same, find_doubtful_pairs
from ledger.totals.nesting import nest
from tests.unit.money_worlds import World, any_records, loan, worlds
from tests.unit.slow_totals import SlowNesting, as_one

MANY = 20_000
SECONDS = 40.0
"""Of the processor: in proportion to their number it takes a few, by pairs it would take many minutes."""
ONE = Amount.parse("USD 1")


def same_as_by_definition(deals: list[Deal]) -> None:
    pairs = find_doubtful_pairs(deals)
    for members in group_deals(deals).values():
        quick = nest(members)
        slow = SlowNesting(quick.own, quick.holders)
        assert quick.sum() == slow.sum()
        for deal in quick.own:
            assert quick.counts_for(deal) == slow.counts_for(deal)
            assert quick.parts_of(deal) == slow.parts_of(deal)
            assert sorted(quick.parts[deal]) == sorted(slow.parts(deal))
        mine = [p for p in pairs if p.first in quick.own and p.second in quick.own]
        assert add_if_same(quick, pairs) == (as_one(slow, mine).sum() if mine else None)


@settings(max_examples=500)
@given(any_records())
def test_any_records_come_to_what_the_definitions_say(deals: list[Deal]) -> None:
    same_as_by_definition(deals)


@settings(max_examples=200)
@given(worlds(parents=3, tellings=2))
def test_figures_in_several_wholes_and_told_twice_come_to_what_the_definitions_say(world: World) -> None:
    same_as_by_definition(list(world.deals))


def in_two_wholes(i: int) -> Deal:
    return loan(f"d{i:05}", ONE, ["d00000", f"d{i - 1:05}"] if i % 2 == 0 and i else ())


def told_twice(i: int) -> Deal:
    return loan(f"d{i:05}", ONE, may_be_same_as=frozenset({f"d{i ^ 1:05}"}))


def one_long_chain_of_doubt(i: int) -> Deal:
    return loan(f"d{i:05}", ONE, may_be_same_as=frozenset({f"d{i + 1:05}"}))


@pytest.mark.parametrize("shape", [in_two_wholes, told_twice, one_long_chain_of_doubt])
def test_twenty_thousand_deals_are_added_in_seconds(shape: Callable[[int], Deal]) -> None:
    deals = [shape(i) for i in range(MANY)]
    began = time.process_time()
    (group,) = total(deals).groups
    assert time.process_time() - began < SECONDS
    assert len(group.added) + len(group.inside) == MANY
