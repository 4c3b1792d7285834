"""Figures in merged cells, which hold for several rows: of one deal they are its figure, of several nobody knows."""

from collections.abc import Iterable, Iterator

from loader.imports.build import DEAL, BuiltRow
from loader.imports.cell_values import FIGURES
from loader.imports.mapped_columns import columns_in
from loader.imports.mapping import Mapping
from loader.imports.rows import CellProblem


def find_lent_figures(rows: Iterable[BuiltRow], mapping: Mapping, file: str) -> Iterator[CellProblem]:
    """A problem for each row whose deal is a new one and has the figure of a merged cell that began above: counted in
    each, the figure would be too large. Columns that the mapping fills down are meant so."""
    deals = [rule for rule in mapping.nodes.values() if rule.label == DEAL]
    named = dict.fromkeys(columns_in(*(rule.properties.get(key) for rule in deals for key in FIGURES)))
    columns = [column for column in named if column not in mapping.reading.fill_down]
    seen: set[str] = set()
    for built in rows:
        ids = {node.id for node in built.nodes if node.label == DEAL}
        for column in columns if ids - seen else ():
            if (cell := built.row.cell(column)).lent:
                what = f"'{cell.text}' stands in a merged cell of several rows, and would be counted in each"
                remedy = (
                    "write each row's own figure; where each has the whole, list the column under `fill_down`; where "
                    "they are one deal, give them one `id`"
                )
                yield CellProblem(file, built.row.sheet, built.row.number, column, what, remedy)
        seen |= ids
