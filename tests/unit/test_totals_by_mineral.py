"""Quantities of different minerals are never added; wholes stay with their parts, and money stays as it is."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ledger.amounts import Amount
from ledger.deals import Deal, MeasuredAs
from ledger.totals import total
from tests.unit.test_totals import deal

MINERALS = st.frozensets(st.sampled_from(["cobalt", "tungsten", "tin"]), max_size=2)


def told(*deals: Deal) -> dict[tuple[str, ...], tuple[int, int | None]]:
    """By minerals of a sum, its floor and ceiling."""
    groups = total(deals).groups
    assert len({g.key for g in groups}) == len(groups)
    return {g.key.minerals: (g.interval.floor, g.interval.ceiling) for g in groups}


def test_tons_of_two_minerals_are_two_sums_and_those_of_none_a_third() -> None:
    cobalt, tungsten = deal("a", "5 tons", minerals={"cobalt"}), deal("b", "7 tons", minerals={"tungsten"})
    assert told(cobalt, tungsten) == {("cobalt",): (5, 5), ("tungsten",): (7, 7)}
    assert told(cobalt, tungsten, deal("c", "2 tons")) == {(): (2, 2), ("cobalt",): (5, 5), ("tungsten",): (7, 7)}


def test_tons_of_one_mineral_are_one_sum_with_those_of_none_as_ever() -> None:
    assert told(deal("a", "5 tons", minerals={"cobalt"}), deal("b", "7 tons")) == {(): (12, 12)}


def test_a_whole_without_a_mineral_is_of_those_of_its_parts() -> None:
    cobalt = deal("whole", "9 tons"), deal("part", "5 tons", wholes={"whole"}, minerals={"cobalt"})
    assert told(*cobalt, deal("b", "7 tons", minerals={"tin"})) == {("cobalt",): (9, 9), ("tin",): (7, 7)}
    more = deal("other", "3 tons", wholes={"whole"}, minerals={"tin"})
    assert told(*cobalt, more, deal("b", "7 tons", minerals={"tin"})) == {("cobalt", "tin"): (9, 9), ("tin",): (7, 7)}


def test_money_counts_and_carbonate_are_added_whatever_they_are_about() -> None:
    for unit in ("USD {}", "{} agreements", "{} tons_lce"):
        two = deal("a", unit.format(5), minerals={"cobalt"}), deal("b", unit.format(7), minerals={"tin"})
        assert told(*two) == {(): (12, 12)}
    spodumene = deal("a", "5 tons", minerals={"spodumene"}, measured_as=MeasuredAs.CARBONATE_EQUIVALENT)
    assert told(spodumene, replace(spodumene, id="b", minerals=frozenset({"brine"}))) == {(): (10, 10)}


@given(st.lists(st.tuples(MINERALS, st.integers(1, 99), st.integers(-1, 9)), max_size=8))
def test_no_ton_is_lost_or_counted_twice_by_the_split(drawn: list[tuple[frozenset[str], int, int]]) -> None:
    deals = [
        deal(f"d{n}", f"{value} tons", minerals=set(minerals), wholes={f"d{whole}"} if 0 <= whole < n else set())
        for n, (minerals, value, whole) in enumerate(drawn)
    ]
    groups = total(deals).groups
    members = [x.deal for g in groups for x in (*g.added, *g.inside)]
    assert sorted(members) == sorted(d.id for d in deals)
    named = {d.id: d.minerals for d in deals}
    assert all(named[x.deal] <= set(g.key.minerals) for g in groups for x in g.added if g.key.minerals)
    money = [replace(d, amount=Amount.parse(f"USD {d.amount.value}")) for d in deals if d.amount]
    (one,) = total(money).groups or (None,)
    assert sum(g.interval.floor for g in groups) == (one.interval.floor if one else 0)
