"""A matrix: every thing of every list in its cell, every row there or said to be empty."""

from hypothesis import given
from hypothesis import strategies as st

from cypher.model import built_in_model
from cypher.results import Subgraph, Table
from cypher.views import Material
from cypher.views.matrix import as_json, as_rows, build_matrix
from explorer.render.charts.chart_style import pick_theme
from explorer.render.charts.matrix_chart import draw_matrix, list_cells

THINGS = st.lists(st.sampled_from(["a", "b", "c", None]), max_size=3)
ROW = st.tuples(st.sampled_from(["Chile", "Peru"]), THINGS, THINGS, st.just(["article/x"]), st.just("country/X"))


def answer_of(rows: list[tuple[object, ...]]) -> Material:
    columns = ("country", "signed", "goes_to_it", "articles", "country_id")
    return Material(Table(columns, tuple(rows)), Subgraph(), built_in_model())  # type: ignore[arg-type]


@given(st.lists(ROW, max_size=8))
def test_cells_hold_all_things_and_rows_without_any_are_told(rows: list[tuple[object, ...]]) -> None:
    answer = answer_of(rows)
    matrix = build_matrix(answer)
    assert len(set(matrix.rows)) == len(rows) == len(as_rows(answer).rows)
    there = sum(one is not None for row in rows for cell in row[1:3] for one in cell)  # type: ignore[attr-defined]
    assert sum(len(cell.things) for cell in matrix.cells) == there
    assert len(matrix.empty) + len({cell.row for cell in matrix.cells}) == len(rows)
    assert len(as_json(answer)["cells"]) == len(matrix.cells) == len(list(list_cells(matrix)))
    if matrix.cells:
        drawn = draw_matrix(matrix, pick_theme(is_dark=True))
        assert f"{len(matrix.empty)} of the rows without any" in drawn.said
        assert len(drawn.marks) == len(matrix.cells), "a cell could not be chosen without a mouse"


def test_what_a_row_rests_on_is_no_column() -> None:
    matrix = build_matrix(answer_of([("Chile", ["a", "b"], [], ["article/x"], "country/CL")]))
    assert matrix.columns == ("signed", "goes_to_it")
    assert [(cell.row, cell.column, cell.things, cell.id) for cell in matrix.cells] == [
        ("Chile", "signed", ("a", "b"), "country/CL")
    ]
