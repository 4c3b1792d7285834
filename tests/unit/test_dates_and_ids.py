"""Dates stay as precise as they are stated, and ids are readable and never an engine's."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.dates import BadDate, check_date, is_window
from ledger.ids import BadId, check_node_id, is_relationship_id, make_relationship_id, split_ends, split_kind

DAYS = st.dates(min_value=date(1000, 1, 1))
NODE_IDS = st.from_regex(r"[a-z][a-z_]{0,8}(/[A-Za-z0-9][A-Za-z0-9._-]{0,8}){1,3}", fullmatch=True)


@given(DAYS, st.sampled_from([4, 7, 10]), st.sampled_from(["", "P5M/", "P1Y2M/", "P10D/"]))
def test_a_date_is_kept_as_precise_as_it_was_written(day: date, length: int, window: str) -> None:
    text = window + day.isoformat()[:length]
    assert check_date(text) == text
    assert is_window(text) == bool(window)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "4 February 2026", "2026-2-4", "26-02-04", "2026-13", "2026-02-30", "2026-02-04T10:00", "0000",
     "P5M/", "5M/2026", "P/2026", "P5M/P3M/2026", "2026/P5M", "２０２６", " 2026", "2026\n"],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_examples_to_follow(text: str) -> None:
    with pytest.raises(BadDate, match=r"write 2026-02-04, 2025-12, 2025, or a window by its end, P5M/2026-02-04"):
        check_date(text)


@given(NODE_IDS)
def test_a_node_id_starts_with_its_kind(node_id: str) -> None:
    assert check_node_id(node_id) == node_id
    assert node_id.startswith(split_kind(node_id) + "/")
    assert not is_relationship_id(node_id)


@pytest.mark.parametrize(
    "text",
    ["", "GN", "country", "country/", "/GN", "Country/GN", "country/G N", "country//GN", "country/GN/", "country/GN\n",
     "country/-x", "country/é", "country/a,b", "a|B|c|d", "4:c3a1:17"],
)  # fmt: skip
def test_what_is_no_id_is_refused_with_examples_to_follow(text: str) -> None:
    with pytest.raises(BadId, match="write kind/name, such as country/XX"):
        check_node_id(text)


@given(NODE_IDS, NODE_IDS, st.sampled_from(["FUNDS", "PART_OF"]), st.sampled_from(["funder", "part"]))
def test_a_relationship_id_names_its_ends_type_and_role(start: str, end: str, type_: str, role: str) -> None:
    made = make_relationship_id(start, type_, end, role)
    assert is_relationship_id(made)
    assert made.split("|") == [start, type_, end, role]


@given(NODE_IDS, NODE_IDS)
def test_a_key_tells_two_of_one_role_apart_and_leaves_the_ends_readable(start: str, end: str) -> None:
    first, second = (make_relationship_id(start, "SERVES", end, "office_holder", key) for key in ("2021", "2025"))
    assert first != second
    assert is_relationship_id(first)
    assert split_ends(first) == split_ends(second) == (start, end)
    assert split_ends("4:c3a1:17") is None


def test_two_roles_between_the_same_nodes_are_two_relationships() -> None:
    ends = ("country/CD", "PARTY_TO", "deal/x")
    assert make_relationship_id(*ends, "signatory") != make_relationship_id(*ends, "negotiator")
