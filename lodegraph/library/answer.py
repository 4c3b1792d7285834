"""What a saved query answered, as values that outlive the connection."""

from dataclasses import dataclass

import cypher.saved
from cypher.evidence import CitedPassage
from cypher.results import Table, Value
from cypher.saved import SavedQuery
from ledger.totals import Totals
from lodegraph.library.network import Network, Passages


@dataclass(frozen=True, repr=False)
class Answer:
    """The rows of a saved query, and what they are made of.

    `rows`: as `lodegraph query run` shows them, every cell a text, a number, a boolean or None: a table as it is, a
    network by its relationships, totals by their groups. `truncated`: there were more than were asked for.
    `unfinished`: why this may not be all, where a load was going on or had been broken off; else None.
    `totals`: where the query asks for them. `network`: every node and relationship in the answer.
    `notes`: what a reader must know beside the rows: what was looked for in vain, what is not included.
    `table`: what the query itself returned, with lists, nodes and relationships as they are.
    """

    query: SavedQuery
    parameters: dict[str, Value]
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    truncated: bool
    totals: Totals | None
    network: Network
    table: Table
    unfinished: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def evidence(self) -> tuple[CitedPassage, ...]:
        """The passages that the nodes and relationships of the answer cite, by article and line."""
        return self.network.evidence

    def to_dicts(self) -> list[dict[str, Value]]:
        """The rows, each as a dictionary by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def __repr__(self) -> str:
        cut = (", cut" if self.truncated else "") + (", of an unfinished load" if self.unfinished else "")
        return f"Answer({self.query.title!r}, {len(self.rows)} rows{cut})"

    @classmethod
    def of(cls, found: cypher.saved.QueryAnswer, passages: Passages) -> "Answer":
        """The answer as the graph gave it, with the passages that it cites."""
        shown = found.as_rows()
        network = Network.of(found.query.title, found.subgraph, passages, found.query.model)
        return cls(
            query=found.query,
            parameters=found.parameters,
            columns=shown.columns,
            rows=shown.rows,
            truncated=found.table.truncated,
            totals=found.totals,
            network=network,
            table=found.table,
            unfinished=found.unfinished,
            notes=found.notes,
        )
