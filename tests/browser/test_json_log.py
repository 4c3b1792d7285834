"""The explorer's log as JSON: whatever a visitor asks for or sends, each line is one document without its words."""

import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

from tests.browser.bare_page import bare_page
from tests.browser.running_app import free_port, wait_for_health

PATHS = (
    "/%00", "/%ff%fe", "/..%2f..%2fetc", "/component/%00x/y", "/media/%00", "//secret.example/%0a",
    "/_stcore/bidi-components/lodegraph.canvas/" + "secret" * 800,
)  # fmt: skip


def ask(port: int, path: str) -> None:
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(request.encode())
        connection.recv(100)


def test_what_visitors_cause_is_logged_as_json_without_their_words(tmp_path: Path) -> None:
    port, log = free_port(), tmp_path / "log"
    with log.open("w") as written:
        process = subprocess.Popen(
            [sys.executable, "-m", "explorer.serve", str(port)],
            env=os.environ | {"LODEGRAPH_LOG_FORMAT": "json", "LODEGRAPH_VERBOSE": "1"},
            stdin=subprocess.PIPE, stdout=written, stderr=written, text=True,
        )  # fmt: skip
        assert process.stdin is not None
        process.stdin.write(json.dumps({"NEO4J_URI": "bolt://127.0.0.1:1", "NEO4J_PASSWORD": "x"}) + "\n")
        process.stdin.close()
        wait_for_health(port, process)
        for path in PATHS:
            ask(port, path)
        with bare_page(port) as page:
            page._socket.send(b"\xff\xffsecret")
            time.sleep(0.5)
        process.terminate()
        process.wait(20)
    lines = log.read_text(encoding="utf-8").splitlines()
    said = [json.loads(line) for line in lines]
    assert {"Exception in ASGI application", "Error deserializing back message"} <= {line["event"] for line in said}
    assert "secret" not in log.read_text(encoding="utf-8")
