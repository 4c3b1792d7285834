"""`lodegraph map`: a draft is a mapping that can be used, says why it guessed, and asks what it cannot know."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from typer.testing import CliRunner

from loader.imports import bring_in, draft_mapping, make_mapping_schema, read_mapping
from lodegraph.cli.main import app
from tests.unit.imported import SHEETS, facts_of

FILES = ("1-bank-pipeline.csv", "2-journalist.csv", "3-closings.xlsx", "4-offtakes.xlsx", "5-registry.tsv")
READ = {
    "1-bank-pipeline.csv": 20,
    "2-journalist.csv": 9,
    "3-closings.xlsx": 15,
    "4-offtakes.xlsx": 0,
    "5-registry.tsv": 15,
}
"""Rows that a draft as it is brings in: of the others it asks, such as what S, N and X are."""


def draft_of(name: str, folder: Path) -> Path:
    path = folder / "draft.yaml"
    path.write_text(draft_mapping(SHEETS / name), "utf-8")
    return path


@pytest.mark.parametrize("name", FILES)
def test_a_draft_can_be_used_as_it_is_and_asks_for_the_rest(name: str, tmp_path: Path) -> None:
    brought = bring_in(SHEETS / name, read_mapping(draft_of(name, tmp_path)))
    assert brought.rows - len(brought.bad_rows) == READ[name], "\n".join(map(str, brought.problems))
    facts = facts_of(name.partition(".")[0])
    assert {str(row.number) for row in brought.bad_rows} >= set(facts.get("doubtful", ()))


def test_a_sheet_of_which_no_party_is_guessed_has_a_draft_that_can_be_used(tmp_path: Path) -> None:
    sheet = tmp_path / "bare.csv"
    sheet.write_text("Who,Whom,Amount\nLake Bank,Orrin Tin,USD 5m\n", "utf-8")
    (tmp_path / "draft.yaml").write_text(draft_mapping(sheet), "utf-8")
    brought = bring_in(sheet, read_mapping(tmp_path / "draft.yaml"))
    assert [node.label for node in brought.gathered.nodes.values()] == ["Deal"]


@pytest.mark.parametrize("name", FILES[:4])
def test_no_figure_of_a_draft_is_another_than_a_person_read(name: str, tmp_path: Path) -> None:
    facts = facts_of(name.partition(".")[0])
    deals = facts["deals"]
    lists = [part for row in deals.values() for part in (row.values() if isinstance(row, dict) else [row])]
    read = {cell for row in lists for cell in row}
    brought = bring_in(SHEETS / name, read_mapping(draft_of(name, tmp_path)))
    found = [n.fields["amount"] for n in brought.gathered.nodes.values() if "amount" in n.fields]
    assert set(found) <= read


@pytest.mark.parametrize("name", FILES)
def test_a_draft_keeps_to_the_schema_that_editors_have(name: str, tmp_path: Path) -> None:
    schema = json.loads(make_mapping_schema())
    written = yaml.load(draft_of(name, tmp_path).read_text("utf-8"), yaml.BaseLoader)
    written["reading"].pop("headings")  # a number in YAML, which BaseLoader has as text
    assert [e.message for e in Draft202012Validator(schema).iter_errors(written)] == []


def test_headings_in_two_lines_below_a_title_are_found() -> None:
    draft = yaml.safe_load(draft_mapping(SHEETS / "3-closings.xlsx"))
    assert draft["reading"]["headings"] == [4, 5]
    assert [c["column"] for c in draft["nodes"]["deal"]["amount"]] == ["Commitment / USD m", "Commitment / EUR m"]


def test_sheets_with_the_same_headings_are_one_list() -> None:
    assert yaml.safe_load(draft_mapping(SHEETS / "4-offtakes.xlsx"))["reading"]["sheets"] == ["2024", "2025"]


def test_hostile_headings_and_cells_stay_text(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text('"Lender: {a}\n# x","Amount ""m"" [USD]",Status\n"{b}: - *c","USD 1m","a: b # c"\n', "utf-8")
    draft = yaml.safe_load(draft_mapping(path))
    assert draft["nodes"]["deal"]["stage"]["values"] == {"a: b # c": "?"}


def test_a_draft_is_not_written_over_a_mapping(tmp_path: Path) -> None:
    (tmp_path / "m.yaml").write_text("mine", "utf-8")
    ended = CliRunner().invoke(app, ["map", str(SHEETS / FILES[0]), "-o", str(tmp_path / "m.yaml")])
    assert ended.exit_code == 1 and "may hold answers of yours" in ended.output
    assert (tmp_path / "m.yaml").read_text("utf-8") == "mine"
