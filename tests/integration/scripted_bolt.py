"""A Bolt server that says what a test tells it to: for versions and moods that no server at hand has.

It speaks Bolt with the driver's own packing, so that what the driver meets is what it would meet for real.
"""

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from neo4j._codec.packstream.v1 import Packer, UnpackableBuffer, Unpacker

MAGIC = bytes.fromhex("6060b017")
NO_VERSION = bytes(4)
HELLO, RUN, PULL, ROUTE = b"\x01", b"\x10", b"\x3f", b"\x66"
SUCCESS, RECORD, IGNORED, FAILURE = b"\x70", b"\x71", b"\x7e", b"\x7f"
Conversation = Callable[[socket.socket], None]


@dataclass(frozen=True)
class Script:
    """What the server says: `agent` is how it presents itself, `bolt` the version it speaks.

    `route`: the address it names for the database.
    `failure`: the code with which it refuses every statement; `silent_after_login`: it never answers one.
    """

    agent: str = "Neo4j/5.26.30"
    bolt: tuple[int, int] = (5, 4)
    route: str = ""
    failure: str = ""
    silent_after_login: bool = False

    def __call__(self, client: socket.socket) -> None:
        """Speak with one client until it leaves."""
        if client.recv(20)[:4] != MAGIC:
            return
        client.sendall(bytes((0, 0, self.bolt[1], self.bolt[0])))
        while (tag := _read(client)) is not None:
            for kind, fields in self._answers(tag):
                _send(client, kind, fields)

    def _answers(self, tag: bytes) -> list[tuple[bytes, object]]:
        if tag == HELLO:
            return [(SUCCESS, {"server": self.agent, "connection_id": "bolt-1"})]
        if tag in (RUN, PULL) and self.silent_after_login:
            return []
        if tag == RUN and self.failure:
            return [(FAILURE, {"code": self.failure, "message": "as the test has it"})]
        if tag == RUN:
            return [(SUCCESS, {"fields": ["one"]})]
        if tag == PULL and self.failure:
            return [(IGNORED, None)]
        if tag == PULL:
            return [(RECORD, [1]), (SUCCESS, {"type": "r"})]
        if tag == ROUTE:
            roles = ("ROUTE", "READ", "WRITE")
            servers = [{"addresses": [self.route], "role": role} for role in roles]
            return [(SUCCESS, {"rt": {"ttl": 300, "db": "neo4j", "servers": servers}})]
        return [(SUCCESS, {})]


def silent(client: socket.socket) -> None:
    """Take the connection and everything that is said, and say nothing."""
    while client.recv(1024):
        pass


def hanging_up(client: socket.socket) -> None:
    """Leave at once."""


def without_a_common_version(client: socket.socket) -> None:
    """Hear the versions that are offered, and know none of them."""
    client.recv(20)
    client.sendall(NO_VERSION)


@contextmanager
def listening(conversation: Conversation) -> Iterator[int]:
    """Hold a conversation with whoever comes, on a port of loopback."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=_serve, args=(listener, conversation), daemon=True).start()
        yield listener.getsockname()[1]
        listener.shutdown(socket.SHUT_RDWR)


def _serve(listener: socket.socket, conversation: Conversation) -> None:
    with suppress(OSError):
        while True:
            client, _ = listener.accept()
            threading.Thread(target=_converse, args=(client, conversation), daemon=True).start()


def _converse(client: socket.socket, conversation: Conversation) -> None:
    with client, suppress(OSError):
        conversation(client)


def _read(client: socket.socket) -> bytes | None:
    """What the next message is; it comes in chunks, each with its length before it, up to an empty one."""
    said = b""
    while True:
        head = _exactly(client, 2)
        if head is None:
            return None
        (size,) = struct.unpack(">H", head)
        if not size and said:
            _, tag = Unpacker(UnpackableBuffer(said)).unpack_structure_header()
            return bytes(tag)
        said += _exactly(client, size) or b""


def _exactly(client: socket.socket, size: int) -> bytes | None:
    got = b""
    while len(got) < size:
        more = client.recv(size - len(got))
        if not more:
            return None
        got += more
    return got


def _send(client: socket.socket, tag: bytes, fields: object) -> None:
    buffer = Packer.new_packable_buffer()
    Packer(buffer).pack_struct(tag, [] if fields is None else [fields])
    said = bytes(buffer.data)
    client.sendall(struct.pack(">H", len(said)) + said + bytes(2))
