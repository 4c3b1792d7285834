"""A timeline: a day is a mark, a month a bar over its days, a window a window; no row vanishes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cypher.model import built_in_model
from cypher.results import GraphNode, Subgraph, Table
from cypher.views import Material
from cypher.views.timeline import DatedDeals, Told, as_json, as_rows, build_timeline, list_entries
from explorer.render.charts.chart_style import pick_theme
from explorer.render.charts.timeline_chart import describe_timeline, draw_timeline, list_marks
from ledger.deals import Deal, Stage, Step
from tests.unit.deals_of_all_kinds import DATES, deal_lists, sum_up
from tests.unit.money_worlds import loan

DAY = 86_400_000
WHEN = st.sampled_from((*DATES, "in spring", "", "0001", "9999-12-31"))


def rows_of(dates: list[str | None], lane: str = "deal") -> Material:
    rows = tuple((when, lane, f"N{n}", f"Said {n}", f"deal/n{n}") for n, when in enumerate(dates))
    return Material(Table(("date", "what", "name", "says", "id"), rows), Subgraph(), built_in_model())


def deals_of(deals: tuple[Deal, ...], as_of: str | None = None) -> Material:
    nodes = tuple(GraphNode(d.id, "Deal", {"name": d.name}) for d in deals)
    table = Table(("deal",), tuple((node,) for node in nodes))
    return Material(table, Subgraph(nodes), built_in_model(), DatedDeals(sum_up(deals).book, as_of))


@given(st.lists(WHEN, max_size=12))
def test_marks_and_what_is_listed_are_all_rows(dates: list[str | None]) -> None:
    answer = rows_of(dates)
    timeline = build_timeline(list_entries(answer))
    named = [entry.name for mark in timeline.marks for entry in mark.entries] + [e.name for e in timeline.listed]
    assert sorted(named) == sorted(f"N{n}" for n in range(len(dates)))
    assert len(as_rows(answer).rows) == len(dates)
    assert len(as_json(answer)["entries"]) + len(as_json(answer)["not_dated"]) == len(dates)
    assert all(entry.why_not for entry in timeline.listed)
    if timeline.marks:
        drawn = draw_timeline(timeline, pick_theme(is_dark=True))
        assert sum(row["count"] for row in list_marks(timeline)) == len(dates) - len(timeline.listed)
        assert f"{len(timeline.listed)} without a place" in drawn.said
        assert len(drawn.marks) == len(timeline.marks), "a mark could not be chosen without a mouse"


@given(deal_lists())
def test_every_deal_has_a_mark_for_each_step_or_is_listed(deals: tuple[Deal, ...]) -> None:
    entries = list_entries(deals_of(deals))
    for deal in deals:
        steps = [(e.name, e.when) for e in entries if e.id == deal.id]
        expected: list[str | None] = [s.date for s in deal.history] or [deal.date]
        assert sorted(str(when) for _, when in steps) == sorted(map(str, expected))


@pytest.mark.parametrize(
    ("when", "told", "first", "last"),
    [
        ("2026-02-04", Told.DAY, date(2026, 2, 4), date(2026, 2, 4)),
        ("2025-12", Told.MONTH, date(2025, 12, 1), date(2025, 12, 31)),
        ("2025", Told.YEAR, date(2025, 1, 1), date(2025, 12, 31)),
        ("P5M/2026-02-04", Told.WINDOW, date(2025, 9, 5), date(2026, 2, 4)),
    ],
)
def test_a_date_is_drawn_as_rough_as_it_is_told(when: str, told: Told, first: date, last: date) -> None:
    timeline = build_timeline(list_entries(rows_of([when])))
    (mark,) = timeline.marks
    assert (mark.told, mark.first, mark.last) == (told, first, last)
    (row,) = list_marks(timeline)
    assert row["to"] - row["from"] == ((last - first).days + 1) * DAY
    assert row["is_bar"] == (told in (Told.MONTH, Told.YEAR))


def test_rows_of_one_date_and_lane_are_one_mark_that_counts_them() -> None:
    timeline = build_timeline(list_entries(rows_of(["2026-02-04", "2026-02-04", "2026-02"])))
    assert [(row["date"], row["count"]) for row in list_marks(timeline)] == [
        ("February 2026", 1),
        ("4 February 2026", 2),
    ]
    assert describe_timeline(timeline).startswith("Timeline of 3 dated rows on 1 lane, from February 2026")


def test_a_step_after_the_day_asked_for_is_listed_and_not_drawn() -> None:
    steps = (Step(Stage.SIGNED, "2025-03"), Step(Stage.FUNDED, "2025-09-01"), Step(Stage.APPROVED, "2025"))
    deals = (loan("deal/a", None, history=steps, stage=Stage.FUNDED),)
    timeline = build_timeline(list_entries(deals_of(deals, as_of="2025-06-30")))
    assert [(e.name, e.why_not) for e in timeline.listed] == [("funded", "after 30 June 2025: 1 September 2025")]
    assert {e.name for mark in timeline.marks for e in mark.entries} == {"signed", "approved"}
