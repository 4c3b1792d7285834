"""What lies in what: circles, kinds of what is no group, lists of no parts, and what only a source may say."""

import json
from pathlib import Path

import pytest

from tests.unit.small_records import deal, only, part_of, problems, warnings

GROUPS = """\
- {id: mineral/earths, name: Earths, kind: group, says: Named., evidence: [paper:1]}
- {id: mineral/heavy, name: Heavy earths, kind: group, says: Named., evidence: [paper:1]}
- {id: mineral/powder, name: Powder, kind: product, says: Named., evidence: [paper:1]}
- {id: place/hill, name: Hill, kind: region, says: Named., evidence: [paper:1]}
- {id: place/valley, name: Valley, kind: region, says: Named., evidence: [paper:1]}
"""


def tie(kind: str, start: str, end: str) -> str:
    return f'- {{type: {kind}, from: {start}, to: {end}, says: So it is., evidence: ["paper:1"]}}\n'


def test_kinds_of_groups_and_places_in_places_are_sound(tmp_path: Path) -> None:
    ties = tie("KIND_OF", "mineral/heavy", "mineral/earths") + tie("KIND_OF", "mineral/tin", "mineral/heavy")
    assert problems(tmp_path, GROUPS + ties + tie("LIES_IN", "place/hill", "place/valley")) == ()


@pytest.mark.parametrize(
    ("kind", "first", "second", "said"),
    [
        ("KIND_OF", "mineral/heavy", "mineral/earths", "is a kind of itself: "),
        ("LIES_IN", "place/hill", "place/valley", "lies in itself: "),
    ],
)
def test_a_circle_is_told_with_its_way(tmp_path: Path, kind: str, first: str, second: str, said: str) -> None:
    told = only(tmp_path, GROUPS + tie(kind, first, second) + tie(kind, second, first))
    assert said in told
    assert first in told
    assert second in told


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("mineral/powder", "mineral/earths", "mineral/powder is a product, and a product is a kind of no mineral"),
        ("mineral/heavy", "mineral/tin", "mineral/tin is a mineral, and only a group has kinds"),
    ],
)
def test_only_a_group_has_kinds_and_a_product_is_none(tmp_path: Path, start: str, end: str, said: str) -> None:
    assert said in only(tmp_path, GROUPS + tie("KIND_OF", start, end))


def test_a_mineral_may_be_a_kind_of_one_that_nobody_knows_only_as_a_dangling_end(tmp_path: Path) -> None:
    assert "mineral/none" in only(tmp_path, tie("KIND_OF", "mineral/tin", "mineral/none"))


def test_a_list_of_parts_of_what_has_none_is_told(tmp_path: Path) -> None:
    assert "says whether all of its parts are listed, and has none" in only(
        tmp_path, deal("whole", list_of_parts="open")
    )
    assert problems(tmp_path, deal("whole", list_of_parts="open") + deal("part", links=part_of("whole"))) == ()


def test_whose_a_body_is_is_never_ours_where_its_record_has_a_source(tmp_path: Path) -> None:
    body = "- id: agency/court\n  name: Court\n  kind: agency\n  says: Judges.\n  evidence: [paper:1]\n  links:\n"
    link = "    - {type: AGENCY_OF, to: country/AA, says: It is its court., basis: ours}\n"
    (told,) = warnings(tmp_path, body + link)
    assert "agency/court AGENCY_OF country/AA is ours" in str(told)


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("FUNDS, from: agency/bank", "agency/bank FUNDS deal/d"),
        ("GOES_TO, to: country/BB, role: recipient", "deal/d GOES_TO country/BB"),
        ("PARTY_TO, from: country/AA, role: signatory", "country/AA PARTY_TO deal/d"),
        ("LOCATED_IN, to: country/BB", "deal/d LOCATED_IN country/BB"),
    ],
)
def test_who_gives_gets_or_signs_what_is_never_ours(tmp_path: Path, link: str, said: str) -> None:
    (told,) = warnings(tmp_path, deal("d", "USD 5", f"{{type: {link}, says: So we think., basis: ours}}"))
    assert f"{said} is ours" in str(told)


def test_which_mineral_a_mine_is_for_is_ours_in_a_note_alone(tmp_path: Path) -> None:
    own = "says: So we think., basis: ours"
    mine = f"- {{id: project/pit, name: Pit, kind: mine, {own}, links: [{{type: COVERS, to: mineral/tin%s}}]}}\n"
    assert warnings(tmp_path, mine % "") == []
    (told,) = warnings(tmp_path, mine % f", {own}")
    assert "project/pit COVERS mineral/tin is ours, and only a source can say it" in str(told)


def test_a_link_by_itself_is_held_to_the_same_in_a_file_of_json_lines(tmp_path: Path) -> None:
    link = {"type": "FUNDS", "from": "agency/bank", "to": "deal/d", "says": "So we think.", "basis": "ours"}
    tmp_path.joinpath("ties.jsonl").write_text(json.dumps(link) + "\n", encoding="utf-8")
    (told,) = warnings(tmp_path, deal("d", "USD 5"))
    assert str(told).startswith("ties.jsonl:1: basis: agency/bank FUNDS deal/d is ours")
