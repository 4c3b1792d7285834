"""The middleware before Streamlit's server: which requests are let through, and a number for every page that connects.

Streamlit shows a page's script the headers with which the page connected: the number travels there.
"""

import ipaddress
import re
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from explorer.access.page_limit import OpenPages
from explorer.access.settings import Serving

PAGE_NUMBER_HEADER, ADDRESS_HEADER = "x-lodegraph-page", "x-lodegraph-address"
PICTURES = "/pictures/"
"""Where the pictures of the canvas are had."""
OF_VISITORS = ("/media/", PICTURES)
"""What only those get to whom a page was shown."""
CORE = "/_stcore/"
CORE_PARTS = ("health", "host-config", "stream", "bidi-components")
UNKNOWN_HOST = (
    "The explorer is not known by this name. Whoever started it can add the name: --allow-host NAME, or a list in "
    "LODEGRAPH_ALLOW_HOSTS."
)
LOG_IN_COOKIE = "_streamlit_user"
"""Streamlit's cookie of who has logged in; a long one goes on in `_streamlit_user_1` and so forth."""

_OF_LOG_IN = re.compile(rf"{LOG_IN_COOKIE}(_[0-9]+)?")
METHODS = ("GET", "HEAD", "OPTIONS")
PROTECTIVE_HEADERS = {
    "Content-Security-Policy": "frame-ancestors 'self'",
    "X-Frame-Options": "SAMEORIGIN",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}


class AccessMiddleware:
    """Lets through what the explorer needs, and nothing else of what Streamlit offers."""

    def __init__(self, app: ASGIApp, serving: Serving, open_pages: OpenPages) -> None:
        self.app, self.serving, self.open_pages = app, serving, open_pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, or one page for as long as it stays connected."""
        if scope["type"] == "websocket":
            await self._serve_page(scope, receive, send)
        elif scope["type"] == "http":
            await self._serve_file(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _serve_page(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        if not self._is_ours(headers.get("origin"), headers.get("host")):
            await receive()
            await send({"type": "websocket.close", "code": 1008})
            return
        number = self.open_pages.open(read_log_in(scope))
        try:
            await self.app(
                replace_headers(scope, {PAGE_NUMBER_HEADER: number, ADDRESS_HEADER: read_visitor_address(scope)}),
                receive,
                send,
            )
        finally:
            self.open_pages.close(number)

    def _is_ours(self, origin: str | None, host: str | None) -> bool:
        """Whether a page of this server asks, and not one of another site in the same browser.

        Streamlit would look too, and ask other machines for this one's address on the way.
        """
        if not self.serving.hosts.admit(host):
            return False
        return origin is None or urlsplit(origin).netloc == host or origin == self.serving.address

    async def _serve_file(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] == "/auth/logout":
            self.open_pages.leave(read_log_in(scope))
        answer = self._find_refusal(scope) or self.app
        await answer(scope, receive, self._protect(send))

    def _find_refusal(self, scope: Scope) -> PlainTextResponse | None:
        if not self.serving.hosts.admit(Headers(scope=scope).get("host")):
            return PlainTextResponse(UNKNOWN_HOST, 421)
        path: str = scope["path"]
        if scope["method"] not in METHODS:
            return PlainTextResponse("The explorer takes nothing in.", 405)
        if path.startswith(CORE) and path.removeprefix(CORE).split("/")[0] not in CORE_PARTS:
            return PlainTextResponse("There is no such page.", 404)
        if path.startswith(OF_VISITORS) and self.serving.login and not self.open_pages.has_admitted(read_log_in(scope)):
            return PlainTextResponse("Log in first: open the explorer's page.", 403)
        return None

    def _protect(self, send: Send) -> Send:
        encrypted = self.serving.login is not None and self.serving.login.is_encrypted

        async def send_protected(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(PROTECTIVE_HEADERS)
                if encrypted:
                    message["headers"] = [_secure_cookie(*header) for header in message["headers"]]
            await send(message)

        return send_protected


def _secure_cookie(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    """A header; its cookie is sent by HTTPS alone, which Streamlit leaves out behind a proxy."""
    is_cookie = name == b"set-cookie" and b"secure" not in value.lower()
    return name, value + b"; Secure" if is_cookie else value


def read_log_in(scope: Scope) -> str:
    """The log-in that a request shows, unchecked: good for comparing only; empty where it shows none."""
    cookies = HTTPConnection(scope).cookies
    return "; ".join(f"{name}={cookies[name]}" for name in sorted(cookies) if _OF_LOG_IN.fullmatch(name))


def read_visitor_address(scope: Scope) -> str:
    """The visitor's address; the whole network where, as with IPv6, one connection has a network of its own."""
    host = str((scope.get("client") or ("unknown", 0))[0])
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    return str(ipaddress.ip_network((address, 64), strict=False)) if address.version == 6 else host


def replace_headers(scope: Scope, headers: dict[str, str]) -> Scope:
    """The same request with headers of our own, and none by their names from elsewhere."""
    kept = [(name, value) for name, value in scope["headers"] if name.decode("latin-1").lower() not in headers]
    return {**scope, "headers": [*kept, *((k.encode(), v.encode()) for k, v in headers.items())]}
