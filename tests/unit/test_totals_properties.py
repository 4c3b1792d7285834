"""What holds of every total, whatever the records say: nesting without circles, any figures, any doubts."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.amounts import Amount, Interval, Qualifier
from ledger.deals import Deal, Stage
from ledger.totals import GroupTotal, Reason, Totals, take_shares, total
from ledger.totals.add import find_group, group_deals
from tests.unit.money_worlds import MEASURES, STATED_FIGURES, any_records, loan

OFTEN = settings(max_examples=150)
OF_OTHER_GROUPS = ("if_elsewhere", "if_gone", "funded_if_elsewhere", "funded_if_gone")
"""What a group's sums say of figures that are in none of its own."""
SHARES = st.dictionaries(st.sampled_from("xy"), STATED_FIGURES)


def intervals(totals: Totals) -> list[Interval]:
    """Every interval that a total shows."""
    found = []
    for g in totals.groups:
        doubted = (getattr(g, name) for name in ("of_which_funded", "if_same", "funded_if_same", *OF_OTHER_GROUPS))
        found += [g.interval, *(c.interval for c in g.added), *(x for x in doubted if x)]
        found += [s.interval for b in g.breakdowns for s in b.slices]
        found += [b.not_itemised for b in g.breakdowns if b.not_itemised]
    return found


def by_themselves(group: GroupTotal) -> GroupTotal:
    """A group without what its figures may be elsewhere."""
    return replace(group, **dict.fromkeys((*OF_OTHER_GROUPS, "parts_elsewhere")))


def group_with(deal: Deal, totals: Totals) -> GroupTotal:
    return next(g for g in totals.groups if g.key == find_group(deal))


@OFTEN
@given(any_records())
def test_every_deal_is_accounted_for_once(deals: list[Deal]) -> None:
    totals = total(deals)
    told = [c.deal for g in totals.groups for c in g.added] + [x.deal for g in totals.groups for x in g.inside]
    assert sorted(told + [x.deal for x in totals.left_out]) == sorted(d.id for d in deals)


@OFTEN
@given(any_records(), st.lists(st.frozensets(st.sampled_from("xyz"), min_size=1), min_size=7, max_size=7))
def test_a_joint_figure_is_in_no_single_funders_sum_and_is_named_in_each(
    deals: list[Deal], funders: list[frozenset[str]]
) -> None:
    funded = [replace(d, funders=who) for d, who in zip(deals, funders, strict=False)]
    joint = {d.id for d in funded if d.is_joint}
    for funder in "xyz":
        mine = [d for d in funded if funder in d.funders]
        totals = total(take_shares(mine, funder), of_one_funder=True)
        counted = {c.deal for g in totals.groups for c in g.added} | {x.deal for g in totals.groups for x in g.inside}
        assert counted.isdisjoint(joint)
        alone = total([d for d in mine if not d.is_joint])
        assert list(map(by_themselves, totals.groups)) == list(map(by_themselves, alone.groups))
        in_a_sum = {d.id for g in group_deals(mine).values() for d in g}
        assert {x.deal for x in totals.left_out if x.reason is Reason.JOINT} == joint & in_a_sum


@OFTEN
@given(any_records(), st.data())
def test_a_funders_sum_is_that_of_its_shares_and_of_what_it_funds_alone(deals: list[Deal], data: st.DataObject) -> None:
    funded = [
        replace(
            d,
            amount=None,
            funders=frozenset("xy"),
            shares=data.draw(SHARES),
        )
        for d in deals
    ]
    for funder in "xy":
        totals = total(take_shares(funded, funder), of_one_funder=True)
        own = [replace(d, amount=d.shares[funder], funders=frozenset(funder)) for d in funded if funder in d.shares]
        assert totals.groups == total(own).groups
        assert all(x.deal not in {d.id for d in own} for x in totals.left_out if x.reason is Reason.JOINT)


@OFTEN
@given(any_records(), st.data())
def test_shares_change_no_sum_of_all(deals: list[Deal], data: st.DataObject) -> None:
    shared = [replace(d, shares=data.draw(SHARES)) for d in deals]
    assert total(shared) == total(deals)


@OFTEN
@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=1, max_size=7))
def test_the_sums_of_all_funders_by_exact_shares_come_to_the_sum_of_all(parts: list[tuple[int, int]]) -> None:
    def usd(value: int) -> Amount:
        return Amount(value, "USD", Qualifier.EXACT)

    deals = [
        loan(str(n), usd(x + y), funders=frozenset("xy"), shares={"x": usd(x), "y": usd(y)})
        for n, (x, y) in enumerate(parts)
    ]
    (x,), (y,) = (total(take_shares(deals, who), of_one_funder=True).groups for who in ("x", "y"))
    (both,) = total(deals).groups
    assert x.interval + y.interval == both.interval


@OFTEN
@given(any_records())
def test_no_deal_is_added_beside_something_that_holds_it(deals: list[Deal]) -> None:
    wholes = {d.id: d.wholes for d in deals}
    for group in total(deals).groups:
        added = {c.deal for c in group.added}
        assert not any(wholes[d] & added for d in added)
        assert all(set(x.inside) & added for x in group.inside)


@OFTEN
@given(any_records())
def test_deals_of_two_groups_never_meet_in_one_sum(deals: list[Deal]) -> None:
    keys = {d.id: find_group(d) for d in deals}
    for group in total(deals).groups:
        assert {keys[c.deal] for c in group.added} | {keys[x.deal] for x in group.inside} == {group.key}


@OFTEN
@given(any_records(), st.data())
def test_figures_measured_otherwise_never_meet_in_one_sum(deals: list[Deal], data: st.DataObject) -> None:
    measured = [replace(d, **data.draw(MEASURES)) for d in deals]
    by_id = {d.id: d for d in measured}
    for group in total(measured).groups:
        inside = [by_id[i] for i in (*(c.deal for c in group.added), *(x.deal for x in group.inside))]
        assert {(d.measured_as or "", d.amount_of or "", d.amount_period or "") for d in inside} == {
            (group.key.measured_as, group.key.amount_of, group.key.amount_period)
        }
        alone = [d for d in measured if find_group(d) == group.key]
        assert by_themselves(group) in list(map(by_themselves, total(alone).groups))


@OFTEN
@given(any_records())
def test_no_floor_is_above_its_ceiling_or_below_zero(deals: list[Deal]) -> None:
    for interval in intervals(total(deals)):
        assert interval.floor >= 0
        assert interval.ceiling is None or interval.floor <= interval.ceiling


@OFTEN
@given(any_records(), st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(deals: list[Deal], shuffle: st.DataObject) -> None:
    again = [*deals, *deals[:3]]
    shuffle.shuffle(again)  # type: ignore[attr-defined]
    assert total(again) == total(deals)


@settings(max_examples=400)
@given(any_records())
def test_doubtful_pairs_as_one_never_come_to_more(deals: list[Deal]) -> None:
    for group in total(deals).groups:
        for lower in (group.if_same, group.if_elsewhere, group.if_gone):
            assert lower is None or lower.floor <= group.interval.floor
        for lower in (group.funded_if_same, group.funded_if_elsewhere, group.funded_if_gone):
            assert lower is None or (group.of_which_funded and lower.floor <= group.of_which_funded.floor)


@OFTEN
@given(any_records(), st.integers(0, 50))
def test_one_more_deal_beside_the_others_adds_just_its_figure(deals: list[Deal], value: int) -> None:
    known, fresh = loan("known", Amount.parse("USD 1")), loan("fresh", Amount.parse(f"USD {value}"))
    before = group_with(known, total([*deals, known])).interval
    after = group_with(known, total([*deals, known, fresh])).interval
    assert after == before + Interval(value, value)


@OFTEN
@given(any_records(), st.data())
def test_one_more_part_never_lowers_a_sum(deals: list[Deal], data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from([replace(d, stage=Stage.APPROVED, amount=Amount.parse("USD 9")) for d in deals]))
    deals = [whole if d.id == whole.id else d for d in deals]
    part = replace(whole, id="part", amount=Amount.parse("up to USD 30"), wholes=whole.wholes | {whole.id})
    before, after = (group_with(whole, total(asked)).interval for asked in (deals, [*deals, part]))
    assert after.floor >= before.floor
    assert after.ceiling is None or (before.ceiling is not None and after.ceiling >= before.ceiling)


@OFTEN
@given(any_records())
def test_a_slice_never_holds_a_whole_beside_its_part(deals: list[Deal]) -> None:
    tagged = [replace(d, minerals=frozenset({"copper"}), places=frozenset({"GN", "CD"})) for d in deals]
    wholes = {d.id: d.wholes for d in tagged}
    for group in total(tagged).groups:
        for part in (s for b in group.breakdowns for s in b.slices):
            assert not any(wholes[d] & set(part.deals) for d in part.deals)
