"""A connection that is cut between a commit and its answer: the server has written, the client never hears of it."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

COMMIT = b"\x00\x02\xb0\x12\x00\x00"
"""The message by which a Bolt client commits, as it stands on the wire."""


class Cutter:
    """Passes everything on, but for the answer to one commit: the `cut`-th from now, counted from 1."""

    def __init__(self, uri: str) -> None:
        parts = urlsplit(uri)
        self._target = (parts.hostname or "127.0.0.1", parts.port or 7687)
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.uri = f"bolt://127.0.0.1:{self._listening.getsockname()[1]}"
        self.cut = 0
        self.commits = 0
        self.cuts = 0

    def serve(self) -> None:
        """Take connections until the cutter is closed."""
        with suppress(OSError):
            while True:
                client, _ = self._listening.accept()
                server = socket.create_connection(self._target)
                is_cut = threading.Event()
                threading.Thread(target=self._send_on, args=(client, server, is_cut), daemon=True).start()
                threading.Thread(target=self._answer, args=(server, client, is_cut), daemon=True).start()

    def close(self) -> None:
        """Take no more connections."""
        self._listening.close()

    def _send_on(self, client: socket.socket, server: socket.socket, is_cut: threading.Event) -> None:
        with suppress(OSError):
            while sent := client.recv(65_536):
                if sent.endswith(COMMIT):
                    self.commits += 1
                    if self.commits == self.cut:
                        is_cut.set()
                        self.cuts += 1
                server.sendall(sent)
        _end(client, server)

    def _answer(self, server: socket.socket, client: socket.socket, is_cut: threading.Event) -> None:
        with suppress(OSError):
            while answer := server.recv(65_536):
                if is_cut.is_set():
                    break
                client.sendall(answer)
        _end(client, server)


@contextmanager
def cutter(uri: str) -> Iterator[Cutter]:
    """A cutter before a server, for the length of a block."""
    found = Cutter(uri)
    threading.Thread(target=found.serve, daemon=True).start()
    try:
        yield found
    finally:
        found.close()


def _end(*ends: socket.socket) -> None:
    for end in ends:
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
        end.close()
