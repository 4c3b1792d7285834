"""The ladder of commitment: every sum on one rung, in order, nothing mixed, nothing lost."""

from hypothesis import given, settings

from cypher.views.ladder import as_json, as_rows, build_ladders
from explorer.render.charts.chart_style import pick_theme
from explorer.render.charts.ladder_chart import draw_ladder, find_reach, list_bars
from ledger.amounts import Amount, format_interval
from ledger.deals import RUNGS, Deal, Stage
from tests.unit.deals_of_all_kinds import answer_of, deal_lists, sum_up
from tests.unit.money_worlds import loan


@given(deal_lists())
def test_every_sum_stands_on_one_rung_as_it_is_and_every_deal_on_a_rung_or_beside(deals: tuple[Deal, ...]) -> None:
    totals = sum_up(deals).totals
    rungs = [rung for ladder in build_ladders(totals) for rung in ladder.rungs]
    assert sorted(map(repr, (rung.group for rung in rungs))) == sorted(map(repr, totals.groups))
    there = [deal for rung in rungs for deal in rung.deals] + [x.deal for x in totals.left_out]
    assert sorted(there) == sorted(d.id for d in deals)


@given(deal_lists())
def test_a_ladder_is_of_one_unit_and_side_and_climbs(deals: tuple[Deal, ...]) -> None:
    order = list(Stage)
    for ladder in build_ladders(sum_up(deals).totals):
        shared = {
            (r.group.key.unit, r.group.key.side, r.group.key.money_of, r.group.key.minerals) for r in ladder.rungs
        }
        assert len(shared) == 1
        places = [order.index(rung.stage) for rung in ladder.rungs]
        assert places == sorted(set(places))
        assert all(rung.is_step == (rung.stage in RUNGS) for rung in ladder.rungs)


@settings(max_examples=40)
@given(deal_lists())
def test_rows_and_bars_tell_each_rung_with_its_floor_and_ceiling(deals: tuple[Deal, ...]) -> None:
    answer, ladders = answer_of(deals), build_ladders(sum_up(deals).totals)
    table = as_rows(answer)
    told = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    sums = [(row["floor"], row["ceiling"]) for row in told if row["ladder"] != "beside"]
    assert sums == [(r.group.interval.floor, r.group.interval.ceiling) for x in ladders for r in x.rungs]
    assert len(told) - len(sums) == len(as_json(answer)["beside"])
    for ladder in ladders:
        drawn = draw_ladder(ladder, sum_up(deals).book, find_reach(ladder), pick_theme(is_dark=False))
        assert "http" not in drawn.chart.to_json().replace("https://vega.github.io/schema", "")
        assert len(list(list_bars(ladder))) >= len(ladder.rungs)
        assert list(drawn.marks) == [rung.stage.value for rung in ladder.rungs]
        assert "· of which paid out" not in drawn.marks.values(), "a part of a rung would name it"


def test_what_is_paid_out_is_a_part_of_what_is_committed_and_no_rung_of_its_own() -> None:
    deals = (
        loan("deal/a", Amount.parse("USD 5 million"), stage=Stage.COMMITTED),
        loan("deal/b", Amount.parse("up to USD 2 million"), stage=Stage.FUNDED),
        loan("deal/c", Amount.parse("more than USD 1 million"), stage=Stage.LETTER_ISSUED),
    )
    (ladder,) = build_ladders(sum_up(deals).totals)
    assert [(bar.label, format_interval(bar.interval, "USD")) for bar in list_bars(ladder)] == [
        ("letter issued", "at least USD 1 million"),
        ("committed", "USD 5 million to USD 7 million"),
        ("· of which paid out", "up to USD 2 million"),
    ]
