"""What is wrong with a set as a whole: passages, disputes, counts; and nothing that only follows from it."""

from pathlib import Path

import pytest

from tests.unit.small_records import deal, only, part_of, problems, warnings

PASSAGES = "passages/paper.yaml:5: "
DISPUTE = """\
    id: dispute/number
    question: How many sat there?
    kind: number
    concerns: [event/talks, country/AA|JOINS|initiative/x|partner]
    readings:
      - {key: two, says: Two., rank: preferred, reason: Closest., evidence: [paper:1]}
    """


def passages(folder: Path, entry: str) -> str:
    text = f"source: source/paper\npassages:\n  - {{cite: 1, origin: source/desk, sha256: {'a' * 64}}}\n"
    more = f"  - {{cite: 2.10, origin: source/desk, sha256: {'a' * 64}}}\n  - {{{entry}}}\n"
    return only(folder, passages__paper=text + more)


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        (f"cite: 3, origin: source/desk, sha256: {'A' * 64}", "passages.3.sha256: is no SHA-256; write the"),
        (f"cite: 3, origin: source/desk, sha256: {'a' * 63}", "passages.3.sha256: is no SHA-256; write the"),
        (f"cite: third, origin: source/desk, sha256: {'a' * 64}", "passages.third: is no place in a source"),
        (f"cite: 0, origin: source/desk, sha256: {'a' * 64}", "passages.0: is no place in a source; write a line"),
        (f"cite: 3, origin: source/dusk, sha256: {'a' * 64}", "origin: there is no source/dusk; declare the origin in"),
        (f"cite: 3, sha256: {'a' * 64}", "passages.2.origin: is missing in source/paper"),
    ],
)
def test_a_bad_passage_is_one_problem_however_much_rests_on_others(tmp_path: Path, entry: str, problem: str) -> None:
    assert passages(tmp_path, entry).startswith(PASSAGES + problem)


def test_passages_of_what_is_no_article_are_refused(tmp_path: Path) -> None:
    text = f"source: source/desk\npassages: [{{cite: 1, origin: source/desk, sha256: {'a' * 64}}}]"
    assert only(tmp_path, passages__desk=text) == (
        "passages/desk.yaml:2: source: source/desk is no article; declare it in sources.yaml with `kind: article`"
    )


def test_a_dispute_is_held_to_its_rules_and_to_what_it_concerns(tmp_path: Path) -> None:
    told = only(tmp_path, disputes__number=DISPUTE)
    assert "concerns country/AA|JOINS|initiative/x|partner, which is no relationship" in told


@pytest.mark.parametrize(
    ("change", "doubt"),
    [
        ({}, "has a single reading: a doubt about one reading is of kind doubtful_reading"),
        ({"kind: number": "kind: doubtful_reading", "preferred": "normal"}, "prefers no reading"),
    ],
)
def test_a_dispute_may_be_odd_or_undecided_and_its_writer_is_asked(
    tmp_path: Path, change: dict[str, str], doubt: str
) -> None:
    text = DISPUTE.replace(", country/AA|JOINS|initiative/x|partner", "")
    for old, new in change.items():
        text = text.replace(old, new)
    (told,) = [w.what for w in warnings(tmp_path, "", disputes__number=text) if w.field == "dispute/number"]
    assert told.startswith(doubt)


def test_a_record_that_cannot_be_read_is_not_also_told_to_be_missing(tmp_path: Path) -> None:
    links = "links: [{type: ATTENDS, to: event/x, role: speaker}]"
    record = f"- {{id: country/CC, name: C, says: Sits., evidence: [paper:1], {links}}}\n"
    for lacks, event in (("says", "kind: forum"), ("kind", "says: It., basis: ours")):
        records = f"{record}- {{id: event/x, name: X, {event}}}\n"
        assert f": {lacks}: is missing in event/x" in only(tmp_path, records)
    assert "events.yaml:1: name: stands twice" in only(tmp_path, record, events="- {id: event/x, name: X, name: Y}")
    assert "events.yaml:3: file: is not YAML" in only(tmp_path, record, events="- id: event/x\n  name: [X\n")


def test_links_of_a_deal_with_a_problem_are_not_told_to_lead_nowhere(tmp_path: Path) -> None:
    records = deal("whole", "USD 10", stage="approve") + deal("part", "USD 4", part_of("whole"))
    assert only(tmp_path, records).startswith("records.yaml:1: stage: 'approve' is none of its terms in deal/whole")


@pytest.mark.parametrize(
    ("expected", "problem"),
    [
        ("counts: {Country: {exactly: 3}}", "counts.Country: there are 2, expected exactly 3; correct the records, or"),
        ("counts: {Country: {at_least: 3, at_most: 5}}", "counts.Country: there are 2, expected at least 3"),
        ("relationships: {FROM_SOURCE: {at_most: 1}}", "relationships.FROM_SOURCE: there are 2, expected at most 1"),
        (
            "counts: {Countries: {at_most: 9}}",
            "counts.Countries: is nothing that expected.yaml says; did you mean",
        ),
        ("counts: {Country: 2}", "counts.Country: '2' is no bound; write Label: {exactly: 3}"),
        ("counts: {Country: {about: 2}}", "counts.Country: 'about: 2' is no bound"),
        ("counts: {Country: {exactly: two}}", "counts.Country: 'exactly: two' is no bound"),
        ("counts: [Country]", "counts: is not a list of names with bounds"),
    ],
)
def test_unexpected_counts_are_told_with_both_numbers(tmp_path: Path, expected: str, problem: str) -> None:
    assert only(tmp_path, expected=expected).startswith(f"expected.yaml:1: {problem}")


def test_counts_as_expected_are_no_problem(tmp_path: Path) -> None:
    bounds = "counts: {Country: {exactly: 2}, Passage: {at_least: 2, at_most: 2}, Deal: {exactly: 0}}"
    assert problems(tmp_path, expected=bounds) == ()
