"""The folder that `run DIR` and `serve DIR` show: whether its files changed since their load, and loading them."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shlex import quote
from threading import Lock

from cypher.connection import Server, connect
from cypher.errors import GraphError
from explorer.records_port import FolderState, LoadOutcome
from loader.consent import NeedsConsent
from loader.digest import digest
from loader.load import holds, load
from loader.read import BadFolder, read_data_set
from loader.records import BadRecords
from lodegraph.cli.load import as_text
from lodegraph.runtime.records_service import answer_about_records

LOAD_COMMAND = "LODEGRAPH_LOAD_COMMAND"
"""What loads the folder where that is not `lodegraph load`, as with containers."""
Signature = frozenset[tuple[str, int, int]]


class WatchedFolder:
    """A folder of records beside a graph; its files are read again only when one of them has changed."""

    def __init__(self, folder: Path, reader: Server, writer: Server | None) -> None:
        """`writer`: the server as a user who may load; None where nothing may be loaded."""
        self._folder = folder.resolve()
        self._reader, self._writer = reader, writer
        self._loading = Lock()
        self._seen: tuple[Signature, str] | None = None

    def look(self) -> FolderState:
        """The folder as it is at this moment; a graph that does not answer is the pages' own business."""
        command = os.environ.get(LOAD_COMMAND) or f"lodegraph load {quote(str(self._folder))}"
        state = FolderState(str(self._folder), command, can_load=self._writer is not None)
        try:
            name, found = read_data_set(self._folder).name, self._digest()
            with connect(self._reader) as graph:
                differs = not holds(graph, name, found)
        except GraphError:
            return state
        except (BadFolder, BadRecords, OSError) as error:
            return FolderState(state.folder, command, problem=str(error))
        return FolderState(state.folder, command, differs=differs, can_load=state.can_load)

    def load(self, remove: bool) -> LoadOutcome:
        """Load the folder; one load at a time."""
        if self._writer is None:
            return LoadOutcome(is_done=False, lines=("these pages only read",))
        try:
            with self._loading, connect(self._writer, writing=True) as graph:
                report = load(graph, self._folder, yes=remove)
        except NeedsConsent as asked:
            return LoadOutcome(is_done=False, asks=asked.reason)
        except BadRecords as error:
            return LoadOutcome(is_done=False, lines=(*map(str, error.problems), str(error)))
        except (GraphError, BadFolder, OSError) as error:
            return LoadOutcome(is_done=False, lines=(str(error),))
        return LoadOutcome(is_done=True, lines=tuple(as_text(report).splitlines()))

    def _digest(self) -> str:
        signature = _sign(self._folder)
        if self._seen is None or self._seen[0] != signature:
            self._seen = (signature, digest(self._folder))
        return self._seen[1]


@contextmanager
def answer_about_folder(folder: Path | None, reader: Server, writer: Server | None) -> Iterator[dict[str, str]]:
    """Answer the explorer about a folder until the block ends; gives its settings, none where no folder is shown."""
    if folder is None:
        yield {}
        return
    watched = WatchedFolder(folder, reader, writer)
    with answer_about_records(watched.look, watched.load if writer else None) as settings:
        yield settings


def _sign(folder: Path) -> Signature:
    """Name, size and time of each file: equal ones make it needless to read the files."""
    found = ((path, path.stat()) for path in folder.rglob("*") if path.is_file())
    return frozenset((str(path), stat.st_size, stat.st_mtime_ns) for path, stat in found)
