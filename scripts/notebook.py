"""Renew the example notebook by running it on a Neo4j in a container: `make notebook`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import nbformat

from loader.load import load
from lodegraph.shipped_records import find_shipped_records
from tests.integration.graphs import opened
from tests.integration.notebooks import EXAMPLE, read_notebook, run_notebook
from tests.integration.servers import Unavailable, neo4j_container


def main() -> None:
    """Start a server, load the records, run the notebook and write it back with what it showed."""
    try:
        with neo4j_container() as server:
            with opened(server) as graph:
                load(graph, find_shipped_records())
            nbformat.write(run_notebook(read_notebook(), server), EXAMPLE)
    except Unavailable as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
