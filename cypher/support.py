"""What the things of a part of the graph rest on: passages, and disagreements with their readings."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cypher.evidence import CitedPassage, DisputeView, read_disputes, read_passages_by_id
from cypher.protocols import Reader
from cypher.results import GraphEdge, GraphNode, Subgraph
from ledger.dates import format_date
from ledger.evidence import Basis


@dataclass(frozen=True)
class Support:
    """Passages and disputes by their ids; a passage once for each origin that it repeats."""

    passages: Mapping[str, tuple[CitedPassage, ...]] = field(default_factory=dict)
    disputes: Mapping[str, DisputeView] = field(default_factory=dict)

    def cite(self, passage: str) -> str:
        """A passage in plain text: its article, its place, and whose words it repeats, all of them."""
        found = self.passages.get(passage)
        if not found:
            return f"{passage} (not in the graph)"
        return f"{name_article(found[0])}, {found[0].place}: {'; '.join(map(tell_whose_words, found))}"


def name_article(passage: CitedPassage) -> str:
    """The article that a passage stands in, with its date."""
    return passage.article + (f", {format_date(passage.date)}" if passage.date else "")


def tell_whose_words(passage: CitedPassage) -> str:
    """Whether it is the article's own words, or whose it repeats, and whether that is our inference."""
    inferred = " (our inference)" if passage.origin_basis == Basis.DERIVED else ""
    if passage.origin == passage.article:
        return "in its own words"
    return f"repeats the {passage.origin_kind} {passage.origin}{inferred}"


def read_support(graph: Reader, subgraph: Subgraph, data_set: str) -> Support:
    """The passages and disputes of everything in a subgraph. Raises what the graph raises."""
    things: tuple[GraphNode | GraphEdge, ...] = (*subgraph.nodes, *subgraph.edges)
    disputes = read_disputes(graph, (i for thing in things for i in thing.texts("disputes")), data_set)
    cited = [i for thing in things for i in thing.texts("evidence")]
    cited += [i for dispute in disputes for reading in dispute.readings for i in reading.evidence]
    return Support(read_passages_by_id(graph, cited, data_set), {d.id: d for d in disputes})
