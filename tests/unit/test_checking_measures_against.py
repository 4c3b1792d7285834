"""Measures against somebody: who imposes them, whom they list, and listings that cannot be."""

from pathlib import Path

import pytest

from loader.check import check
from tests.unit.small_records import folder_of, only, problems

IMPOSED = "{type: IMPOSES, from: country/AA}"
OTHERS = """\
- {id: agency/court, name: Court, kind: agency, says: Judges., basis: ours, links: [{type: AGENCY_OF, to: country/AA}]}
"""


def measure(*links: str, more: str = "") -> str:
    """A list whose links stand a line each from line 8 on."""
    written = "".join(f"    - {link}\n" for link in links) or "    []\n"
    head = f"- id: measure/list\n  name: The list\n  kind: sanctions\n  says: Lists.\n  evidence: [paper:1]{more}\n"
    return OTHERS + head + "  links:\n" + written


def warnings(folder: Path, records: str) -> list[str]:
    found = check(folder_of(folder, records))
    assert found.problems == ()
    return [str(w) for w in found.warnings if not w.what.endswith("is tied to nothing")]


def target(more: str = "", to: str = "country/BB") -> str:
    return f"{{type: TARGETS, to: {to}{more}}}"


def test_a_measure_with_who_imposes_it_and_whom_it_lists_is_sound(tmp_path: Path) -> None:
    links = (IMPOSED, target(", since: 2024-05-14, until: 2026-02, reference: No. 12, ended_by: agency/court"))
    assert warnings(tmp_path, measure(*links, more="\n  since: 2024-05\n  legal_basis: Act 5")) == []


def test_every_kind_of_target_and_a_mineral_that_is_covered_are_taken(tmp_path: Path) -> None:
    for to in ("country/BB", "agency/bank", "mineral/tin"):
        assert warnings(tmp_path, measure(IMPOSED, target(to=to))) == []
    assert warnings(tmp_path, measure(IMPOSED, "{type: COVERS, to: mineral/tin}")) == []
    assert "and TARGETS does not go to one; use one of Country, Agency, Company, Person, Project, Mineral" in only(
        tmp_path, measure(IMPOSED, target(to="event/talks"))
    )


def test_a_measure_that_nobody_imposes_or_that_is_aimed_at_nothing_is_a_warning(tmp_path: Path) -> None:
    (told,) = warnings(tmp_path, measure(target()))
    assert told == (
        "records.yaml:2: IMPOSES: nobody imposes measure/list; "
        "write `{type: IMPOSES, from: …}` with the country or agency, as its source names it"
    )
    (told,) = warnings(tmp_path, measure(IMPOSED))
    assert told.startswith("records.yaml:2: TARGETS: measure/list is aimed at nobody and covers no mineral; write")


def test_nothing_is_said_of_what_may_stand_in_a_record_that_could_not_be_read(tmp_path: Path) -> None:
    told = check(folder_of(tmp_path, measure(target()) + "- {id: country/CC}\n"))
    assert [w for w in told.warnings if w.field == "IMPOSES"] == []


def test_who_is_delisted_before_being_listed_is_told(tmp_path: Path) -> None:
    told = only(tmp_path, measure(IMPOSED, target(", since: 2024-05-14, until: 2024-04")))
    assert told.startswith("records.yaml:9: until: 2024-04 is before since, 2024-05-14, in measure/list|TARGETS|")


def test_two_listings_of_one_target_need_a_key(tmp_path: Path) -> None:
    told = only(tmp_path, measure(IMPOSED, target(", since: 2020, until: 2021"), target(", since: 2023")))
    assert "stands already at records.yaml:9; keep one of the two, or give each a `key`" in told


@pytest.mark.parametrize(
    ("first", "second", "overlap"),
    [
        ("since: 2024-05-14, until: 2026-02-11", "since: 2026-02-25", False),
        ("since: 2024-05-14, until: 2026-02-11", "since: 2026-02-11", False),
        ("since: 2024-05-14, until: 2026-02", "since: 2026-02-25", False),
        ("since: 2024-05-14, until: 2026-02", "since: 2026-01-31", True),
        ("since: 2024-05-14, until: 2026-02-11", "since: 2026-02-10", True),
        ("since: 2024-05-14", "since: 2026-02-25", True),
        ("until: 2026-02-11", "since: 2026-02-25", False),
        ("until: 2026-02-11", "until: 2025", True),
    ],
)
def test_listings_that_surely_hold_at_one_time_are_a_warning(
    tmp_path: Path, first: str, second: str, overlap: bool
) -> None:
    told = warnings(tmp_path, measure(IMPOSED, target(f", key: a, {first}"), target(f", key: b, {second}")))
    assert len(told) == overlap
    if overlap:
        assert told[0].startswith(
            "records.yaml:10: TARGETS: country/BB is listed under measure/list at one time already (records.yaml:9); "
            "write `until`, the day of the delisting"
        )


def test_several_at_one_time_are_told_once_and_other_targets_are_no_matter(tmp_path: Path) -> None:
    three = [target(f", key: k{n}, since: 2024") for n in range(3)]
    assert len(warnings(tmp_path, measure(IMPOSED, *three, target(", since: 2024", to="agency/bank")))) == 1


@pytest.mark.parametrize(
    ("of_the_list", "of_the_target", "told"),
    [
        ("since: 2024-05-14", "since: 2024-05-13", "country/BB is listed from 2024-05-13, and measure/list begins"),
        ("since: 2024-05-14", "since: 2024-05", ""),
        ("until: 2026-02", "until: 2026-03-01", "country/BB is listed until 2026-03-01, and measure/list ends 2026-02"),
        ("until: 2026-02", "until: 2026", ""),
        ("until: 2026-02", "until: 2026-02-28", ""),
    ],
)
def test_a_listing_outside_the_time_of_its_measure_is_a_warning(
    tmp_path: Path, of_the_list: str, of_the_target: str, told: str
) -> None:
    found = warnings(tmp_path, measure(IMPOSED, target(f", {of_the_target}"), more=f"\n  {of_the_list}"))
    assert len(found) == bool(told)
    assert all(told in one for one in found)


def test_who_lists_itself_is_a_warning(tmp_path: Path) -> None:
    (told,) = warnings(tmp_path, measure(IMPOSED, target(to="country/AA")))
    assert told.startswith("records.yaml:9: TARGETS: country/AA imposes measure/list and is its target; ")


@pytest.mark.parametrize(
    ("ended_by", "told"),
    [
        ("the court", "'the court' is no id of a party; write its id, such as agency/a-court"),
        ("event/talks", "event/talks is an Event, which ends no listing; name one of Country, Agency, Company, Person"),
        ("agency/cour", "there is no agency/cour; did you mean agency/court?"),
        ("person/nobody", "there is no person/nobody; write its record, or correct the id"),
    ],
)
def test_an_end_that_nobody_made_is_told(tmp_path: Path, ended_by: str, told: str) -> None:
    found = only(tmp_path, measure(IMPOSED, target(f", until: 2026, ended_by: {ended_by}")))
    assert found == f"records.yaml:9: ended_by: {told}"


def test_who_ended_a_listing_without_an_end_is_a_warning(tmp_path: Path) -> None:
    (told,) = warnings(tmp_path, measure(IMPOSED, target(", ended_by: agency/court")))
    assert "agency/court ended the listing of country/BB, and it has no end; write `until`" in told


def test_who_is_named_as_having_ended_a_listing_is_tied_to_something(tmp_path: Path) -> None:
    records = measure(IMPOSED, target(", until: 2026, ended_by: agency/judge"))
    records += "- {id: agency/judge, name: Judge, kind: court, says: Judges., basis: ours}\n"
    told = check(folder_of(tmp_path, records)).warnings
    assert not [w for w in told if "agency/judge" in w.what]


@pytest.mark.parametrize("type_", ["SANCTIONS", "RESTRICTS", "LISTS", "DESIGNATES", "BANS", "EMBARGOES"])
def test_a_measure_by_another_word_is_told_as_a_node_of_its_own(tmp_path: Path, type_: str) -> None:
    records = OTHERS.replace("AGENCY_OF", type_)
    assert only(tmp_path, records).endswith(
        "; a measure against somebody is a node, measure/…, with IMPOSES from who imposes it and TARGETS to whom"
    )


def test_an_id_of_a_kind_that_means_a_measure_is_told_so(tmp_path: Path) -> None:
    (told, *_) = problems(tmp_path, measure(IMPOSED).replace("measure/list", "restriction/order-41"))
    assert told.remedy.startswith("a measure against somebody is a node, measure/…")


def test_a_measure_takes_no_money(tmp_path: Path) -> None:
    told = only(tmp_path, measure(IMPOSED, target(), more="\n  amount: USD 5 million"))
    assert "measure/list has no amount: only a deal has one" in told
    assert "and FUNDS does not go to one" in only(
        tmp_path, measure(IMPOSED, target(), "{type: FUNDS, from: country/AA}")
    )
