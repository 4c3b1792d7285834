"""Loading the shipped records: into an empty graph, and again with nothing changed."""

import tempfile
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path

from benchmarks.timing import Timing, measure_time
from cypher.connection import Graph, connect
from loader.check import check
from loader.load import load
from loader.rows import Row, make_rows
from lodegraph.shipped_records import find_shipped_records
from tests.integration.graphs import as_ours
from tests.integration.servers import Server, Unavailable, embedded, neo4j_container, wipe

RUNS = 3


def measure() -> list[str]:
    """Lines of the results' table."""
    lines = []
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        lines += _on(stack.enter_context(embedded(folder)), peer=False)
        try:
            lines += _on(stack.enter_context(neo4j_container()), peer=True)
        except Unavailable as reason:
            lines.append(f"| Neo4j: left out, {reason} | | | |")
    return lines


def _on(server: Server, *, peer: bool) -> list[str]:
    with connect(as_ours(server)) as graph:
        _first(server, graph)  # the server plans each statement once
        first, again, bulk = [], [], []
        for _ in range(RUNS):
            first.append(_first(server, graph))
            again.append(measure_time(lambda: load(graph, find_shipped_records())))
            if peer:
                bulk.append(_bulk(server))
    reference = Timing(f"{server.name}: py2neo.bulk merges the same rows", tuple(bulk)) if peer else None
    lines = [
        Timing(f"{server.name}: load into an empty graph", tuple(first)).row(reference),
        Timing(f"{server.name}: load again, nothing changed", tuple(again)).row(reference),
    ]
    return [*lines, reference.row()] if reference else lines


def _first(server: Server, graph: Graph) -> float:
    wipe(server)
    return measure_time(lambda: load(graph, find_shipped_records()))


def _bulk(server: Server) -> float:
    from py2neo import Graph as Py2neoGraph
    from py2neo.bulk import merge_nodes, merge_relationships

    wipe(server)
    rows = make_rows(check(find_shipped_records()))
    nodes, links = _grouped(list(rows.nodes)), _grouped(list(rows.relationships))
    graph = Py2neoGraph(server.uri, auth=(server.user, server.password))

    def work() -> None:
        for (label,), rows in nodes.items():
            merge_nodes(graph.auto(), [r.properties for r in rows], (label, "id"))
        for (type_, start, end), rows in links.items():
            data = [(r.start, r.properties, r.end) for r in rows]
            merge_relationships(
                graph.auto(), data, (type_, "id"), start_node_key=(start, "id"), end_node_key=(end, "id")
            )

    return measure_time(work)


def _grouped(rows: list[Row]) -> dict[tuple[str, ...], list[Row]]:
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.group].append(row)
    return groups
