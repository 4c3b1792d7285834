"""Sums as of a day: which stage a deal had then, and what leaves the sums when it is superseded or cancelled."""

from dataclasses import replace
from datetime import date

import pytest

from ledger.amounts import Amount, Interval
from ledger.changes import Change, ChangeKind
from ledger.deals import COMMITTED_STAGES, Deal, Stage, Step
from ledger.progress import NotThen, goes_back, order_steps, stand_on
from ledger.totals import LeftOut, Reason, total
from tests.unit.money_worlds import loan

HISTORY = (Step(Stage.FUNDED, "2025-09"), Step(Stage.ANNOUNCED, "2024-05"), Step(Stage.SIGNED, "2025-01-14"))


def of(name: str, value: int = 5, stage: Stage = Stage.COMMITTED, **more: object) -> Deal:
    return loan(name, Amount.parse(f"USD {value}"), stage=stage, **more)


def superseded(by: str, whose: str, when: str | None = None) -> tuple[Change, ...]:
    return (Change(ChangeKind.SUPERSEDED, whose, by, when),)


def sums(deals: list[Deal], as_of: str | None = None) -> dict[Stage, Interval]:
    return {g.key.stage: g.interval for g in total(deals, as_of=as_of).groups}


def left_out(deals: list[Deal], as_of: str | None = None) -> dict[str, Reason]:
    return {x.deal: x.reason for x in total(deals, as_of=as_of).left_out}


@pytest.mark.parametrize(
    ("day", "stage"),
    [
        ("2024-05-31", Stage.ANNOUNCED),
        ("2024-12-31", Stage.ANNOUNCED),
        ("2025-01-13", Stage.ANNOUNCED),
        ("2025-01-14", Stage.SIGNED),
        ("2025-08-31", Stage.SIGNED),
        ("2025-09-30", Stage.FUNDED),
        ("2099-01-01", Stage.FUNDED),
    ],
)
def test_a_deal_has_the_last_stage_that_it_had_come_to_by_a_day(day: str, stage: Stage) -> None:
    assert stand_on(of("a", history=HISTORY), date.fromisoformat(day)).stage is stage


def test_a_day_before_the_first_step_is_too_early_and_one_inside_a_rough_date_is_left_open() -> None:
    with pytest.raises(NotThen) as early:
        stand_on(of("a", history=HISTORY), date(2024, 4, 30))
    assert early.value.is_later
    for inside, rough in ((date(2024, 5, 15), "announced 2024-05"), (date(2025, 9, 15), "funded 2025-09")):
        with pytest.raises(NotThen, match=rough) as open_:
            stand_on(of("a", history=HISTORY), inside)
        assert not open_.value.is_later


def test_a_span_of_time_that_leaves_a_stage_open_is_told_in_words() -> None:
    called_off = (Step(Stage.COMMITTED, "2026-01-20"), Step(Stage.CANCELLED, "P1W/2026-01-27"))
    with pytest.raises(NotThen, match="cancelled the week to 27 January 2026"):
        stand_on(of("a", history=called_off), date(2026, 1, 22))


def test_a_rough_date_of_the_same_stage_or_of_an_earlier_step_leaves_nothing_open() -> None:
    again = (Step(Stage.SIGNED, "2024-02-01"), Step(Stage.SIGNED, "2024"))
    assert stand_on(of("a", history=again), date(2024, 6, 1)).stage is Stage.SIGNED
    passed = (Step(Stage.ANNOUNCED, "2024"), Step(Stage.SIGNED, "2024-02-01"))
    assert stand_on(of("a", history=passed), date(2024, 6, 1)).stage is Stage.SIGNED


def test_steps_whose_dates_leave_their_order_open_go_up_the_ladder_and_never_against_a_sure_one() -> None:
    rough = Step(Stage.SIGNED, "2025")
    announced, funded = Step(Stage.ANNOUNCED, "2025-02"), Step(Stage.FUNDED, "2025-01")
    assert order_steps([rough, announced]) == (announced, rough)
    assert order_steps([announced, funded, rough]) == (rough, funded, announced)
    assert order_steps([announced, announced]) == (announced, announced)
    assert order_steps([]) == ()


def test_a_month_and_a_year_are_seen_at_their_end() -> None:
    deal = of("a", date="2025-06-30")
    assert left_out([deal], "2025-05") == {"a": Reason.LATER}
    assert sums([deal], "2025-06") == sums([deal], "2025") == sums([deal], "2025-06-30") == sums([deal])


def test_deals_without_a_date_or_with_one_too_rough_are_left_out_each_with_its_reason() -> None:
    deals = [of("undated"), of("rough", date="2025"), of("window", date="P5M/2025-08-01"), of("later", date="2026")]
    reasons = {"undated": Reason.UNDATED, "rough": Reason.IMPRECISE, "window": Reason.IMPRECISE, "later": Reason.LATER}
    assert left_out(deals, "2025-06") == reasons
    assert left_out(deals, "2025") == {"undated": Reason.UNDATED, "later": Reason.LATER}
    assert sums(deals) == {Stage.COMMITTED: Interval(20, 20)}


def test_a_deal_without_a_figure_is_left_out_for_that_whatever_its_dates() -> None:
    assert left_out([loan("a", None)], "2025") == {"a": Reason.NO_FIGURE}


def test_drawn_closed_and_defaulted_money_is_committed_and_what_went_out_is_said() -> None:
    deals = [of(stage.value, 2**n, stage) for n, stage in enumerate(sorted(COMMITTED_STAGES))]
    assert [d.id for d in deals] == ["closed", "committed", "drawn", "funded", "in_default"]
    (group,) = total(deals).groups
    assert (group.key.stage, group.interval.floor) == (Stage.COMMITTED, 31)
    assert group.of_which_funded == Interval(4 + 8 + 16, 4 + 8 + 16)


def funded(deal: Deal, day: str) -> Interval | None:
    (group,) = total([deal], as_of=day).groups
    return group.of_which_funded


def test_what_is_told_as_paid_for_a_day_is_at_most_that_before_it_and_as_told_from_it_on() -> None:
    partly = of("a", 100, Stage.DRAWN, date="2024", paid_out=Amount.parse("USD 30"), told_as_of="2026-03")
    assert funded(partly, "2025") == funded(partly, "2026-03-30") == Interval(0, 30)
    assert funded(partly, "2026-03") == funded(partly, "2027") == Interval(30, 30)
    (now,) = total([partly]).groups
    assert now.of_which_funded == Interval(30, 30)


def test_what_is_all_paid_by_a_later_day_is_not_certain_to_have_been_before_nor_is_a_share_of_it() -> None:
    steps = (Step(Stage.COMMITTED, "2024"), Step(Stage.FUNDED, "2025-06-01"))
    full = of("a", 100, Stage.FUNDED, history=steps, paid_out=Amount.parse("USD 100"), told_as_of="2026-03-31")
    share = replace(full, shares={"f": Amount.parse("USD 40")}, funders={"f", "g"}).share_of("f", full.side)
    for day in ("2025-01-01", "2025-12"):
        assert (funded(full, day), funded(share, day)) == (Interval(0, 100), Interval(0, 40))
    assert (funded(full, "2026-03-31"), funded(share, "2026-03-31")) == (Interval(100, 100), Interval(40, 40))
    untold = replace(full, told_as_of=None)
    assert funded(untold, "2025-12") == Interval(100, 100), "its stage says so, and no day contradicts it"


def test_a_cancelled_deal_is_in_no_sum_and_was_in_one_before() -> None:
    gone = of("a", stage=Stage.CANCELLED, history=(Step(Stage.COMMITTED, "2024"), Step(Stage.CANCELLED, "2025-02-01")))
    assert total([gone]).left_out == (LeftOut("a", Reason.CANCELLED),)
    assert sums([gone], "2024") == sums([gone], "2025-01") == {Stage.COMMITTED: Interval(5, 5)}
    assert left_out([gone], "2025-02") == {"a": Reason.CANCELLED}


def test_a_successor_takes_the_place_of_a_deal_from_its_date_on_and_is_named() -> None:
    old = of("old", 5, date="2024-01-01", changes=superseded("new", "old", "2025-06-02"))
    new = of("new", 9, date="2025-06-02")
    assert total([old, new]).left_out == (LeftOut("old", Reason.SUPERSEDED, ("new",)),)
    assert sums([old, new]) == sums([old, new], "2025-06-02") == {Stage.COMMITTED: Interval(9, 9)}
    assert sums([old, new], "2025-06-01") == {Stage.COMMITTED: Interval(5, 5)}


def test_a_supersession_without_a_date_always_holds_and_a_rough_one_leaves_it_open() -> None:
    always = of("old", date="2024-01-01", changes=superseded("new", "old"))
    rough = of("old", date="2024-01-01", changes=superseded("new", "old", "2025"))
    assert left_out([always], "2024-06") == {"old": Reason.SUPERSEDED}
    assert left_out([rough], "2025-06") == {"old": Reason.IMPRECISE}
    both = of("old", date="2024-01-01", changes=(*superseded("new", "old", "2025"), *superseded("x", "old", "2024-02")))
    assert left_out([both], "2025-06") == {"old": Reason.SUPERSEDED}


def test_a_part_leaves_with_its_whole_and_comes_back_to_no_sum_of_its_own() -> None:
    whole = of("whole", 10, changes=(Change(ChangeKind.CANCELLED, "whole"),))
    part = of("part", 8, wholes={"whole"}, changes=(Change(ChangeKind.CANCELLED, "whole"),))
    assert left_out([whole, part]) == {"whole": Reason.CANCELLED, "part": Reason.CANCELLED}


@pytest.mark.parametrize(
    ("earlier", "later", "back"),
    [
        (Stage.FUNDED, Stage.ANNOUNCED, True),
        (Stage.CANCELLED, Stage.SIGNED, True),
        (Stage.COMMITTED, Stage.APPROVED, True),
        (Stage.APPROVED, Stage.SIGNED, False),
        (Stage.ANNOUNCED, Stage.NEGOTIATING, False),
        (Stage.IN_DEFAULT, Stage.DRAWN, False),
        (Stage.FUNDED, Stage.CANCELLED, False),
        (Stage.FUNDED, Stage.NOT_STATED, False),
    ],
)
def test_going_back_is_from_a_later_part_of_the_ladder_to_an_earlier(earlier: Stage, later: Stage, back: bool) -> None:
    assert goes_back(earlier, later) is back
