"""What could not be brought in, for whoever mends it: the problems as a list, and the rows as a sheet of their own."""

import csv
import json
from collections.abc import Iterable
from pathlib import Path

from loader.imports.named_rows import NamedRow
from loader.imports.read.csv_rows import STARTS_FORMULA
from loader.imports.rows import CellProblem

COLUMNS = ("file", "sheet", "row", "column", "severity", "what", "remedy")
WHY, WHERE = "Problem (take this column away)", "Row in the file"


def write_problems(path: Path, problems: Iterable[CellProblem]) -> None:
    """All problems: a line of JSON each where the file is called .jsonl, else CSV. Raises OSError."""
    with path.open("w", encoding="utf-8", newline="") as file:
        if path.suffix == ".jsonl":
            file.writelines(json.dumps(p.as_json(), ensure_ascii=False) + "\n" for p in problems)
            return
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for problem in problems:
            told = problem.as_json()
            writer.writerow([_harmless(str(told[name])) for name in COLUMNS])


def write_bad_rows(path: Path, rows: list[NamedRow], problems: list[CellProblem]) -> None:
    """The rows as CSV in UTF-8, with headings in its first row and the problems at the end: to be mended and brought in
    by the same mapping, with `headings: 1`. Raises OSError."""
    headings = list(dict.fromkeys(name for row in rows for name in row.cells))
    why: dict[tuple[str, int], list[str]] = {}
    for problem in problems:
        said = f"{problem.column}: {problem.what}" if problem.column else problem.what
        why.setdefault((problem.sheet, problem.row), []).append(said)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*map(_harmless, headings), WHERE, WHY])
        for row in rows:
            place = f"{row.sheet} {row.number}".strip()
            told = "; ".join(why.get((row.sheet, row.number), []))
            writer.writerow([*(_harmless(row.cell(h).text) for h in headings), place, _harmless(told)])


def _harmless(text: str) -> str:
    """A text that a spreadsheet would run gets an apostrophe, its sign for text, which is taken away again on
    reading."""
    return f"'{text}" if text.startswith(STARTS_FORMULA) else text
