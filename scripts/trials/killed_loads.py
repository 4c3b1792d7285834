"""Loads killed at random moments, each completed by the next: is the graph then what a clean load makes?

`make trials` or `python scripts/trials/killed_loads.py 20 --seed 7 --kill engine`: rounds, what makes the moments the
same again, and what is killed: the loading `client`, the embedded `engine`, or the `container` of a Neo4j. Loads that
add, that change and that only remove take turns. Exit status 1: a graph differs, or was called complete and was not.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from cypher.connection import Graph
from cypher.results import GraphEdge, GraphNode
from cypher.status import data_sets
from loader.load import load
from tests.integration.graphs import SMALL, opened, write_records
from tests.integration.killable_servers import Killable, killable_container, killable_engine
from tests.integration.servers import Server, wipe
from tests.integration.test_commands import COMMAND, environment
from tests.neo4j_lines import LTS

SIZE = 1_500
"""Countries, and as many deals: enough for several batches of nodes and of relationships."""
ROLES = {"Old": "signatory", "New": "negotiator"}
"""A word's role is part of its relationships' ids: a load from one word to the other creates and removes them."""
DIFFERS = {"loaded_at", "beat"}
"""What two loads of the same records need not have in common."""
HEADER = (
    "| round | load | killed after | its status | state then | nodes, relationships then | completed in "
    "| as a clean load |"
)

Whole = Counter[tuple[object, ...]]


@dataclass(frozen=True)
class Kind:
    """A load to kill: the records that are there, those that it brings, and what clean loads of both make."""

    name: str
    before: Path
    after: Path
    untouched: Whole
    clean: Whole
    first_write: float
    """Seconds from the start of the process to its first change of the graph."""
    end: float


def write_folder(folder: Path, word: str, size: int) -> Path:
    """So many countries and deals with their links, named by a word."""
    folder.mkdir()
    countries = "".join(
        f"- {{id: country/X{n}, name: {word} land {n}, says: there, evidence: [paper:1]}}\n" for n in range(size)
    )
    deals = "".join(
        f"- {{id: deal/x{n}, name: {word} deal {n}, instrument: framework, stage: signed, whose_money: not_stated, "
        f"says: {word} words, evidence: [paper:1], "
        f"links: [{{type: PARTY_TO, from: [country/X{n}, country/AA], role: {ROLES[word]}}}]}}\n"
        for n in range(size)
    )
    return write_records(folder, countries=SMALL["countries.yaml"] + countries, deals=SMALL["deals.yaml"] + deals)


def read_graph(graph: Graph) -> Whole:
    """Every node and relationship with its ends and properties, twins counted."""
    nodes: list[GraphNode] = [row[0] for row in graph.rows("MATCH (n) RETURN n", {})]
    links: list[GraphEdge] = [row[0] for row in graph.rows("MATCH (a)-[r]->(b) RETURN r, a, b", {})]
    found: Whole = Counter((n.label, n.id, describe_kept(n.properties)) for n in nodes)
    return found + Counter((r.type, r.start, r.end, r.id, describe_kept(r.properties)) for r in links)


def describe_kept(properties: dict[str, object]) -> str:
    """What must be the same after any two loads of the same records."""
    return repr(sorted((name, value) for name, value in properties.items() if name not in DIFFERS))


def count_items(graph: Graph) -> tuple[int, int]:
    """How many nodes and relationships there are."""
    (nodes,), (links,) = (graph.rows(f"MATCH {what} RETURN count(*) AS c", {})[0] for what in ("(n)", "()-[r]->()"))
    return nodes, links


def start_load(server: Server, folder: Path) -> "subprocess.Popen[bytes]":
    """Begin to load, as somebody at a terminal would."""
    return subprocess.Popen(
        [str(COMMAND), "load", str(folder), "--yes"],
        env=environment(server), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def measure_kind(server: Server, graph: Graph, name: str, before: Path, after: Path) -> Kind:
    """A kind of load, measured once undisturbed, and what a clean load of its records makes."""
    load_clean(server, graph, before)
    untouched = read_graph(graph)
    began, first = time.monotonic(), None
    process = start_load(server, after)
    while process.poll() is None:
        if first is None and read_state(graph) != "complete":
            first = time.monotonic() - began
        time.sleep(0.02)
    end = time.monotonic() - began
    if process.returncode or first is None:
        sys.exit(f"the load that is {name} does not even run undisturbed, or was not seen at work")
    load_clean(server, graph, after)
    return Kind(name, before, after, untouched, read_graph(graph), first, end)


def load_clean(server: Server, graph: Graph, folder: Path) -> None:
    """A graph that holds these records and never held others."""
    wipe(server)
    load(graph, folder, yes=True)


def read_state(graph: Graph) -> str:
    """How far the last load came, by the graph's own account."""
    return next((found.state for found in data_sets(graph)), "none")


def show_difference(there: Whole, clean: Whole) -> None:
    """Show on standard error a few of the items in which two graphs differ."""
    for name, items in (("only there", there - clean), ("only in a clean load", clean - there)):
        for item in list(items)[:3]:
            sys.stderr.write(f"{name} ({items.total()}): {item}\n")


def run_trial(killable: Killable, graph: Graph, kind: Kind, moment: float, victim: str) -> tuple[list[str], bool]:
    """Kill after so many seconds of a load and complete it: cells of the table, and whether the graph is right."""
    server = killable.server
    load_clean(server, graph, kind.before)
    process = start_load(server, kind.after)
    time.sleep(moment)
    if victim == "client":
        process.kill()
    else:
        killable.kill()
    status = process.wait(300)
    killable.wait()
    then, (nodes, links), there = read_state(graph), count_items(graph), read_graph(graph)
    told = there in (kind.untouched, kind.clean) if then == "complete" else True
    told = told and (status != 0 or there == kind.clean)
    if not told:
        show_difference(there, kind.clean)
    began = time.monotonic()
    completed = start_load(server, kind.after).wait(300)
    took = time.monotonic() - began
    now = read_graph(graph)
    if now != kind.clean:
        show_difference(now, kind.clean)
    right = told and completed == 0 and now == kind.clean
    return [
        kind.name,
        f"{moment:.2f} s",
        str(status),
        then,
        f"{nodes:,}, {links:,}",
        f"{took:.1f} s",
        "yes" if right else "NO" if told else "NO: it was told wrongly before",
    ], right


@contextmanager
def open_server(victim: str, folder: Path) -> Iterator[Killable]:
    """The server on which one loads."""
    with killable_container(LTS) if victim == "container" else killable_engine(folder) as killable:
        yield killable


def main() -> None:
    """Run the rounds and print a table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("rounds", nargs="?", type=int, default=20)
    arguments.add_argument("--seed", type=int, default=random.randrange(10_000))
    arguments.add_argument("--kill", choices=("client", "engine", "container"), default="client")
    chosen = arguments.parse_args()
    moments, wrong = random.Random(chosen.seed), 0
    with (
        tempfile.TemporaryDirectory() as name,
        open_server(chosen.kill, Path(name) / "data") as killable,
        opened(killable.server) as graph,
    ):
        folder, server = Path(name), killable.server
        few, half = write_folder(folder / "few", "Old", 2), write_folder(folder / "half", "Old", SIZE // 2)
        old, new = write_folder(folder / "old", "Old", SIZE), write_folder(folder / "new", "New", SIZE)
        pairs = (("adding", few, old), ("changing", old, new), ("only removing", old, half))
        kinds = [measure_kind(server, graph, *pair) for pair in pairs]
        sys.stdout.write(f"the {chosen.kill} killed on {server.name}, seed {chosen.seed}\n\n")
        sys.stdout.write(f"{HEADER}\n|{'---|' * HEADER.count(' | ')}---|\n")
        for number in range(chosen.rounds):
            kind = kinds[number % len(kinds)]
            moment = moments.uniform(0.9 * kind.first_write, kind.end)
            cells, right = run_trial(killable, graph, kind, moment, chosen.kill)
            wrong += not right
            sys.stdout.write(f"| {number + 1} | {' | '.join(cells)} |\n")
            sys.stdout.flush()
    sys.exit(f"{wrong} of {chosen.rounds} differ" if wrong else 0)


if __name__ == "__main__":
    main()
