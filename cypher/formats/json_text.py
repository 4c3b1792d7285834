"""An answer as JSON: question, parameters, and everything that the other formats show."""

import json
from dataclasses import asdict
from typing import Any

from cypher.formats.grid import grid
from cypher.results import GraphEdge, GraphNode
from cypher.saved.query import View
from cypher.saved.run import Answer


def to_json(answer: Answer) -> dict[str, Any]:
    """A document of plain values; nodes and relationships with their properties."""
    document: dict[str, Any] = {
        "query": answer.query.id,
        "title": answer.query.title,
        "view": str(answer.query.view),
        "parameters": answer.parameters,
        "rows": len(answer.table.rows),
        "truncated": answer.table.truncated,
    }
    if answer.totals is not None and answer.book is not None:
        document["totals"] = asdict(answer.totals)
        document["names"] = answer.book.names
    elif answer.query.view is View.NETWORK:
        document["nodes"] = [node_json(n) for n in answer.subgraph.nodes]
        document["relationships"] = [edge_json(e) for e in answer.subgraph.edges]
    else:
        table = grid(answer)
        document["table"] = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    return document


def node_json(node: GraphNode) -> dict[str, Any]:
    """A node with its label and properties."""
    return {"id": node.id, "label": node.label, "properties": node.properties}


def edge_json(edge: GraphEdge) -> dict[str, Any]:
    """A relationship with its ends and properties."""
    return {"id": edge.id, "type": edge.type, "start": edge.start, "end": edge.end, "properties": edge.properties}


def dumps(document: Any) -> str:
    """The text of a document, readable and stable."""
    return json.dumps(document, ensure_ascii=False, indent=2, default=str)
