"""A look at a sheet that nobody has mapped yet: where its headings are, and what stands in each column."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby, islice

from loader.imports.named_rows import make_headings
from loader.imports.rows import BadFile, CellKind, Row
from loader.imports.sums import find_total

SAMPLED = 2_000
"""Rows of each sheet that are looked at."""
SEARCHED = 30
"""Rows among which the headings are looked for."""


@dataclass
class Column:
    """What stands under a heading: each text with its number, how many cells are numbers or days of the file."""

    heading: str
    texts: Counter[str] = field(default_factory=Counter)
    numbers: int = 0
    days: int = 0
    last_filled: int = 0

    @property
    def filled(self) -> int:
        """How many cells hold something."""
        return self.texts.total()

    @property
    def distinct(self) -> list[str]:
        """Its texts, the most frequent first."""
        return [text for text, _ in self.texts.most_common()]


@dataclass
class Survey:
    """A list as it was found: its sheets, the rows of its headings, its columns and what is odd at its rows.

    `others`: sheets with other headings. `totals`: by column, texts of rows that seem to be sums. `notes`: rows with
    one cell alone.
    """

    sheets: tuple[str, ...]
    others: tuple[str, ...]
    heading_rows: list[int]
    columns: list[Column]
    rows: int
    totals: dict[str, list[str]] = field(default_factory=dict)
    notes: list[int] = field(default_factory=list)


def survey(rows: Iterator[Row], has_headings: bool, name: str) -> Survey:
    """Look at the first rows of each sheet; sheets with the headings of the first are taken as one list. Raises
    BadFile."""
    found: list[tuple[str, list[int], list[str], list[Row]]] = []
    for sheet, of_sheet in groupby(rows, key=lambda row: row.sheet):
        sample = list(islice(of_sheet, SAMPLED))
        at = find_headings(sample) if has_headings else [0]
        if at:
            heads = make_headings([row for row in sample if row.number in at])
            found.append((sheet, at, heads, [row for row in sample if row.number > at[-1] and not row.is_blank]))
    if not found:
        raise BadFile(f"{name} has no row that could be headings: write one above the list")
    _, at, heads, _ = found[0]
    alike = [part for part in found if part[1:3] == (at, heads)]
    others = tuple(part[0] for part in found if part not in alike)
    columns = [Column(heading) for heading in heads]
    result = Survey(tuple(part[0] for part in alike), others, at, columns, 0)
    for _, _, _, body in alike:
        _count(body, result)
    return result


def find_headings(rows: list[Row]) -> list[int]:
    """The row of the headings, or the two of them: the first row as wide as the list is, of different texts and no
    number."""
    widths = Counter(_width(row) for row in rows if not row.is_blank)
    if not widths:
        return []
    usual = max(widths, key=lambda w: (widths[w] * w, w))
    for place, row in enumerate(rows[:SEARCHED]):
        texts = [text for text in row.cells if text]
        own = [text for column, text in enumerate(row.cells) if text and column not in row.merged]
        is_wide = len(texts) >= max(2, usual * 0.6) and len(own) >= max(2, len(texts) * 0.4)
        if is_wide and not _has_values(row) and len(set(texts)) > len(texts) / 2:
            below = rows[place + 1] if place + 1 < len(rows) else None
            two = len(set(texts)) < len(texts) and below is not None and not _has_values(below) and not below.is_blank
            return [row.number, row.number + 1] if two else [row.number]
    return []


def _has_values(row: Row) -> bool:
    """Whether numbers or days stand in it, which no heading is."""
    if any(kind in (CellKind.NUMBER, CellKind.DAY, CellKind.FORMULA) for kind in row.kinds.values()):
        return True
    return any(text[:1].isdigit() and not text.isalpha() for text in row.cells)


def _width(row: Row) -> int:
    return sum(1 for text in row.cells if text)


def _count(body: list[Row], result: Survey) -> None:
    usual = Counter(_width(row) for row in body).most_common(1)[0][0] if body else 0
    for row in body:
        texts = {column.heading: text for column, text in zip(result.columns, row.cells, strict=False) if text}
        if total := find_total(texts, len(result.columns)):
            result.totals.setdefault(total, []).append(texts[total])
            continue
        if _width(row) == 1 and usual > 2:
            result.notes.append(row.number)
            continue
        result.rows += 1
        for number, (column, text) in enumerate(zip(result.columns, row.cells, strict=False)):
            if text:
                column.texts[text] += 1
                column.numbers += row.kinds.get(number) in (CellKind.NUMBER, CellKind.FORMULA)
                column.days += row.kinds.get(number) is CellKind.DAY
