"""What stands beside a figure is checked: its measure, its equivalent, what is paid out, undisbursed, outstanding."""

from pathlib import Path

import pytest

from loader.check import check
from tests.unit.small_records import deal, folder_of, only, part_of, problems, warnings

METAL, GROSS = {"measured_as": "contained_metal"}, {"measured_as": "gross_weight"}


@pytest.mark.parametrize(
    ("amount", "fields", "said"),
    [
        ("USD 5", METAL, "measured_as: deal/d is in USD, and only a quantity is measured as contained metal; "
         "take it out; `basis` says how a fact follows from its evidence"),
        ("5 tons_lce", METAL, "measured_as: deal/d is in tons_lce, which is lithium carbonate, and measured as "
         "contained metal; correct the unit to tons, or take this out"),
        ("", {"amount_of": "stock"}, "amount_of: deal/d says how its figure is measured, and has none; "
         "write its `amount`, or take this out"),
        ("USD 5", {"equivalent": "USD 4"}, "equivalent: USD 4 of deal/d is in the currency of its amount, USD 5; "
         "write it in the other currency, or, where the sources differ, as a reading of a dispute"),
        ("USD 5", {"equivalent": "4 euros"}, "equivalent: 4 euros of deal/d is no equivalent in another currency: "
         "euros is none; write EUR if that is meant"),
        ("5 tons", {"equivalent": "EUR 4"}, "equivalent: EUR 4 of deal/d is no equivalent in another currency: "
         "tons is none; say in a claim what else it is told as"),
        ("USD 5", {"equivalent": "about four"}, "equivalent: 'about four' is not an amount: write USD 10 billion, "
         "up to USD 700 million, more than 5 countries, USD 2 to 3 billion or unquantified USD; see docs/records.md"),
        ("USD 5", {"paid_out": "EUR 4"}, "paid_out: EUR 4 of deal/d is in EUR, and its amount in USD; "
         "write it in USD as the source does, or leave it out: nothing is converted"),
        ("USD 5", {"paid_out": "USD 6 to 7"}, "paid_out: USD 6 to 7 is more than deal/d comes to, USD 5; "
         "correct one of the two"),
        ("", {"undisbursed": "USD 6"}, "undisbursed: deal/d has no figure beside which USD 6 can stand; "
         "write its `amount`, if only `unquantified USD`"),
        ("USD 5", {"paid_out": "USD 3", "undisbursed": "USD 4"}, "undisbursed: what of deal/d is paid out and "
         "undisbursed comes to USD 7, more than its USD 5; correct one of the three"),
        ("USD 5", {"paid_out": "USD 3", "repaid": "USD 4"}, "repaid: more of deal/d is repaid, USD 4, than was paid "
         "out, USD 3; correct one of the two; interest that is paid is a claim"),
        ("USD 5", {"told_as_of": "31 December"}, "told_as_of: '31 December' is not a date in deal/d; "
         "write 2026-02-04, 2025-12, 2025, or a window by its end, P5M/2026-02-04"),
    ],
)  # fmt: skip
def test_what_cannot_stand_beside_a_figure_is_told(
    tmp_path: Path, amount: str, fields: dict[str, str], said: str
) -> None:
    assert only(tmp_path, deal("d", amount, **fields)) == f"records.yaml:1: {said}"


@pytest.mark.parametrize(
    ("mine", "its", "said"),
    [
        (METAL, GROSS, "deal/p has measured_as contained_metal, and deal/w, inside which it lies, "
         "measured_as gross_weight"),
        (METAL, {}, "deal/p has measured_as contained_metal, and deal/w, inside which it lies, no measured_as"),
        ({"amount_of": "release"}, {"amount_of": "stock"},
         "deal/p has amount_of release, and deal/w, inside which it lies, amount_of stock"),
        ({"amount_period": "2024"}, {"amount_period": "2023"},
         "deal/p has amount_period 2024, and deal/w, inside which it lies, amount_period 2023"),
    ],
)  # fmt: skip
def test_a_part_measured_otherwise_than_its_whole_is_told(
    tmp_path: Path, mine: dict[str, str], its: dict[str, str], said: str
) -> None:
    found = only(
        tmp_path, deal("w", "9 tons", **its) + deal("m", "", part_of("w")) + deal("p", "5 tons", part_of("m"), **mine)
    )
    field = next(iter(mine))
    remedy = f"write one `{field}` at both where the source means one, or take the link out"
    assert found == f"records.yaml:3: PART_OF: {said}; {remedy}"


def test_a_part_with_a_time_inside_a_whole_without_is_told_where_its_time_belongs(tmp_path: Path) -> None:
    found = only(tmp_path, deal("w", "9 tons") + deal("p", "5 tons", part_of("w"), amount_period="2024"))
    assert "write `since` and `until` at deal/p, the time in which it holds, or take the link out" in found


def test_what_fits_is_kept_as_we_write_it(tmp_path: Path) -> None:
    beside = {"equivalent": "EUR 4500000", "paid_out": "USD 2000000", "undisbursed": "about USD 3 million"}
    checked = check(folder_of(tmp_path, deal("d", "up to USD 5 million", **beside)))
    assert checked.problems == ()
    kept = checked.index.deals["deal/d"].properties
    assert (kept["equivalent"], kept["paid_out"]) == ("EUR 4.5 million", "USD 2 million")
    measured = deal("w", "unquantified tons") + deal("p", "5 tons", part_of("w"), **METAL)
    assert problems(tmp_path, measured) == ()
    same = deal("w", "9 tons", **GROSS) + deal("p", "5 tons", part_of("w"), **GROSS)
    assert problems(tmp_path, same) == ()


def test_one_deal_entered_in_two_currencies_is_asked_about(tmp_path: Path) -> None:
    funder = "{type: FUNDS, from: agency/bank}"
    one = deal("one", "USD 100", funder, equivalent="EUR 92")
    for amount, asked in (("EUR 92", True), ("EUR 93", False), ("USD 92", False)):
        warnings = check(folder_of(tmp_path, one + deal("other", amount, funder))).warnings
        assert [("deal/one" in str(w) and "deal/other" in str(w)) for w in warnings if "figure" in str(w)] == (
            [True] if asked else []
        )


def test_a_thing_that_is_no_deal_has_no_figures_beside(tmp_path: Path) -> None:
    record = "- {id: agency/x, name: X, kind: bank, says: Lends., evidence: [paper:1], paid_out: USD 5}"
    assert "an Agency has no property 'paid_out'" in only(tmp_path, record)


def test_more_may_be_owed_than_was_lent(tmp_path: Path) -> None:
    assert problems(tmp_path, deal("d", "USD 100", outstanding="USD 104")) == ()


def test_a_part_is_measured_as_the_nearest_whole_with_a_figure(tmp_path: Path) -> None:
    between = deal("m", "unquantified tons", part_of("w"), **GROSS)
    told = only(tmp_path, deal("w", "9 tons", **GROSS) + between + deal("p", "9 tons", part_of("m"), **METAL))
    assert "deal/p has measured_as contained_metal, and deal/w, inside which it lies, measured_as gross_weight" in told
    assert problems(tmp_path, deal("w", "9 tons", **GROSS) + deal("p", "unquantified tons", part_of("w"))) == ()


@pytest.mark.parametrize("what", ["cost", "claim"])
def test_money_that_nobody_gave_may_be_a_cost_or_claim_and_is_funded_by_nobody(tmp_path: Path, what: str) -> None:
    put_at = deal("d", "USD 5", amount_of=what, whose_money="not_stated")
    assert warnings(tmp_path, put_at) == []
    funded = put_at.replace("links: []", "links: [{type: FUNDS, from: agency/bank}]")
    (told,) = warnings(tmp_path, funded)
    assert told.what == f"agency/bank funds deal/d, whose figure is a {what}, which nobody has given"


def test_a_cost_is_no_part_of_money(tmp_path: Path) -> None:
    whole, part = deal("w", "USD 9"), deal("p", "USD 5", part_of("w"), amount_of="cost")
    assert "deal/p has amount_of cost, and deal/w, inside which it lies, no amount_of" in only(tmp_path, whole + part)
