"""Loading made-up records: writing alone, all of a load, and again with nothing changed; beside py2neo.bulk.

`python -m benchmarks.load` prints the table; `… neo4j` that of one engine, `… --short` a tenth of it, to try.
"""

import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.processor import seconds_here, seconds_of_server
from benchmarks.records import HUB, LARGE, write_hub, write_large
from cypher.connection import Graph, connect
from cypher.errors import GraphError
from cypher.model import built_in_model
from cypher.model.labels import LABELS
from cypher.schema import constraints
from loader.check import check
from loader.load import load
from loader.plan import DueRow, LighterEnds, Plan
from loader.rows import Row, Rows, make_rows
from loader.turn import wait_for_turn
from loader.write import write_nodes, write_relationships
from tests.integration.graphs import as_ours
from tests.integration.servers import Server, Unavailable, embedded, neo4j_container, wipe

RUNS = 3
ENGINES = ("embedded", "neo4j")
AT_ONCE = 10_000
"""Rows of a batch of the peer's, which it does best with."""
HEADER = """\
| what | seconds, median (range) | relationships/s | processor seconds: client, server | to the peer |
|---|---|---|---|---|"""


@dataclass(frozen=True)
class Run:
    """One run: seconds by the clock, and of the processor here and there."""

    seconds: float
    here: float
    server: float


@dataclass(frozen=True)
class Figure:
    """Several runs of one thing that brings so many relationships."""

    what: str
    relationships: int
    runs: tuple[Run, ...]

    @property
    def seconds(self) -> float:
        """The run in the middle."""
        return median(run.seconds for run in self.runs)

    def row(self, peer: "Figure | None") -> str:
        """A line of the table; a rate beside the peer's."""
        times = [run.seconds for run in self.runs]
        here, there = median(run.here for run in self.runs), median(run.server for run in self.runs)
        rate = self.relationships / self.seconds
        beside = f"{peer.seconds / self.seconds:.2f} × its rate" if peer else ""
        spread = f"{self.seconds:.1f} ({min(times):.1f} – {max(times):.1f})"
        return f"| {self.what} | {spread} | {rate:,.0f} | {here:.1f}, {there:.1f} | {beside} |"


def measure(engines: Iterable[str], share: int = 1) -> list[str]:
    """Lines of the table, for sets of the full size or so small a share of it."""
    lines = []
    with tempfile.TemporaryDirectory() as place:
        sets, warm = _Sets(Path(place) / "full", share), _Sets(Path(place) / "warm", 10 * share)
        for engine in engines:
            opening = neo4j_container() if engine == "neo4j" else embedded(Path(place) / "data")
            try:
                with opening as server:
                    lines += _on(server, sets, warm)
            except Unavailable as reason:
                lines.append(f"| {engine}: left out, {reason} | | | | |")
    return lines


class _Sets:
    """The records that are loaded, and the rows of the large set."""

    def __init__(self, folder: Path, share: int) -> None:
        folder.mkdir()
        self.large = write_large(folder / "large", LARGE // share)
        self.hub = write_hub(folder / "hub", HUB // share)
        self.renewed = write_hub(folder / "renewed", HUB // share, "agreed")
        self.rows = make_rows(check(self.large))
        self.at_hub = len(make_rows(check(self.hub)).relationships)


def _on(server: Server, sets: _Sets, warm: _Sets) -> list[str]:
    found: dict[str, list[Run]] = defaultdict(list)
    with connect(as_ours(server)) as graph:
        _round(server, graph, warm)
        for _ in range(RUNS):
            for what, run in _round(server, graph, sets).items():
                found[what].append(run)
    figures = [
        Figure(f"{server.name}: {what}", sets.at_hub if "hub" in what else len(sets.rows.relationships), tuple(runs))
        for what, runs in found.items()
    ]
    reference = next((f for f in figures if "py2neo" in f.what), None)
    return [f.row(None if f is reference or "hub" in f.what else reference) for f in figures]


def _round(server: Server, graph: Graph, sets: _Sets) -> dict[str, Run]:
    """Everything once."""
    taken: dict[str, Run] = {}
    if server.name != "embedded":
        _make_room(server, graph, ours=False)
        taken["py2neo.bulk merges the same rows"] = _timed(graph, lambda: _bulk(server, sets.rows))
    _make_room(server, graph, ours=True)
    taken["writing alone"] = _timed(graph, lambda: _write(graph, sets.rows))
    _make_room(server, graph, ours=True)
    taken["whole load: read, check, plan, write"] = _timed(graph, lambda: load(graph, sets.large))
    taken["unchanged again, nothing written"] = _timed(graph, lambda: load(graph, sets.large))
    _make_room(server, graph, ours=True)
    taken["whole load, all at one hub"] = _timed(graph, lambda: load(graph, sets.hub))
    taken["all relationships of the hub changed"] = _timed(graph, lambda: load(graph, sets.renewed))
    return taken


def _timed(graph: Graph, work: Callable[[], object]) -> Run:
    there, here, began = seconds_of_server(graph), seconds_here(), time.perf_counter()
    work()
    ended = time.perf_counter()
    return Run(ended - began, seconds_here() - here, seconds_of_server(graph) - there)


def _make_room(server: Server, graph: Graph, *, ours: bool) -> None:
    """An empty graph with our constraints, or with those that the peer's look-ups need."""
    wipe(server)
    for (name,) in graph.rows("SHOW CONSTRAINTS YIELD name RETURN name", {}):
        with suppress(GraphError):  # the embedded engine lists the types that its index needs, and keeps them
            graph.change_schema([f"DROP CONSTRAINT {name} IF EXISTS"])
    theirs = [f"CREATE CONSTRAINT peer_{n.kind} FOR (n:{n.label}) REQUIRE n.id IS UNIQUE" for n in LABELS]
    graph.change_schema(constraints(built_in_model()) if ours else theirs)


def _write(graph: Graph, rows: Rows) -> None:
    """What a load does once all is checked and planned."""
    turn = wait_for_turn(graph, "large", lambda _: None)
    turn.take(state="loading")
    for _ in write_nodes(turn, (DueRow(row, True) for row in rows.nodes)):
        pass
    for _ in write_relationships(turn, (DueRow(row, True) for row in rows.relationships), LighterEnds(Plan({}))):
        pass
    with suppress(GraphError):
        turn.give_back()


def _bulk(server: Server, rows: Rows) -> None:
    from py2neo import Graph as Py2neoGraph
    from py2neo.bulk import merge_nodes, merge_relationships

    graph = Py2neoGraph(server.uri, auth=(server.user, server.password))
    for (label,), nodes in _grouped(rows.nodes).items():
        for some in _batches(r.properties for r in nodes):
            merge_nodes(graph.auto(), some, (label, "id"))
    for (type_, start, end), links in _grouped(rows.relationships).items():
        for some in _batches((r.start, r.properties, r.end) for r in links):
            merge_relationships(
                graph.auto(), some, (type_, "id"), start_node_key=(start, "id"), end_node_key=(end, "id")
            )


def _grouped(rows: Iterable[Row]) -> dict[tuple[str, ...], list[Row]]:
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.group].append(row)
    return groups


def _batches(items: Iterable[Any]) -> Iterator[list[Any]]:
    waiting = iter(items)
    while some := list(islice(waiting, AT_ONCE)):
        yield some


if __name__ == "__main__":
    named = [word for word in sys.argv[1:] if not word.startswith("-")]
    table = measure(named or ENGINES, 10 if "--short" in sys.argv else 1)
    sys.stdout.write("\n".join([HEADER, *table]) + "\n")
