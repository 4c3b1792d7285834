"""Deals whose figures cannot be added soundly are refused: circles, parts above their whole, parts of two wholes."""

from pathlib import Path

import pytest

from loader.check import check
from tests.unit.small_records import deal, folder_of, only, part_of, problems, warnings


def told(folder: Path, *records: str) -> list[str]:
    return [str(p) for p in problems(folder, "".join(records))]


def test_wholes_parts_and_parts_of_parts_that_fit_are_no_problem(tmp_path: Path) -> None:
    records = (
        deal("whole", "USD 10"),
        deal("middle", "up to USD 9", part_of("whole")),
        deal("part", "about USD 4", part_of("middle")),
        deal("open", "more than USD 1"),
        deal("above", "USD 5", part_of("open")),
    )
    assert told(tmp_path, *records) == []


@pytest.mark.parametrize("way", ["a", "ab", "abc", "abcd"])
def test_a_circle_is_told_once_with_the_deals_on_its_way(tmp_path: Path, way: str) -> None:
    records = [deal(a, "USD 1", part_of(b)) for a, b in zip(way, way[1:] + way[0], strict=True)]
    others = "".join(f", by way of deal/{d}" for d in way[1:])
    found = only(tmp_path, "".join(records))
    assert found == f"records.yaml:1: PART_OF: deal/a is part of itself{others}; take out one of the links"


def test_two_circles_and_what_is_wrong_beside_them_are_told_in_one_run(tmp_path: Path) -> None:
    records = [deal(a, "USD 1", part_of(b)) for a, b in ("ab", "ba", "xy", "yx")]
    found = told(tmp_path, *records, deal("whole", "USD 1"), deal("part", "USD 2", part_of("whole", "a")))
    assert [line.split(":")[1] for line in found] == ["1", "3", "5"]


def test_parts_above_their_whole_are_refused_with_both_sums(tmp_path: Path) -> None:
    parts = deal("p", "USD 6", part_of("whole")) + deal("q", "more than USD 5", part_of("whole"))
    assert only(tmp_path, deal("whole", "USD 10") + parts) == (
        "records.yaml:1: PART_OF: the parts of deal/whole (deal/p, deal/q) come to USD 11, more than its USD 10; "
        "correct a figure, or the whole to `more than`"
    )
    assert told(tmp_path, deal("whole", "more than USD 10"), parts) == []


def test_parts_above_their_whole_are_found_through_a_part_without_a_figure(tmp_path: Path) -> None:
    records = deal("whole", "USD 10") + deal("middle", "", part_of("whole")) + deal("part", "USD 11", part_of("middle"))
    assert "the parts of deal/whole (deal/part) come to USD 11, more than its USD 10" in only(tmp_path, records)


@pytest.mark.parametrize("other", [{"stage": "offered"}, {"whose_money": "not_stated"}])
def test_parts_of_another_group_may_exceed_their_whole(tmp_path: Path, other: dict[str, str]) -> None:
    fields = {"amount": "USD 50"} | other
    assert told(tmp_path, deal("whole", "USD 10"), deal("p", links=part_of("whole"), **fields)) == []


def test_a_part_of_two_wholes_that_one_sum_adds_is_refused(tmp_path: Path) -> None:
    wholes = deal("v", "USD 10") + deal("w", "USD 10")
    problem = "deal/p lies inside two wholes of one group, deal/v and deal/w; keep the link to the one that itemises it"
    assert only(tmp_path, wholes + deal("p", "USD 4", part_of("v", "w"))).endswith(problem)
    assert only(tmp_path, wholes + deal("p", "USD 4", part_of("v", "w"), stage="offered")).endswith(problem)
    inside = deal("p", "USD 4", part_of("v", "w")) + deal("inside-p", "USD 1", part_of("p"))
    assert only(tmp_path, wholes + inside).endswith(problem)


def test_a_part_may_lie_in_a_whole_and_in_that_wholes_whole_or_in_an_umbrella(tmp_path: Path) -> None:
    nested = deal("v", "USD 10") + deal("w", "USD 10", part_of("v")) + deal("p", "USD 4", part_of("v", "w"))
    assert told(tmp_path, nested) == []
    umbrellas = deal("x", "USD 90", instrument="mixed") + deal("y", "USD 80", stage="mixed")
    assert told(tmp_path, umbrellas, deal("v", "USD 10"), deal("p", "USD 4", part_of("x", "y", "v"))) == []


def test_a_whole_with_a_place_of_its_own_is_refused(tmp_path: Path) -> None:
    tag, part = "{type: LOCATED_IN, to: country/AA}", deal("p", "USD 4", part_of("w"))
    assert told(tmp_path, deal("w", "USD 10"), deal("p", "USD 4", f"{part_of('w')}, {tag}")) == []
    found = only(tmp_path, deal("w", "USD 10", tag) + part)
    assert found.startswith("records.yaml:1: LOCATED_IN: deal/w is a whole and has LOCATED_IN ")
    assert found.endswith("say where it reaches as a claim; its parts carry places")


TIN, EARTHS, HEAVY, LEAD = (f"{{type: COVERS, to: mineral/{m}}}" for m in ("tin", "earths", "heavy", "lead"))
MORE_MINERALS = """\
- {id: mineral/earths, name: Earths, kind: group, says: Named., evidence: [paper:1]}
- {id: mineral/heavy, name: Heavy earths, kind: group, says: Named., evidence: [paper:1]}
- {id: mineral/lead, name: Lead, kind: mineral, says: Named., evidence: [paper:1]}
- {type: KIND_OF, from: mineral/heavy, to: mineral/earths, says: They are a kind., evidence: [paper:1]}
"""


@pytest.mark.parametrize("of_part", ["", TIN])
def test_a_whole_may_name_minerals_whether_or_not_its_parts_do(tmp_path: Path, of_part: str) -> None:
    part = deal("p", "USD 4", ", ".join(filter(None, (part_of("w"), of_part))))
    assert told(tmp_path, deal("w", "USD 10", TIN) + part) == []
    assert not [p for p in warnings(tmp_path, deal("w", "USD 10", TIN) + part) if p.field == "COVERS"]


@pytest.mark.parametrize(("of_whole", "of_part"), [(EARTHS, HEAVY), (HEAVY, EARTHS), (f"{TIN}, {LEAD}", LEAD)])
def test_a_part_may_be_of_a_kind_or_of_the_group_or_of_one_of_several(
    tmp_path: Path, of_whole: str, of_part: str
) -> None:
    records = MORE_MINERALS + deal("w", "USD 10", of_whole) + deal("p", "USD 4", f"{part_of('w')}, {of_part}")
    assert not [p for p in warnings(tmp_path, records) if p.field == "COVERS"]


def test_a_part_of_a_mineral_that_its_whole_does_not_name_is_a_warning(tmp_path: Path) -> None:
    middle = deal("m", "USD 9", part_of("w"))
    records = MORE_MINERALS + deal("w", "USD 10", TIN) + middle + deal("p", "USD 4", f"{part_of('m')}, {LEAD}")
    (warned,) = (p for p in warnings(tmp_path, records) if p.field == "COVERS")
    assert str(warned) == (
        "records.yaml:7: COVERS: deal/p covers mineral/lead, and deal/w, inside which it lies, only mineral/tin; "
        "name it at the whole too, or take one of the links out"
    )


def test_a_recipient_of_a_whole_is_a_warning_where_a_sum_counts_its_parts(tmp_path: Path) -> None:
    paid = "{type: GOES_TO, to: country/AA, role: recipient}"
    whole = deal("w", "USD 10", paid)
    checked = check(folder_of(tmp_path, whole + deal("p", "USD 4", part_of("w"))))
    assert checked.problems == ()
    assert [str(w) for w in checked.warnings if w.field == "GOES_TO"] == [
        "records.yaml:1: GOES_TO: deal/w has parts (deal/p) and a recipient of its own, country/AA; "
        "give each part its recipient: sums by recipient count the parts only, each by its own"
    ]
    purpose = deal("w", "USD 10", paid.replace("recipient", "purpose"))
    elsewhere = whole + deal("p", "USD 4", part_of("w"), stage="offered")
    for records in (whole, purpose + deal("p", "USD 4", part_of("w")), elsewhere):
        assert not [w for w in check(folder_of(tmp_path, records)).warnings if w.field == "GOES_TO"]


def test_money_is_checked_although_other_records_have_problems(tmp_path: Path) -> None:
    records = deal("w", "USD 1") + deal("p", "USD 2", part_of("w")) + "- {id: country/CC, name: C, says: Sits.}\n"
    assert [line.split(": ")[1] for line in told(tmp_path, records)] == ["PART_OF", "evidence"]


@pytest.mark.parametrize("amount", ["10m dollars", "USD ten", "USD -5"])
def test_a_bad_amount_is_told_by_the_line_of_its_deal(tmp_path: Path, amount: str) -> None:
    found = only(tmp_path, deal("a") + deal("b", amount))
    assert found.startswith(f"records.yaml:2: amount: '{amount}' is not an amount: write USD 10 billion")


def test_a_part_that_may_come_to_more_than_its_whole_is_held_against_its_floor(tmp_path: Path) -> None:
    whole = deal("whole", "USD 10 to 12")
    assert told(tmp_path, whole, deal("p", "USD 11 to 20", part_of("whole"))) == []
    found = only(tmp_path, whole + deal("p", "USD 13 to 20", part_of("whole")))
    assert "the parts of deal/whole (deal/p) come to USD 13, more than its USD 12" in found


def test_a_range_that_falls_is_told_with_both_ends(tmp_path: Path) -> None:
    assert only(tmp_path, deal("a", "USD 3 billion to 2 billion")) == (
        "records.yaml:1: amount: the range USD 3 billion to USD 2 billion does not rise; "
        "write the lower end first, and `million` or the like at both ends where they differ"
    )
