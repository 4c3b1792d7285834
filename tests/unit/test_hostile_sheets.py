"""Files that could take the machine down, or be read as what they are not, are refused plainly."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from loader.imports import BadFile
from loader.imports.mapping import Reading
from loader.imports.named_rows import name_rows
from loader.imports.read import limits, opened
from loader.imports.read.csv_rows import find_dialect
from loader.imports.rows import CellKind, CellProblem, Row
from loader.imports.sheets import open_sheets

NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
REL = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
BOOK = f'<workbook {NS} {REL}><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'
RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="t" Target="worksheets/sheet1.xml"/></Relationships>'
)


def rows_of(path: Path, reading: Reading | None = None) -> list[Row]:
    return list(open_sheets(path, reading or Reading()).rows)


def workbook(path: Path, sheet: str, **more: str) -> Path:
    """A workbook of hand-written parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", BOOK)
        book.writestr("xl/_rels/workbook.xml.rels", RELS)
        book.writestr("xl/worksheets/sheet1.xml", sheet)
        for name, text in more.items():
            book.writestr(f"xl/{name}.xml", text)
    return path


def cells(xml: str) -> str:
    return f"<worksheet {NS}><sheetData>{xml}</sheetData></worksheet>"


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    sheet = cells('<row r="1"><c r="A1"><v>1</v></c></row>' + " " * 50_000_000)
    with pytest.raises(BadFile, match=r"unpacks to \d+ MB in xl/worksheets/sheet1.xml: it is not read"):
        rows_of(workbook(tmp_path / "bomb.xlsx", sheet))


def test_a_packed_file_is_unpacked_so_far_and_no_further(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bomb.csv.gz"
    path.write_bytes(gzip.compress(b"a,b\n" + (b"1," + b"2" * 60_000 + b"\n") * 100))
    bounded = opened.open_file
    monkeypatch.setattr("loader.imports.read.csv_rows.open_file", lambda path: bounded(path, 2**20))
    with pytest.raises(BadFile, match=r"holds more than .* GB, unpacked: split it"):
        rows_of(path)


def test_a_packed_file_that_is_not_whole_is_told(tmp_path: Path) -> None:
    path = tmp_path / "cut.csv.gz"
    path.write_bytes(gzip.compress(b"a,b\n1,2\n" * 1000)[:-20])
    with pytest.raises(BadFile, match="cannot be unpacked"):
        rows_of(path)


def test_entities_in_a_workbook_are_refused(tmp_path: Path) -> None:
    sheet = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + cells('<row r="1"><c r="A1"><v>&b;</v></c></row>')
    with pytest.raises(BadFile, match="declares entities"):
        rows_of(workbook(tmp_path / "entities.xlsx", sheet))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_million_columns_are_told(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "wide.csv"
    path.write_text(delimiter.join("x" * 1_000_000) + "\n", "utf-8")
    with pytest.raises(BadFile, match=r"row 1 of wide.csv has 1,000,000 cells, more than the 1,000 read"):
        rows_of(path, Reading(delimiter=delimiter))


def test_a_cell_far_to_the_right_is_told(tmp_path: Path) -> None:
    sheet = cells('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>')
    with pytest.raises(BadFile, match="has a cell in column 16,384, and no more than 1,000 are read"):
        rows_of(workbook(tmp_path / "far.xlsx", sheet))


def test_a_row_far_down_is_told_and_blank_rows_before_it_are_not_made(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="has more than 250,000 rows"):
        rows_of(workbook(tmp_path / "long.xlsx", cells('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')))


def test_a_merged_cell_over_everything_costs_no_more_than_the_rows_there_are(tmp_path: Path) -> None:
    sheet = cells('<row r="1"><c r="A1"><v>7</v></c></row><row r="3"><c r="B3"><v>8</v></c></row>')
    sheet = sheet.replace("</worksheet>", '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>')
    rows = rows_of(workbook(tmp_path / "merged.xlsx", sheet))
    assert len(rows) == 3
    assert rows[2].cells[:3] == ("7", "8", "7")
    assert len(rows[2].cells) == limits.COLUMNS


def test_formulas_are_told_and_never_reckoned(tmp_path: Path) -> None:
    sheet = cells(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c>'
        '<c r="B1" t="inlineStr"><is><t>Sum</t></is></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>a</t></is></c><c r="B2"><f>SUM(C1)</f><v>42</v></c></row>'
        '<row r="3"><c r="A3" t="inlineStr"><is><t>b</t></is></c><c r="B3"><f>WEBSERVICE("http://x")</f></c></row>'
        '<row r="4"><c r="A4" t="inlineStr"><is><t>c</t></is></c><c r="B4" t="e"><v>#REF!</v></c></row>'
    )
    path = workbook(tmp_path / "formulas.xlsx", sheet)
    assert [dict(row.kinds).get(1) for row in rows_of(path)] == [
        None,
        CellKind.FORMULA,
        CellKind.UNRECKONED,
        CellKind.ERROR,
    ]
    told = [p for p in name_rows(iter(rows_of(path)), Reading(), path.name) if isinstance(p, CellProblem)]
    assert [(p.row, p.column, str(p.severity)) for p in told] == [
        (2, "Sum", "warning"), (3, "Sum", "problem"), (4, "Sum", "problem"),
    ]  # fmt: skip
    assert "a formula whose result the file does not hold" in told[1].what


def test_days_percents_and_dates_of_1904_are_read_as_shown(tmp_path: Path) -> None:
    path = tmp_path / "kinds.xlsx"
    book = xlsxwriter.Workbook(path, {"date_1904": True})
    sheet = book.add_worksheet()
    sheet.write_number(0, 0, 366, book.add_format({"num_format": "dd/mm/yy"}))
    sheet.write_number(0, 1, 0.125, book.add_format({"num_format": "0.0%"}))
    sheet.write_number(0, 2, 0.1 + 0.2)
    sheet.write_number(0, 3, 12_500_000, book.add_format({"num_format": "#,##0"}))
    sheet.write_number(0, 4, 1500, book.add_format({"num_format": '#,##0 "mt"'}))
    book.close()
    assert rows_of(path)[0].cells == ("1905-01-01", "12.5 %", "0.3", "12500000", "1500")


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("é;b\n".encode(), "utf-8"),
        ("é;b\n".encode("utf-8-sig"), "utf-8-sig"),
        ("é;b\n".encode("utf-16"), "utf-16"),
        ("é;b\n".encode("utf-16-le"), "utf-16-le"),
        ("é;b\n".encode("cp1252"), "cp1252"),
        ("a;b\n".encode("ascii"), "utf-8"),
    ],
)
def test_encodings_are_found_and_said(tmp_path: Path, content: bytes, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    found = find_dialect(path)
    assert (found.encoding, found.delimiter) == (encoding, ";")
    assert len(found.found) == 2
    assert rows_of(path)[0].cells == ("a" if content.startswith(b"a") else "é", "b")


def test_an_encoding_that_is_not_the_files_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("name\né\n".encode("cp1252"))
    with pytest.raises(BadFile, match="is not utf-8 text"):
        rows_of(path, Reading(encoding="utf-8"))
    with pytest.raises(BadFile, match="'klingon' is no encoding"):
        rows_of(path, Reading(encoding="klingon"))


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("old.xls", b"\xd0\xcf\x11\xe0" + b"\0" * 100, "a workbook of before 2007, or one with a password"),
        ("picture.csv", b"\x89PNG\0\0\0\x01" * 4, "holds zero bytes, as no text does"),
        ("broken.xlsx", b"PK\x03\x04 nothing", "is no workbook"),
        ("notes.pdf", b"%PDF-1.7", "is of no format that is read"),
        ("quote.csv", b'a,b\n"open,' + b"x" * 200_000, "is no CSV"),
        ("list.json", b"[1, 2]", "item 1 of list.json is no object"),
        ("cut.json", b'{"a": ', "is not JSON"),
        ("deep.json", b"[" * 100_000, "nested deeper"),
        ("lines.jsonl", b'{"a": 1}\n{"a": }\n', "line 2 of lines.jsonl is not JSON"),
        ("empty.csv", b"", "ends before row 1"),
    ],
)
def test_what_is_no_sheet_is_told(tmp_path: Path, name: str, content: bytes, told: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(BadFile, match=told):
        list(name_rows(open_sheets(path, Reading()).rows, Reading(), path.name))


def test_a_document_that_is_no_workbook_is_told(tmp_path: Path) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as book:
        book.writestr("word/document.xml", "<x/>")
    (tmp_path / "letter.xlsx").write_bytes(content.getvalue())
    with pytest.raises(BadFile, match="is no workbook of Excel"):
        rows_of(tmp_path / "letter.xlsx")


def test_characters_that_nobody_sees_are_taken_out_and_told(tmp_path: Path) -> None:
    path = tmp_path / "hidden.csv"
    path.write_text("Name,Sum\nA\u202ecme,1\n", "utf-8")
    (row, told) = sorted(
        name_rows(open_sheets(path, Reading()).rows, Reading(), path.name), key=lambda x: isinstance(x, CellProblem)
    )
    assert not isinstance(row, CellProblem) and row.cell("Name").text == "Acme"
    assert isinstance(told, CellProblem) and (told.row, told.column) == (2, "Name")
