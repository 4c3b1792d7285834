"""The stubs of an article: what is filled in of people, deals and stakes, and that none counts before it is decided."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.articles import Article, split_lines
from ledger.found_names import NameFinder
from loader.check import check
from loader.cite import list_places
from loader.draft import make_files, open_set_and_article
from loader.draft.known import Known, read_known
from loader.draft.stubs import StubMaker, write_stubs
from loader.draft.stubs.day import find_day
from loader.new_set import name_set, write_new_set
from loader.read.yaml_file import read_yaml
from loader.records import RawRecord

SET = """\
- id: country/US
  name: United States
  iso_alpha2: US
  says: The United States stand in notes of ours.
  basis: ours
- {id: country/AR, name: Argentina, iso_alpha2: AR, says: Argentina stands in notes., basis: ours}
- {id: country/EE, name: Estonia, iso_alpha2: EE, says: Estonia stands in notes., basis: ours}
- {id: country/DE, name: Germany, iso_alpha2: DE, says: Germany stands in notes., basis: ours}
- id: agency/exim
  name: Export-Import Bank of the United States
  also_named: [EXIM, US Export-Import Bank]
  kind: bank
  says: EXIM stands in notes of ours.
  basis: ours
  links: [{type: AGENCY_OF, to: country/US}]
- id: company/glencore
  name: Glencore
  kind: company
  says: Glencore stands in notes of ours.
  basis: ours
"""
DATELINE = "WASHINGTON, March 18, 2026"
Record = dict[str, object]


def records_of(tmp_path: Path, *lines: str) -> list[Record]:
    """The stubs of an article whose lines begin with a dateline, as the file that is written has them."""
    folder = tmp_path / "set"
    write_new_set(folder, name_set(folder))
    (folder / "more.yaml").write_text(SET, "utf-8")
    article = split_lines("news.txt", "\n".join([DATELINE, *lines]).encode())
    opened = open_set_and_article(folder, article, "news")
    assert opened.checked.problems == ()
    texts = make_files(article, opened.draft(tmp_path), is_covered=True).texts
    return yaml.load(texts.get("records/news.yaml", "[]"), Loader=yaml.BaseLoader) or []


def only(records: Sequence[Record], beginning: str) -> Record:
    (one,) = [r for r in records if str(r.get("id", r.get("type"))).startswith(beginning)]
    return one


def link(record: Record, type_: str) -> Record:
    links = record["links"]
    assert isinstance(links, list)
    (one,) = [x for x in links if x["type"] == type_]
    return one


@pytest.mark.parametrize(
    ("sentence", "served", "office"),
    [
        ('"It works," said Ann Brandt, EXIM\'s vice president for lending.', "agency/exim",
         "vice president for lending"),
        ("Argentina's mining secretary, Juan Larralde, said nothing.", "country/AR", "mining secretary"),
        ('"It works," said Glencore\'s chief executive, Ruth Dell.', "company/glencore", "chief executive"),
        ('"It works," said Paul Whit, a Glencore spokesman.', "company/glencore", "spokesman"),
        ("EXIM met. Its work goes on, said Li Wan, the bank's chair.", "agency/exim", "chair"),
        ('"It works," said Hiro Tan, a director-general at the trade ministry.', "", "director-general"),
    ],
)  # fmt: skip
def test_a_person_has_the_office_that_the_sentence_gives_on_the_day_of_the_article(
    tmp_path: Path, sentence: str, served: str, office: str
) -> None:
    person = only(records_of(tmp_path, sentence), "person/")
    serves = link(person, "SERVES")
    assert (serves["to"], serves["office"]) == (served, office)
    assert (serves["held_on"], serves["held_on_evidence"]) == ("2026-03-18", ["news:1"])
    assert "held_on (“2026-03-18”)" in str(person["draft"])
    assert str(person["evidence"]).startswith("['news:2")


def test_a_deal_has_figure_sides_stage_and_whose_money_by_the_words(tmp_path: Path) -> None:
    sentence = "The US Export-Import Bank said its board on March 10 approved a $465 million loan to Puna Blanca Litio."
    deal = only(records_of(tmp_path, sentence), "deal/")
    assert (deal["amount"], deal["instrument"], deal["stage"]) == ("USD 465 million", "loan", "approved")
    assert (deal["whose_money"], deal["date"], deal["basis"]) == ("us_government", "2026-03-10", "derived")
    assert link(deal, "FUNDS")["from"] == "agency/exim"
    assert link(deal, "GOES_TO") == {"type": "GOES_TO", "to": "company/puna-blanca-litio", "role": "recipient"}
    assert deal["evidence_for"] == {"date": ["news:1", "news:2"], "links": ["news:2"]}
    assert deal["says"] == (
        "Loan of USD 465 million by US Export Import Bank for Puna Blanca Litio: approved on 2026-03-10."
    )
    assert "stage (“approved”)" in str(deal["draft"])


@pytest.mark.parametrize(
    ("sentence", "instrument", "stage"),
    [
        ("Halden Tin received a letter of interest from EXIM for $87 million.", "letter_of_interest", "letter_issued"),
        ("EXIM has bought 14.5 per cent of Serra Negra for $72 million.", "equity", "committed"),
        ("EXIM is in talks on a loan of $72 million to Serra Negra.", "loan", "negotiating"),
        ("EXIM gave a grant of $2 million to Serra Negra Mining.", "grant", "not_stated"),
    ],
)
def test_the_verb_gives_the_stage_and_the_noun_the_instrument(
    tmp_path: Path, sentence: str, instrument: str, stage: str
) -> None:
    deal = only(records_of(tmp_path, sentence), "deal/")
    assert (deal["instrument"], deal["stage"]) == (instrument, stage)
    assert link(deal, "FUNDS")["from"] == "agency/exim"
    assert str(link(deal, "GOES_TO")["to"]).startswith(("company/halden-tin", "company/serra-negra"))


def test_a_stake_is_a_link_of_its_own_with_its_decimals(tmp_path: Path) -> None:
    made = records_of(tmp_path, "EXIM has bought 14.5 per cent of Serra Negra Terras Raras for $72 million.")
    stake = only(made, "OWNS")
    assert (stake["from"], stake["to"]) == ("agency/exim", "company/serra-negra-terras-raras")
    assert (stake["share"], stake["held_on"]) == ("14.5", "2026-03-18")
    assert "held_on (“2026-03-18”)" in str(stake["draft"])
    assert stake["says"] == "Of Serra Negra Terras Raras, 14.5 per cent are EXIM's."  # no run of the sentence's words


def test_an_offtake_has_buyer_seller_rate_and_tenor(tmp_path: Path) -> None:
    sentence = "The trading house Marusei Shoji will take 4,500 tons of cobalt a year from Glencore for seven years."
    made = records_of(tmp_path, sentence)
    deal = only(made, "deal/")
    assert (deal["instrument"], deal["amount"], deal["tenor"]) == ("offtake", "4,500 tons_per_year", "P7Y")
    links = deal["links"]
    assert isinstance(links, list)
    assert [(x.get("from"), x["role"]) for x in links if x["type"] == "PARTY_TO"] == [
        ("company/marusei-shoji", "buyer"), ("company/glencore", "seller"),
    ]  # fmt: skip
    assert only(made, "company/marusei-shoji")["kind"] == "trader"


def test_what_was_announced_and_is_cancelled_has_a_history_in_a_window_up_to_the_article(tmp_path: Path) -> None:
    sentence = "An EXIM guarantee of $150 million for the Lugenda project, announced on February 4, has been cancelled."
    deal = only(records_of(tmp_path, sentence), "deal/")
    history = deal["history"]
    assert isinstance(history, list)
    assert [(step["stage"], step["date"]) for step in history] == [
        ("announced", "2026-02-04"), ("cancelled", "P42D/2026-03-18"),
    ]  # fmt: skip
    assert "stage" not in deal
    assert link(deal, "PARTY_TO") == {"type": "PARTY_TO", "from": "agency/exim", "role": "guarantor"}


def test_two_lenders_of_one_figure_are_both_funders_and_the_money_of_neither(tmp_path: Path) -> None:
    sentence = (
        "The European Investment Bank and Germany's KfW will jointly lend 240 million euros to a tin plant at Narva in "
        "Estonia run by Balti Magneetid."
    )
    made = records_of(tmp_path, sentence)
    deal = only(made, "deal/")
    links = deal["links"]
    assert isinstance(links, list)
    assert [x["from"] for x in links if x["type"] == "FUNDS"] == ["agency/european-investment-bank", "agency/kfw"]
    assert deal["whose_money"] == "foreign_public"
    assert "money_of" not in deal
    assert only(made, "agency/european-investment-bank")["kind"] == "multilateral_bank"
    assert link(only(made, "agency/kfw"), "AGENCY_OF")["to"] == "country/DE"
    assert link(only(made, "place/narva"), "LIES_IN")["to"] == "country/EE"
    plant = only(made, "project/")
    assert link(plant, "OPERATES")["from"] == "company/balti-magneetid"
    assert link(deal, "GOES_TO")["to"] == plant["id"]


def test_another_figure_for_a_deal_is_a_question_and_no_second_deal(tmp_path: Path) -> None:
    line = (
        "EXIM approved a $465 million loan to Puna Blanca Litio. Puna Blanca put the facility at $410 million. "
        "EXIM did not answer."
    )
    made = records_of(tmp_path, line)
    assert not [r for r in made if r.get("amount") == "USD 410 million"]
    dispute = only(made, "dispute/")
    assert dispute["concerns"] == ["deal/exim-puna-blanca-litio-loan"]
    readings = dispute["readings"]
    assert isinstance(readings, list)
    assert [(r["evidence"], r["says"]) for r in readings] == [(["news:2.1"], ""), (["news:2.2"], "")]
    assert only(made, "company/puna")["also_named"] == ["Puna Blanca"]
    loan = next(r for r in made if r.get("amount") == "USD 465 million")
    assert loan["claims"] == [{"key": "news-2-3", "topic": "description", "evidence": ["news:2.3"], "says": ""}]


def test_no_stub_repeats_a_sentence_and_none_is_made_of_a_byline_or_an_adjective(tmp_path: Path) -> None:
    made = records_of(tmp_path, "By Ann Brandt and Tom Haskett", "The Swiss company's board met in Estonia.")
    assert [r["id"] for r in made] == ["country/CH"]
    assert only(made, "country/CH")["name"] == "Switzerland"


def test_a_draft_is_left_out_until_it_is_decided_and_then_held_to_the_check(tmp_path: Path) -> None:
    folder = tmp_path / "set"
    write_new_set(folder, name_set(folder))
    path = folder / "mine.yaml"
    path.write_text(
        "- id: company/acme\n  draft: write says\n  name: Acme\n  says:\n  evidence: [example:1.1]\n", "utf-8"
    )
    before = check(folder)
    assert before.problems == ()
    assert [str(w) for w in before.warnings] == [
        "mine.yaml:1: draft: 1 record from here on is a draft and will not be loaded; decide what the line `draft` of "
        "each lists, and take it away"
    ]
    assert "company/acme" not in before.index.nodes
    path.write_text(path.read_text("utf-8").replace("  draft: write says\n", ""), "utf-8")
    assert [p.field for p in check(folder).problems] == ["says"]


def test_what_names_a_draft_is_told_where_it_stands(tmp_path: Path) -> None:
    folder = tmp_path / "set"
    write_new_set(folder, name_set(folder))
    records = (
        "- {id: company/acme, draft: write says, name: Acme}\n"
        "- {id: person/ann, name: Ann, says: Ann serves Acme., basis: ours,\n"
        "   links: [{type: SERVES, to: company/acme, office: chair}]}\n"
    )
    (folder / "mine.yaml").write_text(records, "utf-8")
    assert [str(p) for p in check(folder).problems] == [
        "mine.yaml:3: SERVES.to: there is no company/acme; it is a draft, mine.yaml:1: decide that first"
    ]


def test_a_draft_in_json_lines_is_left_out_too(tmp_path: Path) -> None:
    folder = tmp_path / "set"
    write_new_set(folder, name_set(folder))
    (folder / "more.jsonl").write_text('{"id": "company/acme", "draft": "write says", "name": "Acme"}\n', "utf-8")
    checked = check(folder)
    assert (checked.problems, len(checked.warnings)) == ((), 1)


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Known:
    folder = tmp_path_factory.mktemp("known") / "set"
    write_new_set(folder, name_set(folder))
    (folder / "more.yaml").write_text(SET, "utf-8")
    return read_known(check(folder))


PIECES = st.sampled_from(
    [
        "EXIM", "Ann Brandt", "Puna: [x], {y} Litio", '"It works," said', ", the bank's [chair: x", "approved",
        "a loan of",
        "$465 million", "14.5 per cent of", "Swiss", "March 10", "for seven years", "put it at", "'", "#", "- ", "\\",
        "a plant at Narva", "cancelled", "announced", "cobalt", "The company", ".", ",", "” ", "\x7f", "\u202e",
    ]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=14))
@settings(max_examples=60, deadline=None)
def test_whatever_an_article_says_its_stubs_are_drafts_that_can_be_read(known: Known, pieces: list[str]) -> None:
    article = split_lines("news.txt", f"{DATELINE}\n{' '.join(pieces)}".encode("utf-8", "ignore"))
    places = tuple(list_places(article))
    maker = StubMaker(places, "news", known, lambda written: ())
    text = write_stubs([maker.make(place, False, ()) for place in places], "news")
    read = list(read_yaml(BytesIO(text.encode()), "news.yaml"))
    assert all(isinstance(record, RawRecord) and record.fields["draft"] for record in read)


def test_names_in_brackets_places_of_companies_and_who_signed_are_told_apart(tmp_path: Path) -> None:
    made = records_of(
        tmp_path,
        "The Coastal Export Agency (CEA) met Northlight Smelting of Beland.",
        "Its chair signed for the lender, and Ilse Brand for the company.",
    )
    assert [r["id"] for r in made] == [
        "agency/coastal-export-agency", "company/northlight-smelting", "place/beland", "person/ilse-brand",
    ]  # fmt: skip
    assert made[0]["also_named"] == ["CEA"]


def test_what_is_denied_gives_no_stage(tmp_path: Path) -> None:
    deal = only(records_of(tmp_path, "EXIM has not approved the loan of $72 million to Serra Negra Mining."), "deal/")
    assert deal["stage"] == "not_stated"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5 February 2026\nThe bank lends.", "2026-02-05"),
        ("Northport, 5 February 2026 - The bank lends.", "2026-02-05"),
        ("NORTHPORT (News), Feb 5, 2026: The bank lends.", "2026-02-05"),
        ("The bank signed with Orrin Tin on 3 March 2026.", None),
        ("What the two signed in the capital of the country on 3 March 2026 has these parts:\nA loan.", None),
    ],
)
def test_the_day_of_an_article_is_that_of_its_dateline_and_of_no_sentence(text: str, day: str | None) -> None:
    found = find_day(list_places(Article("paper", tuple(text.splitlines()))))
    assert (found.date if found else None) == day


def test_neither_a_currency_nor_what_stands_behind_it_is_of_a_name() -> None:
    text = (
        "Orrin Tin took USD 40 million and 60 per cent of Kalo Mine for EUR 15 million, "
        "with the Export-Import Bank of Ostia."
    )
    names = [name.written for name in NameFinder([]).find_unknown(text)]
    assert names == ["Orrin Tin", "Kalo Mine", "Export-Import Bank of Ostia"]
