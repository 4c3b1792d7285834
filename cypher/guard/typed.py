"""Running a typed statement: after all walls, in a transaction that reads and is always taken back, within limits."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cypher.convert import to_subgraph
from cypher.deadlines import Limits
from cypher.errors import BadParameter, NoTypedReading, TooManyRows
from cypher.guard.check import check_typed
from cypher.guard.plan import check_plan
from cypher.internal import statement
from cypher.protocols import Reader, TypedReader
from cypher.results import Subgraph, Table


@dataclass(frozen=True)
class TypedAnswer:
    """What a typed statement returned; `table.truncated`: there was more than the limits allow."""

    table: Table
    subgraph: Subgraph


USUAL = Limits()
MOST_OF_ALL = 100_000
"""Rows of an own query whose view needs all of them."""


def run_typed(
    graph: TypedReader, text: str, parameters: Mapping[str, Any] | None = None, limits: Limits = USUAL
) -> TypedAnswer:
    """The answer of a typed statement, which sees the whole database, whatever data set is chosen.

    Raises Refused where a rule forbids it, BadParameter where a parameter lacks its value, else what the graph raises.
    """
    typed = check_typed(text)
    given = dict(parameters or {})
    _check_parameters(typed.parameters, given)
    plan = graph.plan(typed.planned, given)
    if plan is not None:
        check_plan(plan)
    table = graph.look(typed.text, given, limits)
    return TypedAnswer(table, to_subgraph([list(row) for row in table.rows], table.truncated))


def read_guarded(graph: Reader, text: str, parameters: Mapping[str, Any], max_rows: int | None) -> Table:
    """A page of what an own query asks, behind the same walls; None: all rows, of which there may be so many.

    Raises what `run_typed` does, NoTypedReading where the graph has no guard, TooManyRows where all are needed.
    """
    if not isinstance(graph, TypedReader):
        raise NoTypedReading("own queries cannot be run on this graph", "open it with open_graph()")
    table = run_typed(graph, text, parameters, Limits(rows=MOST_OF_ALL if max_rows is None else max_rows)).table
    if max_rows is None and table.truncated:
        raise TooManyRows(
            f"there are more than {MOST_OF_ALL:,} rows where all are needed", "ask a narrower question with it"
        )
    return table


def example() -> str:
    """A statement to begin with; `$data_set` in it is the name of a data set."""
    return statement("an-example-to-begin-with")


def _check_parameters(needed: tuple[str, ...], given: Mapping[str, Any]) -> None:
    missing = [name for name in needed if name not in given]
    if missing:
        names = ", ".join(f"${name}" for name in missing)
        raise BadParameter(f"the statement asks for {names}, and no value is given", "give each a value")
    for name, value in given.items():
        if isinstance(value, float) and not math.isfinite(value):
            raise BadParameter(f"${name} is {value}", "give a number")
