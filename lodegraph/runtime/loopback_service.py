"""A service on a port of this machine for the explorer's process, which alone knows its key."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import AuthenticationError
from multiprocessing.connection import Connection, Listener
from threading import Event, Thread

LOOPBACK = "127.0.0.1"
Answer = Callable[[Connection], None]
"""Reads one request and sends its answer."""


@dataclass(frozen=True)
class ServedAt:
    """Where a service is asked, and the key in hexadecimal digits."""

    port: int
    key: str


@contextmanager
def serve_on_loopback(answer: Answer, name: str) -> Iterator[ServedAt]:
    """Answer until the block ends, each request in a thread of its own. `name`: of the threads."""
    key = secrets.token_bytes(32)
    listener, ended = Listener((LOOPBACK, 0), authkey=key), Event()
    Thread(target=_listen, args=(listener, ended, answer, name), name=f"{name}-service", daemon=True).start()
    try:
        yield ServedAt(listener.address[1], key.hex())
    finally:
        ended.set()
        listener.close()


def _listen(listener: Listener, ended: Event, answer: Answer, name: str) -> None:
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
        Thread(target=_answer, args=(connection, answer), name=f"{name}-answer", daemon=True).start()


def _answer(connection: Connection, answer: Answer) -> None:
    with connection, suppress(OSError, EOFError):
        answer(connection)
