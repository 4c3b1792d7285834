"""The door before Streamlit's server: what may be asked from it at all, and a number for every page that connects.

Streamlit shows a page's script the headers with which the page connected: the number travels there.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from explorer.visitors.pages import Pages
from explorer.visitors.settings import Serving
from explorer.visitors.who_asks import address_of, log_in_of, with_headers

NUMBER, ADDRESS = "x-lodegraph-page", "x-lodegraph-address"
CORE = "/_stcore/"
CORE_PARTS = ("health", "host-config", "stream", "bidi-components")
UNKNOWN_HOST = (
    "The explorer is not known by this name. Whoever started it can add the name: --allow-host NAME, or a list in "
    "LODEGRAPH_ALLOW_HOSTS."
)
METHODS = ("GET", "HEAD", "OPTIONS")
PROTECTION = {
    "Content-Security-Policy": "frame-ancestors 'self'",
    "X-Frame-Options": "SAMEORIGIN",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}


class Door:
    """Lets through what the explorer needs, and nothing else of what Streamlit offers."""

    def __init__(self, app: ASGIApp, serving: Serving, pages: Pages) -> None:
        self.app, self.serving, self.pages = app, serving, pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, or one page for as long as it stays connected."""
        if scope["type"] == "websocket":
            await self._page(scope, receive, send)
        elif scope["type"] == "http":
            await self._file(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _page(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        if not self._is_ours(headers.get("origin"), headers.get("host")):
            await receive()
            await send({"type": "websocket.close", "code": 1008})
            return
        number = self.pages.open(log_in_of(scope))
        try:
            await self.app(with_headers(scope, {NUMBER: number, ADDRESS: address_of(scope)}), receive, send)
        finally:
            self.pages.close(number)

    def _is_ours(self, origin: str | None, host: str | None) -> bool:
        """Whether a page of this server asks, and not one of another site in the same browser.

        Streamlit would look too, and ask other machines for this one's address on the way.
        """
        if not self.serving.hosts.admit(host):
            return False
        return origin is None or urlsplit(origin).netloc == host or origin == self.serving.address

    async def _file(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] == "/auth/logout":
            self.pages.leave(log_in_of(scope))
        answer = self._refusal(scope) or self.app
        await answer(scope, receive, self._protected(send))

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        if not self.serving.hosts.admit(Headers(scope=scope).get("host")):
            return PlainTextResponse(UNKNOWN_HOST, 421)
        path: str = scope["path"]
        if scope["method"] not in METHODS:
            return PlainTextResponse("The explorer takes nothing in.", 405)
        if path.startswith(CORE) and path.removeprefix(CORE).split("/")[0] not in CORE_PARTS:
            return PlainTextResponse("There is no such page.", 404)
        if path.startswith("/media/") and self.serving.login and not self.pages.inside(log_in_of(scope)):
            return PlainTextResponse("Log in first: open the explorer's page.", 403)
        return None

    def _protected(self, send: Send) -> Send:
        encrypted = self.serving.login is not None and self.serving.login.is_encrypted

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(PROTECTION)
                if encrypted:
                    message["headers"] = [_encrypted(*header) for header in message["headers"]]
            await send(message)

        return sending


def _encrypted(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    """A header; its cookie is sent by HTTPS alone, which Streamlit leaves out behind a proxy."""
    is_cookie = name == b"set-cookie" and b"secure" not in value.lower()
    return name, value + b"; Secure" if is_cookie else value
