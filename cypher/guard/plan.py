"""What a server of Neo4j itself plans to do for a typed statement, looked at before it is run.

That it calls a statement one that reads is not enough: reading files, settings and other people's statements counts as
reading there. The embedded engine's plans tell nothing.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from cypher.guard.calls import MAY_BE_CALLED
from cypher.guard.refusal import Refused, Rule
from cypher.results import Plan

READS = "r"
FORBIDDEN = ("loadcsv", "showsetting", "showtransaction", "terminate", "showuser", "showprivilege", "showserver")
"""Beginnings of operators, in small letters, of statements that count as reading and tell more than the data."""


def check_plan(plan: Plan) -> None:
    """Raises Refused for a plan that writes, reads files, or calls a procedure that is not on the list."""
    if plan.kind != READS:
        raise Refused(Rule.PLAN, "the server's plan writes or administers", "only reading is possible here")
    for operator in _walk(plan.root):
        name = str(operator.get("operatorType", "")).split("@")[0]
        if name.lower().startswith(FORBIDDEN):
            raise Refused(Rule.PLAN, f"the server's plan has the step {name}", "only reading the data is possible here")
        if name == "ProcedureCall":
            _check_procedure(str((operator.get("args") or {}).get("Details", "")))


def _walk(plan: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """An operator and all below it."""
    waiting = [plan]
    while waiting:
        operator = waiting.pop()
        yield operator
        waiting.extend(operator.get("children") or ())


def _check_procedure(details: str) -> None:
    """`details` as the server writes them: `db.labels() :: (label :: STRING)`."""
    name = details.partition("(")[0].strip().replace("`", "")
    if name.lower() not in MAY_BE_CALLED:
        raise Refused(Rule.PLAN, f"the server's plan calls the procedure {name[:80]}", "it is not on the list")
