"""A matrix as a chart: a cell for each row and column that holds something, with how many, darker where it is more."""

from collections.abc import Iterator

import altair as alt

from cypher.views.matrix import Cell, Matrix
from explorer.render.charts.chart_style import FIRM, LABELS, MARK, Drawn, Row, choose_marks, finish, make_data
from explorer.render.theme import Theme
from ledger.text import count_things, list_some

LINE, HEAD = 26, 60
"""Pixels of a row, and above all rows."""
MOST_TOLD = 6
STRONG = 0.5
"""From this share of the largest number on, a number stands in white on its cell."""


def name_cell(cell: Cell) -> str:
    """What tells a cell from all others."""
    return f"{cell.column} {cell.row}"


def draw_matrix(matrix: Matrix, theme: Theme) -> Drawn:
    """The cells of a matrix that has some."""
    rows = list(list_cells(matrix))
    picked = choose_marks()
    base = alt.Chart(make_data(rows)).encode(
        x=alt.X(
            "column:N",
            sort=alt.SortField("at"),
            title=None,
            axis=alt.Axis(orient="top", labelAngle=0, domain=False, ticks=False),
        ),
        y=alt.Y("row:N", sort=alt.SortField("order"), title=None, axis=alt.Axis(domain=False, ticks=False)),
        tooltip=[
            alt.Tooltip("row:N", title=matrix.heading.replace("_", " ")),
            alt.Tooltip("column:N", title="what"),
            alt.Tooltip("names:N", title="which"),
        ],
    )
    cells = base.mark_rect(color=FIRM, cursor="pointer", stroke=theme.line, strokeWidth=0.5).encode(
        opacity=alt.condition(picked, alt.Opacity("shade:Q", scale=None, legend=None), alt.value(0.08))
    )
    counts = base.mark_text(fontSize=LABELS).encode(
        text="count:Q",
        color=alt.condition(f"datum.shade > {STRONG}", alt.value("#ffffff"), alt.value(theme.text)),
    )
    height = LINE * len({row["row"] for row in rows}) + HEAD
    marks = {row[MARK]: f"{row['row']}, {row['column']}: {row['count']:,}" for row in rows}
    return Drawn(finish(alt.layer(cells.add_params(picked), counts), height, theme), describe_matrix(matrix), marks)


def list_cells(matrix: Matrix) -> Iterator[Row]:
    """A row of data for each cell."""
    most = max((len(cell.things) for cell in matrix.cells), default=1)
    places = {row: number for number, row in enumerate(matrix.rows)}
    for cell in matrix.cells:
        yield {
            MARK: name_cell(cell),
            "row": cell.row,
            "order": places[cell.row],
            "column": cell.column.replace("_", " "),
            "at": matrix.columns.index(cell.column),
            "count": len(cell.things),
            "shade": 0.2 + 0.7 * len(cell.things) / most,
            "names": list_some(cell.things, MOST_TOLD, "; "),
        }


def describe_matrix(matrix: Matrix) -> str:
    """The matrix in one sentence."""
    columns = ", ".join(column.replace("_", " ") for column in matrix.columns)
    told = count_things(len(matrix.cells), "filled cell")
    return (
        f"Matrix of {count_things(len(matrix.rows), 'row')} by {columns}: {told}; "
        f"{len(matrix.empty):,} of the rows without any."
    )
