"""An answer as rows of plain cells: a table as it is, a network by its relationships, totals by their groups."""

from cypher.formats.totals_grid import totals_grid
from cypher.model import Model
from cypher.results import GraphEdge, GraphNode, Subgraph, Table, Value
from cypher.saved.query import View
from cypher.saved.run import Answer

NETWORK_COLUMNS = ("from", "relationship", "role", "to", "says", "articles", "origins", "disputes", "id")


def grid(answer: Answer) -> Table:
    """Rows in which every cell is text, a number, a boolean or None."""
    if answer.totals is not None and answer.book is not None:
        return totals_grid(answer.totals, answer.book)
    if answer.query.view is View.NETWORK:
        return network_grid(answer.subgraph, answer.query.model)
    rows = tuple(tuple(plain(cell, answer.query.model) for cell in row) for row in answer.table.rows)
    return Table(answer.table.columns, rows, answer.table.truncated)


def network_grid(subgraph: Subgraph, model: Model) -> Table:
    """A row a relationship, then a row a node that has none here."""
    names = {n.id: model.name_of(n) for n in subgraph.nodes}
    rows = [_edge_row(e, names, model) for e in subgraph.edges]
    tied = {end for e in subgraph.edges for end in (e.start, e.end)}
    rows += [_lone_row(n, model) for n in subgraph.nodes if n.id not in tied]
    return Table(NETWORK_COLUMNS, tuple(rows), subgraph.truncated)


def plain(cell: Value, model: Model) -> Value:
    """A node by its name, a relationship by what it says, a list by its items."""
    match cell:
        case GraphNode():
            return model.name_of(cell)
        case GraphEdge():
            return model.reads(cell.type)
        case list():
            return ", ".join(str(plain(c, model)) for c in cell)
        case dict():
            return ", ".join(f"{k}: {plain(v, model)}" for k, v in cell.items())
        case _:
            return cell


def _edge_row(edge: GraphEdge, names: dict[str, str], model: Model) -> tuple[Value, ...]:
    p = edge.properties
    return (
        names[edge.start], model.reads(edge.type), edge.role, names[edge.end], p.get("paraphrase"),
        len(p.get("articles", ())), len(p.get("origins", ())), len(p.get("disputes", ())), edge.id,
    )  # fmt: skip


def _lone_row(node: GraphNode, model: Model) -> tuple[Value, ...]:
    p = node.properties
    counts = (len(p.get("articles", ())), len(p.get("origins", ())), len(p.get("disputes", ())))
    return (model.name_of(node), None, None, None, p.get("paraphrase"), *counts, node.id)
