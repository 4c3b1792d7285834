"""A funder's share of a joint deal: written on its link, checked against the figure, added in its sum and no other."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cypher.deals import DealBook
from cypher.views.totals import describe_reason, totals_rows
from ledger.amounts import Amount, Interval
from ledger.deals import Deal, Instrument, Side, Stage, WhoseMoney
from ledger.shares import take_per_cent
from ledger.totals import Reason, Totals, take_shares, total
from loader.check import check
from tests.unit.money_worlds import loan
from tests.unit.small_records import deal, folder_of, only, part_of, problems

BANK, LAND = "agency/bank", "country/BB"


def funds(funder: str, amount: str = "", key: str = "") -> str:
    more = (f", amount: {amount}" if amount else "") + (f", key: {key}" if key else "")
    return f"{{type: FUNDS, from: {funder}{more}}}"


def joint(amount: str, *links: str) -> str:
    return deal("d", amount, ", ".join(links), whose_money="mixed")


def shared(amount: str | None, whose_money: WhoseMoney = WhoseMoney.US_GOVERNMENT, **shares: str) -> Deal:
    stated = {who: Amount.parse(share) for who, share in shares.items()}
    figure = Amount.parse(amount) if amount else None
    return loan("d", figure, funders=frozenset("xy"), shares=stated, whose_money=whose_money)


def sum_of(funder: str, deals: list[Deal]) -> Totals:
    return total(take_shares(deals, funder), of_one_funder=True)


def test_shares_are_kept_on_the_links_as_figures_are(tmp_path: Path) -> None:
    checked = check(folder_of(tmp_path, joint("USD 100", funds(BANK, "USD 40 to 60"), funds(LAND, "up to USD 60"))))
    assert checked.problems == ()
    kept = {i.start: i.properties for i in checked.items if getattr(i, "type", "") == "FUNDS"}  # type: ignore[union-attr]
    amount = {name: value for name, value in kept[BANK].items() if name.startswith("amount_")}
    assert amount == {"amount_value": 40, "amount_ceiling": 60, "amount_unit": "USD", "amount_qualifier": "range"}
    assert kept[LAND]["amount_qualifier"] == "up_to"


@pytest.mark.parametrize(
    ("amount", "links", "said"),
    [
        (
            "USD 100", [funds(BANK, "USD 60"), funds(LAND, "USD 50")],
            "the shares in deal/d come to USD 110, more than its USD 100 (records.yaml:1, records.yaml:1); "
            "correct a share, or the deal's figure",
        ),
        (
            "USD 100", [funds(BANK, "EUR 60"), funds(LAND)],
            "the share of agency/bank in deal/d is in EUR, and the deal in USD; "
            "write it in USD as the source does, or leave it out: nothing is converted",
        ),
        (
            "USD 100", [funds(BANK, "40 per_cent"), funds(LAND)],
            "the share of agency/bank in deal/d is in per_cent, and the deal in USD; "
            "write it in USD as the source does, or leave it out: nothing is converted",
        ),
        (
            "USD 100", [funds(BANK, "up to USD 120"), funds(LAND)],
            "the share of agency/bank in deal/d may come to USD 120, more than the deal's USD 100; "
            "correct the share, or the deal's figure",
        ),
        (
            "USD 100", [funds(BANK, "USD 1", "first"), funds(BANK, "USD 2", "second")],
            "agency/bank funds deal/d by 2 links (records.yaml:1, records.yaml:1), and has a share in one; "
            "write one link with the whole of its share",
        ),
        (
            "USD 100", [f"{{type: FUNDS, from: [{BANK}, {LAND}], amount: USD 50}}"],
            "'USD 50' stands for 2 links at once; write a link for each, with its own share",
        ),
        (
            "USD 100", ["{type: GOES_TO, to: country/AA, role: recipient, amount: USD 5}"],
            "GOES_TO has no amount: only FUNDS has one, a funder's share; "
            "write it as the deal's `amount`, or as a deal of its own",
        ),
        (
            "USD 100", [funds(BANK, "USD 5 to 4"), funds(LAND)],
            "the range USD 5 to USD 4 does not rise; "
            "write the lower end first, and `million` or the like at both ends where they differ",
        ),
        (
            "USD 100", [f"{{type: FUNDS, from: {BANK}, amount_value: 5}}"],
            "is written as `amount` in FUNDS; write it as part of `amount`, such as up to USD 10 billion",
        ),
    ],
)  # fmt: skip
def test_a_share_that_cannot_be_is_told(tmp_path: Path, amount: str, links: list[str], said: str) -> None:
    assert only(tmp_path, joint(amount, *links)).endswith(f": {said}")


@pytest.mark.parametrize("amount", ["USD 100", "more than USD 50", "unquantified USD"])
def test_shares_that_the_figure_leaves_room_for_are_no_problem(tmp_path: Path, amount: str) -> None:
    assert problems(tmp_path, joint(amount, funds(BANK, "USD 60"), funds(LAND, "about USD 40"))) == ()


def test_a_share_alone_stands_in_its_funders_sum_and_the_figure_in_that_of_all() -> None:
    deals = [shared("USD 100", x="USD 40"), loan("alone", Amount.parse("USD 5"), funders=frozenset("x"))]
    (mine,) = sum_of("x", deals).groups
    assert mine.interval == Interval(45, 45)
    assert [x.reason for x in sum_of("y", deals[:1]).left_out] == [Reason.JOINT]
    (all_of_it,) = total(deals).groups
    assert all_of_it.interval == Interval(105, 105)


def test_a_share_of_a_figure_that_others_fund_unnamed_is_not_the_whole_figure() -> None:
    one = loan("d", Amount.parse("USD 100"), funders=frozenset("x"), shares={"x": Amount.parse("USD 40")})
    (group,) = sum_of("x", [one]).groups
    assert group.interval == Interval(40, 40)


def test_a_share_of_mixed_money_or_of_no_figure_is_one_funders_and_a_mixed_stage_stays_beside() -> None:
    mixed = shared("USD 100", WhoseMoney.MIXED, x="USD 40")
    assert [g.interval for g in sum_of("x", [mixed]).groups] == [Interval(40, 40)]
    assert [x.reason for x in total([mixed]).left_out] == [Reason.UMBRELLA]
    assert [g.interval for g in sum_of("x", [shared(None, x="USD 4")]).groups] == [Interval(4, 4)]
    several = loan("d", None, stage=Stage.MIXED, instrument=Instrument.MIXED, shares={"x": Amount.parse("USD 4")})
    assert [x.reason for x in sum_of("x", [several]).left_out] == [Reason.UMBRELLA]


def test_a_share_of_mixed_money_is_added_on_its_funders_side_and_holds_its_own_parts() -> None:
    mixed = shared("USD 100", WhoseMoney.MIXED, x="USD 60")
    part = loan("p", Amount.parse("USD 60"), funders=frozenset("x"), wholes=frozenset("d"))
    (group,) = sum_of("x", [mixed, part]).groups
    assert (group.key.side, group.interval) == (Side.US_GOVERNMENT, Interval(60, 60))
    assert [x.deal for x in group.inside] == ["p"]
    (alone,) = sum_of("x", [mixed]).groups
    assert alone.key.side is Side.NOT_STATED


def test_a_share_comes_to_no_more_than_what_it_is_a_share_of() -> None:
    (group,) = sum_of("x", [shared("USD 100", x="more than USD 30")]).groups
    assert group.interval == Interval(30, 100)


def test_rows_say_of_what_it_is_a_share() -> None:
    (own,) = take_shares([shared("USD 100", x="USD 40")], "x")
    book = DealBook((own,), {}, funders={"d": {"x": "X", "y": "Y"}})
    shown = totals_rows(total([own], of_one_funder=True), book)
    rows = [dict(zip(shown.columns, row, strict=True)) for row in shown.rows]
    (row,) = (r for r in rows if r["row"] == "added")
    assert (row["as_written"], row["comes_to"], row["joint_with"]) == ("USD 40", "USD 40", "X; Y")
    assert row["note"] == "its share of a joint figure of USD 100"


def test_rounded_shares_are_a_warning_and_parts_above_a_share_are_none(tmp_path: Path) -> None:
    rounded = check(folder_of(tmp_path, joint("about USD 100", funds(BANK, "about USD 51"), funds(LAND, "USD 50"))))
    assert rounded.problems == ()
    assert any("come to USD 101, more than its USD 100" in str(w) for w in rounded.warnings)
    whole = joint("USD 100", funds(BANK, "USD 30"), funds(LAND, "USD 70"))
    part = deal("p", "USD 60", f"{funds(BANK)}, {{type: PART_OF, to: deal/d}}", whose_money="foreign_public")
    assert "what agency/bank has of the parts of deal/d comes to USD 60, more than its share, USD 30" in only(
        tmp_path, whole + part
    )


def test_a_share_that_stands_as_a_deal_of_its_own_too_is_asked_about(tmp_path: Path) -> None:
    at = "{type: LOCATED_IN, to: country/AA, role: location}"
    alone = deal("own", "USD 60", f"{funds(BANK)}, {at}", whose_money="foreign_public")
    checked = check(folder_of(tmp_path, joint("USD 100", funds(BANK, "USD 60"), funds(LAND), at) + alone))
    assert any("they have a funder's share and the funder and the place in common" in str(w) for w in checked.warnings)


def test_a_share_of_no_figure_and_shares_that_fall_short_are_told(tmp_path: Path) -> None:
    told = only(tmp_path, joint("", funds(BANK, "USD 60"), funds(LAND)))
    assert told.endswith("deal/d has no figure of which agency/bank can have a share; "
                         "write its `amount`, if only `unquantified USD`")  # fmt: skip
    small = funds(BANK, "USD 60 thousand")
    short = check(
        folder_of(tmp_path, joint("USD 9 million", funds(BANK, "USD 60 thousand"), funds(LAND, "USD 20 thousand")))
    )
    assert any("come to USD 80,000, less than its USD 9 million" in str(w) for w in short.warnings)
    open_ = check(folder_of(tmp_path, joint("USD 9 million", small, funds(LAND))))
    assert not any("less than" in str(w) for w in open_.warnings)


def test_a_share_of_a_part_counts_against_the_share_of_the_whole(tmp_path: Path) -> None:
    whole = joint("USD 107", funds(BANK, "USD 10"), funds(LAND, "USD 97"))
    part = deal("p", "USD 50", f"{funds(BANK, 'USD 40')}, {funds(LAND, 'USD 10')}, {part_of('d')}", whose_money="mixed")
    assert "what agency/bank has of the parts of deal/d comes to USD 40, more than its share, USD 10" in only(
        tmp_path, whole + part
    )


def test_a_joint_part_without_shares_is_told_as_lying_in_the_whole_that_counts() -> None:
    whole = shared("USD 300", x="USD 200")
    part = loan("p", Amount.parse("USD 50"), funders=frozenset("xy"), wholes=frozenset("d"))
    (left,) = sum_of("x", [whole, part]).left_out
    assert (left.deal, left.reason, left.inside) == ("p", Reason.JOINT, ("d",))
    book = DealBook((whole, part), {"d": "The plan"})
    assert describe_reason(left, book).startswith("joint, and not itemised in The plan:")


def percent(funder: str, share: str, amount: str = "") -> str:
    return f"{{type: FUNDS, from: {funder}, share: {share}{f', amount: {amount}' if amount else ''}}}"


@pytest.mark.parametrize(
    ("amount", "per_cent", "comes_to"),
    [
        ("USD 480 million", 30, "USD 144 million"),
        ("up to USD 480 million", 30, "up to USD 144 million"),
        ("more than USD 10", 50, "more than USD 5"),
        ("USD 10 to 20", 50, "USD 5 to 10"),
        ("USD 10 to 31", 5, "USD 0 to 2"),
        ("USD 10 to 11", 1, "USD 0 to 1"),
        ("3 projects", 50, "1 to 2 projects"),
        ("up to 5 shares", 12.5, "up to 1 shares"),
        ("about 7 jobs", 33, "about 2 jobs"),
        ("USD 100", 33.3, "USD 33 to 34"),
        ("unquantified USD", 50, "unquantified USD"),
        ("USD 1,000", 12.5, "USD 125"),
    ],
)
def test_a_share_in_per_cent_is_as_firm_as_the_figure(amount: str, per_cent: float, comes_to: str) -> None:
    assert str(take_per_cent(Amount.parse(amount), per_cent)) == comes_to


@pytest.mark.parametrize(
    ("links", "said"),
    [
        ((percent(BANK, "60"), percent(LAND, "50")), "the shares in deal/d come to USD 110, more than its USD 100"),
        ((percent(BANK, "60"), funds(LAND, "USD 50")), "the shares in deal/d come to USD 110, more than its USD 100"),
        ((percent(BANK, "0"), funds(LAND)), "0 of agency/bank|FUNDS|deal/d|funder is no share"),
        ((percent(BANK, "101"), funds(LAND)), "101 of agency/bank|FUNDS|deal/d|funder is no share"),
    ],
)
def test_shares_in_per_cent_that_cannot_be_are_told(tmp_path: Path, links: tuple[str, ...], said: str) -> None:
    assert said in "\n".join(str(p) for p in problems(tmp_path, joint("USD 100", *links)))


@pytest.mark.parametrize(("amount", "count"), [("USD 60", 0), ("USD 61", 0), ("USD 70", 1), ("about USD 55", 1)])
def test_an_amount_and_the_per_cent_beside_it_are_compared(tmp_path: Path, amount: str, count: int) -> None:
    found = check(folder_of(tmp_path, joint("USD 100", percent(BANK, "60", amount), funds(LAND))))
    told = [str(w) for w in found.warnings if "is not 60 per cent of the USD 100 of deal/d" in str(w)]
    assert not found.problems
    assert len(told) == count


def test_a_part_in_another_currency_is_not_held_against_a_share_as_bare_digits(tmp_path: Path) -> None:
    whole = deal("d", "USD 100 million", f"{percent(BANK, '60')}, {percent(LAND, '40')}", whose_money="mixed")
    part = deal(
        "p", "JPY 7500 million", f"{funds(BANK)}, {part_of('d')}", whose_money="mixed", equivalent="USD 50 million"
    )
    assert not problems(tmp_path, whole + part)


@given(st.integers(0, 500), st.integers(1, 99))
def test_two_shares_in_per_cent_hold_the_whole_between_their_floors_and_ceilings(value: int, first: int) -> None:
    whole = Amount.parse(f"{value} projects")
    ends = [take_per_cent(whole, per_cent).interval() for per_cent in (first, 100 - first)]
    assert sum(end.floor for end in ends if end) <= value <= sum(end.ceiling or 0 for end in ends if end)


def test_what_agencies_of_one_country_fund_together_is_theirs_and_with_others_the_share_that_is_told() -> None:
    together, others = loan("a", Amount.parse("USD 7"), funders=frozenset("xy")), frozenset("y")
    with_z = loan("b", Amount.parse("USD 20"), funders=frozenset("yz"), shares={"y": Amount.parse("USD 4")})
    untold = loan("c", Amount.parse("USD 50"), funders=frozenset("xz"))
    found = total(take_shares([together, with_z, untold], "x", others), of_one_funder=True)
    (group,) = found.groups
    assert [(c.deal, c.interval.floor) for c in group.added] == [("a", 7), ("b", 4)]
    assert [(x.deal, x.reason) for x in found.left_out] == [("c", Reason.JOINT)]
    alone = total(take_shares([together], "x"), of_one_funder=True)
    assert [(x.deal, x.reason) for x in alone.left_out] == [("a", Reason.JOINT)]
