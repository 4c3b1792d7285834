"""A graph of its own for one command, which nobody else sees and nothing of which stays."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from cypher.connection import Graph, connect
from cypher.engines.choose import serving
from cypher.settings import GraphSettings
from lodegraph.cli.output import tell


@contextmanager
def scratch_graph() -> Iterator[Graph]:
    """An empty embedded graph, whatever server the environment names; raises EngineError."""
    settings = GraphSettings().model_copy(update={"neo4j_uri": None})
    with (
        TemporaryDirectory(prefix="lodegraph-scratch-") as folder,
        serving(settings, lambda: Path(folder), tell, writing=True) as server,
        connect(server, writing=True) as graph,
    ):
        yield graph
