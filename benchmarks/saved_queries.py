"""Every saved query on the shipped records and on a made-up set of many deals; beside the driver with the same Cypher.

`python -m benchmarks.saved_queries neo4j` measures on one engine and writes `saved_queries_ENGINE.md`; `--deals N` of
the made-up set (a hundred thousand if left out), `--runs R` of each query.
"""

import argparse
import platform
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from statistics import median

import neo4j

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.records import LINKS_OF_A_DEAL, PASSAGES, write_large
from cypher.connection import Graph, connect
from cypher.errors import GraphError
from cypher.protocols import Reader
from cypher.saved import Parameter, ParameterType, SavedQuery, choices, read_offered, run
from cypher.saved.labels import fill_labels
from cypher.saved.parameters import resolve
from cypher.saved.run import ANY_NUMBER, MAX_ROWS
from cypher.status import current_data_set
from cypher.time_limits import QUESTION
from cypher.views import find_view
from loader.load import load
from lodegraph.shipped_records import find_shipped_records
from tests.integration.graphs import as_ours
from tests.integration.servers import Server, embedded, neo4j_container, wipe

DEALS, RUNS = 100_000, 5
NODES = {
    "Country": "country/C", "Company": "company/c", "Deal": "deal/d", "Mineral": "mineral/m", "Source": "source/paper",
}  # fmt: skip
"""How the ids of the made-up set begin, by label; a number follows but for the one source."""
HEADER = "| query | rows | median, s | worst, s | driver alone, median, s | ratio |\n|---|---|---|---|---|---|"
Values = dict[str, str | int]


@dataclass(frozen=True)
class Measured:
    """Seconds of a query as pages and commands run it, and of its Cypher alone by the plain driver."""

    query: str
    rows: int
    ours: tuple[float, ...]
    peer: tuple[float, ...]

    def row(self) -> str:
        """A line of the table."""
        ratio = median(self.ours) / median(self.peer)
        return (
            f"| `{self.query}` | {self.rows:,} | {median(self.ours):.3f} | {max(self.ours):.3f} | "
            f"{median(self.peer):.3f} | {ratio:.1f} |"
        )


def main() -> None:
    """Measure on the engine that is named, and write down."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("engine", choices=("embedded", "neo4j"))
    asked.add_argument("--deals", type=int, default=DEALS)
    asked.add_argument("--runs", type=int, default=RUNS)
    given = asked.parse_args()
    text = "\n".join(_measure_engine(given.engine, given.deals, given.runs)) + "\n"
    Path(__file__).with_name(f"saved_queries_{given.engine}.md").write_text(text, encoding="utf-8")
    sys.stdout.write(text)


def _measure_engine(engine: str, deals: int, runs: int) -> Iterator[str]:
    day = datetime.now(UTC).date().isoformat()
    yield f"# Saved queries on {engine}\n"
    machine = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    yield f"{day}, {machine}, {runs} runs each, after"
    yield f"one that is not counted. Repeat with `python -m benchmarks.saved_queries {engine} --deals {deals}`."
    yield f"A statement is stopped after {QUESTION:.0f} s, where the engine honours it. Seconds of ours are of the"
    yield "whole answer, with names, notes and sums; the driver alone reads the rows of the same Cypher.\n"
    with tempfile.TemporaryDirectory() as place:
        opening = neo4j_container() if engine == "neo4j" else embedded(Path(place) / "data")
        with opening as server:
            with _loaded(server, find_shipped_records()) as graph:
                yield f"## The shipped records\n\n{HEADER}"
                yield from _measure_all(graph, server, runs, made_up=False)
            wipe(server)
            made = write_large(Path(place) / "large", deals * LINKS_OF_A_DEAL + 2 * PASSAGES)
            began = time.perf_counter()
            with _loaded(server, made) as graph:
                took = time.perf_counter() - began
                yield f"\n## {deals:,} made-up deals, loaded in {took:.0f} s\n\n{HEADER}"
                yield from _measure_all(graph, server, runs, made_up=True)


@contextmanager
def _loaded(server: Server, folder: Path) -> Iterator[Graph]:
    with connect(as_ours(server)) as graph:
        load(graph, folder)
        yield graph


def _measure_all(graph: Graph, server: Server, runs: int, *, made_up: bool) -> Iterator[str]:
    data_set = current_data_set(graph).name
    unasked: list[str] = []
    with neo4j.GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        for query in read_offered(graph, data_set).queries:
            values = _choose_values(graph, query, data_set, tuple(NODES) if made_up else ())
            if values is None:
                unasked.append(query.id)
                continue
            try:
                yield _measure(graph, driver, server.database, query, values, data_set, runs).row()
            except GraphError as error:
                yield f"| `{query.id}` | | {error.what} | | | |"
    if unasked:
        yield f"\nNothing to ask these about: {', '.join(unasked)}."


def _choose_values(graph: Reader, query: SavedQuery, data_set: str, labels: Sequence[str]) -> Values | None:
    """Values for what has no default; None where there are none. `labels`: of a made-up set, whose nodes are tried in
    this order until there is an answer."""
    tried = [_give(graph, query, data_set, label) for label in labels] or [_give(graph, query, data_set, None)]
    there = [values for values in tried if values is not None]
    answered = (values for values in there if len(there) < 2 or _has_rows(graph, query, values, data_set))
    return next(answered, there[0] if there else None)


def _has_rows(graph: Reader, query: SavedQuery, values: Values, data_set: str) -> bool:
    try:
        return bool(run(graph, query, values, data_set).table.rows)
    except GraphError:
        return False


def _give(graph: Reader, query: SavedQuery, data_set: str, label: str | None) -> Values | None:
    """The values, nodes of a made-up set with those of one label where they are taken; None where one is not had."""
    values: Values = {}
    for number, parameter in enumerate(query.parameters):
        value = _make_up(parameter, number, label) if label else None
        if value is None and parameter.default is None:
            is_node = parameter.type is ParameterType.NODE
            offered = [] if is_node and label else choices(graph, parameter, data_set)
            if not offered:
                return None
            value = offered[0].value
        if value is not None:
            values[parameter.name] = value
    return values


def _make_up(parameter: Parameter, number: int, label: str) -> str | None:
    """A node of the made-up set that may be given, of the label if that is taken; another for each parameter."""
    taken = label if label in parameter.labels else next((one for one in parameter.labels if one in NODES), None)
    if taken is None:
        return None
    return NODES[taken] if taken == "Source" else f"{NODES[taken]}{number}"


def _measure(
    graph: Graph, driver: neo4j.Driver, database: str, query: SavedQuery, values: Values, data_set: str, runs: int
) -> Measured:
    """In turn, so that a noisy machine slows both."""
    needs_all = find_view(query.view).needs_all_rows
    most = None if needs_all else MAX_ROWS + 1
    given = resolve(query.parameters, values)
    text = fill_labels(query.text, query.parameters, given, query.model)
    parameters = {**given, "data_set": data_set, "most": most or ANY_NUMBER}

    def ask_ours() -> int:
        return len(run(graph, query, values, data_set).table.rows)

    @neo4j.unit_of_work(timeout=QUESTION)
    def read(tx: neo4j.ManagedTransaction) -> list[list[object]]:
        return [record.values() for record in islice(tx.run(text, parameters), most)]

    def ask_peer() -> None:
        with driver.session(database=database, default_access_mode=neo4j.READ_ACCESS) as session:
            session.execute_read(read)

    rows = ask_ours()
    ask_peer()
    ours, peer = [], []
    for _ in range(runs):
        began = time.perf_counter()
        ask_ours()
        between = time.perf_counter()
        ask_peer()
        ours.append(between - began)
        peer.append(time.perf_counter() - between)
    return Measured(query.id, rows, tuple(ours), tuple(peer))


if __name__ == "__main__":
    main()
