"""Steps that reckon with dates and figures in the rows of a table, a module each, listed here and nowhere else.

An engine compares dates as text, which tells nothing of windows and of dates that are not equally precise: a query
returns them as told, and its header names the step that answers with them. Nor has it words for a figure.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeAlias

from cypher.reckon.days import tell_within
from cypher.reckon.figures import tell_figures
from cypher.reckon.history import put_in_order
from cypher.reckon.papers import tell_papers
from cypher.reckon.periods import tell_held
from cypher.results import Table
from ledger.periods import Days

Step: TypeAlias = Callable[[Table, date | None], Table]
"""The rows as an answer has them, of those that a query returned; as of a day those that held then, or may have."""

STEPS: Mapping[str, Step] = {
    "figures": tell_figures,
    "history": put_in_order,
    "papers": tell_papers,
    "periods": tell_held,
}

SpanStep: TypeAlias = Callable[[Table, Days], Table]
"""The same, of a span of days: those that fell in it, or may have."""

SPAN_STEPS: Mapping[str, SpanStep] = {"days": tell_within}

__all__ = ["SPAN_STEPS", "STEPS", "SpanStep", "Step", "check_step", "reckon", "reckon_between"]


def check_step(name: str) -> str:
    """That name; raises KeyError that lists the names where no step has it."""
    known = (*STEPS, *SPAN_STEPS)
    if name not in known:
        raise KeyError(f"there is no step '{name}': there are {', '.join(sorted(known))}")
    return name


def reckon(name: str, table: Table, day: date | None) -> Table:
    """The rows after the step of that name; where there are none, an engine may not even tell their columns."""
    return STEPS[name](table, day) if table.rows else table


def reckon_between(name: str, table: Table, days: Days) -> Table:
    """The rows after the step of that name, for a span of days."""
    return SPAN_STEPS[name](table, days) if table.rows else table
