"""Looking a graph over without changing it: `examine` is the way through, and what comes of it are findings."""

from cypher.doctor.examine import BECAUSE, GRAPH_CHECKS, examine, no_graph
from cypher.doctor.finding import Check, Finding, State, from_error, not_tried, note, ok, wrong
from cypher.doctor.records import Expected

__all__ = [
    "BECAUSE",
    "GRAPH_CHECKS",
    "Check",
    "Expected",
    "Finding",
    "State",
    "examine",
    "from_error",
    "no_graph",
    "not_tried",
    "note",
    "ok",
    "wrong",
]
