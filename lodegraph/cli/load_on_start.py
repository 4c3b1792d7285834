"""Which records a run shows: it loads where nothing is, completes its own load, and else leaves the graph alone.

Nothing that came from a folder is ever removed here, whatever its set is called: that takes `lodegraph load`.
"""

from pathlib import Path
from shlex import quote

from cypher.connection import Graph, Server, connect
from cypher.internal import statement
from cypher.model import read_model_of
from cypher.status import DataSetState, came_from, data_sets, how_to_renew
from loader.check import check
from loader.digest import digest
from loader.load import is_as_loaded_from_package, is_loaded, load
from loader.plan import plan
from loader.read import read_data_set
from lodegraph.cli.load import as_text
from lodegraph.cli.output import tell
from lodegraph.shipped_records import describe_folder, is_shipped


def load_if_missing(server: Server, folder: Path, *, asked: bool) -> None:
    """Load the folder's records where the graph lacks them, else say how what it holds differs from them.

    `asked`: the folder was named by the user, who wants its set; without it, whatever set is there is shown.
    Raises BadFolder, BadRecords and GraphError (HoldsOthers among them), each before anything was written.
    """
    name = read_data_set(folder).name
    with connect(server, writing=True) as graph:
        there = data_sets(graph)
        held = next((d for d in there if d.name == name), None)
        if held is None and there and not asked:
            tell(f"The graph holds {_list_titles(there)}: shown as they are")
        elif held is None:
            _load_unless_it_removes(graph, name, folder)
        elif is_loaded(graph, folder):
            tell(f"The graph holds these records already: {describe_folder(folder)}")
        elif is_shipped(folder) and is_as_loaded_from_package(graph, name):
            tell("The records that come with Lodegraph have changed since they were loaded")
            _load(graph, folder)
        elif held.is_complete or not _is_load_of(graph, name, folder):
            _report_difference(held, folder)
        else:
            tell(f"A load of '{name}' has not come to its end")
            _load_unless_it_removes(graph, name, folder)


def report_differences(graph: Graph, folder: Path) -> None:
    """Say which folder's set is shown and whether the graph holds just what its files say; reads only."""
    name = read_data_set(folder).name
    held = next((d for d in data_sets(graph) if d.name == name), None)
    if held is None:
        tell(f"The graph does not hold '{name}' yet: `{_name_load_command(folder)}` brings it in")
    elif is_loaded(graph, folder):
        tell(f"The graph holds just these records: {describe_folder(folder)}")
    else:
        _report_difference(held, folder)


def _load_unless_it_removes(graph: Graph, name: str, folder: Path) -> None:
    removed = _count_removals(graph, name, folder)
    if removed:
        tell(f"Nothing was loaded: that would remove {removed:,} nodes and relationships of '{name}' that are not in")
        tell(f"{describe_folder(folder)}; `{_name_load_command(folder)}` does so")
        return
    _load(graph, folder)


def _load(graph: Graph, folder: Path) -> None:
    tell(f"Reading {describe_folder(folder)}")
    for line in as_text(load(graph, folder, tell=tell)).splitlines():
        tell(line)


def _count_removals(graph: Graph, name: str, folder: Path) -> int:
    """How many nodes and relationships of the set are not in the folder; reads no record where there are none."""
    there = [i for part in plan(graph, name, read_model_of(graph, name)) for ids in part.there.values() for i in ids]
    if not there:
        return 0
    index = check(folder).index
    return sum(i not in index.nodes and i not in index.links for i in there)


def _is_load_of(graph: Graph, name: str, folder: Path) -> bool:
    """Whether the last load of a set was one of these very files."""
    return graph.rows(statement("digest-of-a-data-set"), {"data_set": name}) == ((digest(folder),),)


def _report_difference(held: DataSetState, folder: Path) -> None:
    if not held.is_complete:
        tell(f"A load of '{held.name}' is going on or was broken off; this may not be all of it")
    if is_shipped(folder):
        tell(f"The records of '{held.name}' differ from those that come with Lodegraph, and are shown as they are.")
        tell(f"They {came_from(held)}: {how_to_renew(held)}")
    else:
        tell(f"The files in {folder} differ from what the graph holds, which is shown as it is:")
        tell(f"`{_name_load_command(folder)}` brings them in, and removes what they no longer have")


def _name_load_command(folder: Path) -> str:
    return "lodegraph load" if is_shipped(folder) else f"lodegraph load {quote(str(folder))}"


def _list_titles(there: list[DataSetState]) -> str:
    return ", ".join(f"{d.title} ({d.name})" for d in there)
