"""Loads killed at random moments, each completed by the next: is the graph then what a clean load makes?

`make trials` or `python scripts/trials/killed_loads.py 20 --seed 7`: rounds, and what makes the moments the same again.
Loads that add, that change and that only remove take turns, on the embedded engine. Exit status 1: a graph differs.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from cypher.connection import Graph
from cypher.results import GraphEdge, GraphNode
from cypher.status import data_sets
from loader.load import load
from tests.integration.graphs import SMALL, opened, write_records
from tests.integration.servers import Server, embedded, wipe
from tests.integration.test_commands import COMMAND, environment

SIZE = 1_500
"""Countries, and as many deals: enough for several batches of nodes and of relationships."""
ROLES = {"Old": "signatory", "New": "negotiator"}
"""A word's role is part of its relationships' ids: a load from one word to the other creates and removes them."""
DIFFERS = {"loaded_at", "beat"}
"""What two loads of the same records need not have in common."""
HEADER = "| round | load | killed after | state then | nodes, relationships then | completed in | as a clean load |"

Whole = Counter[tuple[object, ...]]


@dataclass(frozen=True)
class Kind:
    """A load to kill: the records that are there, those that it brings, and what a clean load of these makes."""

    name: str
    before: Path
    after: Path
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
    return Kind(name, before, after, read_graph(graph), first, end)


def load_clean(server: Server, graph: Graph, folder: Path) -> None:
    """A graph that holds these records and never held others."""
    wipe(server)
    load(graph, folder, yes=True)


def read_state(graph: Graph) -> str:
    """How far the last load came, by the graph's own account."""
    return next((found.state for found in data_sets(graph)), "none")


def run_trial(server: Server, graph: Graph, kind: Kind, moment: float) -> tuple[list[str], bool]:
    """Kill one load after so many seconds and complete it: cells of the table, and whether the graph is right."""
    load_clean(server, graph, kind.before)
    process = start_load(server, kind.after)
    time.sleep(moment)
    process.kill()
    over = process.wait() == 0
    then, (nodes, links) = read_state(graph), count_items(graph)
    began = time.monotonic()
    status = start_load(server, kind.after).wait(300)
    took = time.monotonic() - began
    right = status == 0 and read_graph(graph) == kind.clean
    told = "over before" if over else then
    return [
        kind.name,
        f"{moment:.2f} s",
        told,
        f"{nodes:,}, {links:,}",
        f"{took:.1f} s",
        "yes" if right else "NO",
    ], right


def main() -> None:
    """Run the rounds and print a table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("rounds", nargs="?", type=int, default=20)
    arguments.add_argument("--seed", type=int, default=random.randrange(10_000))
    chosen = arguments.parse_args()
    moments, wrong = random.Random(chosen.seed), 0
    with tempfile.TemporaryDirectory() as folder, embedded(Path(folder) / "data") as server, opened(server) as graph:
        few, half = (
            write_folder(Path(folder) / "few", "Old", 2),
            write_folder(Path(folder) / "half", "Old", SIZE // 2),
        )
        old, new = (
            write_folder(Path(folder) / "old", "Old", SIZE),
            write_folder(Path(folder) / "new", "New", SIZE),
        )
        pairs = (("adding", few, old), ("changing", old, new), ("only removing", old, half))
        kinds = [measure_kind(server, graph, *pair) for pair in pairs]
        sys.stdout.write(f"seed {chosen.seed}, embedded engine\n\n{HEADER}\n|{'---|' * HEADER.count(' | ')}---|\n")
        for number in range(chosen.rounds):
            kind = kinds[number % len(kinds)]
            cells, right = run_trial(server, graph, kind, moments.uniform(0.9 * kind.first_write, kind.end))
            wrong += not right
            sys.stdout.write(f"| {number + 1} | {' | '.join(cells)} |\n")
            sys.stdout.flush()
    sys.exit(f"{wrong} of {chosen.rounds} differ" if wrong else 0)


if __name__ == "__main__":
    main()
