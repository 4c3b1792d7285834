"""The passages that a network cites, with their articles and origins."""

from typing import TypeAlias

from cypher.evidence import CitedPassage, read_passages
from cypher.protocols import Reader
from cypher.results import Subgraph

Passages: TypeAlias = dict[str, tuple[CitedPassage, ...]]
"""By a passage's id; one that repeats two origins is there with each."""

AT_ONCE = 200
"""Few enough that no reading of them is cut."""


def read_cited(graph: Reader, subgraph: Subgraph, data_set: str) -> Passages:
    """Everything that the nodes and relationships of a subgraph cite as evidence."""
    properties = [*(n.properties for n in subgraph.nodes), *(e.properties for e in subgraph.edges)]
    ids = sorted({i for known in properties for i in known.get("evidence", ())})
    found: Passages = {}
    for start in range(0, len(ids), AT_ONCE):
        for passage in read_passages(graph, ids[start : start + AT_ONCE], data_set):
            found[passage.id] = (*found.get(passage.id, ()), passage)
    return found
