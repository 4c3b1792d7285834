"""Visits pages of the app as a browser's connection would, without a browser: `visit_pages.py PORT PAGE…`.

A page's script runs only for a visitor who is connected by a WebSocket. Exits
with 1 and the reason where a page fails or shows an exception.
"""

import sys
import time
import urllib.request

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

DEADLINE = 90.0


def wait_for(port: str) -> None:
    """Return when the app answers."""
    began = time.monotonic()
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2):
                return
        except OSError:
            if time.monotonic() - began > DEADLINE:
                sys.exit("the app does not answer")
            time.sleep(0.2)


def visit(port: str, page: str) -> None:
    """Fetch the page and run its script to the end."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/{page}", timeout=10) as answer:
        answer.read()
    ask = BackMsg()
    ask.rerun_script.page_name = page
    with connect(f"ws://127.0.0.1:{port}/_stcore/stream", max_size=None) as socket:
        socket.send(ask.SerializeToString())
        while True:
            message = ForwardMsg.FromString(_bytes(socket.recv(timeout=60)))
            kind = message.WhichOneof("type")
            if kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
                sys.exit(f"page '{page}' shows an exception: {message.delta.new_element.exception.message}")
            if kind == "page_not_found":
                sys.exit(f"there is no page '{page}'")
            if kind == "script_finished":
                return


def _bytes(received: str | bytes) -> bytes:
    return received.encode() if isinstance(received, str) else received


if __name__ == "__main__":
    wait_for(sys.argv[1])
    for name in sys.argv[2:]:
        visit(sys.argv[1], name)
