"""The totals function against hand-worked cases, one a test."""

from dataclasses import replace

import pytest

from ledger.amounts import Amount, Interval
from ledger.deals import Deal, Instrument, Stage, WhoseMoney
from ledger.totals import CircularDeals, Reason, Totals, total


def deal(name: str, amount: str | None = None, **more: object) -> Deal:
    """A deal of approved loans by the US government, unless told otherwise."""
    values = {"instrument": Instrument.LOAN, "stage": Stage.APPROVED, "whose_money": WhoseMoney.US_GOVERNMENT} | more
    sets = {k: frozenset(v) for k, v in values.items() if isinstance(v, (set, list))}
    return Deal(id=name, name=name, amount=Amount.parse(amount) if amount else None, **(values | sets))  # type: ignore[arg-type]


def only_interval(totals: Totals) -> Interval:
    (group,) = totals.groups
    return group.interval


def test_exact_and_about_are_points_up_to_has_no_floor_more_than_no_ceiling() -> None:
    assert only_interval(total([deal("a", "USD 3 million"), deal("b", "about USD 1 million")])) == Interval(
        4_000_000, 4_000_000
    )
    assert only_interval(total([deal("a", "up to USD 10 billion")])) == Interval(0, 10_000_000_000)
    assert only_interval(total([deal("a", "more than USD 5"), deal("b", "USD 1")])) == Interval(6, None)


def test_units_stages_and_sides_are_never_added() -> None:
    totals = total(
        [
            deal("a", "USD 1"),
            deal("b", "EUR 1"),
            deal("c", "100 tons"),
            deal("d", "USD 1", stage=Stage.LETTER_ISSUED),
            deal("e", "USD 1", whose_money=WhoseMoney.PRIVATE),
        ]
    )
    assert len(totals.groups) == 5


def test_a_part_is_not_counted_beside_its_whole_even_when_the_deal_between_them_is_absent() -> None:
    totals = total([deal("whole", "USD 10"), deal("grandchild", "USD 4", wholes={"middle", "whole"})])
    assert only_interval(totals) == Interval(10, 10)
    assert totals.groups[0].inside[0].inside == ("whole",)


def test_a_whole_that_names_less_than_its_parts_counts_for_its_parts() -> None:
    parts = [deal("p1", "USD 4", wholes={"whole"}), deal("p2", "USD 5", wholes={"whole"})]
    assert only_interval(total([deal("whole", "more than USD 6"), *parts])) == Interval(9, None)
    assert only_interval(total([deal("whole", "up to USD 20"), *parts])) == Interval(9, 20)


def test_a_part_in_another_group_counts_there() -> None:
    totals = total([deal("whole", "USD 10"), deal("part", "USD 4", wholes={"whole"}, stage=Stage.OFFERED)])
    assert sorted(g.interval.floor for g in totals.groups) == [4, 10]


def test_funded_is_shown_as_of_which_in_committed() -> None:
    totals = total([deal("w", "USD 10", stage=Stage.COMMITTED), deal("p", "USD 4", stage=Stage.FUNDED, wholes={"w"})])
    assert only_interval(totals) == Interval(10, 10)
    assert totals.groups[0].of_which_funded == Interval(4, 4)


def test_no_figure_withdrawn_and_umbrella_are_left_out_with_their_reason() -> None:
    totals = total(
        [
            deal("none"),
            deal("unquantified", "unquantified USD"),
            deal("withdrawn", "USD 1", stage=Stage.WITHDRAWN),
            deal("umbrella", "more than USD 30 billion", instrument=Instrument.MIXED),
        ]
    )
    assert totals.groups == ()
    assert {(x.deal, x.reason) for x in totals.left_out} == {
        ("none", Reason.NO_FIGURE),
        ("unquantified", Reason.NO_FIGURE),
        ("withdrawn", Reason.WITHDRAWN),
        ("umbrella", Reason.UMBRELLA),
    }


def test_a_deal_in_two_places_is_counted_once_and_stands_in_two_slices() -> None:
    (group,) = total([deal("a", "USD 7", places={"UK", "Australia"}), deal("b", "USD 1")]).groups
    place = group.breakdowns[0]
    assert group.interval == Interval(8, 8)
    assert [(s.value, s.interval.floor) for s in place.slices] == [("Australia", 7), ("UK", 7), (None, 1)]


def test_what_lies_in_another_stands_after_it_and_is_in_it_once() -> None:
    insides = {"hill": frozenset({"land"}), "town": frozenset({"hill", "land"}), "heavy": frozenset({"earths"})}
    deals = [
        deal("a", "USD 7", places={"town", "isle"}, minerals={"heavy", "earths"}),
        deal("b", "USD 2", places={"hill", "land"}, minerals={"earths"}),
        deal("c", "USD 1"),
    ]
    (group,) = total(deals, insides=insides).groups
    places, minerals, _ = group.breakdowns
    assert group.interval == Interval(10, 10)
    assert [(s.value, s.interval.floor, s.within, s.holds) for s in places.slices] == [
        ("isle", 7, (), ()),
        ("land", 9, (), ("hill", "town")),
        ("hill", 9, ("land",), ("town",)),
        ("town", 7, ("hill", "land"), ()),
        (None, 1, (), ()),
    ]
    assert [(s.value, s.interval.floor) for s in minerals.slices] == [("earths", 9), ("heavy", 7), (None, 1)]


def test_places_that_lie_in_one_another_stand_once_each() -> None:
    insides = {"x": frozenset({"y"}), "y": frozenset({"x"})}
    (group,) = total([deal("a", "USD 7", places={"x"})], insides=insides).groups
    assert [(s.value, s.interval.floor) for s in group.breakdowns[0].slices] == [("x", 7), ("y", 7)]


def test_what_a_whole_does_not_itemise_is_an_interval() -> None:
    (group,) = total([deal("w", "USD 10"), deal("p", "up to USD 4", wholes={"w"})]).groups
    assert group.breakdowns[0].not_itemised == Interval(6, 10)


def test_figures_that_may_be_one_are_shown_with_and_without() -> None:
    (group,) = total([deal("a", "USD 7", may_be_same_as={"b"}), deal("b", "USD 5"), deal("c", "USD 1")]).groups
    assert (group.interval, group.if_same) == (Interval(13, 13), Interval(8, 8))


def test_a_twin_that_lies_inside_a_counted_whole_gives_way() -> None:
    part = deal("p", "USD 4", wholes={"w"}, may_be_same_as={"twin"})
    (group,) = total([deal("w", "USD 10"), part, deal("twin", "USD 4")]).groups
    assert (group.interval, group.if_same) == (Interval(14, 14), Interval(10, 10))


def test_wholes_that_share_a_part_count_only_the_larger_floor() -> None:
    shared = deal("p", "USD 9", wholes={"w1", "w2"})
    assert only_interval(total([deal("w1", "up to USD 10"), deal("w2", "up to USD 20"), shared])) == Interval(9, 30)


def test_deals_that_are_part_of_themselves_are_refused() -> None:
    with pytest.raises(CircularDeals, match="part of itself"):
        total([deal("a", "USD 1", wholes={"b"}), deal("b", "USD 1", wholes={"a"})])


def test_a_figure_that_another_group_may_count_is_shown_with_and_without() -> None:
    ours = deal("a", "USD 7", may_be_same_as={"b"})
    private = deal("b", "USD 7", whose_money=WhoseMoney.PRIVATE)
    us, outside = sorted(total([ours, private, deal("c", "USD 1")]).groups, key=lambda g: g.key.side, reverse=True)
    assert (us.interval, us.if_same, us.if_elsewhere) == (Interval(8, 8), None, Interval(1, 1))
    assert (outside.interval, outside.if_elsewhere) == (Interval(7, 7), Interval(0, 0))


def test_what_is_told_as_paid_out_is_of_what_is_funded_and_bounds_a_share_and_an_earlier_day() -> None:
    paid = [
        deal("whole", "USD 100", stage=Stage.COMMITTED, paid_out=Amount.parse("USD 30"), date="2024"),
        deal("part", "USD 40", stage=Stage.COMMITTED, paid_out=Amount.parse("USD 20"), wholes={"whole"}, date="2024"),
        deal("late", "USD 35", stage=Stage.IN_DEFAULT, date="2024"),
        deal("less", "USD 9", stage=Stage.DRAWN, paid_out=Amount.parse("USD 7"), date="2024"),
    ]
    (now,) = total(paid).groups
    assert (now.interval, now.of_which_funded) == (Interval(144, 144), Interval(72, 72))
    (then,) = total(paid, as_of="2025").groups
    assert then.of_which_funded == Interval(35, 72), "what was paid by then is at most what is paid now"
    (share,) = total(d.share_of("f", d.side) for d in [replace(paid[0], shares={"f": Amount.parse("USD 50")})]).groups
    assert share.of_which_funded is None
    drawn = replace(paid[3], shares={"f": Amount.parse("USD 5")})
    (share,) = total([drawn.share_of("f", drawn.side)]).groups
    assert share.of_which_funded == Interval(0, 5), "of a share, at most what was paid of the whole, and itself"
