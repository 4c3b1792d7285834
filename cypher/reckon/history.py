"""What happened, in order of time."""

from datetime import date

from cypher.results import Table, read_date
from ledger.periods import order_of

DATE = "date"


def put_in_order(table: Table, _day: date | None) -> Table:
    """The rows by the first day that their date may mean, then the last; those of none last, all else as it was."""
    at = table.columns.index(DATE)
    rows = sorted(table.rows, key=lambda row: order_of(read_date(row[at])))
    return Table(table.columns, tuple(rows), table.truncated, table.leading)
