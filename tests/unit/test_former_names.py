"""Names that something had for a time: written, checked, kept, found and told with their time."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cypher.former_names import describe_former_names
from cypher.search.rank import How, Named, rank
from loader.check import check
from loader.rows import make_rows
from tests.unit.small_records import folder_of, only, problems

LINKS = "links: [{type: COVERS, to: mineral/tin}]"


def company(former: str, more: str = "") -> str:
    """A company whose former names stand on line 6."""
    head = "- id: company/acme\n  name: Acme\n  kind: company\n  says: Digs.\n  evidence: [paper:1]\n"
    return f"{head}  former_names: {former}\n  {LINKS}\n{more}"


def warnings(folder: Path, records: str) -> list[str]:
    found = check(folder_of(folder, records))
    assert found.problems == ()
    return [str(w) for w in found.warnings if w.field.startswith(("former_names", "name"))]


def test_names_are_kept_beside_their_time(tmp_path: Path) -> None:
    records = company("[{name: Old Pits, since: 1998, until: 2012-03}, {name: Diggers}, {name: Moles, until: 1998}]")
    checked = check(folder_of(tmp_path, records))
    assert (checked.problems, warnings(tmp_path, records)) == ((), [])
    (row,) = (r for r in make_rows(checked).nodes if r.id == "company/acme")
    assert row.properties["former_names"] == ["Old Pits", "Diggers", "Moles"]
    assert row.properties["former_names_since"] == ["1998", "", ""]
    assert row.properties["former_names_until"] == ["2012-03", "", "1998"]
    assert {"old", "pits", "diggers", "moles"} <= set(str(row.properties["search_text"]).split())
    assert describe_former_names(row.properties) == ("Old Pits (1998 to March 2012)", "Diggers", "Moles (until 1998)")


def test_without_any_time_no_time_is_kept(tmp_path: Path) -> None:
    checked = check(folder_of(tmp_path, company("[{name: Diggers}]")))
    (kept,) = (i.properties for i in checked.items if i.id == "company/acme")
    assert kept["former_names"] == ["Diggers"]
    assert "former_names_since" not in kept
    assert "former_names_until" not in kept


@pytest.mark.parametrize(
    ("former", "told"),
    [
        ("[{name: Old, since: Q3 2025}]", "former_names.since: 'Q3 2025' is not a date in company/acme; a quarter"),
        ("[{name: Old, until: 2012-13}]", "former_names.until: '2012-13' is not a date in company/acme; write"),
        ("[{name: Old, since: 2012, until: 2011-12}]",
         "former_names.until: 2011-12 is before since, 2012, of 'Old' in company/acme; correct one of the two"),
        ("[Old Ltd]", "former_names.0: is a text, not a mapping in company/acme; write each with its time, "),
        ("Old Ltd", "former_names: is a text, not a list in company/acme; write them in brackets, "),
        ("[{since: 2011}]", "former_names.0.name: is missing in company/acme; write what it is called"),
        ("[{name: Old, form: 2011}]", "former_names.0.form: is no field in company/acme;"),
        ("[{name: '...'}]", "former_names: '...' of company/acme is no name; write the name that a source uses"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told_at_its_line_with_a_remedy(tmp_path: Path, former: str, told: str) -> None:
    assert only(tmp_path, company(former)).startswith(f"records.yaml:6: {told}")


def test_a_problem_stands_at_the_line_of_its_name(tmp_path: Path) -> None:
    several = "\n    - {name: Old, since: 1998}\n    - name: Older\n      since: 2001\n      until: 1999"
    assert only(tmp_path, company(several)).startswith("records.yaml:10: former_names.until: 1999 is before since")


def test_a_name_of_today_or_one_that_stands_twice_is_a_warning(tmp_path: Path) -> None:
    (told,) = warnings(tmp_path, company("[{name: ACME}]"))
    assert "'ACME' is the name of company/acme today; write `until`, or take it out" in told
    assert warnings(tmp_path, company("[{name: Acme, until: 1990}]")) == []
    (told,) = warnings(tmp_path, company("[{name: Old Pits, until: 1990}]\n  also_named: [old pits]"))
    assert "'Old Pits' stands under `also_named` of company/acme too" in told


@pytest.mark.parametrize("field", ["former_names_since", "former_names_until"])
def test_the_lists_side_by_side_are_not_written_by_hand(tmp_path: Path, field: str) -> None:
    told = only(tmp_path, company(f"[{{name: Old}}]\n  {field}: [2011]"))
    end = field.rpartition("_")[2]
    assert told == (
        f"records.yaml:7: {field}: is written in each of the `former_names` of company/acme; "
        f"write `former_names: [{{name: …, {end}: …}}]`"
    )


def test_a_label_without_other_names_has_no_former_ones(tmp_path: Path) -> None:
    records = (
        "- {id: deal/loan, name: A loan, instrument: loan, stage: signed, whose_money: not_stated, says: Lent., "
        "evidence: [paper:1], links: [{type: COVERS, to: mineral/tin}], former_names: [{name: Old, since: 1990}]}\n"
    )
    (told,) = problems(tmp_path, records)
    assert str(told).startswith("records.yaml:1: former_names: a Deal has no property 'former_names'")


def test_a_former_name_that_another_has_is_asked_about(tmp_path: Path) -> None:
    other = f"- {{id: company/pits, name: Old Pits, kind: company, says: Digs., evidence: [paper:1], {LINKS}}}\n"
    (told,) = warnings(tmp_path, company("[{name: Old Pits, until: 1990}]", other))
    assert "company/pits ('Old Pits') is named as company/acme ('Old Pits')" in told


def test_passages_for_former_names_are_checked_as_all_others_are(tmp_path: Path) -> None:
    former = "[{name: Old}]\n  evidence_for: {former_names: [paper:2.10]}"
    assert problems(tmp_path, company(former)) == ()
    assert "cites paper:9, which is no passage" in only(tmp_path, company(former.replace("2.10", "9")))


def test_the_search_finds_it_by_a_former_name_and_says_so() -> None:
    acme = Named("company/acme", "Company", "Acme", ("The Acme",), ("Old Pits",))
    (found,) = rank("old pits", [acme])
    assert (found.id, found.matched, found.how) == ("company/acme", "Old Pits", How.FORMER_NAME)
    pits = Named("company/pits", "Company", "Old Pits")
    assert [f.id for f in rank("old pits", [acme, pits])] == ["company/pits", "company/acme"]


ANYTHING = st.none() | st.text(max_size=5) | st.integers() | st.lists(st.none() | st.text(max_size=5), max_size=4)


@given(ANYTHING, ANYTHING, ANYTHING)
def test_whatever_somebody_else_put_there_every_name_is_told_once(names: object, since: object, until: object) -> None:
    told = describe_former_names({"former_names": names, "former_names_since": since, "former_names_until": until})
    listed = names if isinstance(names, list) else [] if names is None else [names]
    assert len(told) == len(listed)
    assert all(one.startswith("" if name is None else str(name)) for one, name in zip(told, listed, strict=True))
