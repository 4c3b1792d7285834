"""A network as JSON: its nodes and relationships as the graph holds them, and as a reader is told of them."""

from typing import Any

from cypher.evidence import DisputeView
from cypher.exports.json_text import dumps
from cypher.exports.network.taken_network import CITED, RECORDS, NetworkFormat, TakenNetwork, name_cells
from cypher.views.network import edge_json, node_json


def to_document(taken: TakenNetwork) -> dict[str, Any]:
    """`told`: a thing as the tables tell it; `cited`: its citations; `disagreements`: all readings of what is disputed
    in it."""
    told = {row["id"]: row for table in (taken.nodes, taken.relationships) for row in name_cells(table)}
    for row in told.values():
        for name in (CITED, RECORDS):
            row.pop(name, None)
    return {
        "records": taken.records,
        "left_out": taken.lacks or None,
        "truncated": taken.shown.truncated,
        "nodes": [{**node_json(n), "told": told[n.id], "cited": taken.cite(n)} for n in taken.shown.nodes],
        "relationships": [{**edge_json(e), "told": told[e.id], "cited": taken.cite(e)} for e in taken.shown.edges],
        "disagreements": [_tell_dispute(taken, dispute) for dispute in taken.support.disputes.values()],
    }


def _tell_dispute(taken: TakenNetwork, dispute: DisputeView) -> dict[str, Any]:
    return {
        "id": dispute.id,
        "question": dispute.question,
        "weight": dispute.weight,
        "readings": [
            {
                "rank": reading.rank, "stance": reading.stance, "says": reading.says, "reason": reading.reason,
                "cited": [taken.support.cite(passage) for passage in reading.evidence],
            }
            for reading in dispute.readings
        ],
    }  # fmt: skip


def _write(taken: TakenNetwork) -> str:
    return dumps(to_document(taken)) + "\n"


JSON = NetworkFormat("json", "all that is told of it (JSON)", "lodegraph-network.json", "application/json", _write)
