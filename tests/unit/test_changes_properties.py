"""What holds of every sum over histories, supersessions and cancellations, whatever the records say."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.changes import Change, ChangeKind
from ledger.dates import find_first_day, find_last_day
from ledger.deals import Deal, Stage, Step
from ledger.progress import order_steps
from ledger.totals import Reason, total
from tests.unit.money_worlds import any_records

OFTEN = settings(max_examples=150)
FAR = "2999"
DAYS = st.dates(min_value=find_first_day("2023"), max_value=find_last_day("2026")).map(str)
DATES = DAYS | DAYS.map(lambda d: d[:7]) | DAYS.map(lambda d: d[:4]) | DAYS.map(lambda d: f"P3M/{d}")
STEPS = st.lists(st.builds(Step, st.sampled_from(Stage), DATES), max_size=6)


def dated(deals: list[Deal], data: st.DataObject) -> list[Deal]:
    """The deals, each with a date, and some with a history that ends with their stage."""
    found = []
    for deal in deals:
        steps = order_steps(data.draw(STEPS))
        stage = steps[-1].stage if steps else deal.stage
        found.append(replace(deal, stage=stage, history=steps, date=None if steps else data.draw(DATES)))
    return found


def ended(deals: list[Deal], gone: str, kind: ChangeKind) -> list[Deal]:
    """The deals when one is superseded or cancelled: what lies inside it goes with it, as it is read from a graph."""
    change = (Change(kind, gone, "elsewhere"),)
    return [replace(d, changes=change) if gone in (d.id, *d.wholes) else d for d in deals]


@OFTEN
@given(any_records(), st.data())
def test_a_sum_as_of_a_far_day_is_the_plain_sum_of_dated_deals(deals: list[Deal], data: st.DataObject) -> None:
    known = dated(deals, data)
    assert replace(total(known, as_of=FAR), as_of=None) == total(known)


@OFTEN
@given(any_records(), st.data(), DATES.filter(lambda d: not d.startswith("P")))
def test_every_deal_is_accounted_for_once_on_any_day(deals: list[Deal], data: st.DataObject, day: str) -> None:
    totals = total(dated(deals, data), as_of=day)
    told = [c.deal for g in totals.groups for c in g.added] + [x.deal for g in totals.groups for x in g.inside]
    assert sorted(told + [x.deal for x in totals.left_out]) == sorted(d.id for d in deals)


def nested_straight(deals: list[Deal]) -> list[Deal]:
    """The deals, each inside one other at most, as the check demands: two wholes overlap while they share a part."""
    wholes: dict[str, frozenset[str]] = {}
    for deal in sorted(deals, key=lambda d: len(d.wholes)):
        nearest = max(deal.wholes, default=None)
        wholes[deal.id] = wholes[nearest] | {nearest} if nearest else frozenset()
    return [replace(d, wholes=wholes[d.id]) for d in deals]


@OFTEN
@given(any_records().map(nested_straight), st.data(), st.sampled_from(ChangeKind))
def test_ending_a_deal_raises_no_sum(deals: list[Deal], data: st.DataObject, kind: ChangeKind) -> None:
    gone = data.draw(st.sampled_from(deals)).id
    before = {g.key: g.interval for g in total(deals).groups}
    after = total(ended(deals, gone, kind))
    for group in after.groups:
        assert group.interval.floor <= before[group.key].floor
        most = before[group.key].ceiling
        assert most is None or (group.interval.ceiling is not None and group.interval.ceiling <= most)
    counted = {c.deal for g in after.groups for c in g.added} | {x.deal for g in after.groups for x in g.inside}
    assert gone not in counted


@OFTEN
@given(any_records(), st.data(), DAYS, DAYS)
def test_a_dated_end_counts_from_its_day_on(deals: list[Deal], data: st.DataObject, day: str, asked: str) -> None:
    gone = data.draw(st.sampled_from(deals)).id
    there = [replace(d, date="2022") for d in deals]
    later = [replace(d, changes=tuple(replace(c, date=day) for c in d.changes))
             for d in ended(there, gone, ChangeKind.SUPERSEDED)]  # fmt: skip
    expected = ended(there, gone, ChangeKind.SUPERSEDED) if asked >= day else there
    assert total(later, as_of=asked).groups == total(expected).groups


@OFTEN
@given(STEPS, st.randoms(use_true_random=False))
def test_the_order_in_which_steps_are_written_is_of_no_account(steps: list[Step], shuffle: st.DataObject) -> None:
    again = list(steps)
    shuffle.shuffle(again)  # type: ignore[attr-defined]
    assert order_steps(again) == order_steps(steps)


@OFTEN
@given(STEPS)
def test_no_step_stands_before_one_that_was_surely_earlier(steps: list[Step]) -> None:
    ordered = order_steps(steps)
    assert sorted(ordered, key=str) == sorted(steps, key=str)
    for n, step in enumerate(ordered):
        assert not any(find_last_day(later.date) < find_first_day(step.date) for later in ordered[n + 1 :])
    exact = [s for s in ordered if find_first_day(s.date) == find_last_day(s.date)]
    assert all(find_first_day(a.date) <= find_first_day(b.date) for a, b in pairwise(exact))


@OFTEN
@given(any_records(), DAYS)
def test_undated_deals_are_in_no_sum_of_a_day(deals: list[Deal], day: str) -> None:
    totals = total(deals, as_of=day)
    assert totals.groups == ()
    assert {x.reason for x in totals.left_out} <= {Reason.UNDATED, Reason.NO_FIGURE}
