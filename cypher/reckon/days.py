"""What fell between two days, in order of time."""

from cypher.reckon.history import DATE, put_in_order
from cypher.results import Table, read_date
from ledger.periods import Days, Held, falls_within

WITHIN = "within"
"""The column in which an answer says whether it certainly fell there; a query returns nothing in it."""


def tell_within(table: Table, days: Days) -> Table:
    """The rows of which the date fell between the days, or may have, in order of time; those of no date not."""
    date, within = table.columns.index(DATE), table.columns.index(WITHIN)
    rows = []
    for row in table.rows:
        told = read_date(row[date])
        fell = falls_within(days, told) if told else Held.NO
        if fell is not Held.NO:
            rows.append((*row[:within], fell.value, *row[within + 1 :]))
    return put_in_order(Table(table.columns, tuple(rows), table.truncated, table.leading), None)
