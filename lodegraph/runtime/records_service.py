"""Answers the explorer's questions about the folder of records that it shows, on a port of this machine."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import AuthenticationError
from multiprocessing.connection import Connection, Listener
from threading import Event, Thread

from explorer.records_port import (
    KEY,
    LOAD,
    LOAD_AND_REMOVE,
    LOOK,
    LOOPBACK,
    PORT,
    FolderState,
    LoadOutcome,
    write_answer,
)

Look = Callable[[], FolderState]
Load = Callable[[bool], LoadOutcome]
"""Loads the folder; given True, also where that removes much."""

LONGEST_REQUEST = 100


@contextmanager
def answer_about_records(look: Look, load: Load | None) -> Iterator[dict[str, str]]:
    """Answer until the block ends; gives the settings by which the explorer asks. Without `load` nothing is loaded."""
    key = secrets.token_bytes(32)
    listener, ended = Listener((LOOPBACK, 0), authkey=key), Event()
    Thread(target=_listen, args=(listener, ended, look, load), name="records-service", daemon=True).start()
    try:
        yield {PORT: str(listener.address[1]), KEY: key.hex()}
    finally:
        ended.set()
        listener.close()


def _listen(listener: Listener, ended: Event, look: Look, load: Load | None) -> None:
    while not ended.is_set():
        try:
            connection = listener.accept()
        except (AuthenticationError, EOFError, ConnectionError):
            continue  # somebody else's try
        except OSError:
            return  # closed
        if ended.is_set():  # one that waits already is taken once more
            connection.close()
            return
        Thread(target=_answer, args=(connection, look, load), name="records-answer", daemon=True).start()


def _answer(connection: "Connection", look: Look, load: Load | None) -> None:
    with connection, suppress(OSError, EOFError):
        request = connection.recv_bytes(LONGEST_REQUEST).decode(errors="replace")
        if request == LOOK:
            connection.send_bytes(write_answer(look()))
        elif load is not None and request in (LOAD, LOAD_AND_REMOVE):
            connection.send_bytes(write_answer(load(request == LOAD_AND_REMOVE)))
