"""What articles bring that come in with a load: worked out just before anything is written."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cypher.connection import Graph
    from loader.brought import Brought
    from loader.check import Checked
    from loader.rows import Rows

MOST_COMPARED = 50_000
"""Nodes and relationships of a set up to which the whole of it is read out of the graph for this."""


@dataclass
class Newcomers:
    """Looks at a graph before a load writes to it; `brought`: None where the set is too large to be compared."""

    most: int = MOST_COMPARED
    brought: "tuple[Brought, ...] | None" = ()

    def look(self, graph: "Graph", checked: "Checked", rows: "Rows") -> None:
        """Work out what comes with articles that the graph does not have; nothing where the whole set is new."""
        from loader.brought import find_brought
        from loader.exports import take_from_graph
        from loader.load import holds

        name = checked.data_set.name
        self.brought = ()
        if not _is_complete(graph, name) or holds(graph, name, checked.digest):
            return
        if len(rows.nodes) + len(rows.relationships) <= self.most:
            self.brought = find_brought(take_from_graph(graph, name).rows, rows, checked.model)
        elif _has_new_passages(graph, name, checked):
            self.brought = None


def _is_complete(graph: "Graph", name: str) -> bool:
    from cypher.status import choose, data_sets

    state = choose(data_sets(graph), name)
    return state is not None and state.is_complete


def _has_new_passages(graph: "Graph", name: str, checked: "Checked") -> bool:
    from cypher.internal import statement

    there = {source for (source,) in graph.rows(statement("articles-with-passages"), {"data_set": name})}
    return any(passage.source not in there for passage in checked.index.passages.values())
