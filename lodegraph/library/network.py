"""A network with its evidence, to look at or to hand to networkx and pyvis."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from cypher.evidence import CitedPassage, read_passages_by_id
from cypher.model import Model, built_in_model
from cypher.protocols import Reader
from cypher.results import GraphEdge, GraphNode, Subgraph
from lodegraph.library.errors import UnknownName

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from lodegraph.library.export import InlineNetwork

Passages: TypeAlias = dict[str, tuple[CitedPassage, ...]]
"""By a passage's id; one that repeats two origins is there with each."""


@dataclass(frozen=True, repr=False)
class Network:
    """Nodes, the relationships between them, and the passages that either cite; a notebook shows its picture.

    `truncated`: the query found more than was asked for.
    """

    title: str
    nodes: tuple[GraphNode, ...]
    relationships: tuple[GraphEdge, ...]
    passages: Passages = field(hash=False)
    truncated: bool = False
    model: Model = field(default_factory=built_in_model, hash=False, compare=False)

    @property
    def evidence(self) -> tuple[CitedPassage, ...]:
        """All passages that are cited, by article and line."""
        found = (p for cited in self.passages.values() for p in cited)
        return tuple(sorted(found, key=lambda p: (p.article, p.line, p.sentence or 0, p.origin)))

    def node(self, node_id: str) -> GraphNode:
        """The node of that id. Raises UnknownName."""
        found = self.subgraph.node(node_id)
        if found is None:
            raise UnknownName(f"the network '{self.title}' has no node '{node_id}'")
        return found

    def cited_by(self, thing: GraphNode | GraphEdge) -> tuple[CitedPassage, ...]:
        """The passages on which a node or a relationship of this network rests.

        >>> memorandum = graph.network("neighbours", node="deal/glencore-orion-memorandum")
        >>> memorandum.relationships[-1].properties["paraphrase"]
        'Landau was there at the signing of the Glencore–Orion memorandum, which two sources call witnessing it.'
        >>> [passage.place for passage in memorandum.cited_by(memorandum.relationships[-1])]
        ['line 10, sentence 3', 'line 26, sentence 2', 'line 11, sentence 2']
        """
        return tuple(p for i in thing.texts("evidence") for p in self.passages.get(i, ()))

    @property
    def subgraph(self) -> Subgraph:
        """The same as the explorer takes it, without evidence."""
        return Subgraph(self.nodes, self.relationships, self.truncated)

    def to_networkx(self) -> "MultiDiGraph[str]":
        """A graph for networkx: ids as nodes, a relationship's id as its key, everything known as attributes.

        >>> made = graph.network("neighbours", node="deal/glencore-orion-memorandum").to_networkx()
        >>> made.nodes["company/glencore"]["label"], list(made.successors("company/glencore"))
        ('Company', ['deal/glencore-orion-memorandum'])
        """
        from lodegraph.library.export import make_networkx

        return make_networkx(self.subgraph, self.title, self.passages)

    def to_pyvis(self, height: str = "600px") -> "InlineNetwork":
        """A picture for pyvis in the explorer's colours, which asks no other machine for anything.

        >>> picture = graph.network("neighbours", node="deal/glencore-orion-memorandum").to_pyvis()
        >>> picture.num_nodes(), picture.num_edges()
        (8, 7)
        """
        from lodegraph.library.export import make_pyvis

        return make_pyvis(self.subgraph, self.model, height)

    def to_html(self, note: str = "") -> str:
        """A page of its own with the picture and a legend; it opens anywhere, and runs no text of a record."""
        from lodegraph.library.export import make_html

        return make_html(self.subgraph, self.model, self.title, note)

    def __repr__(self) -> str:
        cut = ", cut" if self.truncated else ""
        return f"Network({self.title!r}, {len(self.nodes)} nodes, {len(self.relationships)} relationships{cut})"

    def _repr_html_(self) -> str:
        from lodegraph.library.export import frame_page

        return frame_page(self.to_html(), self.title)

    @classmethod
    def of(cls, title: str, subgraph: Subgraph, passages: Passages, model: Model | None = None) -> "Network":
        """The network of a subgraph."""
        return cls(title, subgraph.nodes, subgraph.edges, passages, subgraph.truncated, model or built_in_model())


def read_cited(graph: Reader, subgraph: Subgraph, data_set: str) -> Passages:
    """Everything that the nodes and relationships of a subgraph cite as evidence."""
    things: tuple[GraphNode | GraphEdge, ...] = (*subgraph.nodes, *subgraph.edges)
    return read_passages_by_id(graph, (i for thing in things for i in thing.texts("evidence")), data_set)
