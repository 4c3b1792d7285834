"""Two versions loaded at the same time: is the graph one of them whole, and do exit statuses and state say so?

`make trials` or `python scripts/trials/paired_loads.py 20 --seed 7 --on neo4j`: how many pairs, what makes the moments
the same again, and on which server. One load begins a moment after the other; before, the graph is empty or holds a
third version. Exit status 1: a graph is a mixture, or something false was said of it.
"""

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from killed_loads import Whole, load_clean, open_server, read_graph, read_state, start_load, write_folder

from cypher.connection import Graph
from tests.integration.graphs import opened
from tests.integration.servers import Server, wipe

SIZE = 800
LATEST = 3.0
"""Seconds after the first load at which the second begins at the latest."""
HEADER = "| pair | second begins after | statuses | both took | state | the graph is | told truly |"

Versions = dict[str, tuple[Path, Whole]]


def run_trial(
    server: Server, graph: Graph, versions: dict[str, tuple[Path, Whole]], later: float
) -> tuple[list[str], bool]:
    """Load two versions at once: cells of the table, and whether all is as it should be."""
    began = time.monotonic()
    one = start_load(server, versions["old"][0])
    time.sleep(later)
    two = start_load(server, versions["new"][0])
    statuses = [process.wait(300) for process in (one, two)]
    took = time.monotonic() - began
    there = read_graph(graph)
    found = next((name for name, (_, clean) in versions.items() if clean == there), "A MIXTURE")
    said = read_state(graph)
    right = found in ("old", "new") and said == "complete" and statuses == [0, 0]
    cells = [f"{later:.2f} s", ", ".join(map(str, statuses)), f"{took:.1f} s", said, found, "yes" if right else "NO"]
    return cells, right


def main() -> None:
    """Run the pairs and print a table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("rounds", nargs="?", type=int, default=10)
    arguments.add_argument("--seed", type=int, default=random.randrange(10_000))
    arguments.add_argument("--on", choices=("embedded", "neo4j"), default="embedded")
    chosen = arguments.parse_args()
    moments, wrong = random.Random(chosen.seed), 0
    victim = "container" if chosen.on == "neo4j" else "engine"
    with (
        tempfile.TemporaryDirectory() as name,
        open_server(victim, Path(name) / "data") as killable,
        opened(killable.server) as graph,
    ):
        folder, server = Path(name), killable.server
        few = write_folder(folder / "few", "Old", 2)
        versions: Versions = {}
        for version, word in (("old", "Old"), ("new", "New")):
            path = write_folder(folder / version, word, SIZE)
            load_clean(server, graph, path)
            versions[version] = (path, read_graph(graph))
        sys.stdout.write(f"pairs on {server.name}, seed {chosen.seed}\n\n{HEADER}\n|{'---|' * 7}\n")
        for number in range(chosen.rounds):
            load_clean(server, graph, few)
            if number % 4 < 2:
                wipe(server)
            cells, right = run_trial(server, graph, versions, moments.uniform(0, LATEST) if number % 2 else 0.0)
            wrong += not right
            sys.stdout.write(f"| {number + 1} | {' | '.join(cells)} |\n")
            sys.stdout.flush()
    sys.exit(f"{wrong} of {chosen.rounds} are wrong" if wrong else 0)


if __name__ == "__main__":
    main()
