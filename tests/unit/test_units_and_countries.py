"""Units that nobody knows, rates, parts in other units, money that cannot be whose it is said to be, and codes."""

from pathlib import Path

import pytest

from ledger.amounts import Amount, BadAmount
from ledger.countries import NAMES, find_code
from ledger.deals import Deal, Instrument, Stage, WhoseMoney
from ledger.totals import Reason, total
from ledger.units import CURRENCIES, UNITS, is_known_unit, suggest_unit
from loader.check import check
from tests.unit.small_records import deal, folder_of, only, part_of, problems


@pytest.mark.parametrize(
    ("amount", "problem"),
    [
        ("10 million dollars", "'dollars' of deal/d is no declared unit; write USD if that is meant, or declare it"),
        ("UDS 10 million", "'UDS' of deal/d is no currency by ISO 4217; write USD if that is meant"),
        (
            "40,000 LCE",
            "'LCE' of deal/d is no currency by ISO 4217; write 40,000 tons_lce, or declare it under `units`",
        ),
        ("5,000 tonnes", "'tonnes' of deal/d is no declared unit; write 5,000 tons, or declare it"),
        ("12 percent", "'percent' of deal/d is no declared unit; write 12 per_cent, or"),
        ("unquantified euros", "'euros' of deal/d is no declared unit; write EUR if that is meant"),
        ("3 wafers", "'wafers' of deal/d is no declared unit; write a currency's code, such as USD"),
        ("USD10bn", "'USD10bn' is not an amount: write USD 10 billion, "),
    ],
)
def test_a_unit_that_nobody_declared_is_told_with_the_one_that_is_meant(
    tmp_path: Path, amount: str, problem: str
) -> None:
    assert only(tmp_path, deal("d", f"'{amount}'")).startswith(f"records.yaml:1: amount: {problem}")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("$10 billion", "USD 10 billion"),
        ("up to €5m", "up to EUR 5 million"),
        ("USD 10bn", "USD 10 billion"),
        ("12 %", "12 per_cent"),
        ("usd 5 million", "USD 5 million"),
    ],
)
def test_an_amount_as_newspapers_write_it_is_refused_with_the_amount_that_is_meant(text: str, meant: str) -> None:
    with pytest.raises(BadAmount) as refused:
        Amount.parse(text)
    assert refused.value.remedy == f"is `{meant}` meant?"


@pytest.mark.parametrize(
    "text", ["1.2.3", "(", "5" * 500, "$", "%", "$ $ 5", "", "unquantified", "5 5 5 5", "x" * 5000]
)
def test_what_is_like_no_amount_at_all_gets_no_guess(text: str) -> None:
    with pytest.raises(BadAmount) as refused:
        Amount.parse(text)
    assert refused.value.remedy == ""


def test_a_data_set_declares_its_own_units(tmp_path: Path) -> None:
    own = "name: test-set\nunits:\n  wafers: discs of silicon\n  wafers_per_month: how many a plant makes\n"
    assert problems(tmp_path, deal("d", "3 wafers"), data_set=own) == ()
    assert check(folder_of(tmp_path, data_set=own)).data_set.units[1].is_added is False


@pytest.mark.parametrize(
    ("units", "problem"),
    [
        ("[wafers]", "units: is no list of units with what they count; write `units: {wafers: what it counts}`"),
        ("{Wafers: discs}", "units.Wafers: is no name of a unit; write small letters"),
        ("{wafers: {a: b}}", "units.wafers: does not say what it counts"),
        ("{tons: mine}", "units.tons: is a unit already; take it out"),
    ],
)
def test_what_declares_no_unit_is_told(tmp_path: Path, units: str, problem: str) -> None:
    assert only(tmp_path, data_set=f"name: test-set\nunits: {units}\n").startswith(f"data_set.yaml:2: {problem}")


def test_a_part_in_another_unit_than_its_whole_is_told_at_its_link(tmp_path: Path) -> None:
    records = deal("whole", "100 tons") + deal("part", "USD 4", part_of("whole"))
    assert only(tmp_path, records) == (
        "records.yaml:2: PART_OF: deal/part is in USD, and deal/whole, inside which it lies, in tons; "
        "correct a unit, or take the link out and say in a claim what belongs together"
    )
    records = deal("whole", "100 tons") + deal("middle", "", part_of("whole"))
    assert problems(tmp_path, records) == ()
    assert "deal/part is in USD, and deal/whole" in only(tmp_path, records + deal("part", "USD 4", part_of("middle")))


def test_a_part_may_be_in_another_currency_where_an_equivalent_tells_it_in_the_other(tmp_path: Path) -> None:
    part = deal("part", "USD 4", part_of("whole"))
    assert problems(tmp_path, deal("whole", "EUR 100", equivalent="USD 117") + part) == ()
    also = deal("part", "USD 4", part_of("whole"), equivalent="EUR 3")
    assert problems(tmp_path, deal("whole", "EUR 100") + also) == ()
    told = only(tmp_path, deal("whole", "EUR 100", equivalent="GBP 88") + part)
    assert "where a source says what deal/part is in EUR, write that as its `equivalent`; else correct a unit" in told


def funded(by: str, whose: str) -> str:
    return deal("d", "USD 4", f"{{type: FUNDS, from: {by}, role: funder}}", whose_money=whose)


PARTIES = """\
- {id: company/c, name: Cee, kind: company, says: Gives., evidence: [paper:1]}
- {id: country/US, name: United States, iso_alpha2: US, says: Gives., evidence: [paper:1]}
- {id: country/FR, name: France, iso_alpha2: FR, says: Gives., evidence: [paper:1]}
- {id: agency/afd, name: AFD, kind: bank, says: Gives., evidence: [paper:1],
   links: [{type: AGENCY_OF, to: country/FR}]}
- {id: agency/dfc, name: DFC, kind: bank, says: Gives., evidence: [paper:1],
   links: [{type: AGENCY_OF, to: country/US}]}
"""


@pytest.mark.parametrize(
    ("by", "whose", "what"),
    [
        ("company/c", "us_government", "us_government money, and company/c, which funds it, is a company"),
        ("agency/afd", "us_government", "us_government money, and agency/afd, which funds it, is of country/FR"),
        ("country/FR", "us_government", "us_government money, and country/FR, which funds it, is of country/FR"),
        ("agency/bank", "private", "private money, and agency/bank, which funds it, is no private company"),
        ("agency/dfc", "foreign_public", "foreign_public money, and agency/dfc, which funds it, is of country/US"),
    ],
)
def test_money_that_cannot_be_its_funders_is_told(tmp_path: Path, by: str, whose: str, what: str) -> None:
    assert only(tmp_path, funded(by, whose), more=PARTIES) == (
        f"records.yaml:1: FUNDS: deal/d is {what}; correct whose money it is, or who funds it"
    )


@pytest.mark.parametrize(
    ("by", "whose"),
    [
        ("company/c", "private"), ("agency/bank", "us_government"), ("country/US", "us_government"),
        ("agency/afd", "foreign_public"), ("company/c", "foreign_public"), ("agency/dfc", "mixed"),
    ],
)  # fmt: skip
def test_money_that_may_be_its_funders_passes(tmp_path: Path, by: str, whose: str) -> None:
    assert problems(tmp_path, funded(by, whose), more=PARTIES) == ()


def test_rates_and_shares_are_never_added() -> None:
    def of(name: str, amount: str) -> Deal:
        text = Amount.parse(amount)
        return Deal(name, name, Instrument.EQUITY, Stage.COMMITTED, WhoseMoney.US_GOVERNMENT, text)

    units = ("per_cent", "per_cent_per_year", "tons_per_year", "usd_per_ton")
    totals = total([of(f"{unit}{n}", f"{n} {unit}") for unit in units for n in (5, 7)] + [of("t", "5 tons")])
    assert [g.key.unit for g in totals.groups] == ["tons"]
    assert [x.reason for x in totals.left_out] == [Reason.RATE] * 8


def test_every_unit_says_whether_it_is_added_and_no_name_is_given_twice() -> None:
    names = [u.name for u in UNITS]
    assert len(set(names)) == len(names)
    assert all(u.meaning for u in UNITS)
    assert {u.name for u in UNITS if not u.is_added} >= {"per_cent", "per_cent_per_year", "tons_per_year"}
    assert len(CURRENCIES) > 150
    assert is_known_unit("USD")
    assert not is_known_unit("XXX")
    assert suggest_unit("UDS") == "USD"


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("UK", "'UK' is no country's code by ISO 3166; write GB, the code of United Kingdom"),
        ("not a code", "'not a code' is no country's code by ISO 3166; write two capital letters"),
        ("fr", "'fr' is no country's code by ISO 3166; write FR, the code of France"),
        ("France", "'France' is no country's code by ISO 3166; write FR"),
        ("FRA", "'FRA' is no country's code by ISO 3166; write two capital letters"),
    ],
)
def test_what_is_no_iso_code_is_told_with_the_one_that_is_meant(tmp_path: Path, code: str, problem: str) -> None:
    record = f"- {{id: country/CC, name: Ceeland, iso_alpha2: {code}, says: Sits., evidence: [paper:1]}}\n"
    assert only(tmp_path, record).startswith(f"records.yaml:1: iso_alpha2: {problem}")


def test_one_code_for_two_countries_is_told(tmp_path: Path) -> None:
    record = "- {{id: country/{0}, name: {1}, iso_alpha2: FR, says: Sits., evidence: [paper:1]}}\n"
    found = only(tmp_path, record.format("CC", "Ceeland") + record.format("DD", "Utopia"))
    assert found.startswith("records.yaml:2: iso_alpha2: country/DD has the code of country/CC, FR; make them one")


def test_a_code_of_another_country_than_the_name_says_is_a_warning(tmp_path: Path) -> None:
    record = "- {id: country/CC, name: Austria, iso_alpha2: AU, says: Sits., evidence: [paper:1]}\n"
    checked = check(folder_of(tmp_path, record))
    assert checked.problems == ()
    assert [str(w) for w in checked.warnings if w.field == "iso_alpha2"] == [
        "records.yaml:1: iso_alpha2: country/CC, 'Austria', has the code of Australia, AU; is AT meant?"
    ]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Côte d’Ivoire", "CI"), ("Ivory Coast", "CI"), ("Türkiye", "TR"), ("Turkey", "TR"), ("Burma", "MM"),
        ("Republic of Kenya", "KE"), ("The Gambia", "GM"), ("DR Congo", "CD"), ("Republic of the Congo", "CG"),
        ("U.S.", None), ("Guinea", "GN"), ("Guinea-Bissau", "GW"), ("Atlantis", None), ("", None),
    ],
)  # fmt: skip
def test_countries_are_known_by_their_names(name: str, code: str | None) -> None:
    assert find_code(name) == code


def test_no_name_is_that_of_two_countries() -> None:
    for code, names in NAMES.items():
        assert {find_code(name) for name in names.split(" | ")} == {code}
