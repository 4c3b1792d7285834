"""A network that is taken along: what is seen, as rows that say what a figure is and what all of it rests on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from cypher.mentions import Mentions
from cypher.model import Model
from cypher.results import GraphEdge, GraphNode, Subgraph, Table, Value
from cypher.support import Support
from cypher.views.network import node_rows, relationship_rows

CITED, RECORDS = "cited", "records"


@dataclass(frozen=True)
class TakenNetwork:
    """`shown`: what is seen; `records`: which ones they are, of which version; `lacks`: how much of the picture is not
    seen and left out, empty where all is in it."""

    shown: Subgraph
    model: Model
    mentions: Mentions
    support: Support
    records: str
    lacks: str = ""

    @cached_property
    def nodes(self) -> Table:
        """A row a node: a figure with qualifier, unit, stage and whose money, evidence as citations, the records."""
        rows = node_rows(self.shown, self.model, self.mentions)
        return self._with_evidence(rows, {n.id: n for n in self.shown.nodes})

    @cached_property
    def relationships(self) -> Table:
        """The same, a row a relationship."""
        rows = relationship_rows(self.shown, self.model, self.mentions)
        return self._with_evidence(rows, {e.id: e for e in self.shown.edges})

    def cite(self, thing: GraphNode | GraphEdge) -> list[str]:
        """The citations of one thing."""
        return [self.support.cite(passage) for passage in thing.texts("evidence")]

    def _with_evidence(self, table: Table, things: Mapping[str, GraphNode | GraphEdge]) -> Table:
        at = table.columns.index("id")
        rows = ((*row, " | ".join(self.cite(things[row[at]])) or None, self.records) for row in table.rows)
        return Table((*table.columns, CITED, RECORDS), tuple(rows), table.truncated, table.leading)


def name_cells(table: Table) -> list[dict[str, Value]]:
    """The rows by the names of their columns, without the cells that say nothing."""
    named = (dict(zip(table.columns, row, strict=True)) for row in table.rows)
    return [{name: cell for name, cell in row.items() if cell is not None} for row in named]


@dataclass(frozen=True)
class NetworkFormat:
    """A format by its name in addresses; `title`: what a menu calls it, `file`: the name of what is saved."""

    name: str
    title: str
    file: str
    mime: str
    write: Callable[[TakenNetwork], str]
