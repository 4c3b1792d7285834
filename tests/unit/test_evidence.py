"""Evidence: fingerprints that survive copying, sentences that can be counted, and origins that are counted once."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.evidence import Passage, count_support, hash_passage, normalise, split_sentences

SPACES = ["\u00a0", "\u2003", "\t", "\r\n", "  "]


def passage(source: str, origin: str) -> Passage:
    return Passage(f"passage/{source}/1", f"source/{source}", 1, None, "0" * 64, f"source/{origin}")


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(st.lists(st.text("abcé“”.", min_size=1), min_size=1), st.data())
def test_a_fingerprint_survives_other_white_space_and_other_code_points(words: list[str], data: st.DataObject) -> None:
    copied = "".join(word + data.draw(st.sampled_from(SPACES)) for word in words)
    assert hash_passage(unicodedata.normalize("NFD", "\n" + copied)) == hash_passage(" ".join(words))


def test_a_fingerprint_differs_by_case_and_by_punctuation() -> None:
    told = ("Up to $10 billion", "up to $10 billion", "Up to $10 billion.", "Upto $10 billion")
    assert len({hash_passage(text) for text in told}) == 4


def test_a_fingerprint_is_the_sha_256_that_anyone_can_compute() -> None:
    # printf 'abc' | sha256sum
    assert hash_passage(" abc\n") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@given(st.text(st.sampled_from('aB.?! “”"U.S.')))
def test_sentences_put_together_are_the_line(line: str) -> None:
    assert " ".join(split_sentences(line)).split() == normalise(line).split()


@pytest.mark.parametrize(
    "line",
    [
        "The U.S. Export-Import Bank lends it.",
        "A plant in St. Ann Parish and one near it.",
        "Mr. Rubio spoke to Dr. Birol and Ms. Reeves.",
        "It costs $1.5 billion in all, e.g. for tin.",
        "Signed on Feb. 4 by both.",
    ],
)
def test_abbreviations_and_decimals_do_not_end_a_sentence(line: str) -> None:
    assert split_sentences(line) == [line]


def test_sentences_end_behind_closing_quotes_and_start_with_opening_ones() -> None:
    line = "He said: “It is signed.” “Really?” The bank (EXIM) agreed! (Nobody else did.) Then they left."
    assert split_sentences(line) == [
        "He said: “It is signed.”",
        "“Really?”",
        "The bank (EXIM) agreed!",
        "(Nobody else did.)",
        "Then they left.",
    ]


def test_two_articles_with_one_origin_are_one_origin() -> None:
    found = count_support([passage("uni", "fact-sheet"), passage("ani", "fact-sheet"), passage("uni", "fact-sheet")])
    assert found.articles == ("source/ani", "source/uni")
    assert found.origins == ("source/fact-sheet",)


def test_one_article_that_repeats_two_origins_rests_on_both() -> None:
    found = count_support([passage("uni", "fact-sheet"), passage("uni", "uni-desk")])
    assert len(found.articles) == 1
    assert found.origins == ("source/fact-sheet", "source/uni-desk")


def test_no_evidence_is_not_one_origin() -> None:
    assert count_support([]).origins == ()
