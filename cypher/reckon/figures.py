"""Figures as people read them: of a deal that stands in a column of figures, its amount with its qualifier and unit."""

from datetime import date

from cypher.deals import UnreadableDeal, amount_of
from cypher.results import GraphNode, Table, Value

FIGURES = ("figure", "other_figures")
"""Columns in which a query returns deals, or lists of deals, where the answer has their figures."""


def tell_figures(table: Table, _day: date | None) -> Table:
    """The rows with figures in the place of deals; nothing where a deal has none, and what is wrong where it cannot be
    read. Figures are told and never added here."""
    places = [table.columns.index(column) for column in FIGURES if column in table.columns]
    rows = tuple(
        tuple(_tell(cell) if place in places else cell for place, cell in enumerate(row)) for row in table.rows
    )
    return Table(table.columns, rows, table.truncated, table.leading)


def _tell(cell: Value) -> Value:
    if isinstance(cell, list):
        return [told for one in cell if (told := _tell(one)) is not None]
    if not isinstance(cell, GraphNode):
        return cell
    try:
        amount = amount_of(cell)
    except UnreadableDeal as error:
        return f"no figure that can be read: {error}"
    return None if amount is None else str(amount)
