"""The top of the program: the command line, wiring, and what other programs and notebooks import.

    from lodegraph import open_graph

What `__all__` names is the library; docs/library.md shows it at work. Each name is imported when it is first asked for,
so that the command line starts without any of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cypher.disagreements import DisputeInFull, ListedDispute
    from cypher.errors import GraphError
    from cypher.evidence import CitedPassage
    from cypher.results import GraphEdge, GraphNode, Table
    from cypher.saved import Choice, SavedQuery
    from cypher.search import Findings, Found
    from cypher.status import Status
    from ledger.totals import Totals
    from lodegraph.library.answer import Answer
    from lodegraph.library.graph import ReadingGraph
    from lodegraph.library.network import Network
    from lodegraph.library.open_graph import open_graph

__version__ = "0.1.0"

__all__ = [
    "Answer",
    "Choice",
    "CitedPassage",
    "DisputeInFull",
    "Findings",
    "Found",
    "GraphEdge",
    "GraphError",
    "GraphNode",
    "ListedDispute",
    "Network",
    "ReadingGraph",
    "SavedQuery",
    "Status",
    "Table",
    "Totals",
    "open_graph",
]

_HOMES = {
    "Answer": "lodegraph.library.answer",
    "Choice": "cypher.saved",
    "CitedPassage": "cypher.evidence",
    "DisputeInFull": "cypher.disagreements",
    "Findings": "cypher.search",
    "Found": "cypher.search",
    "GraphEdge": "cypher.results",
    "GraphError": "cypher.errors",
    "GraphNode": "cypher.results",
    "ListedDispute": "cypher.disagreements",
    "Network": "lodegraph.library.network",
    "ReadingGraph": "lodegraph.library.graph",
    "SavedQuery": "cypher.saved",
    "Status": "cypher.status",
    "Table": "cypher.results",
    "Totals": "ledger.totals",
    "open_graph": "lodegraph.library.open_graph",
}

if not TYPE_CHECKING:  # a type checker that saw this would take any name for one of ours

    def __getattr__(name: str) -> Any:
        if name not in _HOMES:
            raise AttributeError(f"module 'lodegraph' has no attribute '{name}'")
        return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({"__version__", *__all__})
