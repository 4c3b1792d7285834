"""Sheets that nobody made for the importer: what stands beside a figure, in its unit's column or in its row is never
taken for less than it says."""

from pathlib import Path
from typing import Any

import pytest
import xlsxwriter  # type: ignore[import-untyped]
import yaml

from loader.imports import Brought, bring_in, draft_mapping, read_mapping
from loader.imports.sums import find_total
from loader.imports.values.amount_parts import AmountRules
from loader.imports.values.amounts import read_amount, read_share
from loader.imports.values.dates import DateRules, read_date
from loader.imports.values.unreadable import Unreadable

DOLLARS = AmountRules(currencies={"$": "USD"})
MILLIONS = AmountRules(unit="USD", unless_stated=True, scale=10**6)


@pytest.mark.parametrize(
    "cell",
    [
        "USD 35 (million)", "USD 35, million", "USD 35 [EUR]", "USD 35 (in thousands)", "USD 500 (t)", "USD 35 (€)",
        "USD 35 m (up to)", "USD 35 m (p.a.)", "USD 35 m (per year)", "USD 35 m (each)", "USD 35 m - per tonne",
        "USD 35 (bn)", "USD 35 (Tsd.)", "USD 35 (Mio)", "USD 35 (dollars of Canada)", "USD 35 m, annually",
        "USD 35 (m)", "USD 35 (approx.)", "USD 35 (negative)",
    ],
)  # fmt: skip
def test_a_note_that_may_change_the_figure_is_asked_about(cell: str) -> None:
    with pytest.raises(Unreadable, match="may change the figure"):
        read_amount(cell, AmountRules())


@pytest.mark.parametrize("note", ["VAT only", "loan", "first tranche", "to be confirmed by the board", "not stated"])
def test_a_note_that_changes_no_figure_stays_beside_it(note: str) -> None:
    read = read_amount(f"USD 35 m ({note})", AmountRules())
    assert (read.value, read.note) == ("USD 35 million", note)


@pytest.mark.parametrize(("sign", "currency"), [("CA$", "CAD"), ("ca$", "CAD"), ("C$", "CAD"), ("AU$", "AUD")])
def test_a_dollar_with_its_country_is_that_countrys(sign: str, currency: str) -> None:
    assert read_amount(f"{sign} 5m", DOLLARS).value == f"{currency} 5 million"


def test_about_stays_about_before_a_sign() -> None:
    assert read_amount("ca. $5m", DOLLARS).value == "about USD 5 million"
    assert read_amount("ca $5m", DOLLARS).value == "about USD 5 million"
    assert read_amount("c.$5m", DOLLARS).value == "about USD 5 million"


@pytest.mark.parametrize("cell", ["USD 35m-", "USD 1,234,000-", "(USD 35m)", "(35)", "-USD 5", "USD 5–"])
def test_a_figure_below_zero_as_books_write_it_is_no_figure_of_a_deal(cell: str) -> None:
    with pytest.raises(Unreadable, match="below zero") as refused:
        read_amount(cell, MILLIONS)
    assert "blank" not in refused.value.remedy


def test_a_range_of_which_one_end_alone_has_a_scale_is_asked_about() -> None:
    with pytest.raises(Unreadable, match="5k-10"):
        read_amount("5k-10", MILLIONS)
    assert read_amount("5-10k", MILLIONS).value == "USD 5,000 to 10,000"


def test_millions_of_tons_are_not_taken_for_tons() -> None:
    with pytest.raises(Unreadable, match="millions"):
        read_amount("10 Mt", AmountRules())
    assert read_amount("10 MT", AmountRules()).value == "10 tons"


@pytest.mark.parametrize(
    ("unit", "meant"),
    [
        ("usd", "USD 35"), ("US$", "USD 35"), ("$", "USD 35"), ("t", "35 tons"), ("tpa", "35 tons_per_year"),
        ("kt", "35,000 tons"), ("USD m", "USD 35 million"), ("m USD", "USD 35 million"), ("EUR k", "EUR 35,000"),
        ("€", "EUR 35"), ("turbines", "35 turbines"), ("Mio. EUR", "EUR 35 million"),
    ],
)  # fmt: skip
def test_a_unit_of_its_own_column_is_read_as_one_in_the_cell(unit: str, meant: str) -> None:
    rules = AmountRules(unit=unit, currencies={"$": "USD"})
    assert read_amount("35", rules).value == meant


@pytest.mark.parametrize("unit", ["t", "tons", "MW", "turbines", "kt"])
def test_a_columns_scale_is_asked_about_beside_a_units_column_that_names_no_money(unit: str) -> None:
    with pytest.raises(Unreadable, match="`scale` may not be meant"):
        read_amount("3200", AmountRules(unit=unit, scale=10**6, unit_of_the_row=True))


def test_a_units_column_and_the_mapping_do_not_both_scale() -> None:
    with pytest.raises(Unreadable, match="scale"):
        read_amount("35", AmountRules(unit="USD m", scale=10**6, unit_of_the_row=True))


def test_a_quantity_column_may_be_in_thousands_as_its_mapping_says() -> None:
    assert read_amount("35", AmountRules(unit="tons", scale=1000)).value == "35,000 tons"


@pytest.mark.parametrize("cell", ["CHF 1'250'000.-", "1.250.000,- CHF", "1'250'000.– CHF"])
def test_a_dash_for_no_cents_is_no_minus(cell: str) -> None:
    assert read_amount(cell, AmountRules()).value == "CHF 1.25 million"


MAPPING = """\
data_set: {name: desk}
source: {id: source/desk, name: the desk's list, retrieved: 2026-01-15}
reading: %(reading)s
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
REF = "{column: Ref}"


def bring(
    sheet: str | Path,
    folder: Path,
    *,
    amount: str = "{column: Amount}",
    reading: str = "{}",
    id_: str = REF,
    name: str = "Loan {Ref}",
) -> Brought:
    """A sheet, given as text or as a file, brought in by the mapping above."""
    if isinstance(sheet, str):
        (folder / "desk.csv").write_text(sheet, encoding="utf-8")
        sheet = folder / "desk.csv"
    text = MAPPING % {"amount": amount, "reading": reading, "id": id_, "name": name}
    (folder / "desk.yaml").write_text(text, encoding="utf-8")
    return bring_in(sheet, read_mapping(folder / "desk.yaml"))


def amounts(brought: Brought) -> dict[str, str]:
    """By id, the figure of each deal."""
    deals = (node for node in brought.gathered.nodes.values() if node.label == "Deal")
    return {deal.id: str(deal.fields.get("amount", "")) for deal in deals}


def answer_of(remedy: str) -> dict[str, Any]:
    """What stands between the first pair of backticks of a remedy, as a mapping has it."""
    found: dict[str, Any] = yaml.safe_load(remedy.split("`")[1])
    return found


def test_what_the_mapping_writes_out_is_not_multiplied_by_its_units_column(tmp_path: Path) -> None:
    amount = "{column: Size, unit: {column: Unit}, values: {n.n.: USD 35}}"
    brought = bring("Ref,Lender,Size,Unit\nA,Lake,n.n.,USD m\nB,Lake,2,USD m\n", tmp_path, amount=amount)
    assert amounts(brought) == {"deal/a": "USD 35", "deal/b": "USD 2 million"}


@pytest.mark.parametrize(
    "label",
    [
        "Grand total", "Sub total", "Sub-total:", "Totals", "Totale", "Totaal", "Итого", "合计", "Gesamtsumme", "Σ",
        "Zwischensumme", "Insgesamt", "TOTAL:", "Total général", "FY2024 total", "Lake Bank total", "Total 2024",
        "Total of the above", "Sous-total",
    ],
)  # fmt: skip
def test_a_sum_of_rows_is_no_deal_whatever_it_is_called(label: str, tmp_path: Path) -> None:
    brought = bring(f"Ref,Lender,Amount\nA,Lake,USD 5m\nB,Nor,USD 6m\n{label},,USD 11m\n", tmp_path)
    assert amounts(brought) == {"deal/a": "USD 5 million", "deal/b": "USD 6 million"}
    assert "seems to be a sum" in str(brought.problems[0])
    (rule,) = answer_of(brought.problems[0].remedy)["leave_out"]
    assert (rule["column"], rule["is"]) == ("Ref", [label])


def test_a_sum_of_several_columns_is_no_deal() -> None:
    assert find_total({"Ref": "Total all", "Amount": "USD 5m", "Drawn": "1.5", "Repaid": "1"}, 5) == "Ref"
    assert find_total({"Ref": "T-1", "Lender": "Total Energies", "Amount": "USD 5m"}, 5) is None


def test_a_company_called_total_and_a_full_row_are_no_sum(tmp_path: Path) -> None:
    sheet = "Ref,Lender,Amount,Cover\nA,Total,USD 5m,partial\nB,Lake,USD 6m,Total\nTotal,,USD 11m,\n"
    brought = bring(sheet, tmp_path)
    assert amounts(brought) == {"deal/a": "USD 5 million", "deal/b": "USD 6 million"}
    assert [problem.row for problem in brought.problems] == [4]


def test_the_answer_for_a_row_told_twice_leaves_out_that_row_alone(tmp_path: Path) -> None:
    sheet = "Ref,No,Lender,Amount\nA,1,Lake,USD 5m\nA,2,Lake,USD 5m\nB,1,Nor,USD 7m\nB,2,Nor,USD 9m\n"
    brought = bring(sheet, tmp_path, id_="'{Ref} {No}'", name="Loan {Ref} {No}")
    (warning,) = brought.warnings
    assert warning.row == 3
    assert "leave_out" not in warning.remedy


def test_rows_of_other_parties_are_not_told_twice(tmp_path: Path) -> None:
    sheet = "Ref,Lender,Amount\nA,Lake,USD 5m\nA,Nor,USD 5m\nB,Nor,USD 5m\n"
    brought = bring(sheet, tmp_path, id_="'{Ref} {Lender}'", name="Loan {Ref} of {Lender}")
    assert len(amounts(brought)) == 3
    assert [warning.row for warning in brought.warnings] == [4]


def test_answers_are_yaml_whatever_a_cell_holds(tmp_path: Path) -> None:
    sheet = 'Ref,Lender,Amount\nA,"Lake ""X"" Ltd",USD 5m\nB,"Lake ""X""",USD 6m\n"Total ""all""",,USD 11m\n'
    brought = bring(sheet, tmp_path)
    named, summed = brought.problems
    assert answer_of(named.remedy) == {"answers": {"same_as": {'Lake "X"': "company/lake-x-ltd"}}}
    assert answer_of(summed.remedy)["leave_out"][0]["is"] == ['Total "all"']


def test_a_column_that_says_that_there_is_none_is_not_filled(tmp_path: Path) -> None:
    amount = "[{column: USD, unit: USD}, {column: EUR, unit: EUR, values: {'0': nothing}}]"
    brought = bring("Ref,Lender,USD,EUR\nA,Lake,5,0\nB,Lake,,7\nC,Lake,5,6\n", tmp_path, amount=amount)
    assert amounts(brought) == {"deal/a": "USD 5", "deal/b": "EUR 7"}
    assert [problem.row for problem in brought.problems] == [4]


def test_a_figure_in_a_text_with_its_unit_is_read_as_any_other(tmp_path: Path) -> None:
    sheet = "Ref,Lender,Amount\nA,Lake,12.500\nB,Lake,-5\nC,Lake,n/a\nD,Lake,7.5\nE,Lake,EUR 3\n"
    brought = bring(sheet, tmp_path, amount="USD {Amount} million")
    assert amounts(brought) == {"deal/d": "USD 7.5 million"}
    assert [(problem.row, problem.column) for problem in brought.problems] == [(r, "Amount") for r in (2, 3, 4, 6)]


def merged_sheet(folder: Path, same_ref: bool) -> Path:
    """A workbook in which one figure is merged over two rows, of one deal or of two."""
    path = folder / "desk.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        rows = [("Ref", "Lender", "Amount"), ("A", "Lake", ""), ("A" if same_ref else "B", "Nor")]
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
        sheet.merge_range("C2:C3", "USD 30m")
    return path


def test_a_figure_that_is_merged_over_two_deals_is_not_counted_twice(tmp_path: Path) -> None:
    brought = bring(merged_sheet(tmp_path, same_ref=False), tmp_path)
    assert amounts(brought) == {"deal/a": "USD 30 million"}
    (problem,) = brought.problems
    assert (problem.row, problem.column) == (3, "Amount")
    assert "fill_down" in problem.remedy
    answered = bring(tmp_path / "desk.xlsx", tmp_path, reading="{fill_down: [Amount]}")
    assert (len(amounts(answered)), answered.problems) == (2, [])


def test_a_figure_that_is_merged_over_the_rows_of_one_deal_is_its_figure(tmp_path: Path) -> None:
    brought = bring(merged_sheet(tmp_path, same_ref=True), tmp_path)
    assert (amounts(brought), brought.problems) == ({"deal/a": "USD 30 million"}, [])


def test_a_year_of_two_digits_is_of_the_century_that_it_can_be() -> None:
    rules = DateRules(order="day_first")
    assert [read_date(text, rules).value for text in ("31/12/99", "31/12/45", "1.2.03")] == [
        "1999-12-31", "2045-12-31", "2003-02-01",
    ]  # fmt: skip


def test_a_day_against_the_mappings_order_is_told() -> None:
    read = read_date("12/31/2024", DateRules(order="day_first"))
    assert read.value == "2024-12-31"
    assert "against the mapping" in " ".join(read.told)
    assert read_date("31/12/2024", DateRules(order="day_first")).told == ()
    assert read_date("12/31/2024", DateRules()).told == ()


@pytest.mark.parametrize("cell", ["0.49", "0,5", "1", "0.0125"])
def test_a_share_that_may_be_a_part_of_one_is_asked_about(cell: str) -> None:
    with pytest.raises(Unreadable, match="per cent or"):
        read_share(cell, None, ask_for_sign=True)
    assert read_share(f"{cell} %", None, ask_for_sign=True).value == cell.replace(",", ".")
    assert read_share("49", None, ask_for_sign=True).value == "49"
    assert read_share("0", None, ask_for_sign=True).value == "0"


def test_na_may_be_namibia_or_nothing(tmp_path: Path) -> None:
    path = tmp_path / "desk.csv"
    path.write_text("Country\nNA\n", encoding="utf-8")
    head = "data_set: {name: desk}\nsource: {id: source/desk, name: the list}\n"
    for table, told in (("", True), (", values: {NA: NA}", False), (", values: {NA: nothing}", False)):
        place = f"nodes:\n  place: {{label: Country, name: {{column: Country{table}}}}}\n"
        (tmp_path / "desk.yaml").write_text(head + place, encoding="utf-8")
        brought = bring_in(path, read_mapping(tmp_path / "desk.yaml"))
        assert ["Namibia" in str(problem) for problem in brought.problems] == [True] * told


@pytest.mark.parametrize(
    ("heading", "meant"),
    [
        ("Betrag (Tsd. EUR)", "EUR 35,000"), ("Amount USDm", "USD 35 million"), ("Amount (€m)", "EUR 35 million"),
        ("Amount in US$ '000", "USD 35,000"), ("Betrag TEUR", "EUR 35,000"), ("Betrag Mrd. EUR", "EUR 35 billion"),
        ("Amount (USD thousands)", "USD 35,000"), ("Montant (M EUR)", "EUR 35 million"), ("Amount (USD)", "USD 35"),
        ("Amount, EUR mn", "EUR 35 million"),
    ],
)  # fmt: skip
def test_a_draft_takes_unit_and_scale_from_a_heading(heading: str, meant: str, tmp_path: Path) -> None:
    path = tmp_path / "desk.csv"
    path.write_text(f'Ref,Lender,"{heading}"\nA,Lake Bank,35\nB,Nor Bank,7\n', encoding="utf-8")
    (tmp_path / "desk.yaml").write_text(draft_mapping(path), encoding="utf-8")
    brought = bring_in(path, read_mapping(tmp_path / "desk.yaml"))
    assert (amounts(brought)["deal/a"], brought.problems) == (meant, [])


def test_a_draft_loses_no_column_of_shares_where_nobody_owns(tmp_path: Path) -> None:
    path = tmp_path / "desk.csv"
    path.write_text("Investor,Mine,Stake\nLake,Orrin Mine,49 %\nNor,Orrin Mine,51 %\n", encoding="utf-8")
    assert "- {column: Stake}" in draft_mapping(path)


def test_the_code_of_namibia_in_a_table_of_values_is_namibia(tmp_path: Path) -> None:
    path = tmp_path / "desk.csv"
    path.write_text("Ref,Lender,Country\nA,Lake Bank,Namibia\nB,Nor Bank,Chile\nC,Nor Bank,NA\n", encoding="utf-8")
    draft = draft_mapping(path)
    (tmp_path / "desk.yaml").write_text(draft, encoding="utf-8")
    brought = bring_in(path, read_mapping(tmp_path / "desk.yaml"))
    assert "country/NA" in brought.gathered.nodes
    assert not [problem for problem in brought.problems if problem.row == 2]
    assert brought.gathered.nodes["country/NA"].rows == {("", 2): None}


def test_a_scale_of_some_units_alone_is_said_of_them(tmp_path: Path) -> None:
    sheet = "Ref,Lender,Size,Unit\nA,Lake,35,USD\nB,Lake,3200,t\n"
    asked = bring(sheet, tmp_path, amount="{column: Size, unit: {column: Unit}, scale: million}")
    assert (list(amounts(asked)), [p.row for p in asked.problems]) == (["deal/a"], [3])
    assert "`values: {USD: USD m, t: tons}`" in asked.problems[0].remedy
    answered = bring(sheet, tmp_path, amount="{column: Size, unit: {column: Unit, values: {USD: USD m, t: tons}}}")
    assert amounts(answered) == {"deal/a": "USD 35 million", "deal/b": "3,200 tons"}
