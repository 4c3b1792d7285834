"""Answers the explorer's questions about the folder of records that it shows, on a port of this machine."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection

from explorer.records_port import KEY, LOAD, LOAD_AND_REMOVE, LOOK, PORT, FolderState, LoadOutcome, write_answer
from lodegraph.runtime.loopback_service import serve_on_loopback

Look = Callable[[], FolderState]
Load = Callable[[bool], LoadOutcome]
"""Loads the folder; given True, also where that removes much."""

LONGEST_REQUEST = 100


@contextmanager
def answer_about_records(look: Look, load: Load | None) -> Iterator[dict[str, str]]:
    """Answer until the block ends; gives the settings by which the explorer asks. Without `load` nothing is loaded."""

    def answer(connection: Connection) -> None:
        request = connection.recv_bytes(LONGEST_REQUEST).decode(errors="replace")
        if request == LOOK:
            connection.send_bytes(write_answer(look()))
        elif load is not None and request in (LOAD, LOAD_AND_REMOVE):
            connection.send_bytes(write_answer(load(request == LOAD_AND_REMOVE)))

    with serve_on_loopback(answer, "records") as served:
        yield {PORT: str(served.port), KEY: served.key}
