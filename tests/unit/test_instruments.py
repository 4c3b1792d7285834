"""Guarantees, insurance, options, offtakes and stakes: what is no money stands in no sum, and is tied to the rest."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cypher.deals import DealBook
from cypher.instruments import NO_MONEY, describe_no_money, describe_terms
from cypher.model import built_in_model
from cypher.results import GraphNode
from cypher.views.totals import REASONS, totals_rows
from explorer.panels import details
from ledger.amounts import Amount, Interval
from ledger.deals import Deal, Instrument, Stage, WhoseMoney
from ledger.totals import Reason, take_shares, total, why_no_money
from tests.unit.money_worlds import any_records, loan
from tests.unit.small_records import deal, only, part_of, problems, warnings

EXPOSED = {"instrument": "guarantee", "whose_money": "not_stated"}
NOT_MONEY = (
    (Instrument.GUARANTEE, "USD"), (Instrument.GUARANTEE, "per_cent"), (Instrument.INSURANCE, "EUR"),
    (Instrument.OPTION, "USD"), (Instrument.OPTION, "tons"), (Instrument.OFFTAKE, "USD"),
    (Instrument.EQUITY_STAKE, "USD"),
)  # fmt: skip


def secures(*deals: str) -> str:
    return f"{{type: SECURES, to: [{', '.join(f'deal/{d}' for d in deals)}]}}"


@pytest.mark.parametrize(
    ("instrument", "amount", "reason"),
    [
        (Instrument.GUARANTEE, "up to EUR 132 million", Reason.EXPOSURE),
        (Instrument.GUARANTEE, "60 per_cent", Reason.EXPOSURE),
        (Instrument.INSURANCE, "EUR 81 million", Reason.EXPOSURE),
        (Instrument.OPTION, "USD 5 million", Reason.OPTION),
        (Instrument.OPTION, "20,000 tons", Reason.OPTION),
        (Instrument.OFFTAKE, "USD 3 billion", Reason.OFFTAKE_VALUE),
        (Instrument.OFFTAKE, "30,000 tons_per_year", Reason.RATE),
        (Instrument.EQUITY_STAKE, "USD 25 million", Reason.STAKE_VALUE),
        (Instrument.EQUITY_STAKE, "12 per_cent", Reason.RATE),
        (Instrument.GUARANTEE, "unquantified USD", Reason.NO_FIGURE),
    ],
)
def test_what_is_no_money_is_left_out_for_its_own_reason(instrument: Instrument, amount: str, reason: Reason) -> None:
    totals = total([loan("loan", Amount.parse("USD 1")), loan("x", Amount.parse(amount), instrument=instrument)])
    assert [(x.deal, x.reason) for x in totals.left_out] == [("x", reason)]
    assert [g.interval for g in totals.groups] == [Interval(1, 1)]


@pytest.mark.parametrize(
    ("instrument", "amount"),
    [
        (Instrument.OFFTAKE, "30,000 tons"),
        (Instrument.EQUITY_STAKE, "400 shares"),
        (Instrument.EQUITY, "USD 20 million"),
        (Instrument.SUPPLY, "USD 8 million"),
        (Instrument.GRANT, "USD 8 million"),
    ],
)
def test_quantities_and_money_are_added_as_ever(instrument: Instrument, amount: str) -> None:
    (group,) = total([loan("x", Amount.parse(amount), instrument=instrument)]).groups
    assert group.interval == Amount.parse(amount).interval()


def test_a_withdrawn_guarantee_is_withdrawn_and_one_of_mixed_money_is_exposure() -> None:
    guarantee = loan("g", Amount.parse("USD 5"), instrument=Instrument.GUARANTEE)
    told = total([replace(guarantee, id="w", stage=Stage.WITHDRAWN), replace(guarantee, whose_money=WhoseMoney.MIXED)])
    assert {x.deal: x.reason for x in told.left_out} == {"w": Reason.WITHDRAWN, "g": Reason.EXPOSURE}


def test_a_funders_share_of_a_guarantee_is_exposure_too() -> None:
    joint = loan(
        "g", Amount.parse("USD 5"), instrument=Instrument.GUARANTEE, funders=frozenset("xy"),
        shares={"x": Amount.parse("USD 3")},
    )  # fmt: skip
    totals = total(take_shares([joint], "x"), of_one_funder=True)
    assert (totals.groups, [x.reason for x in totals.left_out]) == ((), [Reason.EXPOSURE])


def test_orders_lie_inside_their_framework_and_count_for_its_floor() -> None:
    frame = loan("f", Amount.parse("up to USD 50"), instrument=Instrument.FRAMEWORK)
    orders = [loan(n, Amount.parse(f"USD {n}"), ["f"], instrument=Instrument.SUPPLY) for n in ("8", "12")]
    (group,) = total([frame, *orders]).groups
    assert group.interval == Interval(20, 50)
    bare = [replace(frame, amount=None), *orders]
    assert [g.interval for g in total(bare).groups] == [Interval(20, 20)]


@settings(max_examples=150)
@given(any_records(), st.data())
def test_what_is_no_money_changes_no_sum(deals: list[Deal], data: st.DataObject) -> None:
    """Whatever the new figures lie in, or lie inside of them; what the sums are made of stays as it was."""
    new = []
    for number in range(data.draw(st.integers(1, 3))):
        instrument, unit = data.draw(st.sampled_from(NOT_MONEY))
        inside = frozenset(data.draw(st.sets(st.sampled_from([d.id for d in deals]), max_size=2)))
        wholes = inside.union(*(d.wholes for d in deals if d.id in inside))
        amount = Amount.parse(f"{data.draw(st.integers(0, 99))} {unit}")
        new.append(loan(f"new{number}", amount, wholes, instrument=instrument, stage=data.draw(st.sampled_from(Stage))))
    around = data.draw(st.sets(st.sampled_from([d.id for d in deals]), max_size=2))
    held = [
        replace(d, wholes=d.wholes | {"new0"}) if d.id in around and d.id not in new[0].wholes else d for d in deals
    ]
    after = total([*held, *new])
    assert after.groups == total(deals).groups
    assert {x.deal for x in after.left_out} >= {d.id for d in new}


def test_every_reason_has_words_and_the_left_out_row_shows_the_figure() -> None:
    assert set(REASONS) == set(Reason)
    assert NO_MONEY.items() <= REASONS.items()
    cover = loan("g", Amount.parse("up to EUR 132 million"), instrument=Instrument.GUARANTEE)
    table = totals_rows(total([cover]), DealBook((cover,), {"g": "The guarantee"}))
    (row,) = (dict(zip(table.columns, row, strict=True)) for row in table.rows)
    assert (row["row"], row["as_written"], row["unit"]) == ("left out", "up to EUR 132 million", "EUR")
    assert row["note"] == "a guarantee or cover is exposure, no money given"


def test_a_figure_that_is_no_money_is_told_apart_whatever_others_wrote() -> None:
    def node(**properties: object) -> GraphNode:
        return GraphNode("deal/x", "Deal", properties)

    assert describe_no_money(node(instrument="option", amount_unit="tons")) == NO_MONEY[Reason.OPTION]
    assert describe_no_money(node(instrument="offtake", amount_unit="tons")) == ""
    assert describe_no_money(node(instrument="guarantee")) == ""
    assert describe_no_money(node(instrument=["loan"], amount_unit="USD")) == ""
    assert describe_no_money(node(instrument="guarantee", amount_unit=7)) == NO_MONEY[Reason.EXPOSURE]
    assert describe_terms(node(interest="SOFR + 3.5 per_cent_per_year", tenor="P18M", maturity="2035-06")) == (
        "interest SOFR + 3.5 per cent per year; tenor 18 months; maturity June 2035"
    )
    assert describe_terms(node(tenor="long", maturity=7)) == "tenor long; maturity 7 (not a date)"


COVERS_LOAN = (
    "write {type: SECURES, to: deal/w} where it covers that deal; a package of money and cover is `instrument: mixed`"
)
SERVES = "write {type: ADVANCES, to: deal/w} where it serves that deal"


@pytest.mark.parametrize(
    ("instrument", "amount", "named", "remedy"),
    [
        ("guarantee", "USD 5", "a guarantee", COVERS_LOAN),
        ("insurance", "", "an insurance", COVERS_LOAN),
        ("option", "USD 5", "an option",
         f"{SERVES}; what is agreed once it is taken up is a deal of its own, and may be a part"),
        ("offtake", "USD 5", "the value of an offtake",
         f"{SERVES}; what is paid ahead is a deal of its own, and a framework of such orders `instrument: offtake`"),
        ("equity_stake", "USD 5", "the value of an equity stake",
         f"{SERVES}; money that was paid for the shares is `instrument: equity`"),
    ],
)  # fmt: skip
def test_what_is_no_money_is_no_part_of_money(
    tmp_path: Path, instrument: str, amount: str, named: str, remedy: str
) -> None:
    found = only(tmp_path, deal("w", "USD 9") + deal("p", amount, part_of("w"), instrument=instrument))
    what = f"deal/p is {named}, and deal/w, inside which it lies, is money"
    assert found == f"records.yaml:2: PART_OF: {what}; {remedy}"


def test_an_option_is_no_part_of_what_is_agreed_and_may_be_one_of_a_package(tmp_path: Path) -> None:
    option = deal("p", "5 tons", part_of("w"), instrument="option")
    agreed = deal("w", "9 tons", instrument="supply")
    assert "deal/w, inside which it lies, counts tons that are agreed; write {type: ADVANCES" in only(
        tmp_path, agreed + option
    )
    assert problems(tmp_path, deal("w", "9 tons", instrument="mixed") + option) == ()
    assert problems(tmp_path, deal("w", "", instrument="framework") + option) == ()


def test_a_whole_without_a_figure_is_looked_through(tmp_path: Path) -> None:
    records = deal("w", "USD 9") + deal("m", "", part_of("w")) + deal("p", "USD 5", part_of("m"), **EXPOSED)
    assert "deal/p is a guarantee, and deal/w, inside which it lies, is money" in only(tmp_path, records)


@pytest.mark.parametrize(
    "whole",
    [
        {"instrument": "guarantee"}, {"instrument": "insurance"}, {"instrument": "option"}, {"instrument": "mixed"},
    ],
)  # fmt: skip
def test_covers_may_lie_in_one_another_and_in_a_package(tmp_path: Path, whole: dict[str, str]) -> None:
    records = deal("w", "USD 9", **whole) + deal("p", "USD 20", part_of("w"), **EXPOSED)
    assert problems(tmp_path, records) == ()


def test_a_volume_of_an_offtake_is_a_part_like_others_and_an_order_of_a_framework_too(tmp_path: Path) -> None:
    offtake = {"instrument": "offtake", "stage": "signed"}
    years = deal("w", "9 tons", **offtake) + deal("a", "4 tons", part_of("w"), **offtake)
    assert problems(tmp_path, years) == ()
    orders = deal("f", "up to USD 50", instrument="framework") + deal("o", "USD 8", part_of("f"), instrument="supply")
    assert problems(tmp_path, orders) == ()
    assert "come to USD 60, more than its USD 50" in only(tmp_path, orders + deal("q", "USD 52", part_of("f")))


def test_money_is_no_part_of_a_guarantee(tmp_path: Path) -> None:
    found = only(tmp_path, deal("g", "USD 9", **EXPOSED) + deal("p", "USD 5", part_of("g")))
    assert found == (
        "records.yaml:2: PART_OF: deal/g is a guarantee, and deal/p, which lies inside it, is money; "
        "turn it round where the one covers the other: deal/g has {type: SECURES, to: deal/p}"
    )


def test_only_a_guarantee_or_insurance_secures(tmp_path: Path) -> None:
    found = only(tmp_path, deal("w", "USD 9") + deal("l", "USD 5", secures("w")))
    assert found == (
        "records.yaml:2: SECURES: deal/l is a loan, and only a guarantee or insurance secures a deal; "
        "correct its instrument to `guarantee` or `insurance`, or turn the link round where it is the one covered; "
        "security in things is for a claim"
    )


@pytest.mark.parametrize(
    ("cover", "warned"),
    [("USD 9", False), ("up to USD 9", False), ("up to USD 10", True), ("at least USD 10", True), ("EUR 50", False),
     ("80 per_cent", False), ("unquantified USD", False), ("USD 5 to 10", True)],
)  # fmt: skip
def test_a_cover_above_what_it_secures_is_a_warning(tmp_path: Path, cover: str, warned: bool) -> None:
    found = warnings(tmp_path, deal("w", "USD 9") + deal("g", cover, secures("w"), **EXPOSED))
    assert [str(w) for w in found] == [
        "records.yaml:2: SECURES: deal/g covers USD 10, more than what it secures comes to, USD 9 (deal/w); "
        "correct one of them, name what else it covers, or let it stand where interest or costs are covered too"
    ] * warned


def test_a_cover_of_several_deals_is_held_against_all_of_them(tmp_path: Path) -> None:
    loans = deal("v", "USD 6") + deal("w", "USD 9")
    assert warnings(tmp_path, loans + deal("g", "USD 15", secures("v", "w"), **EXPOSED)) == []
    (warning,) = warnings(tmp_path, loans + deal("g", "USD 16", secures("v", "w"), **EXPOSED))
    assert "USD 15 (deal/v, deal/w)" in warning.what
    open_ended = deal("v", "more than USD 6") + deal("w", "USD 9") + deal("g", "USD 99", secures("v", "w"), **EXPOSED)
    assert warnings(tmp_path, open_ended) == []


def test_reinsurance_secures_a_policy_and_nothing_secures_itself(tmp_path: Path) -> None:
    policy = deal("p", "USD 9", secures("w"), instrument="insurance")
    assert problems(tmp_path, deal("w", "USD 9") + policy + deal("r", "USD 4", secures("p"), **EXPOSED)) == ()
    circle = deal("p", "USD 9", secures("r"), **EXPOSED) + deal("r", "USD 9", secures("p"), **EXPOSED)
    assert only(tmp_path, circle) == (
        "records.yaml:2: SECURES: deal/p secures itself: deal/p secures deal/r secures deal/p; "
        "take out the link that is wrong"
    )


def test_whoever_is_said_to_fund_a_cover_is_asked_about(tmp_path: Path) -> None:
    funds = "{type: FUNDS, from: agency/bank}"
    (warning,) = warnings(tmp_path, deal("g", "USD 9", funds, **EXPOSED))
    assert str(warning) == (
        "records.yaml:1: FUNDS: agency/bank funds deal/g, a guarantee, by which nobody gives money; "
        "write {type: PARTY_TO, role: guarantor} instead of FUNDS"
    )
    party = "{type: PARTY_TO, from: agency/bank, role: guarantor}"
    assert warnings(tmp_path, deal("g", "USD 9", party, **EXPOSED)) == []


@pytest.mark.parametrize(
    ("amount", "instrument", "told"),
    [
        ("USD 9", "equity_stake", "the value of an equity stake, by which nobody gives money; "
         "write {type: PARTY_TO, role: holder} instead of FUNDS, or `instrument: equity` where the money is paid"),
        ("USD 9", "offtake", "the value of an offtake, by which nobody gives money; "
         "write {type: PARTY_TO, role: buyer} instead of FUNDS, or `instrument: supply` where the money is paid"),
        ("9 tons", "offtake", ""),
        ("9 shares", "equity_stake", ""),
        ("9 tons", "option", "an option, by which nobody gives money; "
         "write {type: PARTY_TO, role: holder} instead of FUNDS"),
    ],
)  # fmt: skip
def test_money_that_would_leave_the_sums_by_its_instrument_is_asked_about(
    tmp_path: Path, amount: str, instrument: str, told: str
) -> None:
    found = warnings(tmp_path, deal("d", amount, "{type: FUNDS, from: agency/bank}", instrument=instrument))
    assert [str(w) for w in found] == [f"records.yaml:1: FUNDS: agency/bank funds deal/d, {told}"] * bool(told)


def test_the_panel_says_that_a_guarantee_is_no_money_and_spells_its_terms(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    for draw in ("markdown", "caption"):
        monkeypatch.setattr(details.st, draw, lambda text, **_: told.append(text))
    figure = {"amount_value": 9, "amount_unit": "USD", "amount_qualifier": "up_to"}
    terms = {"tenor": "P18M", "interest": "7 to 8 per_cent_per_year", "maturity": "2035-06"}
    cover = GraphNode("deal/g", "Deal", figure | terms | {"instrument": "guarantee"})
    details._show_amount(cover)
    details._show_properties(cover, built_in_model(), {})
    assert told[:2] == ["##### up to USD 9", "a guarantee or cover is exposure, no money given"]
    lines = {line.partition(":gray[")[2] for line in told[2].split("  \n")}
    assert {"interest] 7 to 8 per cent per year", "tenor] 18 months", "maturity] June 2035"} <= lines
    details._show_amount(GraphNode("deal/l", "Deal", figure | {"instrument": "loan"}))
    assert told[3:] == ["##### up to USD 9"]


def test_a_guarantee_of_a_loan_is_no_twin_of_it_once_they_are_tied(tmp_path: Path) -> None:
    funds = "{type: FUNDS, from: agency/bank}"
    guarantee = {"instrument": "guarantee"}
    untied = warnings(tmp_path, deal("l", "USD 9", funds) + deal("g", "USD 9", funds, **guarantee))
    (asked,) = (w for w in untied if w.field == "amount")
    assert "tie them with MAY_BE_SAME_AS or SECURES" in asked.remedy
    tied = deal("l", "USD 9", funds) + deal("g", "USD 9", f"{funds}, {secures('l')}", **guarantee)
    assert [w.field for w in warnings(tmp_path, tied)] == ["FUNDS"]


@pytest.mark.parametrize(
    ("type_", "told"),
    [("GUARANTEES", "it SECURES the deal"), ("REINSURES", "`role: insurer`"), ("BUYS", "`role: buyer`"),
     ("HAS_OPTION_ON", "`instrument: option`")],
)  # fmt: skip
def test_other_words_for_a_tie_are_told_by_ours(tmp_path: Path, type_: str, told: str) -> None:
    assert told in only(tmp_path, deal("l", "USD 9", f"{{type: {type_}, from: agency/bank}}"))


@pytest.mark.parametrize(
    ("field", "told"),
    [("term", "a duration as `tenor`"), ("interest_rate", "write it as `interest`"), ("premium", "in a claim")],
)
def test_other_names_of_a_term_are_told_by_ours(tmp_path: Path, field: str, told: str) -> None:
    assert told in only(tmp_path, deal("l", "USD 9", **{field: "5"}))


@given(st.sampled_from(Instrument), st.sampled_from(["USD", "tons", "per_cent"]))
def test_only_what_is_named_here_is_no_money(instrument: Instrument, unit: str) -> None:
    assert (why_no_money(instrument, unit) is not None) == (
        instrument in (Instrument.GUARANTEE, Instrument.INSURANCE, Instrument.OPTION)
        or (instrument in (Instrument.OFFTAKE, Instrument.EQUITY_STAKE) and unit == "USD")
    )
