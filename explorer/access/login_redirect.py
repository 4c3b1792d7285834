"""Where log-in leads: to the page that one wanted to see, or to a word on what went wrong.

Streamlit by itself sends everybody to the first page, and says little when the provider is down or refuses.
"""

import logging
from collections.abc import Callable
from urllib.parse import parse_qs, quote, unquote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from explorer.access.middleware import LOG_IN_COOKIE

LOG_IN, OIDC_CALLBACK = "/auth/login", "/oauth2callback"
FAILED = "/?login=failed"
RETURN_COOKIE = "lodegraph_back"
COOKIE_SCOPE = f"Path={OIDC_CALLBACK}; HttpOnly; SameSite=Lax"
COOKIE_LIFETIME = 600
"""Seconds in which one has to have logged in to be led back."""
LONGEST_ADDRESS = 2_000
events = logging.getLogger("lodegraph.explorer")


class LoginRedirect:
    """Stands before Streamlit's log-in."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http" or scope["path"] not in (LOG_IN, OIDC_CALLBACK):
            await self.app(scope, receive, send)
            return
        sending = _ChangedResponse(send, _remember_page(scope) if scope["path"] == LOG_IN else _lead_back(scope))
        try:
            await self.app(scope, receive, sending)
        except Exception as error:
            if sending.began:
                raise
            events.error("log-in failed", extra={"because": type(error).__name__})
            await RedirectResponse(FAILED, 302)(scope, receive, send)


class _ChangedResponse:
    """Sends an answer whose head was changed first; one that now leads elsewhere loses its body."""

    def __init__(self, send: Send, change: Callable[[Message], str | None]) -> None:
        self.send, self.change = send, change
        self.began = False
        self.elsewhere = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.began = True
            leads_to = self.change(message)
            if leads_to is not None:
                self.elsewhere = True
                message["status"] = 302
                MutableHeaders(scope=message).update({"location": leads_to, "content-length": "0"})
        elif self.elsewhere:
            message = {**message, "body": b""}
        await self.send(message)


def _remember_page(scope: Scope) -> Callable[[Message], str | None]:
    """On the way to the provider: remember the page that one comes from."""
    headers = Headers(scope=scope)
    before = urlsplit(headers.get("referer") or "")
    page = _make_own_page(before.path, before.query)

    def change(message: Message) -> str | None:
        if message["status"] >= 400:
            events.error("log-in failed", extra={"because": "the provider did not answer"})
            return FAILED
        if before.netloc == headers.get("host") and len(page) < LONGEST_ADDRESS:
            MutableHeaders(scope=message).append(
                "set-cookie", f"{RETURN_COOKIE}={quote(page)}; Max-Age={COOKIE_LIFETIME}; {COOKIE_SCOPE}"
            )
        return None

    return change


def _lead_back(scope: Scope) -> Callable[[Message], str | None]:
    """On the way from the provider, after log-in or log-out."""
    asked = parse_qs(scope["query_string"].decode("latin-1"))
    before = urlsplit(unquote(HTTPConnection(scope).cookies.get(RETURN_COOKIE) or "/"))

    def change(message: Message) -> str | None:
        answer = MutableHeaders(scope=message)
        if _sets_login(answer):
            answer.append("set-cookie", f"{RETURN_COOKIE}=; Max-Age=0; {COOKIE_SCOPE}")
            return _make_own_page(before.path, before.query)
        if "state" in asked or "error" in asked:
            events.error("log-in failed", extra={"because": "the provider refused, or did not answer"})
            return FAILED
        return None

    return change


def _sets_login(answer: Headers) -> bool:
    """Whether the answer sets the cookie of a log-in; one that takes it away sets it to nothing."""
    name = f"{LOG_IN_COOKIE}="
    values = (cookie.removeprefix(name) for cookie in answer.getlist("set-cookie") if cookie.startswith(name))
    return any(not value.startswith(('"";', ";")) for value in values)


def _make_own_page(path: str, query: str) -> str:
    """A page of this server, whatever was written: an address that begins with two strokes would be another's."""
    page = "/" + path.replace("\\", "/").lstrip("/")
    return f"{page}?{query}" if query and "login=failed" not in query else page
