"""What a desk's list holds and a draft cannot know: nothing of it is lost, left out or made a million times too big in
silence."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from loader.imports import Brought, bring_in, draft_mapping, known_in_folder, read_mapping
from loader.imports.sums import find_total
from loader.imports.values.amount_parts import AmountRules
from loader.imports.values.amounts import read_amount
from loader.imports.values.unreadable import Unreadable
from lodegraph.cli.main import app
from tests.unit.small_records import folder_of

MAPPING = """\
data_set: {name: desk}
source: {id: source/desk, name: the desk's list, retrieved: 2026-01-15}
nodes:
  lender: {label: Company, name: {column: Lender}, kind: bank}
  deal:
    label: Deal
    id: %(id)s
    name: "%(name)s"
    amount: %(amount)s
    instrument: loan
    stage: not_stated
    whose_money: private
links:
  - {type: FUNDS, from: lender, to: deal}
"""
MILLIONS = "{column: USD m unless stated, unit: USD, unless_stated: true, scale: million%s}"


def bring(
    folder: Path, sheet: str, amount: str = "{column: Amount}", name: str = "Loan {No}", beside: Path | None = None
) -> Brought:
    """A sheet brought in by the mapping above."""
    (folder / "desk.csv").write_text(sheet, encoding="utf-8")
    (folder / "desk.yaml").write_text(MAPPING % {"id": "'{row}'", "name": name, "amount": amount}, encoding="utf-8")
    known = known_in_folder(beside) if beside else None
    return bring_in(folder / "desk.csv", read_mapping(folder / "desk.yaml"), known=known)


def amounts(brought: Brought) -> dict[int, str]:
    """By row, the figure of its deal."""
    deals = (node for node in brought.gathered.nodes.values() if node.label == "Deal")
    return {next(iter(deal.rows))[1]: str(deal.fields.get("amount", "")) for deal in deals}


def told(brought: Brought) -> list[str]:
    return [str(problem) for problem in (*brought.problems, *brought.warnings)]


def test_a_row_that_makes_no_deal_is_kept_back_and_told(tmp_path: Path) -> None:
    sheet = "No,Lender,Amount\n1,Lake Bank,USD 3 m\n,Lake Bank,USD 7 m\n3,Lake Bank,\n,Lake Bank,\n"
    brought = bring(tmp_path, sheet)
    assert amounts(brought) == {2: "USD 3 million", 4: ""}
    assert [row.number for row in brought.bad_rows] == [3, 5]
    assert [str(p) for p in brought.problems] == [
        "desk.csv, row 3, column No: is empty, and the name of the deal takes it: the figure under Amount would be "
        "lost; fill it, take it out of the deal's `name` in the mapping, or leave the row out by `leave_out`",
        "desk.csv, row 5, column No: is empty, and the name of the deal takes it: the row makes no deal; fill it, take "
        "it out of the deal's `name` in the mapping, or leave the row out by `leave_out`",
    ]


def test_a_second_deal_without_a_figure_may_be_absent(tmp_path: Path) -> None:
    mapping = (MAPPING % {"id": "'{row}'", "name": "Loan {No}", "amount": "{column: Amount}"}).replace(
        "links:", '  more:\n    label: Deal\n    name: "More of {Second}"\n    amount: {column: Second sum}\n'
        "    instrument: loan\n    stage: not_stated\n    whose_money: private\nlinks:",
    )  # fmt: skip
    (tmp_path / "desk.yaml").write_text(mapping, encoding="utf-8")
    (tmp_path / "desk.csv").write_text(
        "No,Lender,Amount,Second,Second sum\n1,Lake Bank,USD 3 m,,\n2,Lake Bank,USD 3 m,,USD 4 m\n", encoding="utf-8"
    )
    brought = bring_in(tmp_path / "desk.csv", read_mapping(tmp_path / "desk.yaml"))
    assert [(row.number, len(brought.problems)) for row in brought.bad_rows] == [(3, 1)]
    assert "column Second: is empty" in str(brought.problems[0])


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("12.5", "USD 12.5 million"), ("up to 40", "up to USD 40 million"), ("EUR 120 m", "EUR 120 million"),
        ("USD 7", "USD 7 million"), ("2.5 bn JPY", "JPY 2.5 billion"),
    ],
)  # fmt: skip
def test_a_columns_unit_and_scale_are_of_cells_that_say_none(tmp_path: Path, cell: str, meant: str) -> None:
    brought = bring(tmp_path, f"No,Lender,USD m unless stated\n1,Lake Bank,{cell}\n", MILLIONS % "")
    assert (amounts(brought), told(brought)) == ({2: meant}, [])


@pytest.mark.parametrize("cell", ["3200 t", "3200 tons_per_year", "EUR 120", "65000000"])
def test_a_scale_that_may_not_be_meant_is_asked_and_answered_in_the_mapping(tmp_path: Path, cell: str) -> None:
    sheet = f"No,Lender,USD m unless stated\n1,Lake Bank,{cell}\n2,Lake Bank,4\n"
    asked = bring(tmp_path, sheet, MILLIONS % "")
    assert [row.number for row in asked.bad_rows] == [2]
    assert "`values`" in told(asked)[0] and "scale" in told(asked)[0]
    answered = bring(tmp_path, sheet, MILLIONS % f", values: {{'{cell}': 3200 tons}}")
    assert (amounts(answered), told(answered)) == ({2: "3,200 tons", 3: "USD 4 million"}, [])


def test_a_scale_is_of_every_currency_where_the_column_has_none_of_its_own() -> None:
    rules = AmountRules(scale=10**6)
    assert [read_amount(cell, rules).value for cell in ("USD 7", "EUR 3")] == ["USD 7 million", "EUR 3 million"]
    with pytest.raises(Unreadable, match="a unit of its own"):
        read_amount("3200 tons", rules)


@pytest.mark.parametrize("unit", ["USD", "tons", "tons_per_year", "EUR"])
def test_a_quantity_with_its_own_unit_is_never_multiplied(unit: str) -> None:
    rules = AmountRules(unit=unit, scale=10**6, unless_stated=True)
    if unit in ("USD", "EUR"):
        assert read_amount(f"{unit} 3", rules).value == f"{unit} 3 million"
    else:
        with pytest.raises(Unreadable, match="a unit of its own"):
            read_amount(f"3200 {unit}", rules)


def test_what_the_table_says_of_a_figure_holds(tmp_path: Path) -> None:
    sheet = "No,Lender,Amount\n1,Lake Bank,80bn won\n2,Lake Bank,?\n3,Lake Bank,who knows\n4,Lake Bank,USD 5\n"
    table = "{column: Amount, values: {80bn won: KRW 80 billion, '?': nothing, who knows: '?'}}"
    brought = bring(tmp_path, sheet, table)
    assert amounts(brought) == {2: "KRW 80 billion", 3: "", 5: "USD 5"}
    assert told(brought) == [
        "desk.csv, row 4, column Amount: nobody has decided what 'who knows' is; decide it in the mapping's `values`"
    ]


def test_a_deal_whose_note_begins_with_sum_is_no_sum(tmp_path: Path) -> None:
    sheet = (
        "No,Lender,Amount,Status,Place,Note\n1,Lake Bank,USD 3 m,signed,Oslo,\n"
        "2,Lake Bank,USD 4 m,signed,Oslo,sum is a ceiling\nTotal,,USD 7 m,,,\n"
    )
    (tmp_path / "desk.csv").write_text(sheet, encoding="utf-8")
    draft = draft_mapping(tmp_path / "desk.csv")
    assert '- {column: "No", is: [Total], because: sums of other rows}' in draft.replace("column: No,", 'column: "No",')
    assert "ceiling" not in draft
    brought = bring(tmp_path, sheet)
    assert [(p.row, p.column) for p in brought.problems] == [(4, "No")]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ({"A": "Total"}, "A"), ({"A": "TOTAL:", "C": "7"}, "A"), ({"B": "Sum of the above", "C": "7"}, "B"),
        ({"A": "1", "B": "x", "C": "7", "D": "sum of it is a ceiling"}, None), ({"A": "1", "B": "Summit Ltd"}, None),
        ({"A": "Subtotal", "B": "x", "C": "7", "D": "y"}, "A"), ({}, None),
    ],
)  # fmt: skip
def test_a_sum_of_rows_is_told_by_how_little_else_its_row_says(texts: dict[str, str], found: str | None) -> None:
    assert find_total(texts, 5) == found


def test_rows_that_are_told_twice_are_asked_about(tmp_path: Path) -> None:
    sheet = "No,Lender,Amount\n1,Lake Bank,USD 3 m\n2,Lake Bank,USD 4 m\n3,Lake Bank,USD 3 m\n"
    (tmp_path / "desk.csv").write_text(sheet, encoding="utf-8")
    text = MAPPING % {"id": "{column: 'No'}", "name": "Loan {No}", "amount": "{column: Amount}"}
    (tmp_path / "desk.yaml").write_text(text, encoding="utf-8")
    brought = bring_in(tmp_path / "desk.csv", read_mapping(tmp_path / "desk.yaml"))
    assert told(brought) == [
        "desk.csv, row 4, column No: says what row 2 says: only No is another; where it is told twice: `leave_out: "
        '[{column: "No", is: ["3"], because: told twice}]`'
    ]


def test_rows_that_are_the_same_word_by_word_are_asked_about_where_they_become_two_deals(tmp_path: Path) -> None:
    sheet = "No,Lender,Amount\n1,Lake Bank,USD 3 m\n1,Lake Bank,USD 3 m\n"
    brought = bring(tmp_path, sheet)
    assert len(amounts(brought)) == 2
    assert told(brought) == [
        "desk.csv, row 3: says what row 2 says, word by word; where it is told twice, take one of the two out of the "
        "sheet"
    ]


def test_a_name_that_is_there_under_another_label_is_asked_about(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    there = folder_of(
        tmp_path / "there",
        agencies="- {id: agency/lake, name: Lake Bank, kind: bank, says: It lends., evidence: [paper:1]}\n",
    )
    brought = bring(tmp_path, "No,Lender,Amount\n1,Lake Bank,USD 3 m\n", beside=there)
    assert told(brought) == [
        "desk.csv, row 2, column Lender: 'Lake Bank' is a Company here, and agency/lake ('Lake Bank') is an Agency, in "
        f"the records in {there.name}; where they are one, say in the mapping that its `label` is Agency"
    ]


def test_the_command_says_what_it_leaves_out_and_what_is_there_already(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    there = folder_of(
        tmp_path / "there",
        companies="- {id: company/lake-bank, name: Lake Bank, kind: bank, says: It lends., evidence: [paper:1]}\n",
    )
    mapping = (MAPPING % {"id": "'{row}'", "name": "Loan {No}", "amount": "{column: Amount}"}).replace(
        "nodes:", "reading: {leave_out: [{column: No, is: [Total], because: sums of other rows}]}\nnodes:", 1
    )
    (tmp_path / "desk.csv").write_text("No,Lender,Amount\n1,Lake Bank,USD 3 m\nTotal,,USD 3 m\n", encoding="utf-8")
    (tmp_path / "desk.csv.mapping.yaml").write_text(mapping.replace("column: No,", "column: 'No',"), encoding="utf-8")
    words = ["import", str(tmp_path / "desk.csv"), "--into", str(tmp_path / "mine"), "--beside", str(there)]
    ran = CliRunner().invoke(app, words)
    assert ran.exit_code == 0, ran.output
    assert "1 row left out (sums of other rows): 3" in ran.output
    assert "1 node named that are there already: 'Lake Bank' is company/lake-bank" in ran.output


def test_codes_of_countries_are_read_and_short_texts_suggest_none(tmp_path: Path) -> None:
    rows = "".join(f"{n},Lake Bank,{c}\n" for n, c in enumerate(["AU", "JP", "Chile", "Peru", "NAM"], 1))
    (tmp_path / "desk.csv").write_text("No,Lender,Country\n" + rows, encoding="utf-8")
    draft = draft_mapping(tmp_path / "desk.csv")
    assert "AU: AU" in draft and "JP: JP" in draft and 'NAM: "?"' in draft
    assert " may be Panama" not in draft
