"""Writes the two workbooks of this folder: `python tests/sheets/make_workbooks.py`."""

from datetime import date, datetime
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped]

HERE = Path(__file__).parent
CREATED = {"created": datetime(2026, 1, 15)}


def write_lenders(path: Path) -> None:
    """A law firm's closing list: lenders merged over their rows, headings of two lines, formulas for totals."""
    book = xlsxwriter.Workbook(path)
    book.set_properties(CREATED)
    sheet = book.add_worksheet("Closings")
    day, bold, money = (
        book.add_format(f) for f in ({"num_format": "dd mmm yyyy"}, {"bold": True}, {"num_format": "#,##0.0"})
    )
    sheet.merge_range("A1:H1", "PROJECT FINANCE CLOSINGS – CRITICAL MINERALS", bold)
    sheet.write("A2", "Amounts in millions")
    sheet.merge_range("A4:A5", "Lender", bold)
    sheet.merge_range("B4:B5", "Borrower", bold)
    sheet.merge_range("C4:D4", "Commitment", bold)
    sheet.write("C5", "USD m", bold)
    sheet.write("D5", "EUR m", bold)
    sheet.merge_range("E4:E5", "Facility", bold)
    sheet.merge_range("F4:F5", "Status", bold)
    sheet.merge_range("G4:G5", "Signing", bold)
    sheet.merge_range("H4:H5", "Governing law / notes", bold)
    rows = [
        ("Harbour Bank", "Orrin Tin Ltd", 35, None, "Term loan", "Signed", date(2025, 2, 3), "English law"),
        ("Harbour Bank", "Skarn Tungsten AB", None, 14.5, "Term loan", "Signed", date(2025, 2, 28), "Swedish law"),
        ("Harbour Bank", "Orrin Tin Ltd", 5, None, "VAT facility", "Drawn", date(2025, 4, 15), "English law"),
        ("Harbour Bank", "Mirador Cobre SpA", 120, None, "Term loan", "Closed", date(2025, 5, 30), "New York law"),
        (
            "Export Credit Agency of Norvia",
            "Mirador Cobre SpA",
            60,
            None,
            "ECA loan",
            "Closed",
            date(2025, 5, 30),
            "New York law",
        ),
        (
            "Export Credit Agency of Norvia",
            "Skarn Tungsten AB",
            None,
            9.25,
            "ECA loan",
            "Signed",
            date(2025, 6, 12),
            "",
        ),
        (
            "Export Credit Agency of Norvia",
            "Helix Magnets GmbH",
            None,
            21,
            "ECA loan",
            "Mandated",
            date(2025, 9, 1),
            "not yet signed",
        ),
        ("Ostrava Capital", "Helix Magnets GmbH", None, 4, "Mezzanine", "Signed", date(2025, 9, 18), ""),
        ("Ostrava Capital", "Pallas Gallium", 2.75, None, "Mezzanine", "Drawn", date(2025, 10, 2), ""),
        (
            "Ostrava Capital",
            "Pallas Gallium",
            3.5,
            None,
            "Mezzanine",
            "Signed",
            date(2025, 10, 2),
            "second draw in 2026",
        ),
        ("Meridian Pension Fund", "Orrin Tin Ltd", 12, None, "Notes", "Drawn", date(2025, 11, 7), ""),
        ("Meridian Pension Fund", "Kestrel Antimony", 18, None, "Notes", "Mandated", date(2025, 12, 1), ""),
        ("Meridian Pension Fund", "Kestrel Antimony", None, 6.4, "Notes", "Mandated", date(2025, 12, 1), ""),
        ("Banco del Sur", "Mirador Cobre SpA", 45, None, "Term loan", "Closed", date(2025, 5, 30), "New York law"),
        ("Banco del Sur", "Salar Azul SA", 28, None, "Term loan", "Signed", date(2026, 1, 9), ""),
    ]
    first = 6
    for number, row in enumerate(rows, first):
        for column, value in enumerate(row[1:], 1):
            if isinstance(value, date):
                sheet.write_datetime(number - 1, column, datetime.combine(value, datetime.min.time()), day)
            elif isinstance(value, (int, float)):
                sheet.write_number(number - 1, column, value, money)
            elif value:
                sheet.write(number - 1, column, value)
    start = first
    while start < first + len(rows):
        lender = rows[start - first][0]
        end = max(n for n, row in enumerate(rows, first) if row[0] == lender)
        sheet.merge_range(start - 1, 0, end - 1, 0, lender)
        start = end + 1
    last = first + len(rows) - 1
    sheet.write(last + 1, 0, "Total", bold)
    sheet.write_formula(last + 1, 2, f"=SUM(C{first}:C{last})", money, sum(r[2] or 0 for r in rows))
    sheet.write_formula(last + 1, 3, f"=SUM(D{first}:D{last})", money, sum(r[3] or 0 for r in rows))
    book.close()


def write_offtakes(path: Path) -> None:
    """A trading desk's offtakes: a sheet a year, codes for the status, tonnages with and without a year."""
    book = xlsxwriter.Workbook(path)
    book.set_properties(CREATED)
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    years = {
        "2024": [
            (
                "OT-24-01",
                "Calder Metals Trading",
                "Tamsin Copper Ltd",
                "Cu cathode",
                20000,
                "tpa",
                date(2024, 3, 4),
                "S",
                "5 yrs",
            ),
            (
                "OT-24-02",
                "Calder Metals Trading",
                "Korro Lithium",
                "SC6 conc.",
                150000,
                "t",
                date(2024, 5, 17),
                "S",
                "",
            ),
            (
                "OT-24-03",
                "Vossberg Batterie AG",
                "Korro Lithium",
                "Li2CO3",
                8000,
                "tpa",
                date(2024, 7, 1),
                "N",
                "3 yrs",
            ),
            ("OT-24-04", "Nippon Kinzoku", "Sable Nickel", "Ni matte", 12500, "t", date(2024, 8, 20), "X", ""),
            (
                "OT-24-05",
                "Vossberg Batterie AG",
                "Ngezi Graphite",
                "flake graphite",
                30000,
                "tpa",
                date(2024, 9, 9),
                "S",
                "7 yrs",
            ),
            ("OT-24-06", "Calder Metals Trading", "Orrin Tin Ltd", "Sn conc.", 4500, "t", date(2024, 10, 2), "S", ""),
            ("OT-24-07", "Nippon Kinzoku", "Lumina Cobalt", "Co hydroxide", 6000, "tpa", date(2024, 12, 12), "N", ""),
        ],
        "2025": [
            (
                "OT-25-01",
                "Vossberg Batterie AG",
                "Tres Hermanas Litio",
                "Li2CO3",
                5000,
                "tpa",
                date(2025, 1, 30),
                "S",
                "4 yrs",
            ),
            ("OT-25-02", "Calder Metals Trading", "Skarn Tungsten AB", "APT", 1800, "t", date(2025, 3, 11), "S", ""),
            (
                "OT-25-03",
                "Nippon Kinzoku",
                "Lumina Cobalt",
                "Co hydroxide",
                7500,
                "tpa",
                date(2025, 4, 25),
                "S",
                "6 yrs",
            ),
            (
                "OT-25-04",
                "Helix Magnets GmbH",
                "Altyn Rare Earths",
                "NdPr oxide",
                450,
                "tpa",
                date(2025, 6, 6),
                "S",
                "5 yrs",
            ),
            (
                "OT-25-05",
                "Calder Metals Trading",
                "Kestrel Antimony",
                "Sb ingot",
                2200,
                "t",
                date(2025, 7, 14),
                "N",
                "",
            ),
            (
                "OT-25-06",
                "Helix Magnets GmbH",
                "Baltic Magnets OÜ",
                "NdFeB",
                300,
                "t",
                date(2025, 9, 3),
                "X",
                "withdrawn by seller",
            ),
            (
                "OT-25-07",
                "Vossberg Batterie AG",
                "Sable Nickel",
                "Ni sulphate",
                10000,
                "tpa",
                date(2025, 10, 28),
                "S",
                "",
            ),
            ("OT-25-08", "Nippon Kinzoku", "Mirador Cobre SpA", "Cu conc.", 90000, "t", date(2025, 11, 21), "S", ""),
        ],
    }
    heads = ("Deal no.", "Buyer", "Seller", "Product", "Qty", "UoM", "Dated", "St", "Term / remarks")
    for year, rows in years.items():
        sheet = book.add_worksheet(year)
        sheet.write_row(0, 0, heads)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(number, column, datetime.combine(value, datetime.min.time()), day)
                elif value != "":
                    sheet.write(number, column, value)
    legend = book.add_worksheet("Legend")
    legend.write_column(0, 0, ["S = signed", "N = in negotiation", "X = off"])
    book.close()


if __name__ == "__main__":
    write_lenders(HERE / "3-closings.xlsx")
    write_offtakes(HERE / "4-offtakes.xlsx")
