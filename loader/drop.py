"""Take a data set out of a graph, and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass

from cypher.connection import Graph
from cypher.statements import drop_nodes, drop_relationships, kept_nodes, mark
from cypher.status import EmptyGraph, data_sets
from cypher.vocabulary import NODE_TYPES, RELATIONSHIP_TYPES, Family

BATCH = 2_000
MOST_NAMED = 20


@dataclass(frozen=True)
class Dropped:
    """What was removed; `kept` names nodes that stay, as relationships of others hang on them (the first of them)."""

    data_set: str
    nodes: int
    relationships: int
    kept: tuple[str, ...] = ()


def drop(graph: Graph, name: str, *, tell: Callable[[str], None] = lambda _: None) -> Dropped:
    """Remove a data set's nodes and relationships; broken off, it is marked, and the next drop goes on.

    Raises EmptyGraph where the graph does not hold it, GraphError when the server fails.
    """
    held = [d.name for d in data_sets(graph)]
    if name not in held:
        there = f"it holds {', '.join(held)}" if held else "it holds nothing of ours"
        raise EmptyGraph(f"{graph.server.uri} does not hold {name} ({there})", "nothing was removed")
    graph.write(mark(), {"data_set": name, "state": "dropping"})
    relationships = sum(_empty(graph, drop_relationships(r.name), name) for r in RELATIONSHIP_TYPES)
    tell(f"{relationships:,} relationships removed")
    labels = [n.label for n in NODE_TYPES if n.family is not Family.BOOKKEEPING]
    nodes = sum(_empty(graph, drop_nodes(label), name) for label in labels)
    tell(f"{nodes:,} nodes removed")
    left = {"data_set": name, "most": MOST_NAMED}
    kept = tuple(str(row[0]) for label in labels for row in graph.write(kept_nodes(label), left))
    _empty(graph, drop_nodes("DataSet"), name)
    return Dropped(name, nodes, relationships, kept[:MOST_NAMED])


def _empty(graph: Graph, text: str, name: str) -> int:
    """Run a statement that removes a batch, until there is nothing left for it."""
    removed = 0
    while batch := graph.write(text, {"data_set": name, "most": BATCH})[0][0]:
        removed += int(batch)
    return removed
