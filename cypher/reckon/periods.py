"""What has a time of its own: whether it held on a day, and in which order of time it is told."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from itertools import groupby

from cypher.reckon.papers import read_paper
from cypher.results import Table, Value, read_date
from ledger.periods import Held, Period, hold_together, holds_on, order_of

HELD = ("held_then", "listed_then")
"""What the column is called in which a query returns the times of a row, as a map of dates by the names of a period;
who is a party to a `paper` is one while that holds: with it come its `steps`, what `extended` it, and its `ends`."""
SAME = ("what", "who_id", "of_id", "measure_id", "target_id")
"""Columns that tell what a row is of: rows that agree in them differ in their time."""
DATES = tuple(field.name for field in fields(Period))
Row = tuple[Value, ...]


def tell_held(table: Table, day: date | None) -> Table:
    """The rows with whether they held on the day; without those that did not, where there is one.

    Rows of the same, one below another, are put in order of time.
    """
    at = next(n for n, column in enumerate(table.columns) if column in HELD)
    same = [n for n, column in enumerate(table.columns) if column in SAME]
    runs = groupby(table.rows, key=lambda row: [row[n] for n in same])
    rows = (row for _, run in runs for row in sorted(run, key=lambda row: _order(row[at])))
    return Table(table.columns, tuple(_tell(rows, at, day)), table.truncated, table.leading)


def _tell(rows: Iterator[Row], at: int, day: date | None) -> Iterator[Row]:
    for row in rows:
        held = _hold(row[at], day) if day else None
        if held is not Held.NO:
            yield (*row[:at], held.value if held else None, *row[at + 1 :])


def _hold(times: Mapping[str, Value], day: date) -> Held:
    own = holds_on(day, _period(times))
    if (deal := times.get("paper")) is None:
        return own
    return hold_together(own, read_paper(deal, times["steps"], times["extended"], times["ends"]).holds_on(day))


def _period(times: Mapping[str, Value]) -> Period:
    return Period(**{name: read_date(times.get(name)) for name in DATES})


def _order(times: Mapping[str, Value]) -> tuple[date, date]:
    """What begins at a time that is not told stands first, as what may be the oldest."""
    period = _period(times)
    begins = period.since or period.not_before
    return order_of(begins) if begins else (date.min, date.min)
