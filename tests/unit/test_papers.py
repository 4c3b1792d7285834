"""From when to when a paper between parties holds: worked out by hand, and never otherwise than sums have it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.amounts import Amount
from ledger.changes import Change, ChangeKind
from ledger.deals import Stage, Step
from ledger.papers import Paper
from ledger.periods import Held
from ledger.progress import order_steps
from ledger.totals import Reason, total
from tests.unit.money_worlds import loan
from tests.unit.test_periods import DATES, DAYS

YES, NO, OPEN = Held.YES, Held.NO, Held.NOT_CERTAIN
SIGNED = Paper(Stage.SIGNED, dated="2020-01-01")


def held(paper: Paper, *days: str) -> list[Held]:
    return [paper.holds_on(date.fromisoformat(day)) for day in days]


def test_what_takes_its_place_within_a_month_has_done_so_by_the_last_day_of_it() -> None:
    replaced = Paper(Stage.SIGNED, dated="2020-01-01", ended=("2025-06",))
    assert held(replaced, "2025-05-31", "2025-06-01", "2025-06-29", "2025-06-30") == [YES, OPEN, OPEN, NO]
    exact = Paper(Stage.SIGNED, dated="2020-01-01", ended=("2025-06-02",))
    assert held(exact, "2025-06-01", "2025-06-02") == [YES, NO]


def test_a_term_may_run_to_the_end_of_its_last_day_and_an_extension_moves_it() -> None:
    short = Paper(Stage.SIGNED, dated="2020-01-01", until="2024-12")
    assert held(short, "2024-11-30", "2024-12-31", "2025-01-01") == [YES, OPEN, NO]
    longer = Paper(Stage.SIGNED, dated="2020-01-01", until="2024-12", extended=("P3M/2026-03", "2025"))
    assert longer.ends == "P3M/2026-03"
    assert held(longer, "2025-12-31", "2026-01-01", "2026-04-01") == [YES, OPEN, NO]


def test_a_window_is_open_from_its_first_day_on() -> None:
    window = Paper(Stage.SIGNED, dated="P3M/2025-03")
    assert held(window, "2024-12-31", "2025-01-01", "2025-03-30", "2025-03-31") == [NO, OPEN, OPEN, YES]


def test_a_paper_is_bound_by_the_stages_that_it_may_have_had_on_the_day() -> None:
    steps = (Step(Stage.ANNOUNCED, "2024"), Step(Stage.SIGNED, "2025-03"), Step(Stage.CANCELLED, "2025-09-01"))
    paper = Paper(Stage.CANCELLED, steps)
    assert (paper.begins, paper.ends) == ("2025-03", "2025-09-01")
    days = ("2024-12-31", "2025-02-28", "2025-03-15", "2025-03-31", "2025-08-31", "2025-09-01")
    assert held(paper, *days) == [NO, NO, OPEN, YES, YES, NO]
    two = Paper(Stage.APPROVED, (Step(Stage.SIGNED, "2025"), Step(Stage.APPROVED, "2025-06-01")))
    assert held(two, "2025-05-31", "2025-06-01") == [OPEN, YES]
    later = Paper(Stage.SIGNED, (Step(Stage.SIGNED, "2025-01-01"),), since="2026-01-01")
    assert held(later, "2025-06-01", "2026-01-01") == [NO, YES]


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        (Paper(Stage.SIGNED), OPEN),
        (Paper(Stage.NEGOTIATED), NO),
        (Paper(None, dated="2020"), NO),
        (Paper(Stage.SIGNED, None, dated="2020"), OPEN),
        (Paper(Stage.SIGNED, dated="2020", ended=(None,)), NO),
        (Paper(Stage.SIGNED, dated="2020", ended=("2030", None)), NO),
        (SIGNED, YES),
    ],
)
def test_what_is_not_told_or_cannot_be_read_is_not_certain(paper: Paper, expected: Held) -> None:
    assert held(paper, "2025-01-01") == [expected]


def test_the_earliest_of_what_ended_it_and_its_term_is_its_end() -> None:
    assert Paper(Stage.SIGNED, until="2024", ended=("2025-06-01", "2025")).ends == "2024"
    assert Paper(Stage.SIGNED, until="2026", ended=("2025-06-01", "2025-05")).ends == "2025-05"
    assert SIGNED.ends is None


STEPS = st.lists(st.builds(Step, st.just(Stage.SIGNED), DATES), max_size=2)


@settings(max_examples=300)
@given(DATES, STEPS, st.lists(st.none() | DATES, max_size=2), DAYS)
def test_a_paper_holds_for_certain_on_the_days_on_which_sums_count_it(
    when: str, told: list[Step], ended: list[str | None], asked: str
) -> None:
    steps = order_steps(told)
    paper = Paper(Stage.SIGNED, steps, dated=when, ended=tuple(ended))
    changes = tuple(Change(ChangeKind.SUPERSEDED, "a", "b", day) for day in ended)
    deal = loan("a", Amount.parse("USD 5"), stage=Stage.SIGNED, date=when, history=steps, changes=changes)
    reasons = {x.reason for x in total([deal], as_of=asked).left_out}
    held_then = paper.holds_on(date.fromisoformat(asked))
    assert (held_then is YES) == (not reasons)
    if reasons & {Reason.LATER, Reason.SUPERSEDED}:
        assert held_then is NO
    if held_then is OPEN:
        assert reasons == {Reason.IMPRECISE}
