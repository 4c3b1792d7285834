"""A page without a browser: it connects as a browser's page does, and keeps whatever the server sends it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol


class BarePage:
    """One connected page."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket

    def run(self, page: str = "") -> bytes:
        """Run the page's script to its end; all that came, as it came."""
        ask = BackMsg()
        ask.rerun_script.page_name = page
        self._socket.send(ask.SerializeToString())
        came = []
        while True:
            received = self._socket.recv(timeout=60)
            came.append(received if isinstance(received, bytes) else received.encode())
            if ForwardMsg.FromString(came[-1]).WhichOneof("type") == "script_finished":
                return b"".join(came)


@contextmanager
def bare_page(port: int, words: Sequence[str] = (), **headers: str) -> Iterator[BarePage]:
    """Connect with headers of one's own, a hyphen in their names written as `_`; a refusal raises InvalidStatus.

    `words` are what Streamlit's page says in place of subprotocols: its name, and the token of its cookie.
    """
    own = {name.replace("_", "-"): value for name, value in headers.items()}
    protocols = [Subprotocol(word) for word in words] or None
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    with connect(address, additional_headers=own, subprotocols=protocols, max_size=None) as socket:
        yield BarePage(socket)
