"""The explorer's own process, asked over a real socket: by which names, and whatever the user set for other apps."""

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

OWN_SETTINGS = """
[server]
baseUrlPath = "elsewhere"
sslCertFile = "/no/such/cert.pem"
sslKeyFile = "/no/such/key.pem"
"""


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """An explorer for one person alone, whose home holds settings for other apps; no graph is behind it."""
    home = tmp_path_factory.mktemp("home")
    (home / ".streamlit").mkdir()
    (home / ".streamlit" / "config.toml").write_text(OWN_SETTINGS, encoding="utf-8")
    yield from explorer(home, {"STREAMLIT_SERVER_BASE_URL_PATH": "moved", "LODEGRAPH_ALLOW_HOSTS": "tunnel.test"})


def explorer(home: Path, more: dict[str, str]) -> Iterator[int]:
    """Run it until the test is done."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    settings = {"NEO4J_URI": "bolt://127.0.0.1:1", "NEO4J_USERNAME": "neo4j", "NEO4J_PASSWORD": "x"}
    process = subprocess.Popen(
        [sys.executable, "-m", "explorer.serve", str(port), "127.0.0.1"],
        env={**os.environ, "HOME": str(home), **more}, stdin=subprocess.PIPE, cwd=home,
    )  # fmt: skip
    assert process.stdin is not None
    process.stdin.write(json.dumps(settings).encode() + b"\n")
    process.stdin.close()
    try:
        wait(process, port)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=20)


def wait(process: "subprocess.Popen[bytes]", port: int) -> None:
    """Return when it answers."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        assert process.poll() is None, "the explorer ended by itself"
        try:
            if ask(port, "127.0.0.1", "/_stcore/health").status == 200:
                return
        except OSError:
            pass
        time.sleep(0.1)
    pytest.fail("the explorer does not answer")


def ask(port: int, host: str, path: str = "/", **headers: str) -> http.client.HTTPResponse:
    """What it answers to somebody who calls it by a name."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers={"Host": host} | headers)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


def connect(port: int, host: str) -> int:
    """The status with which a page's socket is answered; the Origin agrees with the Host, as in DNS rebinding."""
    upgrade = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13"}
    key = {"Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==", "Origin": f"http://{host}"}
    return ask(port, host, "/_stcore/stream", **upgrade, **key).status


def test_a_page_under_a_name_that_leads_here_is_refused_with_its_socket(port: int) -> None:
    evil = f"evil.localhost:{port}"
    assert ask(port, evil).status == 421
    assert connect(port, evil) == 403


def test_loopback_and_what_was_added_are_let_in(port: int) -> None:
    for host in (f"localhost:{port}", f"127.0.0.1:{port}", "tunnel.test"):
        assert ask(port, host).status == 200
        assert connect(port, host) == 101


def test_no_other_site_may_frame_it(port: int) -> None:
    headers = ask(port, f"127.0.0.1:{port}").headers
    assert headers["Content-Security-Policy"] == "frame-ancestors 'self'"
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
