"""What a graph holds: engine, version, data set, counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from cypher.errors import GraphError
from cypher.internal import statement
from cypher.model import read_model_of
from cypher.protocols import Reader


class EmptyGraph(GraphError):
    """A graph into which nothing of ours was loaded."""


@dataclass(frozen=True)
class DataSetState:
    """A data set in a graph: its name and title, the hash of its records, when they came in, and from where.

    `origin`: `package`, or a folder by its name and a hash of its path; empty where an older version loaded it.
    """

    name: str
    title: str
    version: str
    state: str
    loaded_at: str
    origin: str = ""

    @property
    def key(self) -> str:
        """Differs whenever the graph may hold something else."""
        return f"{self.name} {self.version} {self.state} {self.loaded_at}"

    @property
    def provenance(self) -> str:
        """Which records these are, for whatever is taken along: title, name, version and when they were loaded."""
        return f"{self.title} ({self.name}), version {self.version}, loaded {self.loaded_at}"

    @property
    def is_whole_or_was(self) -> bool:
        """Whether it once came in whole: a first load that is going on or broke off is not what one wants to see."""
        return self.state in ("complete", "renewing")

    @property
    def is_complete(self) -> bool:
        """Whether the last load came to its end."""
        return self.state == "complete"


@dataclass(frozen=True)
class Status:
    """A graph's engine and version, and what it holds of one data set (None: nothing of ours); `data_sets`: all."""

    engine: str
    uri: str
    database: str
    version: str
    data_set: DataSetState | None
    nodes: dict[str, int]
    relationships: dict[str, int]
    data_sets: tuple[DataSetState, ...] = ()


def data_sets(graph: Reader) -> list[DataSetState]:
    """The data sets in a graph, the one loaded last first."""
    return [DataSetState(*(str(cell) for cell in row)) for row in graph.rows(statement("data-sets"), {})]


def choose(found: Sequence[DataSetState], wanted: str | None) -> DataSetState | None:
    """Of data sets in the order of data_sets, the one to show; None where the wanted one, or any, is not there."""
    if wanted is not None:
        return next((d for d in found if d.name == wanted), None)
    return next((d for d in found if d.is_whole_or_was), next(iter(found), None))


def current_data_set(graph: Reader, wanted: str | None = None) -> DataSetState:
    """The data set to show: the wanted one, else the one loaded last; raises EmptyGraph when there is none.

    A first load that has not come to its end is shown only where there is nothing else, or where it is wanted.
    """
    found = data_sets(graph)
    chosen = choose(found, wanted)
    if chosen is None:
        if found:
            there, remedy = f"it holds {', '.join(d.name for d in found)}", "name one of these, or load its folder"
        else:
            there, remedy = "it holds nothing of ours", "run `lodegraph load`"
        raise EmptyGraph(f"{graph.server.uri} does not hold {wanted or 'any records'} ({there}): {remedy}")
    return chosen


def find_unfinished(graph: Reader, name: str) -> str | None:
    """What a reader of that data set must know at this moment; None where it is whole, or not there."""
    state = choose(data_sets(graph), name)
    return unfinished(state) if state and not state.is_complete else None


def unfinished(data_set: DataSetState) -> str:
    """What a reader of a data set that is not whole must know, and which command mends it."""
    name = data_set.name
    if data_set.state == "dropping":
        return f"'{name}' is being dropped, or that was broken off: `lodegraph drop {name}` finishes it"
    return (
        f"'{name}' is being loaded, or a load was broken off: this may not be all of it; "
        f"`lodegraph load` with its folder finishes it, `lodegraph drop {name}` removes it"
    )


def came_from(data_set: DataSetState) -> str:
    """Where a data set came from, as words after its name."""
    kind, _, rest = data_set.origin.partition(" ")
    if kind == "package":
        return "came with Lodegraph"
    folder = rest.rpartition(" ")[0]
    return f"were loaded from a folder of yours, '{folder}'" if folder else "were loaded by an older version"


def how_to_renew(data_set: DataSetState) -> str:
    """Which load brings in what a set's own files say now; never that of other records in their place."""
    if data_set.origin.startswith("package "):
        return "`lodegraph load` brings in those of this version, and removes what they do not have"
    return "nothing need be done; `lodegraph load FOLDER` with that folder brings in what its files say now"


def read_status(graph: Reader, wanted: str | None = None) -> Status:
    """What a graph is and holds; an empty graph is a status too."""
    server = graph.server
    there = data_sets(graph)
    found = choose(there, wanted)
    nodes, links = count_contents(graph, found.name if found else "")
    return Status(server.engine, server.uri, server.database, graph.version(), found, nodes, links, tuple(there))


def count_contents(graph: Reader, data_set: str) -> tuple[dict[str, int], dict[str, int]]:
    """How many nodes a data set has by label, and relationships by type; the node that stands for the set left out."""
    rows = graph.rows(statement("count-relationships-by-type"), {"data_set": data_set})
    return count_nodes_by_label(graph, data_set), {str(type_): int(number) for type_, number in rows}


def count_nodes_by_label(graph: Reader, data_set: str) -> dict[str, int]:
    """How many nodes a data set has by label; the node that stands for the set left out."""
    parameters = {"data_set": data_set, "known": [n.label for n in read_model_of(graph, data_set).labels]}
    rows = graph.rows(statement("count-nodes-by-label"), parameters)
    return {str(label): int(number) for label, number in rows if label != "DataSet"}
