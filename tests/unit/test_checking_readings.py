"""Reasons that count articles, disputes that nobody weighed, and claims that tell as settled what lost."""

from pathlib import Path

import pytest

from loader.check import check
from loader.check.readings import unweighed_disputes
from tests.unit.small_records import deal, folder_of

LOST = "The talks in Atlantis are a decisive turn for the market in tin."
SHOWN = "The talks in Atlantis begin work on the market in tin."


def dispute(reason: str = "Closer to the origin.", more: str = "", lost: str = LOST, rank: str = "preferred") -> str:
    return f"""\
    id: dispute/d
    question: What are the talks?
    kind: wording
    concerns: [event/talks]
    {more}
    readings:
      - {{key: shown, says: {SHOWN}, rank: {rank}, reason: "{reason}", evidence: [paper:1]}}
      - {{key: lost, says: {lost}, rank: normal, reason: Retold., evidence: [paper:2.10]}}
"""


def told(folder: Path, field: str, records: str = "", **more: str) -> list[str]:
    checked = check(folder_of(folder, records, disputes__d=dispute(**more)))
    assert checked.problems == ()
    return [str(w) for w in checked.warnings if w.field == field]


@pytest.mark.parametrize(
    "reason",
    [
        "Three articles agree.", "One of them, in two articles.", "Most sources have it.",
        "The only article with names.", "In all the other reports.", "Every article says so.",
        "12 sources.", "Four of the articles.",
        "Eleven articles have it.", "A dozen reports.", "Two independent sources agree.",
        "The majority of the reports.", "Three separate news reports.", "Neither article says it.",
        "Each article has it.", "The two\\nremaining articles.",
    ],
)  # fmt: skip
def test_a_reason_that_counts_articles_is_warned_of(tmp_path: Path, reason: str) -> None:
    (warning,) = told(tmp_path, "reason", reason=reason)
    assert warning.startswith("disputes/d.yaml:7: reason: the reason of claim/dispute/d/shown counts articles: '")
    assert "articles are not counted" in warning


@pytest.mark.parametrize(
    "reason",
    [
        "Closer to the origin.", "No source takes it apart.", "The article quotes the fact sheet.",
        "One sentence for two.",
        "Two papers on one loan, signed on one day.", "The row tells both sources of money.", "Two sources of finance.",
        "The only noun that any source gives it.", "Three places in one list.", "It fits the rest of its own source.",
    ],
)  # fmt: skip
def test_a_reason_by_the_method_is_left_alone(tmp_path: Path, reason: str) -> None:
    assert told(tmp_path, "reason", reason=reason) == []


def claim(says: str, evidence: str = "paper:2.10") -> str:
    said = f"{{key: k, topic: description, says: {says}, evidence: [{evidence}]}}"
    return f"- {{id: country/CC, name: Ceeland, says: Sits., evidence: [paper:1], claims: [{said}]}}\n"


AGAIN = "Talks in Atlantis were called a decisive turn for the tin market."


def test_a_claim_with_the_passage_and_words_of_a_reading_that_lost_is_warned_of(tmp_path: Path) -> None:
    (warning,) = told(tmp_path, "claims", claim(AGAIN))
    assert warning.startswith("records.yaml:1: claims: claim/country/CC/k says what claim/dispute/d/lost says")
    assert "a reading lives in its dispute alone" in warning


@pytest.mark.parametrize(
    ("says", "evidence"),
    [
        (AGAIN, "paper:1"),
        ("Talks in Atlantis begin the work on the tin market.", "paper:2.10"),
        ("The market in tin is small.", "paper:2.10"),
    ],
)
def test_a_claim_of_other_words_or_passages_is_left_alone(tmp_path: Path, says: str, evidence: str) -> None:
    assert told(tmp_path, "claims", claim(says, evidence)) == []


def test_a_record_and_a_relationship_that_say_themselves_what_lost_are_warned_of(tmp_path: Path) -> None:
    country = claim("The market in tin is small.").replace(
        "says: Sits., evidence: [paper:1]", f"says: {AGAIN}, evidence: [paper:2.10]"
    )
    own = f"{{type: FUNDS, from: agency/bank, says: {AGAIN}, evidence: [paper:2.10]}}"
    found = told(tmp_path, "says", country + deal("loan", "USD 1", own))
    assert [w.partition(" says what ")[0] for w in found] == [
        "records.yaml:1: says: country/CC",
        "records.yaml:2: says: agency/bank|FUNDS|deal/loan|funder",
    ]
    assert "what the preferred reading says" in found[0]


def test_a_record_that_says_one_side_of_what_nobody_has_decided_is_not_sent_to_a_preferred_reading(
    tmp_path: Path,
) -> None:
    country = claim("The market in tin is small.").replace(
        "says: Sits., evidence: [paper:1]", f"says: {AGAIN}, evidence: [paper:2.10]"
    )
    (warning,) = told(tmp_path, "says", country, rank="normal")
    assert "country/CC says what claim/dispute/d/lost says, one reading of a dispute that nobody has decided" in warning
    assert "preferred" not in warning
    assert "let it say what nobody contests, or who says so" in warning


def test_a_claim_may_say_what_holds_beside_the_others(tmp_path: Path) -> None:
    assert told(tmp_path, "claims", claim(AGAIN), more="may_all_hold: true") == []


def test_a_dispute_that_nobody_weighed_is_told_with_both_fields(tmp_path: Path) -> None:
    found = check(folder_of(tmp_path, disputes__d=dispute()))
    assert [str(p) for p in unweighed_disputes(found.index)] == [
        "disputes/d.yaml:1: weight: is missing in dispute/d; "
        "write `weight:` decides, matters or detail; until then it counts as one that matters",
        "disputes/d.yaml:1: would_change: is missing in dispute/d; "
        "write in one line what would change for a reader if another reading held",
    ]
    weighed = check(folder_of(tmp_path, disputes__d=dispute(more="weight: detail\n    would_change: The word.")))
    assert list(unweighed_disputes(weighed.index)) == []
