"""Single numbers: every sum by itself, none made of two, each with what it rests on and what must be known of it."""

from hypothesis import given

from cypher.views.number import as_json, as_rows, list_numbers
from ledger.amounts import Amount
from ledger.deals import Deal, Instrument, Stage, WhoseMoney
from tests.shipped import CATALOG
from tests.unit.deals_of_all_kinds import answer_of, deal_lists, sum_up
from tests.unit.money_worlds import loan


@given(deal_lists())
def test_every_sum_is_one_number_and_every_deal_is_in_one_or_beside(deals: tuple[Deal, ...]) -> None:
    sums = sum_up(deals)
    numbers = list_numbers(sums)
    assert [number.group for number in numbers] == list(sums.totals.groups)
    there = [deal for number in numbers for deal in number.deals] + [x.deal for x in sums.totals.left_out]
    assert sorted(there) == sorted(d.id for d in deals)


@given(deal_lists())
def test_rows_and_json_tell_the_floor_and_ceiling_of_each_and_all_that_is_left_out(deals: tuple[Deal, ...]) -> None:
    answer, groups = answer_of(deals), sum_up(deals).totals.groups
    table, told = as_rows(answer), as_json(answer)
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    numbers = [row for row in rows if row["what"] != "beside"]
    bounds = [(g.interval.floor, g.interval.ceiling) for g in groups]
    assert [(row["floor"], row["ceiling"]) for row in numbers] == bounds
    assert [(one["sum"]["floor"], one["sum"]["ceiling"]) for one in told["numbers"]] == bounds
    assert len(rows) - len(numbers) == len(told["beside"])


def test_sums_that_may_not_be_added_are_several_numbers_the_firmest_first() -> None:
    deals = (
        loan("deal/letter", Amount.parse("more than USD 1 million"), stage=Stage.LETTER_ISSUED),
        loan("deal/firm", Amount.parse("USD 5 million"), stage=Stage.COMMITTED),
        loan("deal/paid", Amount.parse("up to USD 2 million"), stage=Stage.FUNDED),
        loan("deal/euros", Amount.parse("EUR 5 million"), stage=Stage.COMMITTED),
        loan("deal/tons", Amount.parse("40 tons"), stage=Stage.COMMITTED),
        Deal("deal/none", "None", Instrument.LOAN, Stage.COMMITTED, WhoseMoney.US_GOVERNMENT),
    )
    sums = sum_up(deals)
    told = [(n.what.partition(",")[0], n.figure, n.bounds) for n in list_numbers(sums)]
    assert told == [
        ("committed", "EUR 5 million", ""),
        ("committed", "USD 5 million to USD 7 million", "floor USD 5 million, ceiling USD 7 million"),
        ("letter issued", "at least USD 1 million", "floor USD 1 million, no ceiling"),
        ("committed", "40 tons", ""),
    ]
    (dollars,) = (n for n in list_numbers(sums) if n.group.key.unit == "USD" and n.paid_out)
    assert dollars.paid_out == "up to USD 2 million"
    assert dollars.rests_on == "2 deals (stated as: 1 exact, 1 up to)"
    assert [x.deal for x in sums.totals.left_out] == ["deal/none"]


def test_every_saved_query_of_totals_is_seen_as_numbers() -> None:
    assert {q.id for q in CATALOG.queries if q.view == "totals"} == {
        q.id for q in CATALOG.queries if "number" in q.other_views
    }
