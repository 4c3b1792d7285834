"""A sheet as a text with a row a line, so that whoever holds it can hold citations against it."""

from collections.abc import Iterable
from pathlib import Path

from ledger.articles import name_file
from ledger.evidence import normalise
from loader.imports.named_rows import NamedRow
from loader.imports.write_set import Sources


def write_texts(folder: Path, sources: Sources, rows: Iterable[NamedRow]) -> list[str]:
    """Write a file for each sheet, called as its source is cited; rows above and between the list are blank lines.

    Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    by_sheet: dict[str, dict[int, str]] = {}
    for row in rows:
        by_sheet.setdefault(row.sheet, {})[row.number] = normalise(row.text)
    written = []
    for sheet, lines in by_sheet.items():
        name = name_file(sources.id_of(sheet).removeprefix("source/"))
        text = "".join(lines.get(number, "") + "\n" for number in range(1, max(lines) + 1))
        (folder / name).write_text(text, "utf-8")
        written.append(name)
    return written
