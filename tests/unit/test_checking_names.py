"""Names so alike that two records may be one thing are told, unless somebody has accepted the pair with a reason."""

from pathlib import Path

import pytest

from loader.check.names import alike
from tests.unit.small_records import only, problems

CITED = "says: Digs., evidence: [paper:1]"
TWO = f"- {{id: company/a, name: Vulcan Element, kind: company, {CITED}}}\n" + (
    f"- {{id: company/b, name: Vulcan Elements, kind: company, {CITED}}}\n"
)
ACCEPTED = "accepted_pairs.yaml:1: pair: "


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Orion Critical Mineral Consortium", "Orion Critical Minerals Consortium", True),
        ("ReElement", "Re Element", True),
        ("Consortium of Orion", "Orion Consortium", True),
        ("Rare earths", "Heavy rare earths", True),
        ("Vulcan Elements", "Vulcan-Elements", True),
        ("US–Peru framework", "US–Paraguay framework", False),
        ("Mine 12", "Mine 13", False),
        ("Kazakhstan", "Uzbekistan", False),
        ("Tin", "Zinc", False),
        ("…", "?", False),
    ],
)
def test_what_is_alike(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is same
    assert alike(other, one) is same


def test_names_alike_are_told_at_the_later_record(tmp_path: Path) -> None:
    assert only(tmp_path, TWO) == (
        "records.yaml:2: name: company/b ('Vulcan Elements') is named almost as company/a ('Vulcan Element'); "
        "make them one record, or accept the pair in accepted_pairs.yaml with the reason"
    )


def test_another_name_that_a_source_uses_counts_as_a_name(tmp_path: Path) -> None:
    records = TWO.replace("name: Vulcan Element,", "name: Fire Metals, also_named: [Vulcan elements],")
    assert "'Vulcan elements'" in only(tmp_path, records)


def test_names_of_different_labels_are_not_compared(tmp_path: Path) -> None:
    assert problems(tmp_path, f"- {{id: company/aland, name: Atlantis, kind: company, {CITED}}}\n") == ()


def test_an_accepted_pair_is_not_told(tmp_path: Path) -> None:
    accepted = "- {pair: [company/b, company/a], because: A source names both.}"
    assert problems(tmp_path, TWO, accepted_pairs=accepted) == ()


@pytest.mark.parametrize(
    ("accepted", "problem"),
    [
        ("{pair: [company/a, company/c], because: Two.}", "there is no company/c; correct the id, or take the pair"),
        ("{pair: [company/a, agency/bank], because: Two.}", "agency/bank and company/a are not named alike; take the"),
        ("{pair: [company/a], because: Two.}", "is no accepted pair; write {pair: [kind/one, kind/other], because:"),
        ("{pair: [company/a, company/b]}", "is no accepted pair; write"),
        ("{pair: [company/a, company/b], because: Two., colour: red}", "is no accepted pair; write"),
    ],
)
def test_a_pair_that_says_nothing_is_told(tmp_path: Path, accepted: str, problem: str) -> None:
    found = [str(p) for p in problems(tmp_path, TWO, accepted_pairs=f"- {accepted}")]
    assert found[0].startswith(f"{ACCEPTED}{problem}")


def test_a_thousand_names_that_share_their_words_are_not_all_compared(tmp_path: Path) -> None:
    many = "".join(f"- {{id: company/c{i}, name: Mine and Smelter, kind: company, {CITED}}}\n" for i in range(150))
    assert problems(tmp_path, many) == ()
