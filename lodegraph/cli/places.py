"""Where a set may stand that a command compares or takes along: in a folder of records, or in the graph."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from lodegraph.cli.output import tell
from lodegraph.shipped_records import describe_folder

if TYPE_CHECKING:
    from loader.check import Checked
    from loader.exports import TakenSet

GRAPH = "graph:"
"""Begins what stands for a set of the graph in the place of a folder: `graph:minerals`, or `graph:` for the one that is
shown. A folder of such a name is `./graph:`.
"""


def is_graph(place: Path) -> bool:
    """Whether a set of the graph is meant."""
    return str(place).startswith(GRAPH)


def take_set(place: Path) -> "TakenSet":
    """The set in a place.

    Raises BadRecords for a folder whose records have problems; what keeps a graph from being read ends the command.
    """
    from loader.exports import take_folder, take_from_graph
    from lodegraph.cli.session import open_graph

    if not is_graph(place):
        tell(f"reading {describe_folder(place)}")
        return take_folder(check_sound(place))
    wanted = str(place).removeprefix(GRAPH) or os.environ.get("LODEGRAPH_DATA_SET") or None
    with open_graph() as graph:
        taken = take_from_graph(graph, wanted)
    tell(f"read {taken.data_set.name} in the graph")
    return taken


def check_sound(folder: Path) -> "Checked":
    """A set that checks; raises BadRecords where it does not."""
    from loader.check import check
    from loader.records import BadRecords

    checked = check(folder)
    if checked.problems:
        raise BadRecords(list(checked.problems))
    return checked
