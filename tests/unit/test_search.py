"""What the search finds by which name, and in which order."""

import unicodedata

import pytest

from cypher.search.rank import How, Named, rank
from cypher.search.terms import questions, search_text
from cypher.search.unique import captions
from ledger.names import all_initials, plain_words

NODES = (
    Named("country/AU", "Country", "Australia"),
    Named("country/CI", "Country", "Côte d’Ivoire", ("Ivory Coast",)),
    Named("agency/ustr", "Agency", "US Trade Representative", ("USTR",)),
    Named("agency/kfw", "Agency", "KfW"),
    Named("agency/usgs", "Agency", "United States Geological Survey"),
    Named("company/glencore", "Company", "Glencore"),
    Named("deal/glencore-orion-memorandum", "Deal", "Glencore and Orion: memorandum"),
    Named("initiative/forge", "Initiative", "Forum on Resource Geostrategic Engagement", ("FORGE",)),
    Named("place/lodz", "Place", "Łódź"),
)


def first(typed: str) -> tuple[str, How]:
    found = rank(typed, NODES)[0]
    return found.id, found.how


@pytest.mark.parametrize(
    ("typed", "wanted", "how"),
    [
        ("USTR", "agency/ustr", How.OTHER_NAME),
        ("ustr", "agency/ustr", How.OTHER_NAME),
        ("FORGE", "initiative/forge", How.OTHER_NAME),
        ("USGS", "agency/usgs", How.ID),
        ("FRGE", "initiative/forge", How.INITIALS),
        ("Kwf", "agency/kfw", How.NAME),
        ("cote divoire", "country/CI", How.NAME),
        ("CÔTE D'IVOIRE", "country/CI", How.NAME),
        ("ivory", "country/CI", How.OTHER_NAME),
        ("lodz", "place/lodz", How.NAME),
        ("glencoer", "company/glencore", How.NAME),
        ("glen", "company/glencore", How.NAME),
        ("memorandum orion", "deal/glencore-orion-memorandum", How.NAME),
        ("geologcal survey", "agency/usgs", How.NAME),
        ("austral", "country/AU", How.NAME),
    ],
)
def test_by_which_name_a_thing_is_found_first(typed: str, wanted: str, how: How) -> None:
    assert first(typed) == (wanted, how)


def test_whoever_types_ustr_is_not_shown_australia() -> None:
    assert [f.id for f in rank("USTR", NODES)] == ["agency/ustr"]


def test_either_unicode_form_finds_either() -> None:
    for form in ("NFC", "NFD"):
        assert first(unicodedata.normalize(form, "Łódź"))[0] == "place/lodz"
        turned = (Named("place/x", "Place", unicodedata.normalize(form, "Süd-Kivu")),)
        assert [f.id for f in rank(unicodedata.normalize("NFC", "süd-kivu"), turned)] == ["place/x"]


def test_a_slip_is_forgiven_only_where_nothing_fits_without() -> None:
    near = (*NODES, Named("company/glencare", "Company", "Glencare"))
    assert [f.id for f in rank("glencore", near)] == ["company/glencore", "deal/glencore-orion-memorandum"]


def test_words_of_which_only_some_fit_come_only_where_nothing_fits_whole() -> None:
    assert {f.id for f in rank("Glencore Zug", NODES)} == {"company/glencore", "deal/glencore-orion-memorandum"}


@pytest.mark.parametrize("typed", ["", "   ", "!!!", "·", "\u200b"])
def test_what_holds_no_word_finds_nothing(typed: str) -> None:
    assert rank(typed, NODES) == []
    assert list(questions(typed)) == []


def test_nothing_that_is_typed_is_a_command_to_the_index() -> None:
    for question in questions('a:b OR (c) "d~9" /e.*/ [f TO g] \\ NOT h* && ^2'):
        assert set(question.replace("~2", "")) <= set("abcdefghortn29 +=*()")


def test_a_node_is_to_be_found_by_its_names_their_initials_and_its_id() -> None:
    words = search_text("agency/dfc", ("International Development Finance Corporation", "DFC")).split()
    assert {"international", "finance", "idfc", "dfc", "=dfc"} <= set(words)


def test_initials_with_and_without_small_words_and_with_abbreviations_whole() -> None:
    assert {"doe", "de"} <= set(all_initials("Department of Energy"))
    assert "ustr" in set(all_initials("U.S. Trade Representative"))
    assert list(all_initials("Glencore")) == []


def test_words_of_scripts_whose_vowels_are_signs_stay_whole() -> None:
    assert len(plain_words("दिल्ली मुंबई")) == 2
    assert plain_words("中国铝业") == ("中国铝业",)


def test_two_of_one_name_are_told_apart_by_kind_and_then_by_id() -> None:
    things = [("Orion", "Company", "company/orion"), ("Orion", "Deal", "deal/orion"),
              ("orion ", "Deal", "deal/orion-2"), ("Tin", "Mineral", "mineral/tin")]  # fmt: skip
    made = captions(things)
    assert len(set(made)) == len(things)
    assert made[0] == "Orion  ·  Company"
    assert made[1] == "Orion  ·  Deal  ·  deal/orion"
    assert made[3] == "Tin  ·  Mineral"
