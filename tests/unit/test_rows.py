"""What is stored of a record: its hash changes when what it says changes, and only then."""

from pathlib import Path

import pytest

from loader.check import check
from loader.rows import Row, make_rows
from tests.unit.small_records import deal, folder_of, part_of

TALKS = "links: [{type: ATTENDS, to: event/talks, role: speaker}]"
RECORD = f"- {{id: country/CC, name: C, says: Sits., evidence: [paper:1], {TALKS}}}\n"
DISPUTE = """\
    id: dispute/seat
    question: Does C sit there?
    kind: doubtful_reading
    concerns: [country/CC, country/CC|ATTENDS|event/talks|speaker]
    readings: [{key: yes, says: Yes., rank: preferred, reason: Only one., evidence: [paper:1]}]
    """
LINK = "country/CC|ATTENDS|event/talks|speaker"


def rows(folder: Path, records: str, **more: str) -> dict[str, Row]:
    checked = check(folder_of(folder, records, **more))
    assert checked.problems == ()
    made = make_rows(checked)
    return {row.id: row for row in (*made.nodes, *made.relationships)}


def changed(folder: Path, before: str, after: str, **more: str) -> set[str]:
    first, second = rows(folder, before), rows(folder, after, **more)
    return {i for i in first.keys() & second.keys() if first[i].hash != second[i].hash}


def test_a_node_carries_its_label_its_passages_and_whose_words_they_are(tmp_path: Path) -> None:
    row = rows(tmp_path, RECORD)["country/CC"]
    assert row.group == ("Country",)
    assert {k: v for k, v in row.properties.items() if k != "record_hash"} == {
        "id": "country/CC",
        "name": "C",
        "paraphrase": "Sits.",
        "basis": "stated",
        "evidence": ["passage/paper/1"],
        "articles": ["source/paper"],
        "origins": ["source/desk"],
        "data_set": "test-set",
        "search_text": "c =c cc =cc",
    }


def test_a_relationship_is_grouped_by_type_and_the_labels_of_its_ends(tmp_path: Path) -> None:
    row = rows(tmp_path, RECORD)[LINK]
    assert (row.group, row.start, row.end) == (("ATTENDS", "Country", "Event"), "country/CC", "event/talks")


def test_a_key_keeps_two_links_of_one_role_apart(tmp_path: Path) -> None:
    terms = ", ".join(f"{{type: ATTENDS, to: event/talks, role: speaker, key: day-{n}}}" for n in (1, 2))
    found = rows(tmp_path, RECORD.replace(TALKS, f"links: [{terms}]"))
    assert {i for i in found if i.startswith(LINK)} == {f"{LINK}|day-1", f"{LINK}|day-2"}
    assert "key" not in found[f"{LINK}|day-1"].properties


def test_figures_are_stored_as_numbers_and_what_is_not_stated_not_at_all(tmp_path: Path) -> None:
    found = rows(tmp_path, deal("a", "up to USD 10 billion") + deal("b", "unquantified USD") + deal("c"))
    stored = [{k: v for k, v in found[f"deal/{d}"].properties.items() if k.startswith("amount_")} for d in "abc"]
    assert stored == [
        {"amount_value": 10_000_000_000, "amount_unit": "USD", "amount_qualifier": "up_to"},
        {"amount_unit": "USD", "amount_qualifier": "unquantified"},
        {},
    ]


@pytest.mark.parametrize(
    "after",
    [
        f"# moved down\n\n{RECORD}",
        f"- {{{TALKS}, evidence: [paper:1], says: Sits., name: C, id: country/CC}}\n",
        f"- {{id: country/CC, name: 'C', says: \"Sits.\", also_named: [], evidence: [paper:1], {TALKS}}}\n",
        f"- {{id: country/CC, name: C, says: Sits., basis: stated, evidence: [paper:1], {TALKS}}}\n",
        RECORD + deal("new", "USD 1"),
    ],
)
def test_another_way_of_writing_the_same_changes_no_hash(tmp_path: Path, after: str) -> None:
    assert changed(tmp_path, RECORD, after) == set()


@pytest.mark.parametrize(
    ("old", "new", "hashes"),
    [
        ("name: C,", "name: D,", {"country/CC"}),
        ("says: Sits.", "says: Sat.", {"country/CC", LINK}),
        ("[paper:1]", "[paper:1, paper:2.10]", {"country/CC", LINK}),
        ("name: C,", "name: C, iso_alpha2: CC,", {"country/CC"}),
        ("role: speaker", "role: speaker, says: Spoke., evidence: [paper:1]", {LINK}),
    ],
)
def test_other_content_changes_the_hash_of_what_it_concerns(
    tmp_path: Path, old: str, new: str, hashes: set[str]
) -> None:
    assert changed(tmp_path, RECORD, RECORD.replace(old, new)) == hashes


def test_a_new_dispute_is_marked_on_what_it_concerns(tmp_path: Path) -> None:
    assert changed(tmp_path, RECORD, RECORD, disputes__seat=DISPUTE) == {"country/CC", LINK, "event/talks"}
    made = rows(tmp_path, RECORD, disputes__seat=DISPUTE)
    assert all(made[i].properties["disputes"] == ["dispute/seat"] for i in ("country/CC", LINK, "event/talks"))


def test_what_a_dispute_is_about_bears_its_weight_and_an_end_of_a_relationship_does_not(tmp_path: Path) -> None:
    weighed = {
        text: {
            i: row.properties.get("disputes_weigh") for i, row in rows(tmp_path, RECORD, disputes__seat=dispute).items()
        }
        for text, dispute in (("none", DISPUTE), ("detail", DISPUTE + "weight: detail\n    "))
    }
    assert [weighed["detail"][i] for i in ("country/CC", LINK, "event/talks")] == ["detail", "detail", None]
    assert [weighed["none"][i] for i in ("country/CC", LINK, "event/talks")] == ["matters", "matters", None]


def test_another_origin_of_a_passage_changes_all_that_rests_on_it(tmp_path: Path) -> None:
    passages = f"source: source/paper\npassages:\n  - {{cite: 1, origin: source/paper, sha256: {'a' * 64}}}\n"
    more = f"  - {{cite: 2.10, origin: source/desk, sha256: {'b' * 64}}}\n"
    found = changed(tmp_path, RECORD, RECORD, passages__paper=passages + more)
    assert {"country/CC", LINK, "passage/paper/1"} <= found
    assert "agency/bank" not in found


def test_both_deals_of_a_part_of_link_are_stored_apart_from_it(tmp_path: Path) -> None:
    found = rows(tmp_path, deal("w", "USD 9") + deal("p", "USD 4", part_of("w")))
    assert found["deal/p|PART_OF|deal/w|part"].group == ("PART_OF", "Deal", "Deal")
    assert not {"wholes", "part_of", "links"} & found["deal/p"].properties.keys()
