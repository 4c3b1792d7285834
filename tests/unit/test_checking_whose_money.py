"""Whose money a deal is: the government or bank that is named, who funds it, and the whole inside which it lies."""

from pathlib import Path

import pytest

from loader.check import check
from loader.records import Severity
from tests.unit.small_records import deal, folder_of, only, part_of, problems

PARTIES = """\
- {id: country/CC, name: Cimmeria, iso_alpha2: US, says: Takes part., evidence: [paper:1]}
- id: agency/aa-bank
  name: Atlantean Bank
  kind: bank
  says: Lends.
  evidence: [paper:1]
  links: [{type: AGENCY_OF, to: country/AA}]
- {id: agency/all-bank, name: Bank of Many, kind: multilateral_bank, says: Lends., evidence: [paper:1]}
- {id: company/firm, name: Firm, kind: company, says: Lends., evidence: [paper:1]}
"""
OF_AA = {"whose_money": "public", "money_of": "country/AA"}


def funded_by(party: str) -> str:
    return f"{{type: FUNDS, from: {party}}}"


@pytest.mark.parametrize("funder", ["country/AA", "agency/aa-bank", "company/firm", "agency/bank"])
def test_money_of_a_government_may_come_from_it_its_bank_or_by_way_of_a_company(tmp_path: Path, funder: str) -> None:
    assert not problems(tmp_path, PARTIES + deal("d", "EUR 5", funded_by(funder), **OF_AA))


OFFICE = "- {{id: agency/desk, name: Desk, kind: office, says: A desk., evidence: [paper:1], links: [{}]}}\n"


@pytest.mark.parametrize(
    "of", ["{type: AGENCY_OF, to: agency/aa-bank}", "{type: AGENCY_OF, to: [country/AA, agency/aa-bank]}"]
)
def test_an_office_of_a_body_is_of_the_country_of_that_body(tmp_path: Path, of: str) -> None:
    records = PARTIES + OFFICE.format(of)
    assert not problems(tmp_path / "own", records + deal("d", "EUR 5", funded_by("agency/desk"), **OF_AA))
    other = {"whose_money": "public", "money_of": "country/BB"}
    found = only(tmp_path / "other", records + deal("d", "EUR 5", funded_by("agency/desk"), **other))
    assert "and of country/BB, and agency/desk, which funds it, is another" in found


def test_an_office_of_a_bank_of_many_states_is_of_no_one_country(tmp_path: Path) -> None:
    records = PARTIES + OFFICE.format("{type: AGENCY_OF, to: agency/all-bank}")
    assert not problems(tmp_path, records + deal("d", "EUR 5", funded_by("agency/desk"), whose_money="multilateral"))


def test_money_of_a_bank_may_come_from_its_country(tmp_path: Path) -> None:
    fields = {"whose_money": "public", "money_of": "agency/aa-bank"}
    assert not problems(tmp_path, PARTIES + deal("d", "EUR 5", funded_by("country/AA"), **fields))


@pytest.mark.parametrize(
    ("fields", "funder", "said"),
    [
        (OF_AA, "country/BB", "FUNDS: deal/d is public money, and of country/AA, and country/BB, which funds it, is "
         "another; correct whose money it is, or who funds it"),
        ({"whose_money": "public", "money_of": "agency/all-bank"}, "agency/aa-bank",
         "FUNDS: deal/d is public money, and of agency/all-bank, and agency/aa-bank, which funds it, is another; "
         "correct whose money it is, or who funds it"),
        ({"whose_money": "multilateral"}, "agency/aa-bank", "FUNDS: deal/d is multilateral money, and agency/aa-bank, "
         "which funds it, is of one country; correct whose money it is, or who funds it"),
        ({"whose_money": "multilateral"}, "company/firm", "FUNDS: deal/d is multilateral money, and company/firm, "
         "which funds it, is a company; correct whose money it is, or who funds it"),
        ({"whose_money": "public"}, "country/AA", "money_of: deal/d is public money, and of whom is not said; write "
         "`money_of: country/XX` or the public bank's id; `foreign_public` where no source says it"),
        ({"whose_money": "private", "money_of": "country/AA"}, "company/firm", "money_of: deal/d is private money, and "
         "of country/AA; write `whose_money: public`, or take it out"),
        ({"whose_money": "us_government", "money_of": "country/CC"}, "country/CC", "money_of: deal/d is us_government "
         "money, and of country/CC; leave it out: who funds it has a FUNDS link"),
        ({"whose_money": "public", "money_of": "country/CC"}, "country/CC", "money_of: deal/d is money of country/CC, "
         "which is the US government's; write `whose_money: us_government`, and leave `money_of` out"),
        ({"whose_money": "public", "money_of": "company/firm"}, "company/firm", "money_of: company/firm is a Company, "
         "and public money is a country's or an agency's; name the government or public bank whose it is"),
        ({"whose_money": "public", "money_of": "country/AX"}, "company/firm",
         "money_of: there is no country/AX; did you mean country/AA?"),
        ({"whose_money": "public", "money_of": "Atlantis"}, "company/firm",
         "money_of: 'Atlantis' is no id of a country or agency; write its id, such as country/XX"),
    ],
)  # fmt: skip
def test_money_that_cannot_be_whose_it_is_said_to_be_is_told(
    tmp_path: Path, fields: dict[str, str], funder: str, said: str
) -> None:
    found = only(tmp_path, PARTIES + deal("d", "EUR 5", funded_by(funder), **fields))
    assert found == f"records.yaml:{PARTIES.count(chr(10)) + 1}: {said}"


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        ({"whose_money": "private"}, {}, "deal/p is private money, and deal/w, inside which it lies, us_government"),
        (OF_AA, {"whose_money": "private"}, "deal/p is public money, and deal/w, inside which it lies, private"),
        (OF_AA, {"whose_money": "public", "money_of": "country/BB"},
         "deal/p is money of country/AA, and deal/w, inside which it lies, of country/BB"),
    ],
)  # fmt: skip
def test_a_part_of_another_side_than_its_whole_is_told(
    tmp_path: Path, part: dict[str, str], whole: dict[str, str], said: str
) -> None:
    found = only(tmp_path, PARTIES + deal("w", "EUR 9", **whole) + deal("p", "EUR 5", part_of("w"), **part))
    assert said in found
    assert "correct whose money one of them is, write `mixed` at the whole, or take the link out" in found


@pytest.mark.parametrize("whole", ["mixed", "blended", "not_stated", "foreign_public"])
def test_money_of_a_government_may_lie_in_a_whole_that_says_less(tmp_path: Path, whole: str) -> None:
    records = PARTIES + deal("w", "EUR 9", whose_money=whole) + deal("p", "EUR 5", part_of("w"), **OF_AA)
    assert not problems(tmp_path, records)


@pytest.mark.parametrize(("share", "count"), [("share: 60", 1), ("share: 50", 0), ("holding: direct", 1)])
def test_private_money_of_a_company_that_a_state_owns_is_asked_about(tmp_path: Path, share: str, count: int) -> None:
    stake = f"{{type: OWNS, from: country/AA, {share}}}"
    records = PARTIES.replace("company, says: Lends.", f"company, links: [{stake}], says: Lends.")
    found = check(folder_of(tmp_path, records + deal("d", "EUR 5", funded_by("company/firm"), whose_money="private")))
    assert not found.problems
    told = [w for w in found.warnings if "belongs to country/AA" in w.what]
    assert len(told) == count
    assert all(w.severity is Severity.WARNING and "`money_of: country/AA`" in w.remedy for w in told)


def test_money_of_the_us_government_cannot_come_from_another_country_without_a_code(tmp_path: Path) -> None:
    found = only(tmp_path, PARTIES + deal("d", "USD 5", funded_by("agency/aa-bank")))
    assert "deal/d is us_government money, and agency/aa-bank, which funds it, is of country/AA" in found
    assert not problems(tmp_path, PARTIES + deal("d", "USD 5", funded_by("country/CC")))


def test_money_of_a_country_and_of_its_bank_may_lie_in_one_another(tmp_path: Path) -> None:
    bank = {"whose_money": "public", "money_of": "agency/aa-bank"}
    assert not problems(tmp_path, PARTIES + deal("w", "EUR 9", **OF_AA) + deal("p", "EUR 5", part_of("w"), **bank))


def test_a_stake_that_has_ended_makes_nothing_a_states(tmp_path: Path) -> None:
    stake = "{type: OWNS, from: country/AA, share: 60, until: 2020}"
    records = PARTIES.replace("company, says: Lends.", f"company, links: [{stake}], says: Lends.")
    found = check(folder_of(tmp_path, records + deal("d", "EUR 5", funded_by("company/firm"), whose_money="private")))
    assert not [w for w in found.warnings if "belongs to" in w.what]


@pytest.mark.parametrize(
    ("fields", "party", "said"),
    [
        ({"whose_money": "us_government"}, "{type: PARTY_TO, from: company/firm, role: guarantor}",
         "deal/d is us_government money, and company/firm, which guarantees it, is a company"),
        (OF_AA, "{type: PARTY_TO, from: country/BB, role: insurer}",
         "deal/d is public money, and of country/AA, and country/BB, which insures it, is another"),
        (OF_AA, "{type: PARTY_TO, from: agency/aa-bank, role: guarantor}", ""),
        (OF_AA, "{type: PARTY_TO, from: country/BB, role: beneficiary}", ""),
        ({"whose_money": "not_stated"}, "{type: PARTY_TO, from: company/firm, role: guarantor}", ""),
    ],
)  # fmt: skip
def test_who_guarantees_or_insures_by_itself_is_whose_money_its_cover_is(
    tmp_path: Path, fields: dict[str, str], party: str, said: str
) -> None:
    cover = deal("d", "EUR 5", f"{party}, {{type: SECURES, to: deal/l}}", **{"instrument": "guarantee", **fields})
    checked = check(folder_of(tmp_path, PARTIES + cover + deal("l", "EUR 9", whose_money="not_stated")))
    assert not checked.problems
    assert [w.what for w in checked.warnings if w.field == "PARTY_TO"] == ([said] if said else [])
