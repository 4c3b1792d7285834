"""Bars: a panel a sum, nothing mixed, every deal in a bar or beside."""

from hypothesis import given, settings
from hypothesis import strategies as st

from cypher.views.bars import BY, DEAL, as_json, as_rows, build_panels, list_untold
from explorer.render.charts.bars_chart import draw_panel, find_reach, list_bars
from explorer.render.charts.chart_style import pick_theme
from ledger.amounts import Amount
from ledger.deals import Deal
from tests.unit.deals_of_all_kinds import answer_of, deal_lists, sum_up
from tests.unit.money_worlds import loan


@given(deal_lists(), st.sampled_from(BY))
def test_every_deal_of_a_sum_is_in_a_bar_of_its_panel_or_the_sum_is_said_to_have_none(
    deals: tuple[Deal, ...], by: str
) -> None:
    sums = sum_up(deals)
    panels, untold = build_panels(sums, by), list_untold(sums, by)
    assert len(panels) + len(untold) == len(sums.totals.groups)
    for panel in panels:
        held = {c.deal for c in panel.group.added} | {x.deal for x in panel.group.inside}
        assert {deal for bar in panel.bars for deal in bar.deals} == held
    assert by != DEAL or not untold


@given(deal_lists())
def test_bars_by_deal_are_what_the_sum_added_and_nothing_else(deals: tuple[Deal, ...]) -> None:
    sums = sum_up(deals)
    for panel in build_panels(sums, DEAL):
        assert {(bar.id, bar.interval) for bar in panel.bars} == {(c.deal, c.interval) for c in panel.group.added}


@settings(max_examples=40)
@given(deal_lists())
def test_rows_and_json_hold_every_bar_by_each_thing(deals: tuple[Deal, ...]) -> None:
    answer = answer_of(deals)
    panels = [panel for by in BY for panel in build_panels(sum_up(deals), by)]
    bars = sum(len(panel.bars) for panel in panels)
    told = as_rows(answer).rows
    assert len(told) == bars + len(sum_up(deals).totals.left_out)
    assert sum(len(panel["bars"]) for panel in as_json(answer)["panels"]) == bars
    for panel in panels:
        drawn = draw_panel(panel, sum_up(deals).book, find_reach(panel), pick_theme(is_dark=False))
        assert len({bar.label for bar in list_bars(panel)}) == len(panel.bars)
        assert f"by {panel.by}" in drawn.said


def test_what_a_whole_holds_beyond_its_parts_is_a_bar_of_its_own() -> None:
    deals = (
        loan("deal/whole", Amount.parse("USD 9 million")),
        loan("deal/part", Amount.parse("USD 4 million"), wholes=("deal/whole",), minerals=frozenset({"mineral/tin"})),
    )
    (panel,) = build_panels(sum_up(deals), "mineral")
    assert [(bar.name, bar.interval.floor, bar.deals) for bar in panel.bars] == [
        ("mineral/tin", 4_000_000, ("deal/part",)),
        ("not itemised", 5_000_000, ("deal/whole",)),
    ]
