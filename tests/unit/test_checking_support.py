"""What no passage supports and passages that support nothing: each is told with its own line, both ways."""

from pathlib import Path

import pytest

from tests.unit.small_records import FILES, only, problems

SHA = "c" * 64
COUNTRY = "id: country/CC, name: Ceeland, says: Sits., "
CITED = "evidence: [paper:1], "
DISPUTE = "id: dispute/d, question: Who?, kind: actor, concerns: [country/AA]"


def with_passage(text: str) -> str:
    """The small set's passages and one more, on line 5 of its file."""
    return FILES["passages/paper.yaml"].rstrip(" ") + f"          - {text}\n"


def test_a_passage_that_nothing_cites_is_told_at_its_own_line(tmp_path: Path) -> None:
    found = only(tmp_path, passages__paper=with_passage(f"{{cite: 7.2, origin: source/desk, sha256: {SHA}}}"))
    assert found == (
        "passages/paper.yaml:5: passages.7.2: no record rests on passage/paper/7.2; "
        "cite it in a record, or take the passage out"
    )


@pytest.mark.parametrize(
    "record",
    [
        f"{COUNTRY}{CITED}claims: [{{key: k, topic: plan, says: Plans., evidence: [paper:7]}}]",
        f"{COUNTRY}{CITED}links: [{{type: ATTENDS, to: event/talks, role: speaker, says: S., evidence: [paper:7]}}]",
        f"{COUNTRY}{CITED}evidence_for: {{name: [paper:7]}}",
        f"{DISPUTE}, readings: [{{key: a, says: A., rank: preferred, reason: R., evidence: [paper:7]}}, "
        "{key: b, says: B., rank: normal, reason: R., evidence: [paper:1]}]",
    ],
)
def test_a_passage_is_cited_by_claims_links_single_properties_and_readings(tmp_path: Path, record: str) -> None:
    passages = with_passage(f"{{cite: 7, origin: source/desk, sha256: {SHA}}}")
    assert problems(tmp_path, f"- {{{record}}}\n", passages__paper=passages) == ()


def test_a_passage_is_not_told_while_a_record_that_may_cite_it_cannot_be_read(tmp_path: Path) -> None:
    passages = with_passage(f"{{cite: 7, origin: source/desk, sha256: {SHA}}}")
    found = only(tmp_path, "- {id: country/CC, name: Ceeland, evidence: [paper:7]}\n", passages__paper=passages)
    assert "says: is missing" in found


@pytest.mark.parametrize(
    ("record", "problem"),
    [
        (f"{COUNTRY}{CITED}claims: [{{key: k, topic: plan, says: Plans., evidence: []}}]",
         "evidence: claim/country/CC/k cites no passage; cite source:line, or mark it `basis: ours`"),
        (f"{COUNTRY}{CITED}claims: [{{key: k, topic: plan, says: Plans.}}]",
         "claims.0.evidence: is missing in country/CC; cite passages, such as"),
        (f"{DISPUTE}, readings: [{{key: a, says: A., rank: preferred, reason: R., evidence: []}}, "
         "{key: b, says: B., rank: normal, reason: R., evidence: [paper:1]}]",
         "evidence: claim/dispute/d/a cites no passage; cite source:line"),
    ],
)  # fmt: skip
def test_a_claim_without_a_passage_is_told(tmp_path: Path, record: str, problem: str) -> None:
    assert only(tmp_path, f"- {{{record}}}\n").startswith(f"records.yaml:1: {problem}")


@pytest.mark.parametrize(
    ("passage", "problem"),
    [
        (f"{{cite: 7, sha256: {SHA}}}", "passages.2.origin: is missing in source/paper; write it as docs/records.md"),
        (f"{{cite: 7, origin: source/nobody, sha256: {SHA}}}", "origin: there is no source/nobody; declare the origin"),
    ],
)
def test_a_passage_without_an_origin_is_told(tmp_path: Path, passage: str, problem: str) -> None:
    found = [str(p) for p in problems(tmp_path, passages__paper=with_passage(passage))]
    assert found[0].startswith(f"passages/paper.yaml:5: {problem}")
