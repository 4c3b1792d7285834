"""Asks an app for something as a browser does, without a socket."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Scope

HOST = "127.0.0.1:8501"


@dataclass(frozen=True)
class Answered:
    """What came back; names of headers in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def get(app: ASGIApp, path: str, headers: Mapping[str, str], method: str = "GET") -> Answered:
    """The app's answer."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    scope: Scope = {
        "type": "http", "path": path, "raw_path": path.encode(), "root_path": "", "method": method,
        "query_string": b"", "scheme": "http", "http_version": "1.1", "client": ("192.0.2.7", 1),
        "headers": [(k.lower().encode(), v.encode()) for k, v in ({"Host": HOST} | dict(headers)).items()],
    }  # fmt: skip
    asyncio.run(_run(app, scope, receive, send))
    start, *bodies = sent
    return Answered(
        start["status"],
        {k.decode().lower(): v.decode() for k, v in start["headers"]},
        b"".join(m.get("body", b"") for m in bodies),
    )


async def _run(app: ASGIApp, scope: Scope, receive: object, send: object) -> None:
    await app(scope, receive, send)  # type: ignore[arg-type]
