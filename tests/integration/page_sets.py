"""The sets of records that the page about records shows, written to files and loaded."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cypher.connection import Graph
from loader.load import load
from tests.integration.graphs import opened
from tests.integration.servers import Server, wipe
from tests.unit.test_records_page import EXAMPLE, PAGE


def write_page_set(name: str, folder: Path) -> Path:
    """Write one of the page's sets to a folder."""
    for which, file, text in EXAMPLE.findall(PAGE):
        if which == name:
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_text(text, encoding="utf-8")
    return folder


@contextmanager
def loaded_page_set(name: str, engine: Server, folder: Path) -> Iterator[Graph]:
    """A graph with one of the page's sets and nothing else, empty again afterwards."""
    wipe(engine)
    with opened(engine) as graph:
        load(graph, write_page_set(name, folder))
        yield graph
    wipe(engine)
