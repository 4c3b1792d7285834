"""`lodegraph import`: what it tells, what it keeps back, and what it never writes over."""

import csv
import gzip
import json
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner, Result

from lodegraph.cli.main import app

MAPPING = """\
data_set: {name: small}
source: {id: source/small, name: the small list}
nodes:
  lender: {label: Company, name: {column: Lender}, kind: bank}
  deal:
    label: Deal
    id: {column: Ref}
    name: Loan {Ref}
    amount: {column: Amount}
    instrument: loan
    stage: {column: Status, values: {signed: signed, paid: funded}}
    whose_money: private
links:
  - {type: FUNDS, from: lender, to: deal}
"""
ROWS = "Ref,Lender,Amount,Status\n1,Lake Bank,USD 1m,signed\n2,Lake Bank,one or two,paid\n3,Hill Bank,USD 3m,perhaps\n"


def run(*arguments: object, **more: str) -> Result:
    return CliRunner().invoke(app, ["import", *map(str, arguments)], **more)  # type: ignore[arg-type]


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """A sheet of three rows, of which one can be read, with its mapping beside it."""
    (tmp_path / "small.csv").write_text(ROWS, "utf-8")
    (tmp_path / "small.csv.mapping.yaml").write_text(MAPPING, "utf-8")
    return tmp_path / "small.csv"


def test_each_problem_has_its_place_and_nothing_is_written(sheet: Path, tmp_path: Path) -> None:
    ended = run(sheet, "--into", tmp_path / "new")
    assert ended.exit_code == 1
    assert "small.csv, row 3, column Amount: 'one or two' is no figure" in ended.output
    assert "small.csv, row 4, column Status: 'perhaps' is not in the table of values" in ended.output
    assert "2 rows of 3 cannot be brought in, nothing was written" in ended.output
    assert not (tmp_path / "new").exists()


def test_bad_rows_are_kept_apart_mended_and_brought_in_by_the_same_mapping(sheet: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    ended = run(sheet, "--into", tmp_path / "new", "--skip-bad", "--bad-rows", bad)
    assert ended.exit_code == 0 and "1 row of 3 brought in" in ended.output
    kept = list(csv.DictReader(bad.open(encoding="utf-8", newline="")))
    assert [row["Row in the file"] for row in kept] == ["3", "4"]
    assert "one or two" in kept[0]["Problem (take this column away)"]
    bad.write_text(bad.read_text("utf-8").replace(",one or two,", ",USD 2m,").replace(",perhaps,", ",paid,"), "utf-8")
    mended = run(bad, "--mapping", f"{sheet}.mapping.yaml", "--into", tmp_path / "mended")
    assert mended.exit_code == 0 and "2 rows of 2 brought in" in mended.output


def test_all_problems_go_to_a_file_and_some_are_shown(sheet: Path, tmp_path: Path) -> None:
    sheet.write_text("Ref,Lender,Amount,Status\n" + "".join(f"{n},A,x,signed\n" for n in range(200)), "utf-8")
    ended = run(sheet, "--into", tmp_path / "new", "--problems", tmp_path / "all.csv", "--max-problems", 5)
    assert ended.output.count("is no figure") == 5
    assert "195 more: all are in" in ended.output
    assert len(list(csv.DictReader((tmp_path / "all.csv").open(encoding="utf-8", newline="")))) == 200


def test_strict_takes_warnings_for_problems(sheet: Path, tmp_path: Path) -> None:
    sheet.write_text('Ref,Lender,Amount,Status\n1,Lake Bank,"USD 1,234.56",signed\n', "utf-8")
    assert run(sheet, "--into", tmp_path / "new").exit_code == 0
    strict = run(sheet, "--into", tmp_path / "other", "--strict")
    assert strict.exit_code == 1 and "kept in whole units" in strict.output


def test_a_report_is_one_document(sheet: Path, tmp_path: Path) -> None:
    ended = run(sheet, "--into", tmp_path / "new", "--skip-bad", "--format", "json")
    report = json.loads(ended.stdout)
    assert (report["rows"], report["brought_in"], report["labels"]["Deal"]) == (3, 1, 1)
    assert [(p["row"], p["column"]) for p in report["problems"]] == [(3, "Amount"), (4, "Status")]


def test_what_somebody_mended_is_not_written_over(sheet: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    assert run(sheet, "--into", new, "--skip-bad").exit_code == 0
    assert run(sheet, "--into", new, "--skip-bad").exit_code == 0  # unchanged: it may be renewed
    (new / "deals.yaml").write_text((new / "deals.yaml").read_text("utf-8") + "# mine\n", "utf-8")
    refused = run(sheet, "--into", new, "--skip-bad")
    assert refused.exit_code == 1 and "deals.yaml was changed since it was written" in refused.output
    assert run(sheet, "--into", new, "--skip-bad", "--overwrite").exit_code == 0


def test_a_folder_of_others_is_refused(sheet: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("x", "utf-8")
    refused = run(sheet, "--into", tmp_path / "mine", "--skip-bad")
    assert refused.exit_code == 1 and "holds files that no import wrote" in refused.output
    assert (tmp_path / "mine" / "thesis.txt").read_text("utf-8") == "x"


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("data_set: {", "is not YAML"),
        (MAPPING.replace("links:", "lnks: []\nlinks:"), "lnks: is no field in"),
        (MAPPING.replace("column: Ref", "column: Reff"), r"has no column 'Reff' (did you mean Ref?)"),
        (MAPPING.replace("from: lender", "from: lander"), "'lander' is none of the mapping's nodes"),
        (MAPPING.replace("type: FUNDS", "type: FUNDZ"), "'FUNDZ' is no relationship type"),
        (MAPPING.replace("label: Company", "label: Firm"), "'Firm' is no label of facts"),
        (MAPPING.replace("    amount:", "    colour: red\n    amount:"), "'colour' is no property of Deal"),
        (MAPPING.replace("instrument: loan", "instrument: loann"), "'loann' is none of the model's terms"),
        (MAPPING.replace("kind: bank", "kind: {column: Lender, values: {}}"), "is none of the model's terms"),
        (MAPPING.replace("    whose_money: private\n", ""), "deal has no whose_money, which each Deal needs"),
        (MAPPING.replace("data_set: {name: small}\n", ""), "data_set: is missing"),
    ],
)
def test_what_is_wrong_with_a_mapping_is_told(sheet: Path, tmp_path: Path, wrong: str, told: str) -> None:
    Path(f"{sheet}.mapping.yaml").write_text(wrong, "utf-8")
    ended = run(sheet, "--into", tmp_path / "new")
    assert ended.exit_code == 1
    assert told in " ".join(ended.output.split())


def test_a_sheet_without_a_mapping_is_told_how_to_get_one(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a,b\n", "utf-8")
    ended = run(tmp_path / "a.csv", "--into", tmp_path / "new")
    assert ended.exit_code == 2 and "lodegraph map" in ended.output
    assert run(tmp_path / "a.csv").exit_code == 2


def test_rows_that_contradict_one_another_are_never_one(sheet: Path, tmp_path: Path) -> None:
    sheet.write_text("Ref,Lender,Amount,Status\n1,Lake Bank,USD 1m,signed\n1,Lake Bank,USD 2m,signed\n", "utf-8")
    ended = run(sheet, "--into", tmp_path / "new")
    assert ended.exit_code == 1
    assert "row 3: Loan 1 has amount USD 2 million here, and USD 1 million in row 2" in ended.output


def test_a_row_that_seems_to_be_a_total_is_kept_back(sheet: Path, tmp_path: Path) -> None:
    sheet.write_text("Ref,Lender,Amount,Status\n1,Lake Bank,USD 1m,signed\nTotal,Lake Bank,USD 1m,signed\n", "utf-8")
    ended = run(sheet, "--into", tmp_path / "new")
    assert ended.exit_code == 1 and "row 3, column Ref: seems to be a sum of other rows" in ended.output


@pytest.mark.parametrize("form", ["gz", "jsonl", "json", "-"])
def test_the_same_rows_in_other_files_come_to_the_same_deals(sheet: Path, tmp_path: Path, form: str) -> None:
    sheet.write_text("Ref,Lender,Amount,Status\n1,Lake Bank,USD 1m,signed\n2,Lake Bank,USD 2m,paid\n", "utf-8")
    rows = list(csv.DictReader(sheet.open(encoding="utf-8")))
    new, more = tmp_path / "new", {}
    arguments: list[object] = ["--mapping", f"{sheet}.mapping.yaml", "--into", new]
    if form == "gz":
        path = tmp_path / "small.csv.gz"
        path.write_bytes(gzip.compress(sheet.read_bytes()))
    elif form == "-":
        path, more = Path("-"), {"input": sheet.read_text("utf-8")}
    else:
        path = tmp_path / f"small.{form}"
        path.write_text(json.dumps(rows) if form == "json" else "".join(json.dumps(r) + "\n" for r in rows), "utf-8")
    ended = run(path, *arguments, **more)
    assert ended.exit_code == 0, ended.output
    deals = yaml.safe_load((new / "deals.yaml").read_text("utf-8"))
    assert [(d["id"], d["amount"], d["stage"]) for d in deals] == [
        ("deal/1", "USD 1 million", "signed"), ("deal/2", "USD 2 million", "funded"),
    ]  # fmt: skip


def test_ids_stay_when_rows_are_added_above(sheet: Path, tmp_path: Path) -> None:
    first = "Ref,Lender,Amount,Status\nA1,Lake Bank,USD 1m,signed\n"
    sheet.write_text(first, "utf-8")
    run(sheet, "--into", tmp_path / "one")
    sheet.write_text(first.replace("\nA1", "\nA0,Hill Bank,USD 9m,paid\nA1"), "utf-8")
    run(sheet, "--into", tmp_path / "two")
    one, two = (yaml.safe_load((tmp_path / n / "deals.yaml").read_text("utf-8")) for n in ("one", "two"))
    assert one[0]["id"] == two[1]["id"] == "deal/a1"


def test_empty_cells_mean_the_one_above_only_where_the_mapping_says_so(sheet: Path, tmp_path: Path) -> None:
    sheet.write_text("Ref,Lender,Amount,Status\n1,Lake Bank,USD 1m,signed\n2,,USD 2m,signed\n", "utf-8")
    run(sheet, "--into", tmp_path / "plain")
    Path(f"{sheet}.mapping.yaml").write_text(f"{MAPPING}reading: {{fill_down: [Lender]}}\n", "utf-8")
    run(sheet, "--into", tmp_path / "filled")
    plain, filled = (yaml.safe_load((tmp_path / n / "deals.yaml").read_text("utf-8")) for n in ("plain", "filled"))
    assert "links" not in plain[1] and filled[1]["links"][0]["from"] == "company/lake-bank"


def test_a_folder_of_sheets_is_one_list_and_each_file_a_source(sheet: Path, tmp_path: Path) -> None:
    months = tmp_path / "months"
    months.mkdir()
    for month in ("january", "february"):
        row = f"{month[:3]},Lake Bank,USD 1m,signed"
        (months / f"{month}.csv").write_text(f"Ref,Lender,Amount,Status\n{row}\n", "utf-8")
    draft = CliRunner().invoke(app, ["map", str(months)])
    assert draft.exit_code == 0 and "column: Lender" in draft.stdout and "sheets:" not in draft.stdout
    ended = run(months, "--mapping", f"{sheet}.mapping.yaml", "--into", tmp_path / "new")
    assert ended.exit_code == 0, ended.output
    deals = yaml.safe_load((tmp_path / "new" / "deals.yaml").read_text("utf-8"))
    assert [d["evidence"] for d in deals] == [["small.february:2"], ["small.january:2"]]
