"""Relationships between the same two nodes, which may be drawn as one line: which they are, and the id of the line."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from cypher.results import GraphEdge, Subgraph

FEWEST = 2


def name_lines(start: str, end: str) -> str:
    """The id of the line that stands for the relationships between two nodes, whichever way these point."""
    first, second = sorted((start, end))
    return f"{first}|*|{second}|lines"


def group_lines(edges: Iterable[GraphEdge]) -> Mapping[str, tuple[GraphEdge, ...]]:
    """By the id of the line: relationships that share both ends, where there are several; loops stay by themselves."""
    found: dict[str, list[GraphEdge]] = defaultdict(list)
    for edge in edges:
        if edge.start != edge.end:
            found[name_lines(edge.start, edge.end)].append(edge)
    return {line: tuple(sorted(some, key=lambda e: e.id)) for line, some in found.items() if len(some) >= FEWEST}


def find_lines(subgraph: Subgraph, line: str | None) -> tuple[GraphEdge, ...]:
    """The relationships for which a line of a picture stands; none where it is no such line."""
    return group_lines(subgraph.edges).get(line, ()) if line and line.endswith("|lines") else ()
