"""A service of this machine that logs people in by OpenID Connect, and the file that makes the explorer use it."""

import json
import re
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import flask
import oidc_provider_mock
from werkzeug.serving import make_server

ANN = "ann"
BOB = "bob"
PEOPLE = (
    {"sub": ANN, "name": "Ann *Archer*", "email": "Ann@Example.org", "email_verified": True},
    {"sub": BOB, "name": "Bob Baker", "email": "bob@elsewhere.example", "email_verified": True},
    {"sub": "eve", "name": "Eve", "email": "ann@example.org", "email_verified": False},
)
OUTSIDE = re.compile(rb"<link\b[^>]*>")


@dataclass(frozen=True)
class Service:
    """A running service, and what it knows the explorer by."""

    url: str
    client_id: str
    client_secret: str = field(repr=False)

    def auth_file(self, path: Path, cookie_secret: str, port: int, client_secret: str | None = None) -> Path:
        """Write the file that switches log-in on for an explorer on a port."""
        path.write_text(
            "[auth]\n"
            f'redirect_uri = "{callback(port)}"\n'
            f'cookie_secret = "{cookie_secret}"\n'
            f'client_id = "{self.client_id}"\n'
            f'client_secret = "{client_secret or self.client_secret}"\n'
            f'server_metadata_url = "{self.url}/.well-known/openid-configuration"\n',
            encoding="utf-8",
        )
        return path


def callback(port: int) -> str:
    """Where the service sends people back to."""
    return f"http://127.0.0.1:{port}/oauth2callback"


@contextmanager
def log_in_service(port: int) -> Iterator[Service]:
    """Run the service for an explorer on a port; it checks the explorer's secret and knows three people."""
    users = [oidc_provider_mock.User(sub=p["sub"], claims=p) for p in PEOPLE]
    app = oidc_provider_mock.app(require_client_registration=True, require_nonce=True, user_claims=users)
    app.after_request(_from_here_alone)
    app.add_url_rule("/favicon.ico", view_func=lambda: ("", 204))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        url = f"http://127.0.0.1:{server.server_port}"
        yield Service(url, *_register(url, port))
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _from_here_alone(response: flask.Response) -> flask.Response:
    """Its pages would fetch their style from another machine."""
    if response.mimetype == "text/html":
        response.set_data(OUTSIDE.sub(b"", response.get_data()))
    return response


def _register(url: str, port: int) -> tuple[str, str]:
    asked = urllib.request.Request(
        f"{url}/oauth2/clients",
        json.dumps({"redirect_uris": [callback(port)]}).encode(),
        {"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(asked, timeout=10) as answer:
        client = json.load(answer)
    return client["client_id"], client["client_secret"]
