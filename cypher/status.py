"""What a graph holds: engine, version, data set, counts."""

from dataclasses import dataclass

from cypher.errors import GraphError
from cypher.protocols import Reader
from cypher.statements import DATA_SETS, NODE_COUNTS, RELATIONSHIP_COUNTS


class EmptyGraph(GraphError):
    """A graph into which nothing of ours was loaded."""


@dataclass(frozen=True)
class DataSetState:
    """A data set in a graph: its name and title, the hash of its records, and when they came in."""

    name: str
    title: str
    version: str
    state: str
    loaded_at: str

    @property
    def key(self) -> str:
        """Differs whenever the graph may hold something else."""
        return f"{self.name} {self.version} {self.state} {self.loaded_at}"

    @property
    def is_complete(self) -> bool:
        """Whether the last load came to its end."""
        return self.state == "complete"


@dataclass(frozen=True)
class Status:
    """A graph's engine and version, and what it holds of one data set (None: nothing of ours)."""

    engine: str
    uri: str
    database: str
    version: str
    data_set: DataSetState | None
    nodes: dict[str, int]
    relationships: dict[str, int]


def data_sets(graph: Reader) -> list[DataSetState]:
    """The data sets in a graph, the one loaded last first."""
    return [DataSetState(*(str(cell) for cell in row)) for row in graph.rows(DATA_SETS, {})]


def current_data_set(graph: Reader, wanted: str | None = None) -> DataSetState:
    """The data set to show: the wanted one, else the one loaded last; raises EmptyGraph when there is none."""
    found = data_sets(graph)
    chosen = next((d for d in found if wanted in (None, d.name)), None)
    if chosen is None:
        if found:
            there, remedy = f"it holds {', '.join(d.name for d in found)}", "name one of these, or load its folder"
        else:
            there, remedy = "it holds nothing of ours", "run `lodegraph load`"
        raise EmptyGraph(f"{graph.server.uri} does not hold {wanted or 'any records'} ({there}): {remedy}")
    return chosen


def read_status(graph: Reader, wanted: str | None = None) -> Status:
    """What a graph is and holds; an empty graph is a status too."""
    server = graph.server
    found = next((d for d in data_sets(graph) if wanted in (None, d.name)), None)
    parameters = {"data_set": found.name if found else ""}
    nodes = {str(k): int(v) for k, v in graph.rows(NODE_COUNTS, parameters) if k != "DataSet"}
    links = {str(k): int(v) for k, v in graph.rows(RELATIONSHIP_COUNTS, parameters)}
    return Status(server.engine, server.uri, server.database, graph.version(), found, nodes, links)
