"""What comes back from the graph, as typed values that know nothing of the driver."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from ledger.dates import BadDate, check_date

Value: TypeAlias = Any
"""A property's or a cell's value: text, number, boolean, list of these, GraphNode, GraphEdge, or None."""


def texts(value: Value) -> tuple[str, ...]:
    """A property that lists texts, whatever stands there: nothing is an empty list, a single value a list of one."""
    if value is None:
        return ()
    return tuple(str(v) for v in value if v is not None) if isinstance(value, list | tuple) else (str(value),)


def read_date(value: Value) -> str | None:
    """A date as somebody may have left it in the graph, the first of several; None where none can be read."""
    for text in texts(value):
        try:
            return check_date(text)
        except BadDate:
            continue
    return None


@dataclass(frozen=True)
class Plan:
    """What a server would do for a statement: `kind` is r, w, rw or s as the server says, `root` its last step."""

    kind: str | None
    root: Mapping[str, Any] = field(hash=False)


@dataclass(frozen=True)
class GraphNode:
    """A node by its own id, with its label and properties."""

    id: str
    label: str
    properties: dict[str, Value] = field(hash=False)

    @property
    def name(self) -> str:
        """What the node is called."""
        return str(self.properties.get("name", self.id))

    def texts(self, name: str) -> tuple[str, ...]:
        """A property that lists texts, such as `evidence`."""
        return texts(self.properties.get(name))


@dataclass(frozen=True)
class GraphEdge:
    """A relationship by its own id, between the ids of two nodes."""

    id: str
    type: str
    start: str
    end: str
    properties: dict[str, Value] = field(hash=False)

    @property
    def role(self) -> str:
        """How the start stands to the end."""
        return str(self.properties.get("role", ""))

    def texts(self, name: str) -> tuple[str, ...]:
        """A property that lists texts, such as `evidence`."""
        return texts(self.properties.get(name))


@dataclass(frozen=True)
class Subgraph:
    """A part of the graph; every edge's ends are among its nodes. `truncated`: there was more than was asked for."""

    nodes: tuple[GraphNode, ...] = ()
    edges: tuple[GraphEdge, ...] = ()
    truncated: bool = False

    def with_(self, other: "Subgraph") -> "Subgraph":
        """Both together, each node and edge once, in the order first met."""
        nodes = {n.id: n for n in (*self.nodes, *other.nodes)}
        edges = {e.id: e for e in (*self.edges, *other.edges)}
        return Subgraph(tuple(nodes.values()), tuple(edges.values()), self.truncated or other.truncated)

    def node(self, node_id: str) -> GraphNode | None:
        """The node of that id, if it is here."""
        return next((n for n in self.nodes if n.id == node_id), None)


@dataclass(frozen=True)
class Table:
    """Rows of an answer, columns in the order of the query.

    `leading`: so many columns from the left say something only together; None: all do but those of ids.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    truncated: bool = False
    leading: int | None = None
