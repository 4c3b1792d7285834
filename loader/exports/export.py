"""A set of records taken along: into a folder, in one of the formats that are listed here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from loader.exports.admin_files import write_admin_files
from loader.exports.cypher_script import write_cypher_script
from loader.exports.graphml import write_graphml_file
from loader.exports.json_lines import write_json_lines
from loader.exports.tables import write_tables
from loader.exports.taken import TakenSet

NOT_IN_A_GRAPH = (
    "; of a graph also the lines of articles that have no record, pairs that are accepted as two, what is expected of "
    "the set, and what its own units count"
)


class NotEmptyFolder(Exception):
    """A folder to write into that holds something."""


@dataclass(frozen=True)
class SetFormat:
    """A format by its name; `loses`: what of the set it does not hold, in a sentence for people.

    `is_read_back`: whether a load of it gives the same graph.
    """

    name: str
    loses: str
    write: Callable[[TakenSet, Path], Iterable[Path]]
    is_read_back: bool = False


def export_set(taken: TakenSet, form: SetFormat, into: Path) -> tuple[Path, ...]:
    """Write a set into a folder that is not there or is empty; the files that were written.

    Raises NotEmptyFolder, and OSError.
    """
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        raise NotEmptyFolder(f"{into} is not empty: name a folder that is not there yet, or is empty")
    into.mkdir(parents=True, exist_ok=True)
    return tuple(form.write(taken, into))


SET_FORMATS = (
    SetFormat(
        "jsonl", f"comments, and which file a record stood in{NOT_IN_A_GRAPH}", write_json_lines, is_read_back=True
    ),
    SetFormat(
        "csv", f"comments, and which file a record stood in{NOT_IN_A_GRAPH}; `lodegraph import DIR` reads it back",
        write_tables, is_read_back=True,
    ),
    SetFormat("graphml", "which lists have one item and which are texts; it is not read back", write_graphml_file),
    SetFormat(
        "cypher", "the full-text indexes: until `lodegraph load` makes them, a search reads all names",
        write_cypher_script,
    ),
    SetFormat(
        "admin", "constraints, which are in constraints.cypher, and full-text indexes, which `lodegraph load` makes",
        write_admin_files,
    ),
)  # fmt: skip
"""The formats in which a whole set is taken along."""
